import CRDGeneratorCore
import CRDLibYAML
import CRDYAML
import Foundation

/// CRDs whose types are compiled in one module.
struct CRDModule {
    /// Where they come from.
    let sources: [CRDSource]
    /// The name of the module; empty where it does not matter.
    let name: String
    /// The configuration that a person names; `nil` for the one beside the CRDs.
    var configurationFile: String?

    /// All files, in the order of the sources.
    func files() throws(Diagnostic) -> [Generator.Input] {
        var files: [Generator.Input] = []
        for source in sources { files += try source.inputs() }
        return files
    }

    /// An error for each file that a person names and that has no CRD, for all its text can be read.
    ///
    /// In a folder, a file that is no CRD is nothing wrong.
    ///
    /// - Parameter given: The paths of files that something came out of.
    /// - Returns: The errors, in the order of the sources.
    func withoutCRDs(besides given: Set<String>) -> [Diagnostic] {
        sources.compactMap { source in
            if case .folder = source { return nil }
            guard let input = try? source.inputs().first, !given.contains(input.path),
                let documents = try? Node.parse(input.bytes, file: input.path)
            else { return nil }
            var reader = CRDReader(readsSchemas: false)
            for document in documents { reader.read(document) }
            let isFaulty = reader.diagnostics.contains { $0.severity == .error }
            if !reader.definitions.isEmpty || isFaulty { return nil }
            return Diagnostic(.error, "no CustomResourceDefinition found", file: input.path)
        }
    }

    /// Whether the sources are folders, so that all they give is all there is.
    var isOfFolders: Bool {
        sources.allSatisfy { if case .folder = $0 { true } else { false } }
    }

    /// What `crdgen.yaml` says; the default if there is none.
    ///
    /// - Throws: `Diagnostic` if it cannot be read, or there are several.
    func configuration(_ diagnostics: inout [Diagnostic]) throws(Diagnostic) -> Configuration {
        if let configurationFile {
            return Configuration(try Generator.Input(contentsOf: configurationFile), &diagnostics)
        }
        var paths: [String] = []
        for folder in sources.compactMap(\.configurationFolder) {
            let path =
                folder == "." ? Configuration.fileName : "\(folder)/\(Configuration.fileName)"
            if !paths.contains(path), FileManager.default.fileExists(atPath: path) {
                paths.append(path)
            }
        }
        guard let path = paths.first else { return Configuration() }
        if paths.count > 1 {
            let message =
                "'\(path)' is for the same CRDs; give each folder a '--crds' and a '--module'"
            throw Diagnostic(.error, message, file: paths[1])
        }
        return Configuration(try Generator.Input(contentsOf: path), &diagnostics)
    }
}

extension CRDModule {
    /// The module of the target whose folder some CRDs or the result are in; empty if there is none.
    static func name(of sources: [CRDSource], _ output: String?) -> String {
        let folders = sources.compactMap(\.configurationFolder)
        let targets = CRDFolder.ofTargets
        let linked = folders.lazy.compactMap { folder in
            targets.first { $0.folder.isSame(as: folder) }?.target
        }
        return linked.first
            ?? (folders + [output].compactMap { $0 }).lazy.compactMap(\.target).first ?? ""
    }
}

extension String {
    /// The target whose folder in 'Sources' the path leads into, as Swift names its module.
    fileprivate var target: String? {
        let components = URL(filePath: self).standardizedFileURL.pathComponents
        guard let sources = components.lastIndex(of: "Sources"), sources + 1 < components.count
        else { return nil }
        return components[sources + 1].moduleName
    }
}
