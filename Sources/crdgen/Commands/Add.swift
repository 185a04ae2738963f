import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDValues
import CRDYAML
import Foundation

extension CRDGen {
    /// `crdgen add`.
    struct Add: MessageCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add CRDs, or built-in kinds of a cluster, to the folder of CRDs.",
            discussion: """
                Each CRD is written to its own file, '<group>_<plural>.yaml', or replaces the file \
                of the CRD with the same group and kind. The text of the CRD doesn't change, but \
                values that a server sets are removed: 'status', parts of 'metadata', and the \
                annotation of 'kubectl apply'. Documents of other kinds are skipped with a note.

                Nothing is written if the API server would reject a CRD, if no Swift can be \
                generated from it, or if another file defines the same types.

                With '--openapi', excerpts of OpenAPI documents of a cluster are written to \
                '<group>_<version>.openapi', for 'crdgen validate'. They have the kinds of \
                '--kind', those that they had before, and no descriptions.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen add widgets.yaml
                  crdgen add https://github.com/example/operator/blob/main/crds/widgets.yaml
                  kubectl get crd widgets.example.com -o yaml | crdgen add -
                  kubectl get --raw /openapi/v2 | crdgen add --openapi - --kind Deployment
                """
        )

        @Argument(
            help: "A file, a URL that begins with 'https://', or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var source: String?

        @Option(
            name: .customLong("openapi"),
            help: ArgumentHelp(
                "An OpenAPI document of a cluster to add instead of CRDs, a folder, or '-'; can be "
                    + "repeated.",
                discussion: """
                    The output of 'kubectl get --raw /openapi/v3/apis/apps/v1', or of '/openapi/v2'.
                    """,
                valueName: "path"
            ),
            completion: .file(extensions: ["json"])
        )
        var openAPI: [String] = []

        @Option(
            name: .customLong("kind"),
            help: ArgumentHelp(
                "A kind to add with '--openapi', such as 'Deployment' or 'apps/v1/Deployment'; "
                    + "can be repeated.",
                discussion: "Default: all kinds of the documents.",
                valueName: "kind"
            )
        )
        var kinds: [String] = []

        @Flag(
            help: ArgumentHelp(
                "Accept URLs that begin with 'http://'.",
                discussion: "Anyone on the network can change a file that isn't encrypted."
            )
        )
        var allowInsecureHTTP = false

        @Option(
            help: ArgumentHelp(
                "The folder that the CRDs are added to.",
                discussion: "Default: the folder 'crds' of the only target, or else 'crds'.",
                valueName: "folder"
            ),
            completion: .directory
        )
        var crds: String?

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try crds.requireFolder(of: "--crds")
            try CRDSource.requireOneStandardInput(in: openAPI)
            if source == nil, openAPI.isEmpty {
                throw ValidationError("expected a file, a URL, '-', or '--openapi'")
            }
            if source != nil, !openAPI.isEmpty {
                throw ValidationError("a file of CRDs and '--openapi' exclude each other")
            }
            if openAPI.isEmpty, !kinds.isEmpty {
                throw ValidationError("'--kind' needs '--openapi'")
            }
            if !openAPI.isEmpty, allowInsecureHTTP {
                throw ValidationError("'--allow-insecure-http' is for the URL of a file of CRDs")
            }
        }

        func run() throws {
            let folder = try folder()
            if let source {
                try add(source, to: folder)
            } else {
                try OpenAPIAddition(openAPI, kinds: kinds, to: folder).write()
            }
        }

        private func add(_ source: String, to folder: CRDFolder) throws {
            let addition = try Addition(input(source), to: folder)
            StandardError.print(addition.diagnostics)
            if addition.diagnostics.contains(where: { $0.severity == .error }) {
                throw ExitCode.failure
            }
            try write(addition, to: OutputFolder(path: folder.path))
            try StandardOutput.print(summary: "next: \(folder.nextStep)")
        }

        private func input(_ source: String) throws(Diagnostic) -> Generator.Input {
            if let remote = RemoteFile(source) {
                guard allowInsecureHTTP || !remote.isInsecure else {
                    let message =
                        "is not encrypted, expected 'https://'; "
                        + "pass '--allow-insecure-http' to download it anyway"
                    throw Diagnostic(.error, message, file: source)
                }
                if remote.address != source {
                    let message =
                        "the URL of a page about a file, reading '\(remote.address)' instead"
                    StandardError.print([Diagnostic(.note, message, file: source)])
                }
                return try remote.read()
            }
            let path = URL(string: source).flatMap { $0.isFileURL ? $0.path : nil }
            let file = CRDSource(path ?? source)
            if case .folder(let folder) = file {
                throw Diagnostic(
                    .error,
                    "is a folder, expected a file; pass the path of a file",
                    file: folder.path
                )
            }
            if case .file(let path) = file, !FileManager.default.fileExists(atPath: path),
                RemoteFile.isProbable(path)
            {
                let message =
                    "no such file; if it is a URL, pass one that begins with 'https://'"
                throw Diagnostic(.error, message, file: source)
            }
            return try file.inputs()[0]
        }

        /// Returns the folder of `--crds`, the existing folder, or the folder to create.
        private func folder() throws -> CRDFolder {
            if let crds { return CRDFolder(path: crds.withoutSlash) }
            let folders = CRDFolder.ofTargets.map(\.folder)
            if folders.count > 1 {
                let paths = folders.map { "'\($0.path)'" }.joined(separator: ", ")
                throw ValidationError(
                    "found several folders of CRDs, choose one with '--crds': \(paths)"
                )
            }
            return folders.first ?? CRDFolder.usualForNew
        }

        private func write(_ addition: Addition, to folder: OutputFolder) throws {
            var changes: [Change] = []
            for part in addition.parts {
                changes.append(folder.change(part.path, to: part.definition.text))
                if let earlier = part.earlier, earlier.path != part.path {
                    changes.append(Change(path: earlier.path, kind: .unused))
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
        let before = earlier?.versions.joined(separator: ", ") ?? ""
        let change = before.isEmpty || before == versions ? "" : ", was \(before)"
        return "\(names.names.kind) (\(names.group): \(versions))\(change)"
    }
}

extension CRDFolder {
    /// The folder to create: 'crds' in the only target, or else 'crds' in the current folder.
    fileprivate static var usualForNew: CRDFolder {
        let manager = FileManager.default
        let targets = (try? manager.contentsOfDirectory(atPath: "Sources")) ?? []
        let isOne = targets.count == 1 && manager.fileExists(atPath: "Package.swift")
        return CRDFolder(
            path: isOne && !manager.fileExists(atPath: "crds")
                ? "Sources/\(targets[0])/crds" : "crds"
        )
    }

    /// The command that generates Swift from the CRDs in the folder.
    fileprivate var nextStep: String {
        let isOfTarget = Self.ofTargets.contains { $0.folder.isSame(as: path) }
        guard isOfTarget else { return "crdgen generate \(path)" }
        let hasResult = FileManager.default.fileExists(atPath: "Generated")
        return hasResult ? "swift build && crdgen generate" : "swift build"
    }
}
