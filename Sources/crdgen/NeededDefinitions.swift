import CRDCatalog
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

    /// Reads the CRDs one after the other.
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
            let scan = try scan(source, needed)
            try add(scan.paths.map { source.definitions(in: $0) }, scan, of: source, severity)
        }
    }

    /// Reads the CRDs on all cores.
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
    ) async throws(Diagnostic) {
        for source in sources {
            let scan = try scan(source, needed)
            let files = await scan.paths.concurrentMap { source.definitions(in: $0) }
            try add(files, scan, of: source, severity)
        }
    }

    /// The files of a source that are read, and whether the others have CRDs.
    private typealias Scan = (paths: [String], hasCRDs: Bool)

    private mutating func scan(
        _ source: CRDSource,
        _ needed: NeededKinds
    ) throws(Diagnostic) -> Scan {
        let files = try source.scan()
        let read = files.filter(needed.isPossible)
        fileCount += files.count
        readCount += read.count
        for file in files where !needed.isPossible(in: file) { kinds.add(unread: file) }
        return (read.map(\.path), files.contains(where: \.hasDefinitions))
    }

    private mutating func add(
        _ files: [Result<DefinitionFile, Diagnostic>],
        _ scan: Scan,
        of source: CRDSource,
        _ severity: Diagnostic.Severity
    ) throws(Diagnostic) {
        var hasCRDs = scan.hasCRDs
        for file in files {
            if kinds.add(try file.get()) { hasCRDs = true }
        }
        if try kinds.openAPI.add(source) || hasCRDs { return }
        withoutCRDs.append(.withoutDefinitions(severity, file: source.path))
    }

    /// The end of a summary, such as `; 1 of 12 files of CRDs read`; empty if all files are read.
    var summary: String {
        readCount == fileCount ? "" : "; \(readCount) of \(fileCount) files of CRDs read"
    }
}

extension CRDSource {
    /// Reads the CRDs of a file.
    fileprivate func definitions(in path: String) -> Result<DefinitionFile, Diagnostic> {
        Result { () throws(Diagnostic) in DefinitionFile(try input(path)) }
    }
}
