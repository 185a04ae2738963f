import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDYAML

extension CRDGen {
    /// `crdgen rules`.
    struct Rules: ConcurrentCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the CEL rules of CRDs with their estimated costs.",
            discussion: """
                Prints the rules of each version: the path of the values, the line in the file, the \
                rule, its message, whether it is a transition rule (it compares with the old \
                value), and the estimated cost. Invalid rules are first, then the most expensive \
                ones.

                The API server rejects a CRD if a rule costs more than 10,000,000, or if all rules \
                of a version cost more than 100,000,000. For a rule with more than 10 % of its \
                limit, the list has the limits (maxItems, maxLength, maxProperties) that would \
                reduce the cost: 64 for lists and maps and 256 for strings, with the cost if you \
                add them.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen rules
                  crdgen rules widgets.yaml
                  kubectl get crd widgets.example.com -o yaml | crdgen rules - --json
                """
        )

        @Argument(
            help: "Folders or files of CRDs, or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var paths: [String] = []

        @OptionGroup var sources: SourceOptions

        @Flag(help: "Print a JSON array with an object for each rule.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try CRDSource.requireOneStandardInput(in: paths + sources.crds)
        }

        func perform() async throws {
            let module = try sources.module(paths)
            let listings = try await module.concurrentMap("reading", RuleListing.init(of:))
            let listing = RuleListing(listings)
            var errors = listing.errors
            errors += module.withoutCRDs(besides: Set(listing.versions.map(\.file)))
            StandardError.print(errors)
            if json {
                try StandardOutput.print(listing.json.jsonText)
            } else {
                try StandardOutput.write(listing.text(style: Terminal.outputStyle))
            }
            if errors.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
        }
    }
}
