import ArgumentParser
import CRDCatalog
import CRDInspection
import CRDRuntime
import CRDValues

extension CRDGen {
    /// `crdgen explain`.
    struct Explain: MessageCommand {
        static let configuration = CommandConfiguration(
            abstract: "Explain a kind or a field, like 'kubectl explain'.",
            discussion: """
                The path uses the spelling of Swift or the spelling of manifests. Elements of \
                lists and maps are not part of the path. The kind can have any name that kubectl \
                accepts. By default, the stored version is explained.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen explain TrainingJob
                  crdgen explain TrainingJob.spec.resource_config
                  crdgen explain trainingjobs.spec.resourceConfig --json
                  crdgen explain --api-version example.com/v1beta1 Widget.spec
                  crdgen explain example.com/v1beta1/Widget --recursive
                  crdgen explain Deployment.spec --openapi apps.json
                """
        )

        @Argument(
            help: "A kind, or the path of a field, such as 'Widget.spec.size'.",
            completion: .kinds
        )
        var path: String

        @OptionGroup var version: VersionOptions

        @OptionGroup var kinds: KindOptions

        @Flag(help: "List the names of the fields at all depths, without descriptions.")
        var recursive = false

        @Flag(help: "Print a JSON object; 'fields' has the fields one level below.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            if json, recursive {
                throw ValidationError("'--json' and '--recursive' exclude each other")
            }
        }

        func run() throws {
            let path = try AttributePath(path)
            let (catalog, isWhole) = try kinds.catalog(ofKind: path.kind)
            let explanation = try Explanation(path, in: catalog, apiVersion: version.apiVersion)
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
