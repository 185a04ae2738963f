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
                type. Schemas are not read, so that a folder of any size is listed at once. Errors \
                outside of schemas are those that 'crdgen check' reports; a CRD that the API server \
                would reject is listed if its names and versions can be read.

                With --count, the schemas are read too. ATTRIBUTES is the number of fields at all \
                depths, and REQUIRED is the number of fields that are required if their parent exists.

                With --openapi, lists the kinds in OpenAPI documents of a cluster. NAMES are other \
                names of a kind, which 'crdgen explain' and 'crdgen sample' accept. In a document \
                without paths, the names and the scope are known only of Kubernetes' own kinds; of \
                others, these commands accept the regular plural, such as 'widgets'.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen list
                  crdgen list widgets.yaml --count --json
                  kubectl get crds -o yaml | crdgen list -
                  kubectl get --raw /openapi/v2 | crdgen list --openapi -
                """
        )

        @Argument(
            help: "Folders or files of CRDs, or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var paths: [String] = []

        @OptionGroup var kinds: KindOptions

        @Flag(help: "Read the schemas too, and count their fields.")
        var count = false

        @Flag(help: "Print a JSON array with an object for each line.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try kinds.requireOneStandardInput(besides: paths)
            if !kinds.hasDocuments { return }
            if !paths.isEmpty {
                throw ValidationError("'--openapi' and files of CRDs exclude each other")
            }
            if count {
                throw ValidationError(
                    "'--openapi' and '--count' exclude each other: only fields of CRDs are counted"
                )
            }
        }

        func perform() async throws {
            if kinds.hasDocuments {
                let (listing, isWhole) = try kinds.documentListing()
                try write(listing.text, listing.json)
                if isWhole { return }
                throw ExitCode.failure
            }
            let (listing, isWhole) = try await kinds.listing(paths, isCounting: count)
            try write(listing.text, listing.json)
            guard isWhole else { throw ExitCode.failure }
        }

        private func write(
            _ text: @autoclosure () -> String,
            _ value: @autoclosure () -> JSONValue
        ) throws {
            if json {
                try StandardOutput.print(value().jsonText)
            } else {
                try StandardOutput.write(text())
            }
        }
    }
}
