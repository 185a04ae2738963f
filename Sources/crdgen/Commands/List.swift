import ArgumentParser
import CRDInspection
import CRDRuntime
import CRDSchema

extension CRDGen {
    /// `crdgen list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List kinds and versions with scope and number of attributes.",
            discussion: """
                A line for each version of each kind. ATTRIBUTES counts all depths; REQUIRED those \
                that must be there if what they stand in is there. SWIFT is the name that code \
                writes.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen list
                  crdgen list widgets.yaml --json
                  kubectl get crds -o yaml | crdgen list -
                """
        )

        @Argument(
            help: "Folders or files of CRDs, or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var paths: [String] = []

        @OptionGroup var sources: SourceOptions

        @Flag(help: "Print an array with an object for each line.")
        var json = false

        func run() throws {
            let (catalog, isWhole) = try sources.catalog(paths)
            let listing = ResourceListing(catalog)
            if json {
                try StandardOutput.print(listing.json.jsonText)
            } else {
                try StandardOutput.write(listing.text)
            }
            if catalog.entries.isEmpty { StandardError.print("no CRDs found") }
            guard isWhole else { throw ExitCode.failure }
        }
    }
}
