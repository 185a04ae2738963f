import ArgumentParser
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

        @OptionGroup var sources: SourceOptions

        @Option(
            name: .customLong("openapi"),
            help: ArgumentHelp(
                "An OpenAPI document of a cluster that is searched instead of CRDs, or a folder; "
                    + "can be repeated.",
                valueName: "path"
            ),
            completion: .file(extensions: ["json"])
        )
        var openAPI: [String] = []

        @Flag(help: "List the names of the fields at all depths, without descriptions.")
        var recursive = false

        @Flag(help: "Print a JSON object; 'fields' has the fields one level below.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            if !openAPI.isEmpty, !sources.crds.isEmpty {
                throw ValidationError("'--openapi' and '--crds' exclude each other")
            }
            if json, recursive {
                throw ValidationError("'--json' and '--recursive' exclude each other")
            }
        }

        func run() throws {
            let path = try AttributePath(path)
            let (catalog, isWhole) = try catalog(for: path)
            let explanation = try Explanation(path, in: catalog, apiVersion: version.apiVersion)
            if json {
                try StandardOutput.print(explanation.json.jsonText)
            } else {
                let text = explanation.text(isRecursive: recursive, style: Terminal.outputStyle)
                try StandardOutput.write(text)
            }
            guard isWhole else { throw ExitCode.failure }
        }

        private func catalog(
            for path: AttributePath
        ) throws -> (catalog: ResourceCatalog, isWhole: Bool) {
            if openAPI.isEmpty { return try sources.catalog(ofKind: path.kind) }
            let documents = try OpenAPIDocuments(at: openAPI)
            return (try ResourceCatalog(of: path.kind, in: documents), true)
        }
    }
}
