import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDReports
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

extension CRDGen {
    /// `crdgen validate`.
    struct Validate: ConcurrentCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate manifests as the API server does, without a cluster.",
            discussion: """
                Reports why the API server would reject an object, with the same messages and with \
                file, line, and column. Files can contain objects of any kind, lists, and CRDs. An \
                object of a kind that no CRD defines is not validated; a note reports it. With \
                '--openapi', objects of built-in kinds are validated by an OpenAPI document of a \
                cluster. CEL rules are evaluated as when the object is created.

                With '--old', an object is validated as an update of the old object with the same \
                group, kind, namespace, and name, as for 'kubectl replace': immutable fields and \
                other rules that compare with the old value are checked, and values that were \
                invalid before and are unchanged are accepted, with a warning if they violate a \
                CEL rule. An object without an old one is validated as a new one; a note reports \
                it. CRDs are validated as updates of old CRDs in the same way.

                ValidatingAdmissionPolicies among the files, or in '--policies', are evaluated for the \
                objects to which a binding applies them. A denied object is an error, a warning, or a \
                note, by the actions of the binding. Parameters and Namespaces are taken from the \
                files too. A note reports expressions that need a cluster, such as 'authorizer'.

                In folders, templates (files with '{{' that are not YAML) and files for other programs, \
                such as 'values.yaml', are left out; the summary has their numbers.

                Only the CRDs that the objects need are read. An invalid CRD is an error if an \
                object has its kind; 'crdgen check' reports errors in all CRDs.

                Exit codes: 0 all objects are valid, 1 an object or its CRD is invalid, or there \
                are no objects or no CRDs in '--crds', 2 invalid usage.

                Examples:
                  crdgen validate job.yaml
                  crdgen validate deploy/ --crds crds --require-crds
                  helm template chart | crdgen validate - --output junit > report.xml
                  crdgen validate deploy/ --fail-on-unchecked
                  crdgen validate deploy/ --policies policies/
                  kubectl get --raw /openapi/v3/apis/apps/v1 | crdgen validate web.yaml --openapi -
                  kubectl get -f new.yaml -o yaml | crdgen validate new.yaml --old -
                """
        )

        /// The modes of field validation, spelled as in kubectl.
        enum Mode: String, CaseIterable, ExpressibleByArgument {
            case strict
            case warn
            case ignore

            var fieldValidation: FieldValidation {
                switch self {
                case .strict: .strict
                case .warn: .warn
                case .ignore: .ignore
                }
            }
        }

        @Argument(
            help: """
                The manifests: files, folders of '.yaml', '.yml', and '.json' files at any depth \
                except in hidden folders, or '-' for standard input.
                """,
            completion: .file(extensions: CRDSource.endings)
        )
        var files: [String]

        @Option(
            help: ArgumentHelp(
                "The objects before an update: a file, a folder, or '-'; can be repeated.",
                valueName: "path"
            ),
            completion: .file(extensions: CRDSource.endings)
        )
        var old: [String] = []

        @Option(
            help: ArgumentHelp(
                "The subresource to update; only with '--old'.",
                discussion: "Fields outside of it are those of the old object.",
                valueName: "name"
            )
        )
        var subresource: Subresource?

        @Option(
            help: ArgumentHelp(
                "Admission policies that apply to the manifests: a file, a folder, or '-'.",
                discussion: """
                    Bindings, parameters, their CRDs, and Namespaces can be there too. Can be repeated.
                    """,
                valueName: "path"
            ),
            completion: .file(extensions: CRDSource.endings)
        )
        var policies: [String] = []

        @Option(
            name: .customLong("ignore"),
            help: ArgumentHelp(
                "A pattern of files in folders to leave out, as in '.gitignore'; can be repeated.",
                discussion: """
                    It is relative to each folder. The files '.crdgenignore' in folders have such \
                    patterns too.
                    """,
                valueName: "pattern"
            )
        )
        var ignored: [String] = []

        @Option(
            name: .customLong("skip"),
            help: ArgumentHelp(
                "A kind whose objects are not validated; can be repeated.",
                discussion: """
                    'Kind', 'Kind.group', 'Kind.version.group', or 'group/version/Kind'. Policies and bindings that are \
                    skipped are not enforced.
                    """,
                valueName: "kind"
            )
        )
        var skipped: [String] = []

        @OptionGroup var sources: SourceOptions

        @OptionGroup var openAPI: OpenAPIOptions

        @Option(
            help: ArgumentHelp(
                "The handling of unknown and duplicate fields, as in kubectl.",
                discussion: """
                    'strict' rejects them, 'warn' reports them as warnings, 'ignore' accepts them.
                    """,
                valueName: "mode"
            )
        )
        var fieldValidation = Mode.strict

        @Flag(help: "Reject objects of kinds that no CRD or OpenAPI document defines.")
        var requireCrds = false

        @Flag(
            help: """
                End with 1 if no schema checks an object, because nothing defines its kind.
                """
        )
        var failOnUnchecked = false

        @Flag(help: "Report errors in all CRDs, also in those that no object uses.")
        var checkCrds = false

        @OptionGroup var report: ReportOptions

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try CRDSource.requireOneStandardInput(
                in: files + old + policies + sources.crds + openAPI.openAPI
            )
            if subresource != nil, old.isEmpty {
                throw ValidationError("'--subresource' needs '--old'")
            }
            if SkippedKinds(skipped) == nil {
                let forms = "'Job', 'Job.batch', 'v1/Secret', or 'batch/v1/Job'"
                throw ValidationError("expected kinds for '--skip', such as \(forms)")
            }
        }

        func perform() async throws {
            let isAccepted =
                if let form = report.form {
                    try await form.print("crdgen validate") { try await report(of: checked()) }
                } else {
                    try await printText(of: checked())
                }
            if !isAccepted { throw ExitCode.failure }
        }

        /// The checked objects, with the findings that are not about them.
        private struct Checked {
            let objects: ManifestCheck
            let ofDefinitions: [Finding]
            let ofInput: [Finding]
            /// The end of the summary, about files.
            let summaryOfFiles: String
            let leftOut: [(reason: String, count: Int)]
        }

        private func checked() async throws -> Checked {
            var manifests = try await ManifestSources(files, ignoring: ignored)
            let stored = try await ManifestSources(old, ignoring: ignored)
            let policySources = try await ManifestSources(policies, ignoring: ignored)
            manifests.addLeftOut(by: stored)
            manifests.addLeftOut(by: policySources)
            let needed = NeededKinds(
                of: manifests.manifests + stored.manifests + policySources.manifests
            )
            var definitions = try await sources.definitions(of: checkCrds ? .all : needed)
            definitions.kinds.openAPI = try openAPI.documents(before: definitions.kinds.openAPI)
            var check = ManifestCheck(
                definitions.kinds,
                fieldValidation: fieldValidation.fieldValidation,
                subresource: subresource,
                skipping: SkippedKinds(skipped) ?? SkippedKinds()
            )
            let objects = check.objects(
                of: manifests.manifests,
                replacing: old.isEmpty ? nil : stored.manifests,
                policies: policySources.manifests
            )
            let results = await objects.concurrentMap { [check] in check.result(for: $0) }
            for result in results { check.add(result) }
            let empty =
                manifests.withoutObjects(besides: Set(check.objects.map(\.file)))
                + stored.withoutObjects(besides: check.storedFiles)
                + policySources.withoutObjects(besides: check.policyFiles)
                + withoutPolicies(check)
            return Checked(
                objects: check,
                ofDefinitions: definitions.withoutCRDs.map { Finding(.noContent, $0) }
                    + check.definitionFindings(checksAll: checkCrds)
                    + check.policyFindings,
                ofInput: empty.map { Finding(.noContent, $0) }
                    + manifests.notes(about: ignored).map { Finding(.information, $0) }
                    + check.skippingNotes.map { Finding(.information, $0) }
                    + check.storedDiagnostics.map { Finding(.oldObject, $0) }
                    + (failOnUnchecked ? check.uncheckedError.map { [$0] } ?? [] : []),
                summaryOfFiles: manifests.summary + definitions.summary,
                leftOut: manifests.leftOut
            )
        }

        /// Returns an error for each path of `--policies` if none of them has a policy.
        private func withoutPolicies(_ check: ManifestCheck) -> [Diagnostic] {
            guard check.lacksPolicies else { return [] }
            let message =
                "no ValidatingAdmissionPolicy of 'admissionregistration.k8s.io' found; check the path"
            return policies.map { Diagnostic(.error, message, file: $0) }
        }

        private func report(of checked: Checked) -> Report {
            checked.objects.report(
                version: GeneratorVersion.current,
                requiresKinds: requireCrds,
                before: checked.ofDefinitions,
                after: checked.ofInput,
                leftOut: checked.leftOut,
                summaryOfFiles: checked.summaryOfFiles
            )
        }

        /// Prints the findings; returns whether there is no error.
        private func printText(of checked: Checked) throws -> Bool {
            let check = checked.objects
            try Findings.print(checked.ofDefinitions.map(\.diagnostic))
            try Findings.print(check.diagnostics(requiresKinds: requireCrds))
            if !check.objects.isEmpty {
                try StandardOutput.print(
                    summary: check.summary(requiresKinds: requireCrds) + checked.summaryOfFiles
                )
            }
            try Findings.print(checked.ofInput.map(\.diagnostic))
            let isValid = check.objects.allSatisfy {
                $0.verdict(requiresKinds: requireCrds) != .invalid
            }
            return isValid && !(checked.ofDefinitions + checked.ofInput).contains(where: \.isError)
        }
    }
}

extension Subresource: ExpressibleByArgument {}
