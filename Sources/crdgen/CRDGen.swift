import ArgumentParser
import CRDRuntime
import CRDSchema
import CRDYAML

/// `crdgen`, the command that people and the command plugins run.
@main
struct CRDGen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crdgen",
        abstract: "Swift types and Markdown pages from Kubernetes CRDs.",
        discussion: """
            \(exitCodes)

            Examples:
              crdgen add https://github.com/example/operator/blob/main/crds/widgets.yaml
              crdgen generate
              crdgen list
              crdgen explain TrainingJob.spec.resource_config
              crdgen sample TrainingJob --commented > job.yaml
              crdgen validate job.yaml
              crdgen diff old-crds crds
              kubectl get crds -o yaml | crdgen list -

            Completions for your shell: crdgen --generate-completion-script
            """,
        subcommands: [
            Generate.self, Docs.self, Check.self, Add.self, List.self, Explain.self, Sample.self,
            Validate.self, Diff.self,
        ]
    )

    /// What every command says about its exit codes.
    static let exitCodes =
        "Exit codes: 0 done (warnings allowed), 1 something is wrong with the input, 2 called wrongly."

    /// Runs the command and exits with one of these.
    static func main() {
        do {
            if let mistake = unknownCommand(in: CommandLine.arguments) {
                StandardError.print([mistake])
                StandardError.print("Usage: crdgen <command>; 'crdgen --help' lists them")
                throw ExitCode(2)
            }
            var command = try parseAsRoot()
            try command.run()
        } catch let diagnostic as Diagnostic {
            StandardError.print([diagnostic])
            exit(withError: ExitCode.failure)
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            StandardError.print(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }

    /// What to say if the first word, or the one after `help`, is no command; the parser would only
    /// repeat the word.
    private static func unknownCommand(in arguments: [String]) -> Diagnostic? {
        let names = configuration.subcommands.map { command in
            command.configuration.commandName ?? String(describing: command).lowercased()
        }
        let word = arguments.dropFirst().first { $0 != "help" }
        guard let word, !word.hasPrefix("-"), !names.contains(word) else { return nil }
        let question = NearestName.question(word, among: names + ["help"])
        return Diagnostic(.error, "no command '\(word.excerpt)'\(question)", file: nil)
    }
}
