import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDSchema
import CRDYAML

extension CRDGen {
    /// `crdgen validate`.
    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check manifests as the API server would, by CRDs alone.",
            discussion: """
                Says where the API server would refuse an object, in its words, with file, line \
                and column. Files may hold objects of any kinds, lists and CRDs; an object of a \
                kind that no CRD defines is noted and not checked. Rules of the Common Expression \
                Language are not evaluated; a note counts them.

                Exit codes: 0 all valid, 1 something is not, 2 called wrongly.

                Examples:
                  crdgen validate job.yaml
                  crdgen validate deploy/ --crds crds --require-crds
                  helm template chart | crdgen validate - --json
                """
        )

        /// The modes of field validation, in the spelling of kubectl.
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
                Manifests: files, folders with '.yaml', '.yml' and '.json' files at any depth, or \
                '-' for standard input.
                """,
            completion: .file(extensions: CRDSource.endings)
        )
        var files: [String]

        @OptionGroup var sources: SourceOptions

        @Option(
            help: ArgumentHelp(
                "What becomes of unknown and duplicate fields, as for kubectl.",
                discussion: """
                    'strict' refuses them, 'warn' takes and tells them, 'ignore' takes them.
                    """,
                valueName: "mode"
            )
        )
        var fieldValidation = Mode.strict

        @Flag(help: "Refuse objects of kinds that no CRD defines.")
        var requireCrds = false

        @Flag(help: "Print an array with the server's answer to each object, a 'Status'.")
        var json = false

        func validate() throws {
            if (files + sources.crds).count(where: { $0 == "-" }) > 1 {
                throw ValidationError("standard input can be read only once")
            }
        }

        func run() throws {
            var kinds = KnownKinds()
            let invalid = try crds().flatMap { kinds.add($0) }
            StandardError.print(invalid)
            var check = ManifestCheck(kinds, fieldValidation: fieldValidation.fieldValidation)
            check.check(try files.flatMap { try CRDSource($0).inputs() })
            if json {
                let statuses = check.objects.compactMap { $0.status(requiresKinds: requireCrds) }
                try StandardOutput.print(JSONValue.array(statuses).jsonText)
            }
            StandardError.print(check.diagnostics(requiresKinds: requireCrds, asJSON: json))
            if !json { try StandardOutput.print(check.summary(requiresKinds: requireCrds)) }
            let isValid = check.objects.allSatisfy {
                $0.verdict(requiresKinds: requireCrds) != .invalid
            }
            guard isValid, invalid.isEmpty else { throw ExitCode.failure }
        }

        /// The files of CRDs; none where nothing is named and they are in no usual place, since the
        /// manifests may have some among them.
        private func crds() throws -> [Generator.Input] {
            if sources.crds.isEmpty {
                return try ((try? CRDSource.usual()) ?? []).flatMap { try $0.inputs() }
            }
            return try sources.crds.flatMap { try CRDSource($0).inputs() }
        }
    }
}
