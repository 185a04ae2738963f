import ArgumentParser
import CRDCatalog
import CRDComparison
import CRDGeneratorCore
import CRDInspection
import CRDPages
import CRDRuntime
import CRDValues
import CRDYAML

/// The files that are generated from CRDs.
struct Generation {
    /// The kinds of files that are generated.
    enum Extent {
        /// Swift, and pages in a folder 'docs' beside it.
        case everything
        /// Only Swift.
        case swift
        /// Only pages, in a folder with that name; empty for the output folder itself.
        case pages(folder: String)
        /// Only the site of HTML pages, in the output folder itself.
        case site
        /// Only a catalog of documentation extensions for DocC, in the output folder itself.
        case catalog

        /// Returns the folder of a module, if there are several.
        fileprivate func folder(of module: String) -> String {
            switch self {
            case .everything, .swift, .pages, .site: module
            case .catalog: "\(module).docc"
            }
        }

        /// The number of progress steps for each file: one for reading, and one for each result.
        fileprivate var stepsOfFile: Int {
            switch self {
            case .everything: 3
            case .swift, .pages, .site, .catalog: 2
            }
        }
    }

    /// Path, relative to the output folder → text.
    private(set) var files: [String: String] = [:]
    /// The paths of the Swift files: the shared file first, the others in the order of the CRDs.
    private var swiftPaths: [String] = []
    /// Path in lower case, as some file systems ignore case → the file that it is generated from.
    private var sources: [String: String] = [:]
    /// The errors and warnings; if there is an error, the result must not be used.
    private(set) var diagnostics: [Diagnostic] = []
    private let extent: Extent
    private let emptyFolders: Diagnostic.Severity
    private var progress = Progress("generating", of: 0)
    private var site = Site()

    /// Generates the files of the modules; several modules have a folder each.
    ///
    /// - Parameters:
    ///   - modules: The CRDs of each module.
    ///   - extent: The kinds of files that are generated.
    ///   - docs: The detail of the pages; `nil` for the one in the configuration of each module.
    ///   - emptyFolders: The severity for a folder without any CRD. By default a warning, because
    ///     the last CRD of a folder can be removed, and its generated files with it.
    init(
        _ modules: [CRDModule],
        _ extent: Extent = .everything,
        docs: PageDetail? = nil,
        emptyFolders: Diagnostic.Severity = .warning
    ) {
        self.extent = extent
        self.emptyFolders = emptyFolders
        for module in modules {
            do throws(Diagnostic) {
                let prefix = modules.count == 1 ? "" : "\(extent.folder(of: module.name))/"
                try add(module, docs, prefix: prefix)
            } catch {
                diagnostics.append(error)
            }
        }
        for file in site.sharedFiles { add(file.path, file.text, from: "all CRDs") }
    }

    /// The Swift code as the text of a single file, which compiles on its own.
    var swiftInOneFile: String {
        swiftPaths.compactMap { files[$0] }.joined(separator: "\n")
    }

    /// Whether there are errors.
    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Prints the diagnostics and returns the files.
    ///
    /// - Returns: Path, relative to the folder of the result → text.
    /// - Throws: `ExitCode.failure` if there are errors.
    func checkedFiles() throws -> [String: String] {
        StandardError.print(diagnostics)
        if hasErrors { throw ExitCode.failure }
        return files
    }

    private mutating func add(
        _ module: CRDModule,
        _ docs: PageDetail?,
        prefix: String
    ) throws(Diagnostic) {
        var configuration = try module.configuration(&diagnostics)
        if let docs { configuration.docs = docs }
        // The generator doesn't know the rules of changes, which only 'crdgen diff' uses.
        var levels = ChangeLevels(failing: .never)
        levels.add(configuration.changeLevels, of: configuration.file, &diagnostics)
        var generator = ModuleGenerator(module: module.name, configuration: configuration)
        let files = try module.files()
        progress = Progress("generating", of: files.count * extent.stepsOfFile)
        defer { progress.end() }
        for input in files {
            progress.step()
            generator.add(input, &diagnostics)
        }
        let namespaces = generator.namespacesText(&diagnostics)
        diagnostics = configuration.addingSuggestions(to: diagnostics, from: generator.outputs)
        let given = Set(generator.outputs.filter { !$0.resources.isEmpty }.map(\.path))
        let withoutCRDs = module.withoutCRDs(besides: given, inFolders: emptyFolders)
        diagnostics = diagnostics.besides(withoutCRDs) + withoutCRDs
        // A duplicate definition is reported already; that its files have one path is no news.
        if hasErrors { return }
        switch extent {
        case .everything:
            addSwift(generator, namespaces: namespaces, prefix: prefix)
            addPages(generator, prefix: "\(prefix)docs/")
        case .swift:
            addSwift(generator, namespaces: namespaces, prefix: prefix)
        case .pages(let folder):
            addPages(generator, prefix: folder.isEmpty ? prefix : "\(prefix)\(folder)/")
        case .site:
            addSite(generator, module: prefix.isEmpty ? "" : module.name)
        case .catalog:
            addCatalog(generator, module: module.name, prefix: prefix)
        }
    }

