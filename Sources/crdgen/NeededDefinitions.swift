import CRDGeneratorCore
import CRDInspection
import CRDYAML

/// The CRDs of some sources that are needed for the kinds of manifests.
///
/// A scan finds the files that have them, or can have them; only these are parsed.
struct NeededDefinitions {
    /// The kinds, with the OpenAPI documents in folders of CRDs.
    var kinds = KnownKinds()
    /// A diagnostic for each source that has no CRD.
    private(set) var withoutCRDs: [Diagnostic] = []
    /// The number of files.
    private var fileCount = 0
    /// The number of files that are parsed.
    private var readCount = 0

    /// Reads the CRDs.
    ///
    /// - Parameters:
    ///   - sources: The sources of the CRDs.
    ///   - needed: The kinds of the manifests.
    ///   - severity: The severity for a source without CRDs.
    /// - Throws: `Diagnostic` if a source cannot be read.
    init(
        _ sources: [CRDSource],
        of needed: NeededKinds,
        withoutCRDs severity: Diagnostic.Severity
    ) throws(Diagnostic) {
        for source in sources {
            let hasCRDs = try add(source, needed)
            if try kinds.openAPI.add(source) || hasCRDs { continue }
            let message = "no CustomResourceDefinition found"
            withoutCRDs.append(Diagnostic(severity, message, file: source.path))
        }
    }

    /// Adds the CRDs of a source; returns whether it has any, or a file that cannot be read.
    private mutating func add(_ source: CRDSource, _ needed: NeededKinds) throws(Diagnostic) -> Bool
    {
        let files = try source.scan()
        let read = files.filter(needed.isPossible)
        fileCount += files.count
        readCount += read.count
        for file in files where !needed.isPossible(in: file) { kinds.add(unread: file) }
        var hasCRDs = files.contains(where: \.hasDefinitions)
        let definitions = read.map(\.path).concurrentMap { path in
            Result { () throws(Diagnostic) in DefinitionFile(try source.input(path)) }
        }
        for file in definitions {
            if kinds.add(try file.get()) { hasCRDs = true }
        }
        return hasCRDs
    }

    /// The end of a summary, such as `; 1 of 12 files of CRDs read`; empty if all files are read.
    var summary: String {
        readCount == fileCount ? "" : "; \(readCount) of \(fileCount) files of CRDs read"
    }
}
