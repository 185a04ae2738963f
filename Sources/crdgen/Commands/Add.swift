import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDSchema
import CRDYAML
import Foundation

extension CRDGen {
    /// `crdgen add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put CRDs from a file, an address or a cluster into the folder of CRDs.",
            discussion: """
                Each CRD gets a file of its own, '<group>_<plural>.yaml', or the file of the CRD of \
                the same group and kind that it replaces. Its text stays as it is, but for what a \
                server sets: 'status', parts of 'metadata', and what 'kubectl apply' remembers. \
                Other documents are passed over.

                Nothing is written if the API server would refuse a CRD, no Swift can be generated \
                from it, or another file defines the same.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen add widgets.yaml
                  crdgen add https://github.com/example/operator/blob/main/crds/widgets.yaml
                  kubectl get crd widgets.example.com -o yaml | crdgen add -
                """
        )

        @Argument(
            help: "A file, an address that begins with 'https://', or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var source: String

        @Flag(
            help: ArgumentHelp(
                "Also accept an address that begins with 'http://'.",
                discussion: "Anyone on the way can change what such an address gives."
            )
        )
        var allowInsecureHTTP = false

        @Option(
            help: ArgumentHelp(
                "The folder that they go to.",
                discussion: "Without it: the folder 'crds' of the only target, else 'crds'.",
                valueName: "folder"
            ),
            completion: .directory
        )
        var crds: String?

        func run() throws {
            let folder = try folder()
            let addition = try Addition(input(), to: folder)
            StandardError.print(addition.diagnostics)
            if addition.diagnostics.contains(where: { $0.severity == .error }) {
                throw ExitCode.failure
            }
            try write(addition, to: OutputFolder(path: folder.path))
            try StandardOutput.print("next: \(folder.nextStep)")
        }

        private func input() throws(Diagnostic) -> Generator.Input {
            if let remote = RemoteFile(source) {
                guard allowInsecureHTTP || !remote.isInsecure else {
                    let message =
                        "is not encrypted, expected 'https://'; "
                        + "use '--allow-insecure-http' to fetch it all the same"
                    throw Diagnostic(.error, message, file: source)
                }
                if remote.address != source {
                    let message = "a page about a file, reading '\(remote.address)'"
                    StandardError.print([Diagnostic(.note, message, file: source)])
                }
                return try remote.read()
            }
            let path = URL(string: source).flatMap { $0.isFileURL ? $0.path : nil }
            let file = CRDSource(path ?? source)
            if case .folder(let folder) = file {
                throw Diagnostic(.error, "is a folder, expected a file", file: folder.path)
            }
            return try file.inputs()[0]
        }

        /// The folder that is named, or the one that there is, or the one to be.
        private func folder() throws -> CRDFolder {
            if let crds { return CRDFolder(path: crds.withoutSlash) }
            let folders = CRDFolder.ofTargets.map(\.folder)
            if folders.count > 1 {
                let paths = folders.map { "'\($0.path)'" }.joined(separator: ", ")
                throw ValidationError("choose a folder with '--crds': \(paths)")
            }
            return folders.first ?? CRDFolder.toBe
        }

        private func write(_ addition: Addition, to folder: OutputFolder) throws {
            var changes: [Change] = []
            for part in addition.parts {
                changes.append(folder.change(part.path, to: part.definition.text))
                if let earlier = part.earlier, earlier.path != part.path {
                    changes.append(Change(path: earlier.path, kind: .superfluous))
                }
            }
            try folder.apply(changes) { change in
                guard let part = addition.parts.first(where: { $0.path == change.path }) else {
                    return "removed    \(folder.path)/\(change.path)"
                }
                let verb =
                    change.isSame
                    ? "unchanged" : part.earlier == nil ? "added    " : "replaced "
                return "\(verb)  \(folder.path)/\(change.path)  \(part.description)"
            }
        }
    }
}

extension Addition.Part {
    /// `Widget (example.com: v1, v2), was v1beta1`.
    fileprivate var description: String {
        let versions = names.versions.map(\.name).joined(separator: ", ")
        let before = earlier?.names.versions.map(\.name).joined(separator: ", ")
        let change = before.flatMap { $0 == versions ? nil : ", was \($0)" } ?? ""
        return "\(names.names.kind) (\(names.group): \(versions))\(change)"
    }
}

extension CRDFolder {
    /// The folder for CRDs where there is none: that of the only target, else 'crds'.
    fileprivate static var toBe: CRDFolder {
        let manager = FileManager.default
        let targets = (try? manager.contentsOfDirectory(atPath: "Sources")) ?? []
        let isOne = targets.count == 1 && manager.fileExists(atPath: "Package.swift")
        return CRDFolder(
            path: isOne && !manager.fileExists(atPath: "crds")
                ? "Sources/\(targets[0])/crds" : "crds"
        )
    }

    /// What makes Swift of what is in the folder.
    fileprivate var nextStep: String {
        let isOfTarget = Self.ofTargets.contains { $0.folder.isSame(as: path) }
        guard isOfTarget else { return "crdgen generate \(path)" }
        let hasResult = FileManager.default.fileExists(atPath: "Generated")
        return hasResult ? "swift build && crdgen generate" : "swift build"
    }
}
