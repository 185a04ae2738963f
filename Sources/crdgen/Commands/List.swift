import ArgumentParser
import CRDInspection
import CRDRuntime
import CRDValues

extension CRDGen {
    /// `crdgen list`.
    struct List: ConcurrentCommand {
        static let configuration = CommandConfiguration(
            abstract: "List kinds and versions with their scope and Swift type.",
            discussion: """
                Prints a line for each version of each kind. SWIFT is the name of the generated \
                type. Schemas are not read, so that a folder of any size is listed at once; \
                'crdgen check' finds the errors in them.

                With --count, ATTRIBUTES is the number of fields at all depths, and REQUIRED is \
                the number of fields that are required if their parent exists.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen list
                  crdgen list widgets.yaml --count --json
                  kubectl get crds -o yaml | crdgen list -
                """
        )

        @Argument(
            help: "Folders or files of CRDs, or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var paths: [String] = []

        @OptionGroup var sources: SourceOptions

        @Flag(help: "Read the schemas too, and count their fields.")
        var count = false

        @Flag(help: "Print a JSON array with an object for each line.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func perform() async throws {
            let (listing, isWhole) = try await sources.listing(paths, isCounting: count)
            if json {
                try StandardOutput.print(listing.json.jsonText)
            } else {
                try StandardOutput.write(listing.text)
            }
            guard isWhole else { throw ExitCode.failure }
        }
    }
}
