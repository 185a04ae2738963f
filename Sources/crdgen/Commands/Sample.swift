import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDPages
import CRDRuntime
import CRDSchema

extension CRDGen {
    /// `crdgen sample`.
    struct Sample: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a manifest of a kind to begin with, or the Swift that makes it.",
            discussion: """
                Prints what must be there, or with '--full' every attribute but a 'status' that \
                the server ignores, lists and maps with one element each; of attributes that \
                exclude each other, the first. Values are defaults, allowed values and examples \
                of the CRD, else placeholders within its limits; rules of the Common Expression \
                Language are not looked at.

                With '--commented', every attribute is there with what there is to know about it, \
                and all that need not be there is commented out.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen sample TrainingJob
                  crdgen sample trainingjobs --full > job.yaml
                  crdgen sample TrainingJob --commented
                  crdgen sample TrainingJob --swift
                  crdgen sample TrainingJob --json | kubectl apply --dry-run=server -f -
                  crdgen sample example.com/v1beta1/Widget --crds widgets.yaml
                """
        )

        @Argument(help: "A kind, by any name that kubectl takes.", completion: .kinds)
        var kind: String

        @Option(
            help: ArgumentHelp(
                "Group and version of the kind, or one of them.",
                valueName: "group/version"
            )
        )
        var apiVersion: String?

        @OptionGroup var sources: SourceOptions

        @Flag(help: "Print every attribute.")
        var full = false

        @Flag(help: "Print every attribute, what need not be there as comments.")
        var commented = false

        @Flag(help: "Print Swift code; types of your own, from 'crdgen.yaml', are left open.")
        var swift = false

        @Flag(help: "Print the manifest in JSON.")
        var json = false

        func validate() throws {
            let forms = [("--commented", commented), ("--swift", swift), ("--json", json)]
            let given = forms.filter(\.1).map(\.0)
            if given.count > 1 {
                throw ValidationError("'\(given[0])' and '\(given[1])' exclude each other")
            }
        }

        func run() throws {
            let path = try AttributePath(kind)
            let (catalog, isWhole) = try sources.catalog()
            let entry = try catalog.entry(at: path, apiVersion: apiVersion)
            let sample = CRDInspection.Sample(of: entry, extent: full ? .full : .minimal)
            if json {
                try StandardOutput.print(sample.json.jsonText)
            } else if commented {
                try StandardOutput.write(sample.commentedManifest)
            } else {
                try StandardOutput.write(swift ? sample.swift : sample.manifest)
            }
            guard isWhole else { throw ExitCode.failure }
        }
    }
}
