import ArgumentParser
import CRDInspection
import CRDRuntime
import CRDSchema

extension CRDGen {
    /// `crdgen explain`.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Explain a kind or an attribute, as 'kubectl explain' does.",
            discussion: """
                The path has names as Swift or keys as manifests spell them; lists and maps need \
                no step of their own. The kind can be given by any name that kubectl takes, and \
                stands for the version that is stored.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen explain TrainingJob
                  crdgen explain TrainingJob.spec.resource_config
                  crdgen explain trainingjobs.spec.resourceConfig --json
                  crdgen explain --api-version example.com/v1beta1 Widget.spec
                  crdgen explain example.com/v1beta1/Widget --recursive
                """
        )

        @Argument(help: "A kind, and the way to an attribute.", completion: .kinds)
        var path: String

        @Option(
            help: ArgumentHelp(
                "Group and version of the kind, or one of them.",
                valueName: "group/version"
            )
        )
        var apiVersion: String?

        @OptionGroup var sources: SourceOptions

        @Flag(help: "List everything below by name, without descriptions.")
        var recursive = false

        @Flag(help: "Print an object with what stands directly below under 'fields'.")
        var json = false

        func validate() throws {
            if json, recursive {
                throw ValidationError("'--json' and '--recursive' exclude each other")
            }
        }

        func run() throws {
            let path = try AttributePath(path)
            let (catalog, isWhole) = try sources.catalog()
            let explanation = try Explanation(path, in: catalog, apiVersion: apiVersion)
            if json {
                try StandardOutput.print(explanation.json.jsonText)
            } else {
                let text = explanation.text(isRecursive: recursive, style: Terminal.outputStyle)
                try StandardOutput.write(text)
            }
            guard isWhole else { throw ExitCode.failure }
        }
    }
}
