import ArgumentParser
import CRDInspection
import CRDRuntime
import CRDValues
import CRDYAML

extension CRDGen {
    /// `crdgen eval`.
    struct Eval: ConcurrentCommand {
        static let configuration = CommandConfiguration(
            abstract: "Evaluate a CEL expression on manifests, without a cluster.",
            discussion: """
                Evaluates the expression as a rule of 'x-kubernetes-validations', with 'self' of the \
                type in the CRD, and prints value, type, and cost for each object. The result can \
                have any type. Unknown fields are dropped and defaults are filled in first, as the \
                API server does. 'oldSelf' is the value in the object of '--old' with the same \
                group, kind, namespace, and name. With '--optional-old-self', it is an optional \
                value, as in a rule with 'optionalOldSelf', and empty if there is no such object.

                Errors in the expression have the messages of the API server. The cost of one \
                evaluation is limited to 1000000. The estimated cost is the one that counts when \
                the CRD is created.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen eval 'self.spec.replicas <= 3' job.yaml
                  crdgen eval 'self.all(port, port.number > 0)' job.yaml --at spec.ports
                  crdgen eval 'self == oldSelf' new.yaml --old old.yaml --at spec.storageClass
                  kubectl get widgets -o yaml | crdgen eval 'has(self.spec)' - --json
                """
        )

        @Argument(help: "The expression, in the Common Expression Language (CEL).")
        var expression: String

        @Argument(
            help: """
                The manifests: files, folders of '.yaml', '.yml', and '.json' files at any depth, \
                or '-' for standard input.
                """,
            completion: .file(extensions: CRDSource.endings)
        )
        var files: [String]

        @Option(
            help: ArgumentHelp(
                "The field that is 'self', such as 'spec.ports[0]'.",
                discussion: "Default: the whole object.",
                valueName: "field"
            )
        )
        var at = ""

        @Option(
            help: ArgumentHelp(
                "The objects with the value of 'oldSelf': a file, a folder, or '-'; can be repeated.",
                valueName: "path"
            ),
            completion: .file(extensions: CRDSource.endings)
        )
        var old: [String] = []

        @Flag(help: "Evaluate the expression as a rule with 'optionalOldSelf'.")
        var optionalOldSelf = false

        @OptionGroup var sources: SourceOptions

        @Flag(help: "Print a JSON array with an object for each object of the manifests.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try CRDSource.requireOneStandardInput(in: files + old + sources.crds)
        }

        func perform() async throws {
            let place = try ExpressionPlace(at)
            let manifests = try await ManifestSources(files)
            let stored = try await ManifestSources(old)
            let needed = NeededKinds(of: manifests.manifests + stored.manifests)
            let definitions = try await sources.definitions(of: needed)
            var evaluation = ExpressionEvaluation(
                expression,
                at: place,
                definitions.kinds,
                hasOptionalOldSelf: optionalOldSelf
            )
            evaluation.evaluate(
                on: manifests.manifests,
                old: old.isEmpty ? nil : stored.manifests
            )
            let diagnostics =
                definitions.withoutCRDs + manifests.withoutObjects(besides: evaluation.files)
                + stored.withoutObjects(besides: evaluation.storedFiles) + evaluation.diagnostics
            StandardError.print(diagnostics)
            try printResults(of: evaluation)
            let isWhole = evaluation.objects.allSatisfy { $0.errors == nil }
            let hasErrors = diagnostics.contains { $0.severity == .error }
            guard isWhole, !hasErrors else { throw ExitCode.failure }
        }

        private func printResults(of evaluation: ExpressionEvaluation) throws {
            if json {
                let results = evaluation.objects.map(\.json)
                return try StandardOutput.print(JSONValue.array(results).jsonText)
            }
            let isNamed = evaluation.objects.count > 1
            for object in evaluation.objects {
                if let text = object.text(isNamed: isNamed, Terminal.outputStyle) {
                    try StandardOutput.write(text)
                }
            }
            // All objects of a kind have the same errors in the expression.
            var printed: Set<String> = []
            for errors in evaluation.objects.compactMap(\.errors) {
                let text = errors.text(Terminal.errorStyle)
                if printed.insert(text).inserted { StandardError.write(text) }
            }
        }
    }
}
