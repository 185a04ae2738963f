import ArgumentParser
import YAML

extension CRDGen {
    /// `crdgen check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fail if a CRD is illegal, or if 'generate' would change anything.",
            discussion: """
                Says what the API server would refuse in a CRD, in its words. Names each file that \
                is missing, different or superfluous, and changes nothing.

                Example:
                  crdgen check --crds crds --module SageMaker --output Generated
                """
        )

        @OptionGroup var sources: ModuleOptions
        @OptionGroup var options: FolderOptions

        func run() throws {
            let modules = try sources.modules(output: options.output)
            let generation = Generation(modules, docs: options.docs)
            let legality = modules.flatMap(\.legality)
            StandardError.print(legality)
            let files = try generation.checkedFiles(besides: legality)
            let folder = options.generatedFolder
            let diagnostics = folder.changes(toHold: files).compactMap { change in
                change.diagnostic(in: folder.path)
            }
            StandardError.print(diagnostics)
            if !diagnostics.isEmpty {
                StandardError.print("'crdgen generate' or 'swift package generate-crds' mends this")
            }
            guard (legality + diagnostics).allSatisfy({ $0.severity != .error }) else {
                throw ExitCode.failure
            }
            print("'\(folder.path)' is what the CRDs give")
        }
    }
}

extension Change {
    /// What `check` says; `nil` for a file that is as it should be.
    fileprivate func diagnostic(in folder: String) -> Diagnostic? {
        let message: String
        var mark: Mark?
        switch kind {
        case .same:
            return nil
        case .missing:
            message = "missing, though the CRDs give it"
        case .different(_, let line):
            message = "differs from what the CRDs give"
            mark = Mark(line: line, column: 1)
        case .superfluous:
            message = "superfluous, no CRD gives it"
        }
        return Diagnostic(.error, message, file: "\(folder)/\(path)", at: mark)
    }
}
