import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDPages
import CRDRuntime
import CRDValues

extension CRDGen {
    /// `crdgen sample`.
    struct Sample: MessageCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a sample manifest of a kind, or the Swift code that creates it.",
            discussion: """
                Prints the required fields, or all fields with '--full'. A 'status' that the \
                server ignores is left out. Lists and maps have one element. Of fields that \
                exclude each other, the first is printed. Values are defaults, allowed values, and \
                examples from the CRD; if there are none, they are placeholders within the limits \
                of the schema. CEL rules are satisfied if they can be, by optional fields and by \
                values that the schema or the rule names. A warning reports each rule that isn't \
                satisfied, and each value that the API server would reject.

                With '--commented', prints all fields with an explanation of each one; fields that \
                aren't required are commented out.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen sample TrainingJob
                  crdgen sample trainingjobs --full > job.yaml
                  crdgen sample TrainingJob --commented
                  crdgen sample TrainingJob --swift
                  crdgen sample TrainingJob --json | kubectl apply --dry-run=server -f -
                  crdgen sample example.com/v1beta1/Widget --crds widgets.yaml
                  crdgen sample Deployment --openapi apps.json
                """
        )

        @Argument(help: "A kind, by any name that kubectl accepts.", completion: .kinds)
        var kind: String

        @OptionGroup var version: VersionOptions

        @OptionGroup var kinds: KindOptions

        @Flag(help: "Print all fields.")
        var full = false

        @Flag(help: "Print all fields with explanations; optional fields are commented out.")
        var commented = false

        @Flag(
            help: "Print Swift code; values of your own types, from 'crdgen.yaml', are left open."
        )
        var swift = false

        @Flag(help: "Print the manifest in JSON.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            let forms = [("--commented", commented), ("--swift", swift), ("--json", json)]
            let given = forms.filter(\.1).map(\.0)
            if given.count > 1 {
                throw ValidationError("'\(given[0])' and '\(given[1])' exclude each other")
            }
            if swift, kinds.hasDocuments {
                throw ValidationError("'--swift' and '--openapi' exclude each other")
            }
        }

        func run() throws {
            let path = try AttributePath(kind)
            let (catalog, isWhole) = try kinds.catalog(ofKind: path.kind)
            let entry = try catalog.entry(at: path, apiVersion: version.apiVersion)
            let extent: Example.Extent = full && !commented ? .full : .minimal
            let sample = CRDInspection.Sample(of: entry, extent: extent)
            if json {
                try StandardOutput.print(sample.json.jsonText)
            } else if commented {
                try StandardOutput.write(sample.commentedManifest)
            } else {
                try StandardOutput.write(swift ? sample.swift : sample.manifest)
            }
            StandardError.print(sample.warnings + [sample.note].compactMap(\.self))
            guard isWhole else { throw ExitCode.failure }
        }
    }
}
