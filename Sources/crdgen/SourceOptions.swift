import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDYAML

/// The options for the CRDs that a command reads.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder or file of CRDs, or '-' for standard input; can be repeated.",
            discussion: "Default: the folder 'crds' of each target, or else 'crds'.",
            valueName: "path"
        ),
        completion: .file(extensions: CRDSource.endings)
    )
    var crds: [String] = []

    /// Returns the kinds of the CRDs.
    ///
    /// Errors in CRDs are printed. Warnings are not; `generate` prints them.
    ///
    /// - Parameter kind: A name of the only kind that is needed, so that other CRDs are not read;
    ///   `nil` for all kinds.
    /// - Returns: The kinds that can be read, and whether that is all of them.
    /// - Throws: `Diagnostic` if a path or a configuration cannot be read.
    func catalog(
        ofKind kind: String? = nil
    ) throws -> (catalog: ResourceCatalog, isWhole: Bool) {
        try Self.catalog(of: sources([]), kind: kind)
    }

    /// Returns the CRDs as a module without a name.
    ///
    /// - Parameter more: Paths from arguments, in addition to the option.
    /// - Returns: The module; its files are not read yet.
    /// - Throws: `Diagnostic` if there are no paths and no folder of CRDs.
    func module(_ more: [String]) throws(Diagnostic) -> CRDModule {
        CRDModule(sources: try sources(more), name: "")
    }

    /// Returns the list of the kinds of the CRDs.
    ///
    /// Errors in CRDs are printed.
    ///
    /// - Parameters:
    ///   - more: Paths from arguments, in addition to the option.
    ///   - isCounting: Whether schemas are read, and their fields counted.
    /// - Returns: The kinds that can be read, and whether that is all of them.
    /// - Throws: `Diagnostic` if a path or a configuration cannot be read; `ExitCode.failure` if
    ///   there are no kinds.
    func listing(
        _ more: [String],
        isCounting: Bool
    ) async throws -> (listing: ResourceListing, isWhole: Bool) {
        var listing = ResourceListing()
        let (sources, errors) = Self.existing(try sources(more))
        var diagnostics = errors
        for module in Self.modules(of: sources) {
            let configuration = try module.configuration(&diagnostics)
            let files = try await module.concurrentMap("reading") { file in
                isCounting
                    ? ListedFile(counting: file, configuration) : ListedFile(file, configuration)
            }
            diagnostics += listing.add(files, module: module.name, configuration)
            diagnostics += module.withoutCRDs(besides: listing.files)
        }
        let isWhole = try Self.printErrors(diagnostics, hasKinds: !listing.files.isEmpty)
        return (listing, isWhole)
    }

    private func sources(_ more: [String]) throws(Diagnostic) -> [CRDSource] {
        let words = more + crds
        return words.isEmpty ? try CRDSource.usual() : Self.sources(words)
    }

    /// Returns the sources for paths; each path once, because it would define each kind again.
    private static func sources(_ words: [String]) -> [CRDSource] {
        var known: Set<String> = []
        return words.filter { known.insert($0.withoutSlash).inserted }.map { CRDSource($0) }
    }

    /// Returns the sources without missing files, and an error for each missing file.
    private static func existing(
        _ sources: [CRDSource]
    ) -> (sources: [CRDSource], errors: [Diagnostic]) {
        var errors: [Diagnostic] = []
        let existing = sources.filter { source in
            guard case .file = source else { return true }
            do throws(Diagnostic) {
                _ = try source.paths()
                return true
            } catch {
                errors.append(error)
                return false
            }
        }
        return (existing, errors)
    }

    /// Returns the kinds of some sources; those with the same `crdgen.yaml` are read together.
    ///
    /// - Parameters:
    ///   - sources: The sources of the CRDs.
    ///   - kind: A name of the only kind that is needed; `nil` for all kinds.
    /// - Returns: The kinds that can be read, and whether that is all of them.
    /// - Throws: `Diagnostic` if a source or a configuration cannot be read; `ExitCode.failure` if
    ///   there are no kinds.
    private static func catalog(
        of sources: [CRDSource],
        kind: String?
    ) throws -> (catalog: ResourceCatalog, isWhole: Bool) {
        var catalog = ResourceCatalog()
        var diagnostics: [Diagnostic] = []
        for module in modules(of: sources) {
            let configuration = try module.configuration(&diagnostics)
            let files = try module.files(forKind: kind, configuration)
            var progress = Progress("reading", of: files.count)
            catalog.add(files, module: module.name, configuration, &diagnostics) {
                progress.step()
            }
            progress.end()
            diagnostics += module.withoutCRDs(besides: Set(catalog.entries.map(\.file)))
        }
        let isWhole = try printErrors(diagnostics, hasKinds: !catalog.entries.isEmpty)
        return (catalog, isWhole)
    }

    /// Returns the sources as modules; those with the same `crdgen.yaml` are one module, with the
    /// name of the target that has them.
    private static func modules(of sources: [CRDSource]) -> [CRDModule] {
        var folders: [String?] = []
        for source in sources where !folders.contains(source.configurationFolder) {
            folders.append(source.configurationFolder)
        }
        return folders.map { folder in
            let sources = sources.filter { $0.configurationFolder == folder }
            return CRDModule(sources: sources, name: CRDModule.name(of: sources, nil))
        }
    }

    /// Prints the errors among diagnostics; returns whether there are none.
    ///
    /// - Throws: `ExitCode.failure` if there are errors and no kinds, since a search would only report
    ///   that there are no kinds.
    private static func printErrors(_ diagnostics: [Diagnostic], hasKinds: Bool) throws -> Bool {
        let errors = diagnostics.filter { $0.severity == .error }
        StandardError.print(errors)
        if !hasKinds, !errors.isEmpty { throw ExitCode.failure }
        return errors.isEmpty
    }
}

extension SourceOptions {
    /// Returns the CRDs for the kinds of manifests, read one after the other.
    ///
    /// Without the option there may be none, since the manifests can contain the CRDs. The OpenAPI
    /// documents in folders of CRDs are added to the kinds.
    ///
    /// - Parameter needed: The kinds of the manifests; other CRDs are not read.
    /// - Returns: The CRDs of these kinds.
    /// - Throws: `Diagnostic` if a path cannot be read.
    func definitions(of needed: NeededKinds) throws(Diagnostic) -> NeededDefinitions {
        let (sources, severity) = definitionSources
        return try NeededDefinitions(sources, of: needed, withoutCRDs: severity)
    }

    /// Returns the same CRDs, read on all cores.
    func definitions(of needed: NeededKinds) async throws(Diagnostic) -> NeededDefinitions {
        let (sources, severity) = definitionSources
        return try await NeededDefinitions(sources, of: needed, withoutCRDs: severity)
    }

    /// The sources of CRDs for manifests, and the severity for one without CRDs.
    private var definitionSources: ([CRDSource], Diagnostic.Severity) {
        if crds.isEmpty { return ((try? CRDSource.usual()) ?? [], .warning) }
        return (Self.sources(crds), .error)
    }
}
