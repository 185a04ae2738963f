import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDValues
import CRDYAML

extension CRDGen {
    /// `crdgen validate`.
    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate manifests as the API server does, without a cluster.",
            discussion: """
                Reports why the API server would reject an object, with the same messages and with \
                file, line, and column. Files can contain objects of any kind, lists, and CRDs. An \
                object of a kind that no CRD defines is not validated; a note reports it. CEL \
                rules are evaluated as when the object is created.

                An invalid CRD is an error if an object has its kind, and otherwise a note.

                Exit codes: 0 all objects are valid, 1 an object or its CRD is invalid, or there \
                are no objects or no CRDs in '--crds', 2 invalid usage.

                Examples:
                  crdgen validate job.yaml
                  crdgen validate deploy/ --crds crds --require-crds
                  helm template chart | crdgen validate - --json
                  crdgen validate deploy/ --fail-on-unchecked
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
                The manifests: files, folders of '.yaml', '.yml', and '.json' files at any depth, \
                or '-' for standard input.
                """,
            completion: .file(extensions: CRDSource.endings)
        )
        var files: [String]

        @OptionGroup var sources: SourceOptions

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

        @Flag(help: "Reject objects of kinds that no CRD defines.")
        var requireCrds = false

        @Flag(
            help: """
                End with 1 if an object is not checked, because no CRD defines its kind.
                """
        )
        var failOnUnchecked = false

        @Flag(help: "Report errors in all CRDs, also in those that no object uses.")
        var checkCrds = false

        @Flag(help: "Print a JSON array with a 'Status', the server's response, for each object.")
        var json = false

        func validate() throws {
            if (files + sources.crds).count(where: { $0 == "-" }) > 1 {
                throw ValidationError(
                    "'-' is given twice, but standard input can be read only once"
                )
            }
        }

        func run() throws {
            var kinds = KnownKinds()
            let withoutCRDs = try addCRDs(to: &kinds)
            var check = ManifestCheck(kinds, fieldValidation: fieldValidation.fieldValidation)
            let manifests = try files.map { word in
                let source = CRDSource(word)
                return (source: source, inputs: try source.inputs())
            }
            check.check(manifests.flatMap(\.inputs))
            let empty = Self.withoutObjects(manifests, check)
            let ofCRDs = withoutCRDs + check.definitionDiagnostics(checksAll: checkCrds)
            StandardError.print(ofCRDs)
            try printResult(of: check)
            StandardError.print(empty)
            let hasErrors = (ofCRDs + empty).contains { $0.severity == .error }
            let isValid = check.objects.allSatisfy {
                $0.verdict(requiresKinds: requireCrds) != .invalid
            }
            let isWhole = failOnUnchecked ? reportUnchecked(by: check) : true
            guard isValid, isWhole, !hasErrors else { throw ExitCode.failure }
        }

        private func printResult(of check: ManifestCheck) throws {
            if json {
                let statuses = check.objects.compactMap { $0.status(requiresKinds: requireCrds) }
                try StandardOutput.print(JSONValue.array(statuses).jsonText)
            }
            StandardError.print(check.diagnostics(requiresKinds: requireCrds, asJSON: json))
            if !json, !check.objects.isEmpty {
                try StandardOutput.print(check.summary(requiresKinds: requireCrds))
            }
        }

        /// Prints an error if something is not checked; returns whether everything is.
        private func reportUnchecked(by check: ManifestCheck) -> Bool {
            guard let parts = check.uncheckedParts else { return true }
            let message = "\(parts) not checked, which '--fail-on-unchecked' does not allow"
            StandardError.print([Diagnostic(.error, message, file: nil)])
            return false
        }

        /// Adds the kinds of the CRDs.
        ///
        /// Without `--crds` there may be none, since the manifests can contain the CRDs.
        ///
        /// - Returns: A diagnostic for each source without CRDs: a warning for default sources.
        private func addCRDs(to kinds: inout KnownKinds) throws -> [Diagnostic] {
            let isDefault = sources.crds.isEmpty
            let found =
                isDefault ? (try? CRDSource.usual()) ?? [] : sources.crds.map { CRDSource($0) }
            var diagnostics: [Diagnostic] = []
            for source in found {
                var hasCRDs = false
                for input in try source.inputs() where kinds.add(input) { hasCRDs = true }
                if hasCRDs { continue }
                let message = "no CustomResourceDefinition found"
                let severity: Diagnostic.Severity = isDefault ? .warning : .error
                diagnostics.append(Diagnostic(severity, message, file: source.path))
            }
            return diagnostics
        }

        /// Returns a diagnostic for each source without objects.
        ///
        /// It is an error for standard input, which is empty if the command before it failed, and if
        /// no source has objects.
        private static func withoutObjects(
            _ manifests: [(source: CRDSource, inputs: [Generator.Input])],
            _ check: ManifestCheck
        ) -> [Diagnostic] {
            let files = Set(check.objects.map(\.file))
            let empty = manifests.filter { !$0.inputs.contains { files.contains($0.path) } }
            return empty.map { source, _ in
                guard case .read = source else {
                    let severity: Diagnostic.Severity = files.isEmpty ? .error : .warning
                    return Diagnostic(severity, "no objects found", file: source.path)
                }
                let message = "no objects found; check the command that writes them"
                return Diagnostic(.error, message, file: source.path)
            }
        }
    }
}
