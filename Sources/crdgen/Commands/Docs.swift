import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDPages
import CRDRuntime
import CRDSchema
import CRDYAML

extension CRDGen {
    /// `crdgen docs`.
    struct Docs: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the reference pages of CRDs, or print one.",
            discussion: """
                Writes a page in Markdown for each version of each kind, and 'README.md', which \
                lists them: to 'Generated/docs', as 'generate' does, or to the folder that \
                '--output' names. With '--kind', prints the page of that kind.

                Writes only what changes, and nothing if anything is wrong with a CRD. Of folders, \
                removes pages that it has written before and no CRD gives any more.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen docs
                  crdgen docs crds --output docs/reference --detail plain
                  crdgen docs --kind TrainingJob
                  kubectl get crds -o yaml | crdgen docs - --output pages
                """
        )

        @OptionGroup var sources: ModuleOptions

        @Option(
            help: ArgumentHelp(
                "The folder of the pages, with a folder for each module if there are several. "
                    + "(default: Generated/docs)",
                valueName: "folder"
            ),
            completion: .directory
        )
        var output: String?

        @Option(
            help: ArgumentHelp(
                "How much the pages say, whatever 'crdgen.yaml' wants: 'plain' or 'full'.",
                valueName: "detail"
            ),
            completion: .list(PageDetail.allCases.map(\.rawValue))
        )
        var detail: PageDetail?

        @Option(help: "The kind whose page is printed.", completion: .kinds)
        var kind: String?

        @Option(
            help: ArgumentHelp(
                "Group and version of that kind, or one of them.",
                valueName: "group/version"
            )
        )
        var apiVersion: String?

        func validate() throws {
            if kind != nil, output != nil {
                throw ValidationError("'--kind' prints a page, so '--output' says nothing")
            }
            if kind == nil, apiVersion != nil {
                throw ValidationError("'--api-version' is for '--kind'")
            }
        }

        func run() throws {
            let modules = try sources.modules(output: output)
            if let kind { return try printPage(of: kind, modules) }
            let extent = Generation.Extent.pages(folder: output == nil ? "docs" : "")
            let files = try Generation(modules, extent, docs: detail).checkedFiles()
            let folder = OutputFolder(
                path: (output ?? "Generated").withoutSlash,
                extent: extent
            )
            let changes = folder.changes(toHold: files)
            try folder.refuseForeign(in: changes)
            if !modules.allSatisfy(\.isOfFolders) { try folder.refuseOthers(in: changes) }
            try folder.applyAndSay(changes)
        }

        private func printPage(of kind: String, _ modules: [CRDModule]) throws {
            var catalog = ResourceCatalog()
            var details: [String: PageDetail] = [:]
            var diagnostics: [Diagnostic] = []
            for module in modules {
                let configuration = try module.configuration(&diagnostics)
                let files = try module.files()
                for file in files { details[file.path] = configuration.docs }
                var progress = Progress("reading", of: files.count)
                catalog.add(files, configuration, &diagnostics) { progress.step() }
                progress.end()
            }
            let errors = diagnostics.filter { $0.severity == .error }
            StandardError.print(errors)
            let entry = try catalog.entry(named: kind, apiVersion: apiVersion)
            let page = ReferencePage(
                version: entry.version,
                type: entry.type,
                shortName: entry.swiftName,
                detail: detail ?? details[entry.file] ?? .full
            )
            try StandardOutput.write(page.text)
            if !errors.isEmpty { throw ExitCode.failure }
        }
    }
}
