import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDYAML

/// Where a command that looks at CRDs finds them.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder of CRDs, a file, or '-' for standard input; may be given several times.",
            discussion: "Without it: the folder 'crds' of each target, else 'crds'.",
            valueName: "path"
        ),
        completion: .file(extensions: CRDSource.endings)
    )
    var crds: [String] = []

    /// Every kind of what is named.
    ///
    /// Errors in CRDs are printed; warnings are left to `generate`.
    ///
    /// - Parameter more: Paths that were given besides the option.
    /// - Returns: The kinds that can be read, and whether that is all of them.
    /// - Throws: `Diagnostic` if a path or a configuration cannot be read.
    func catalog(_ more: [String] = []) throws -> (catalog: ResourceCatalog, isWhole: Bool) {
        let words = more + crds
        return try Self.catalog(of: words.isEmpty ? CRDSource.usual() : words.map { CRDSource($0) })
    }

    /// Every kind of some sources, of which those with one `crdgen.yaml` belong together.
    ///
    /// - Parameters:
    ///   - sources: Where CRDs are.
    ///   - isQuiet: Whether neither errors in CRDs nor progress are printed.
    /// - Returns: The kinds that can be read, and whether that is all of them.
    /// - Throws: `Diagnostic` if a source or a configuration cannot be read.
    static func catalog(
        of sources: [CRDSource],
        isQuiet: Bool = false
    ) throws -> (catalog: ResourceCatalog, isWhole: Bool) {
        var catalog = ResourceCatalog()
        var diagnostics: [Diagnostic] = []
        var folders: [String?] = []
        for source in sources where !folders.contains(source.configurationFolder) {
            folders.append(source.configurationFolder)
        }
        for folder in folders {
            let members = sources.filter { $0.configurationFolder == folder }
            let module = CRDModule(sources: members, name: "")
            let configuration = try module.configuration(&diagnostics)
            let files = try module.files()
            var progress = Progress("reading", of: files.count, isShown: !isQuiet)
            catalog.add(files, configuration, &diagnostics) { progress.step() }
            progress.end()
            diagnostics += module.withoutCRDs(besides: Set(catalog.entries.map(\.file)))
        }
        let errors = diagnostics.filter { $0.severity == .error }
        if !isQuiet { StandardError.print(errors) }
        return (catalog, errors.isEmpty)
    }
}
