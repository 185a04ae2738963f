import CRDInspection
import CRDYAML

/// The manifests that a command reads, as named on the command line.
struct ManifestSources {
    private let sources: [(source: CRDSource, manifests: [ParsedManifest])]

    /// Reads and parses files, folders, and standard input.
    ///
    /// - Throws: `Diagnostic` if one cannot be read.
    init(_ words: [String]) throws(Diagnostic) {
        sources = try words.map { word throws(Diagnostic) in
            let source = CRDSource(word)
            let manifests = try source.paths().concurrentMap { path in
                Result { () throws(Diagnostic) in ParsedManifest(try source.input(path)) }
            }
            return (source, try manifests.map { result throws(Diagnostic) in try result.get() })
        }
    }

    /// The files, in the order of the arguments.
    var manifests: [ParsedManifest] { sources.flatMap(\.manifests) }

    /// Returns a diagnostic for each source without objects.
    ///
    /// It is an error for standard input, which is empty if the command before it failed, and if
    /// no source has objects.
    ///
    /// - Parameter files: The files with objects.
    /// - Returns: Errors and warnings.
    func withoutObjects(besides files: Set<String>) -> [Diagnostic] {
        let empty = sources.filter { !$0.manifests.contains { files.contains($0.path) } }
        return empty.map { source, _ in
            guard case .read = source else {
                let severity: Diagnostic.Severity = files.isEmpty ? .error : .warning
                return Diagnostic(severity, "no objects found", file: source.path)
            }
            let message = "no objects found; check the command that writes them"
            return Diagnostic(.error, message, file: source.path)
        }
    }
}
