import ArgumentParser
import CRDInspection
import CRDRuntime
import YAML

/// `crdgen`, the command that people and the command plugins run.
@main
struct CRDGen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crdgen",
        abstract: "Swift types and Markdown pages from Kubernetes CRDs.",
        discussion: """
            Exit codes: 0 done, 1 something is wrong with the input, 2 called wrongly.

            Examples:
              crdgen list
              crdgen explain TrainingJob.spec.resource_config
              crdgen validate job.yaml --crds crds
              kubectl get crds -o yaml | crdgen list -

            Completions for your shell: crdgen --generate-completion-script
            """,
        subcommands: [
            Generate.self, Docs.self, Check.self, Add.self, List.self, Explain.self, Sample.self,
            Validate.self, Diff.self,
        ]
    )

    /// Runs the command and exits: 0 done, 1 input at fault, 2 called wrongly.
    static func main() {
        do {
            if let mistake = unknownCommand(in: CommandLine.arguments) {
                StandardError.print(mistake)
                throw ExitCode(2)
            }
            var command = try parseAsRoot()
            try command.run()
        } catch let diagnostic as Diagnostic {
            StandardError.print([diagnostic])
            exit(withError: ExitCode.failure)
        } catch let error as InspectionError {
            StandardError.print(error)
            exit(withError: ExitCode.failure)
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            StandardError.print(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }

    /// What to say if the first word is no command; the parser would only repeat the word.
    private static func unknownCommand(in arguments: [String]) -> String? {
        let names = configuration.subcommands.map { String(describing: $0).lowercased() } + ["help"]
        guard arguments.count > 1, !arguments[1].hasPrefix("-"), !names.contains(arguments[1])
        else { return nil }
        let question = NearestName.question(arguments[1], among: names)
        return """
            error: no command '\(arguments[1].excerpt)'\(question)
            Usage: crdgen <command>; 'crdgen --help' lists them
            """
    }
}
