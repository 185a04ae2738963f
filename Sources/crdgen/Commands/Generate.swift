import ArgumentParser

extension CRDGen {
    /// `crdgen generate`.
    struct Generate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write Swift and Markdown for folders of CRDs.",
            discussion: """
                Writes '<name>.crd.swift' for each file of CRDs, 'Namespaces.crd.swift', and \
                'docs/<resource>.md' for each version of each CRD, which 'docs/README.md' lists. Removes what it has written \
                before and no CRD gives any more; other files stay. Writes nothing if anything is \
                wrong with a CRD.

                Example:
                  crdgen generate --crds crds --module SageMaker --output Generated
                """
        )

        @OptionGroup var options: FolderOptions

        func run() throws {
            let files = try Generation(options.modules, docs: options.docs).checkedFiles()
            let folder = options.generatedFolder
            let (changes, failure) = folder.apply(folder.changes(toHold: files))
            for change in changes { print(change.line(in: folder.path)) }
            if let failure {
                StandardError.print([failure])
                if changes.contains(where: { !$0.isSame }) { folder.sayPartly("failed") }
                throw ExitCode.failure
            }
            print(summary(of: changes))
        }

        /// `3 files: 1 written, 2 unchanged`, without what there is none of.
        private func summary(of changes: [Change]) -> String {
            let counts = ["written", "removed", "unchanged"].compactMap { word in
                let count = changes.count { $0.word == word }
                return count == 0 ? nil : "\(count) \(word)"
            }
            let files = changes.count == 1 ? "1 file" : "\(changes.count) files"
            return "\(files): \(counts.joined(separator: ", "))"
        }
    }
}

extension Change {
    /// What happens to the file, in a word.
    fileprivate var word: String {
        switch kind {
        case .missing, .different: "written"
        case .superfluous: "removed"
        case .same: "unchanged"
        }
    }

    /// A line of the table: `written    Generated/Namespaces.crd.swift`.
    fileprivate func line(in folder: String) -> String {
        let padding = String(repeating: " ", count: "unchanged".count - word.count)
        return "\(word)\(padding)  \(folder)/\(path)"
    }
}
