import CRDCatalog
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

    /// Reads all files on all cores, and returns the results of a function for them.
    ///
    /// - Parameters:
    ///   - name: The name of the work, for its progress.
    ///   - transform: A function that prints nothing; its results should not have the files' nodes.
    /// - Returns: The results, in the order of the sources.
    /// - Throws: `Diagnostic` if a file cannot be read.
    func concurrentMap<Result: Sendable>(
        _ name: String,
        _ transform: @escaping @Sendable (Generator.Input) -> Result
    ) async throws(Diagnostic) -> [Result] {
        var files: [(source: CRDSource, path: String)] = []
        for source in sources { files += try source.paths().map { (source, $0) } }
        var progress = Progress(name, of: files.count)
        defer { progress.end() }
        let results = await files.concurrentMap(
            step: { progress.step($0) },
            { source, path in
                Swift.Result { () throws(Diagnostic) in transform(try source.input(path)) }
            }
        )
        return try results.map { result throws(Diagnostic) in try result.get() }
    }

    /// Reads the files that a catalog needs for a kind, in the order of the sources.
    ///
    /// - Parameters:
    ///   - kind: A name of the kind; `nil` for all kinds, which need all files.
    ///   - configuration: The configuration of the module.
    /// - Returns: The files that have, or can have, the CRD of the kind.
    /// - Throws: `Diagnostic` if a file cannot be read.
    func files(
        forKind kind: String?,
        _ configuration: Configuration
    ) throws(Diagnostic) -> [Generator.Input] {
        guard let kind else { return try files() }
        let scanned = try sources.map { source throws(Diagnostic) in
            (source: source, files: try source.scan())
        }
        let needed = scanned.flatMap(\.files).needed(forKind: kind, configuration)
        let paths = Set(needed.map(\.path))
        var files: [Generator.Input] = []
        for (source, candidates) in scanned {
            for file in candidates where paths.contains(file.path) {
                files.append(try source.input(file.path))
            }
        }
        return files
    }

    /// Returns a diagnostic for each file and folder of the command line that has no CRD.
    ///
    /// Files without CRDs in a folder that has others don't count. Files that cannot be read have
    /// errors of their own.
    ///
    /// - Parameters:
    ///   - given: The paths of files that have CRDs.
    ///   - severity: The severity for folders; a file is an error.
    /// - Returns: The diagnostics, in the order of the sources.
    func withoutCRDs(
        besides given: Set<String>,
        inFolders severity: Diagnostic.Severity = .error
    ) -> [Diagnostic] {
        sources.compactMap { source in
            // Large folders are not listed again.
            if case .folder(let folder) = source,
                given.contains(where: { $0.hasPrefix("\(folder.path)/") })
            {
                return nil
            }
            guard let paths = try? source.paths(), !paths.contains(where: given.contains),
                !paths.contains(where: source.hasDefinitionsOrErrors)
            else { return nil }
            if case .folder = source {
                return .withoutDefinitions(severity, file: source.path)
            }
            return .withoutDefinitions(.error, file: source.path)
        }
    }

    /// Whether all sources are folders, so that they have all CRDs of the module.
    var isOfFolders: Bool {
        sources.allSatisfy { if case .folder = $0 { true } else { false } }
    }

    /// Reads `crdgen.yaml`.
    ///
    /// - Parameter diagnostics: Receives the errors in it, and a warning about a file beside the
    ///   folder.
    /// - Returns: The configuration; the default one if there is no file.
    /// - Throws: `Diagnostic` if it cannot be read, there are several, or it has another name.
    func configuration(_ diagnostics: inout [Diagnostic]) throws(Diagnostic) -> Configuration {
        if let configurationFile {
            return Configuration(try Generator.Input(contentsOf: configurationFile), &diagnostics)
        }
        for case .revision(let revision) in sources {
            if let input = try revision.configuration() {
                return Configuration(input, &diagnostics)
            }
        }
        var paths: [String] = []
        for folder in sources.compactMap(\.configurationFolder) {
            let folder = CRDFolder(path: folder)
            if let file = folder.misnamedConfiguration {
                let message =
                    "is not read, because a configuration must be named "
                    + "'\(Configuration.fileName)'; rename it"
                throw Diagnostic(.error, message, file: file)
            }
            if let path = folder.configuration, !paths.contains(path) { paths.append(path) }
        }
        guard let path = paths.first else {
            diagnostics += sources.compactMap(\.configurationBeside)
            return Configuration()
        }
        if paths.count > 1 {
            let message =
                "found a second configuration beside '\(path)'; "
                + "pass '--crds' and '--module' for each folder"
            throw Diagnostic(.error, message, file: paths[1])
        }
        return Configuration(try Generator.Input(contentsOf: path), &diagnostics)
    }
}

extension CRDSource {
    /// The warning about a configuration beside a folder 'crds', which has none.
    fileprivate var configurationBeside: Diagnostic? {
        guard case .folder(let folder) = self, let file = folder.configurationBeside else {
            return nil
        }
        let message =
            "has no effect, because it is not in the folder '\(folder.path)'; move it there"
        return Diagnostic(.warning, message, file: file)
    }

    /// Whether a file has CRDs or cannot be read.
    fileprivate func hasDefinitionsOrErrors(_ path: String) -> Bool {
        guard let input = try? input(path),
            let documents = try? Node.parse(input.bytes, file: path)
        else { return true }
        var reader = CRDReader(readsSchemas: false)
        for document in documents { reader.read(document) }
        return !reader.definitions.isEmpty
            || reader.diagnostics.contains { $0.severity == .error }
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
