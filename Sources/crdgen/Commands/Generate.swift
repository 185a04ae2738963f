import ArgumentParser
import CRDYAML

extension CRDGen {
    /// `crdgen generate`.
    struct Generate: MessageCommand {
        static let configuration = CommandConfiguration(
            abstract: "Generate Swift types and Markdown pages from CRDs.",
            discussion: """
                Writes '<name>.crd.swift' for each file of CRDs, 'Namespaces.crd.swift', a page \
                'docs/<resource>.md' for each version of each CRD, and 'docs/README.md', which \
                lists the pages. Only files whose content changes are written; if a CRD has \
                errors, no files are written.

                If you pass folders, generated files whose CRD no longer exists are removed; other \
                files stay. If you pass files, an output folder that has generated files of other \
                CRDs is an error.

                With '--output -', prints the Swift code as a single file, without pages.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen generate
                  crdgen generate widgets.yaml --module Widgets --output Generated
                  crdgen generate --crds crds --module SageMaker --output Generated
                  kubectl get crd widgets.example.com -o yaml | crdgen generate - --output -
                """
        )

        @OptionGroup var sources: ModuleOptions
        @OptionGroup var options: FolderOptions
        @OptionGroup var detail: DetailOptions

        @OptionGroup var messages: MessageOptions

        func run() throws {
            let modules = try sources.modules(output: options.output)
            if options.output == "-" { return try printSwift(of: modules) }
            let files = try Generation(modules, docs: detail.docs).checkedFiles()
            let folder = options.outputFolder
            let changes = folder.changes(toHold: files)
            try folder.rejectForeignFiles(in: changes)
            if !modules.allSatisfy(\.isOfFolders) { try folder.rejectOtherCRDs(in: changes) }
            try folder.applyAndReport(changes)
        }

        private func printSwift(of modules: [CRDModule]) throws {
            guard modules.count == 1 else {
                throw ValidationError("'--output -' is for one module, found \(modules.count)")
            }
            if detail.docs != nil {
                throw ValidationError(
                    "'--output -' and '--docs' exclude each other: no pages are printed"
                )
            }
            let generation = Generation(modules, .swift)
            _ = try generation.checkedFiles()
            try StandardOutput.write(generation.swiftInOneFile)
        }
    }
}
