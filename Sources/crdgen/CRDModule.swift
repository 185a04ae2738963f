import CRDGeneratorCore
import CRDLibYAML
import CRDYAML
import Foundation

/// CRDs whose types are compiled in one module.
struct CRDModule {
    /// The sources of the CRDs.
    let sources: [CRDSource]
    /// The name of the module; empty if it isn't used.
    let name: String
    /// The path of the configuration from `--config`; `nil` for the one in the folder of the CRDs.
    var configurationFile: String?

    /// Reads all files, in the order of the sources.
    func files() throws(Diagnostic) -> [Generator.Input] {
        var files: [Generator.Input] = []
        for source in sources { files += try source.inputs() }
        return files
    }

    /// Returns an error for each file of the command line that can be read but has no CRD.
    ///
    /// Files without CRDs in a folder are not errors.
    ///
    /// - Parameter given: The paths of files that have CRDs.
    /// - Returns: The errors, in the order of the sources.
    func withoutCRDs(besides given: Set<String>) -> [Diagnostic] {
        sources.compactMap { source in
            if case .folder = source { return nil }
            guard let input = try? source.inputs().first, !given.contains(input.path),
                let documents = try? Node.parse(input.bytes, file: input.path)
            else { return nil }
            var reader = CRDReader(readsSchemas: false)
            for document in documents { reader.read(document) }
            let hasErrors = reader.diagnostics.contains { $0.severity == .error }
            if !reader.definitions.isEmpty || hasErrors { return nil }
            return Diagnostic(.error, "no CustomResourceDefinition found", file: input.path)
        }
    }

    /// Whether all sources are folders, so that they have all CRDs of the module.
    var isOfFolders: Bool {
        sources.allSatisfy { if case .folder = $0 { true } else { false } }
    }

    /// Reads `crdgen.yaml`; returns the default configuration if there is none.
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
                "found a second configuration beside '\(path)'; "
                + "pass '--crds' and '--module' for each folder"
            throw Diagnostic(.error, message, file: paths[1])
        }
        return Configuration(try Generator.Input(contentsOf: path), &diagnostics)
    }
}

extension CRDModule {
    /// Returns the module of the target whose folder has the CRDs or the output; else an empty
    /// name.
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
    /// The module name of the target whose folder in 'Sources' contains the path.
    fileprivate var target: String? {
        let components = URL(filePath: self).standardizedFileURL.pathComponents
        guard let sources = components.lastIndex(of: "Sources"), sources + 1 < components.count
        else { return nil }
        return components[sources + 1].moduleName
    }
}
