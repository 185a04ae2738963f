import CRDGeneratorCore
import CRDPages
import CRDYAML
import Foundation

/// The difference between a file in the output folder and its expected content.
struct Change {
    /// The kind of difference.
    enum Kind {
        /// The file is up to date.
        case same
        /// The file is missing.
        case missing(text: String)
        /// The file differs from the expected text, beginning at a line (from 1).
        case different(text: String, line: Int)
        /// The file was generated earlier, and no CRD generates it now.
        case unused
    }

    /// The path of the file, relative to the folder.
    let path: String
    /// The kind of difference.
    let kind: Kind

    /// Whether no CRD generates the file.
    var isUnused: Bool {
        if case .unused = kind { true } else { false }
    }

    /// The path of a page, without the version of the kind; `nil` for other files.
    fileprivate var pageOfKind: Substring? {
        guard [".md", ".html", ".js"].contains(where: path.hasSuffix) else { return nil }
        return path.lastIndex(of: "_").map { path[..<$0] }
    }

    /// Whether the file is up to date.
    var isSame: Bool {
        if case .same = kind { true } else { false }
    }
}

/// A folder that files are written to: the output folder, or the folder that CRDs are added to.
struct OutputFolder {
    /// The path of the folder, which need not exist.
    let path: String
    /// The kinds of generated files that belong to the folder; other files are ignored.
    var extent = Generation.Extent.everything

    /// Compares the folder with its expected files.
    ///
    /// - Parameter files: Path, relative to the folder → text.
    /// - Returns: A change for each file, sorted by path.
    func changes(toHold files: [String: String]) -> [Change] {
        let changes = files.map(change)
        let unused = generatedFiles(besides: files.keys).filter { files[$0] == nil }
        return (changes + unused.map { Change(path: $0, kind: .unused) })
            .sorted { $0.path < $1.path }
    }

    /// Throws if the changes would replace a file that was written by hand: a `README.md`, or any
    /// file in the folder of a site.
    ///
    /// - Throws: `Diagnostic` for the file. An index without the header of generated files counts
    ///   as generated if a page in the same folder was generated.
    func rejectForeignFiles(in changes: [Change]) throws(Diagnostic) {
        for change in changes {
            guard case .different = change.kind, isForeign(change.path) else { continue }
            let message =
                "is not a generated file, so it is not replaced; choose another \(option)"
            throw Diagnostic(.error, message, file: "\(path)/\(change.path)")
        }
    }

    /// Throws if the folder of a site has other files, but no site.
    ///
    /// - Throws: `Diagnostic` for the folder. Hidden files don't count.
    func rejectOtherFiles() throws(Diagnostic) {
        let others = names(in: "")
        guard let first = others.min(), generatedFiles(besides: [String]()).isEmpty else { return }
        let more = others.count == 1 ? "" : " and \(others.count - 1) more"
        let message =
            "has other files, and no site: '\(first)'\(more); pass a new or empty folder for the "
            + "site, as in 'crdgen docs crds --site site'"
        throw Diagnostic(.error, message, file: path)
    }

    /// The option for the path of the folder.
    private var option: String {
        switch extent {
        case .site: "'--site'"
        case .catalog: "'--docc'"
        case .everything, .swift, .pages: "'--output'"
        }
    }

    private func isForeign(_ file: String) -> Bool {
        switch extent {
        case .site, .catalog:
            return !isGenerated(file)
        case .everything, .swift, .pages:
            guard file.hasSuffix(PageIndex.fileName) else { return false }
            let folder = String(file.dropLast(PageIndex.fileName.count))
            return generatedFiles(in: folder, endingIn: ".md").isEmpty
        }
    }

