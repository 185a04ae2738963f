import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDPages
import CRDRuntime
import CRDValues
import CRDYAML

extension CRDGen {
    /// `crdgen docs`.
    struct Docs: MessageCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write reference pages or a site for CRDs, or print one page.",
            discussion: """
                Writes a Markdown page for each version of each kind, and 'README.md', which lists \
                the pages, to 'Generated/docs' or to the folder of '--output'. With '--kind', \
                prints the page of that kind. With '--site', writes a site of HTML pages instead, \
                with a search, which needs no server: open 'index.html' in the folder.

                With '--docc', writes a catalog for DocC instead, which adds facts, an example, and \
                topics to the pages of the generated types, and lists the kinds on the page of the \
                module. Symbols that a file of yours in the catalog extends are left out.

                Only files whose content changes are written; if a CRD has errors, no files are \
                written. If you pass folders, generated pages whose CRD no longer exists are \
                removed. With several modules, so are those of former modules.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen docs
                  crdgen docs crds --output docs/reference --detail plain
                  crdgen docs --site site
                  crdgen docs --docc Sources/SageMaker/SageMaker.docc
                  crdgen docs --kind TrainingJob
                  kubectl get crds -o yaml | crdgen docs - --output pages
                """
        )

        @OptionGroup var sources: ModuleOptions

        @Option(
            help: ArgumentHelp(
                "The folder of the pages; several modules have a folder each in it. "
                    + "(default: Generated/docs)",
                valueName: "folder"
            ),
            completion: .directory
        )
        var output: String?

        @Option(
            help: ArgumentHelp(
                "The detail of the pages, instead of 'docs' in 'crdgen.yaml': 'plain' or 'full'.",
                valueName: "detail"
            ),
            completion: .list(PageDetail.allCases.map(\.rawValue))
        )
        var detail: PageDetail?

        @Option(
            help: ArgumentHelp(
                "The folder of a site of HTML pages, which is written instead of Markdown; "
                    + "several modules share its index and its search.",
                valueName: "folder"
            ),
            completion: .directory
        )
        var site: String?

        @Option(
            help: ArgumentHelp(
                "The folder of a catalog for DocC, which is written instead of Markdown pages; "
                    + "several modules have a catalog each in it.",
                valueName: "folder"
            ),
            completion: .directory
        )
        var docc: String?

        @Option(
            help: """
                The kind whose page is printed to standard output, by any name that kubectl accepts, \
                such as 'example.com/v1/Widget'.
                """,
            completion: .kinds
        )
        var kind: String?

        @OptionGroup var version: VersionOptions

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try output.requireFolder(of: "--output")
            try site.requireFolder(of: "--site")
            try docc.requireFolder(of: "--docc")
            try rejectOtherForms()
            if kind == nil, version.apiVersion != nil {
                throw ValidationError(
                    "'--api-version' is used only with '--kind'; add '--kind' or remove it"
                )
            }
        }

        /// Rejects two forms of the pages, and options that a form does not have.
        private func rejectOtherForms() throws(ValidationError) {
            let forms = [
                ("--docc", docc, "writes a catalog for DocC"), ("--site", site, "writes a site"),
                ("--kind", kind, "prints one page"),
            ].filter { $0.1 != nil }
            guard let (form, _, effect) = forms.first else { return }
            if forms.count > 1 {
                let (other, _, otherEffect) = forms[1]
                throw ValidationError(
                    "'\(form)' and '\(other)' exclude each other: '\(form)' \(effect), "
                        + "'\(other)' \(otherEffect)"
                )
            }
            if output != nil {
                let reason =
                    kind == nil ? "'\(form)' has the path of the folder" : "'\(form)' \(effect)"
                throw ValidationError("'\(form)' and '--output' exclude each other: \(reason)")
            }
            if kind == nil, detail != nil {
                throw ValidationError(
                    "'\(form)' and '--detail' exclude each other: '\(form)' \(effect), "
                        + "which always has all details"
                )
            }
        }

        func run() throws {
            let path = try kind.map { try AttributePath($0) }
            let modules = try sources.modules(output: output ?? site ?? docc)
            if let path { return try printPage(of: path, modules) }
            if let site {
                return try write(modules, .site, docs: .full, to: site)
            }
            if let docc {
                if modules.contains(where: \.name.isEmpty) {
                    throw ValidationError(
                        "'--docc' needs the module of the types; add '--module' with its name"
                    )
                }
                return try write(modules, .catalog, docs: .full, to: docc)
            }
            let extent = Generation.Extent.pages(folder: output == nil ? "docs" : "")
            try write(modules, extent, docs: detail, to: output ?? "Generated")
        }

        private func write(
            _ modules: [CRDModule],
            _ extent: Generation.Extent,
            docs: PageDetail?,
            to path: String
        ) throws {
            var files = try Generation(modules, extent, docs: docs).checkedFiles()
            let folder = OutputFolder(path: path.withoutSlash, extent: extent)
            if case .catalog = extent {
                files = DocCFolder(path: folder.path).withoutOwnPages(files)
            }
            let changes = folder.changes(toHold: files)
            try folder.rejectForeignFiles(in: changes)
            if case .site = extent { try folder.rejectOtherFiles() }
            if !modules.allSatisfy(\.isOfFolders) { try folder.rejectOtherCRDs(in: changes) }
            try folder.applyAndReport(changes)
        }

        private func printPage(of path: AttributePath, _ modules: [CRDModule]) throws {
            var catalog = ResourceCatalog()
            var details: [String: PageDetail] = [:]
            var diagnostics: [Diagnostic] = []
            for module in modules {
                let configuration = try module.configuration(&diagnostics)
                let files = try module.files(forKind: path.kind, configuration)
                for file in files { details[file.path] = configuration.docs }
                var progress = Progress("reading", of: files.count)
                catalog.add(files, module: module.name, configuration, &diagnostics) {
                    progress.step()
                }
                progress.end()
            }
            let errors = diagnostics.filter { $0.severity == .error }
            StandardError.print(errors)
            let entry = try catalog.entry(at: path, apiVersion: version.apiVersion)
            let page = ReferencePage(
                version: entry.version,
                type: entry.type,
                shortName: entry.swiftName,
                detail: detail ?? details[entry.file] ?? .full,
                related: RelatedPages(
                    of: entry.version.definition,
                    among: catalog.entries.map(\.version.definition)
                )
            )
            try StandardOutput.write(page.text)
            if !errors.isEmpty { throw ExitCode.failure }
        }
    }
}