    private mutating func addSwift(
        _ generator: ModuleGenerator,
        namespaces: String,
        prefix: String
    ) {
        addSwift("\(prefix)\(SwiftFile.namespacesName)", namespaces, from: "the groups of all CRDs")
        let sharing = generator.sharing
        for output in generator.outputs {
            progress.step()
            let text = output.swift(sharing).text
            addSwift("\(prefix)\(output.swiftName)", text, from: output.path)
        }
    }

    private mutating func addSwift(_ path: String, _ text: String, from source: String) {
        swiftPaths.append(path)
        add(path, text, from: source)
    }

    private mutating func addPages(_ generator: ModuleGenerator, prefix: String) {
        let shortNames = generator.shortNames
        var pages: [ReferencePage] = []
        for output in generator.outputs {
            progress.step()
            for page in output.pages(shortNames: shortNames) {
                add("\(prefix)\(page.fileName)", page.text, from: output.path)
                pages.append(page)
            }
        }
        if pages.isEmpty { return }
        add("\(prefix)\(PageIndex.fileName)", PageIndex(pages).text, from: "all CRDs")
    }

    private mutating func addSite(_ generator: ModuleGenerator, module: String) {
        let shortNames = generator.shortNames
        for output in generator.outputs {
            progress.step()
            for (page, version) in zip(output.pages(shortNames: shortNames), output.resources) {
                let changes = SiteChanges(of: version, among: output.resources)
                for file in site.add(page, of: module, changes: changes) {
                    add(file.path, file.text, from: output.path)
                }
            }
        }
    }

    private mutating func addCatalog(
        _ generator: ModuleGenerator,
        module: String,
        prefix: String
    ) {
        let shortNames = generator.shortNames
        let pages = generator.outputs.map { $0.pages(shortNames: shortNames) }
        let catalog = DocCCatalog(module: module, pages.flatMap(\.self))
        for (output, pages) in zip(generator.outputs, pages) {
            progress.step()
            for (page, resource) in zip(pages, output.resources) {
                if let file = catalog.file(of: page) {
                    add("\(prefix)\(file.path)", file.text, from: output.path)
                } else {
                    let name = resource.type.qualifiedName
                    diagnostics.append(.withoutSymbols(name, file: output.path))
                }
            }
        }
        guard let file = catalog.moduleFile else { return }
        add("\(prefix)\(file.path)", file.text, from: "all CRDs")
    }

    private mutating func add(_ path: String, _ text: String, from source: String) {
        files[path] = text
        guard let first = sources.updateValue(source, forKey: path.lowercased()) else { return }
        let message = "would be written to '\(path)', like '\(first)'; rename one of the files"
        diagnostics.append(Diagnostic(.error, message, file: source))
    }
}

extension Diagnostic {
    /// The warning about a kind without a page in DocC.
    fileprivate static func withoutSymbols(_ type: String, file: String) -> Diagnostic {
        let message =
            "DocC has no page of '\(type)', as it leaves out names that begin with '_'; name the "
            + "group under 'groups' in '\(Configuration.fileName)'"
        return Diagnostic(.warning, message, file: file)
    }
}

extension Generator.Output {
    /// The name of the Swift file; for a pipe, it is made from the name of the only CRD.
    fileprivate var swiftName: String {
        guard CRDSource.isNameless(path) else { return SwiftFile.name(ofFile: path) }
        let names = Set(
            resources.map(\.version.definition).map { "\($0.group)_\($0.names.plural)" }
        )
        let name = names.count == 1 ? names.first : nil
        return SwiftFile.name(ofFile: "\(name ?? "CRDs").yaml")
    }
}
