import ArgumentParser
import CRDYAML

extension CRDGen {
    /// `crdgen generate`.
    struct Generate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write Swift and Markdown for CRDs.",
            discussion: """
                Writes '<name>.crd.swift' for each file of CRDs, 'Namespaces.crd.swift', and \
                'docs/<resource>.md' for each version of each CRD, which 'docs/README.md' lists. \
                Writes only what changes, and nothing if anything is wrong with a CRD.

                Of folders, removes what it has written before and no CRD gives any more; other \
                files stay. Where files are named, it stops if the result has files of other CRDs.

                With '--output -', prints the Swift as one file, without pages.

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

        func run() throws {
            let modules = try sources.modules(output: options.output)
            if options.output == "-" { return try printSwift(of: modules) }
            let files = try Generation(modules, docs: options.docs).checkedFiles()
            let folder = options.outputFolder
            let changes = folder.changes(toHold: files)
            try folder.refuseForeign(in: changes)
            if !modules.allSatisfy(\.isOfFolders) { try folder.refuseOthers(in: changes) }
            try folder.applyAndSay(changes)
        }

        private func printSwift(of modules: [CRDModule]) throws {
            guard modules.count == 1 else {
                throw ValidationError("'--output -' is for one module, found \(modules.count)")
            }
            if options.docs != nil {
                throw ValidationError("'--output -' prints no pages, so '--docs' says nothing")
            }
            let generation = Generation(modules, .swift)
            _ = try generation.checkedFiles()
            try StandardOutput.write(generation.swiftInOneFile)
        }
    }
}