    /// Throws if the folder has generated files of other CRDs.
    ///
    /// An output folder belongs to all CRDs of a module, because they share the file of their
    /// namespaces and the index of their pages.
    ///
    /// - Throws: `Diagnostic` with the first such file. Pages of other versions of the same kinds
    ///   don't count.
    func rejectOtherCRDs(in changes: [Change]) throws(Diagnostic) {
        let kinds = Set(changes.filter { !$0.isUnused }.compactMap(\.pageOfKind))
        let others = changes.filter { change in
            change.isUnused && !(change.pageOfKind.map(kinds.contains) ?? false)
        }
        guard let first = others.first else { return }
        let more = others.count == 1 ? "" : " and \(others.count - 1) more"
        let message =
            "has generated files of other CRDs, which would be removed: '\(first.path)'\(more); "
            + "pass all CRDs, their folder, or another \(option)"
        throw Diagnostic(.error, message, file: path)
    }

    /// Compares a file, by its path relative to the folder, with its expected text.
    func change(_ file: String, to text: String) -> Change {
        Change(path: file, kind: kind(file, text))
    }

    private func kind(_ file: String, _ text: String) -> Change.Kind {
        guard let found = FileManager.default.contents(atPath: "\(path)/\(file)") else {
            return .missing(text: text)
        }
        let expected = Data(text.utf8)
        guard found != expected else { return .same }
        let common = zip(found, expected).prefix { $0 == $1 }
        let line = common.count { byte, _ in byte == UInt8(ascii: "\n") } + 1
        return .different(text: text, line: line)
    }
}

// MARK: - Generated files

extension OutputFolder {
    /// Returns the paths of generated files, relative to the folder: files in it, in its 'docs',
    /// and in the same two folders of each module.
    ///
    /// If only pages are written, only the folders of the new pages are searched. A file counts as
    /// generated if its header says so.
    private func generatedFiles(besides paths: some Collection<String>) -> [String] {
        let folders = [""] + names(in: "").map { "\($0)/" }
        switch extent {
        case .everything, .swift:
            return folders.flatMap { folder in
                generatedFiles(in: folder, endingIn: ".crd.swift")
                    + generatedFiles(in: "\(folder)docs/", endingIn: ".md")
            }
        case .pages(folder: ""), .catalog:
            var folders = Set(paths.map { String($0.prefix(through: $0.lastIndex(of: "/"))) })
            let others = names(in: "")
            if case .catalog = extent {
                // The catalogs of several modules.
                folders.formUnion(others.filter { $0.hasSuffix(".docc") }.map { "\($0)/" })
            } else if !folders.isEmpty, !folders.contains("") {
                // Former modules. With only one module, they can be output folders of their own.
                folders.formUnion(others.map { "\($0)/" })
            }
            folders.insert("")
            return folders.flatMap { generatedFiles(in: $0, endingIn: ".md") }
        case .site:
            // Modules with pages, and those that had some: their data are in the folder of the search.
            let pages = paths.filter { $0.hasSuffix(".html") }
            let search = "\(Site.searchFolder)/"
            let former = names(in: search).map { "\($0)/" }
            let folders = Set(
                pages.map { String($0.prefix(through: $0.lastIndex(of: "/"))) } + former + [""]
            )
            return folders.flatMap { folder in
                [".html", ".css", ".js"].flatMap { generatedFiles(in: folder, endingIn: $0) }
                    + generatedFiles(in: search + folder, endingIn: ".js")
            }
        case .pages(let name):
            return folders.flatMap { generatedFiles(in: "\($0)\(name)/", endingIn: ".md") }
        }
    }

    private func generatedFiles(in folder: String, endingIn ending: String) -> [String] {
        names(in: folder).filter { $0.hasSuffix(ending) }.map { folder + $0 }.filter(isGenerated)
    }

    /// Returns the names of the files in a subfolder; empty if it is missing.
    private func names(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
        return (names ?? []).filter { !$0.hasPrefix(".") }
    }

    private func isGenerated(_ file: String) -> Bool {
        guard let content = FileManager.default.contents(atPath: "\(path)/\(file)") else {
            return false
        }
        let top = content.split(separator: UInt8(ascii: "\n"), maxSplits: 3).prefix(3)
        return top.contains { line in
            String(bytes: line, encoding: .utf8)?.contains(GeneratorVersion.mark) ?? false
        }
    }
}

extension String {
    /// Returns the text up to and including a position; empty if the position is `nil`.
    fileprivate func prefix(through position: Index?) -> Substring {
        position.map { self[...$0] } ?? ""
    }
}
