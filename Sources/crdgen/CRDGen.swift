import ArgumentParser
import CRDGeneratorCore
import CRDRuntime
import CRDValues
import CRDYAML
import Dispatch

/// `crdgen`, the command that people and the command plugins run.
@main
struct CRDGen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crdgen",
        abstract: "Generate Swift types and Markdown pages from Kubernetes CRDs.",
        discussion: """
            \(exitCodes)

            Examples:
              crdgen add https://github.com/example/operator/blob/main/crds/widgets.yaml
              crdgen generate
              crdgen list
              crdgen explain TrainingJob.spec.resource_config
              crdgen rules widgets.yaml
              crdgen sample TrainingJob --commented > job.yaml
              crdgen validate job.yaml
              crdgen eval 'self.spec.replicas > 1' job.yaml
              crdgen set spec.resourceConfig.instanceCount=4 job.yaml
              crdgen schema TrainingJob > trainingjob.json
              crdgen diff old-crds crds
              kubectl get crds -o yaml | crdgen list -

            Completions for your shell: crdgen --generate-completion-script
            """,
        version: GeneratorVersion.current,
        subcommands: [
            Generate.self, Docs.self, Check.self, Add.self, List.self, Explain.self, Rules.self,
            Sample.self, Validate.self, Eval.self, SetFields.self, Schemas.self, Diff.self,
        ]
    )

    /// The text about exit codes in the help of commands.
    static let exitCodes =
        "Exit codes: 0 success (warnings allowed), 1 invalid input or findings, 2 invalid usage."

    /// Runs the command and exits with one of the codes in ``exitCodes``.
    static func main() {
        do {
            if let mistake = unknownCommand(in: CommandLine.arguments) {
                StandardError.print([mistake])
                StandardError.print(
                    "Usage: crdgen <command>; run 'crdgen --help' for a list of commands"
                )
                throw ExitCode(2)
            }
            let command = try parseAsRoot()
            try RepeatedOption.reject(
                in: CommandLine.arguments.dropFirst(),
                of: type(of: command)
            )
            if let command = command as? any ConcurrentCommand { run(command) }
            try run(command)
        } catch {
            end(error)
        }
    }

    /// Runs a command that uses all cores.
    private static func run(_ command: any ConcurrentCommand) -> Never {
        Task {
            do {
                try await command.performWithOptions()
                exit()
            } catch {
                end(error)
            }
        }
        dispatchMain()
    }

    /// Prints an error, and exits with its code.
    private static func end(_ error: any Error) -> Never {
        guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
        StandardError.print(fullMessage(for: error))
        exit(withError: ExitCode(2))
    }

    /// Runs a command with its options for messages; only the argument parser's own commands, such
    /// as `help`, have none.
    private static func run(_ parsed: any ParsableCommand) throws {
        var parsed = parsed
        guard var command = parsed as? any MessageCommand else { return try parsed.run() }
        try command.runWithOptions()
    }

    /// Returns an error if the first argument, or the one after `help`, is not a command.
    ///
    /// The error of the argument parser would only repeat the argument.
    private static func unknownCommand(in arguments: [String]) -> Diagnostic? {
        let names = configuration.subcommands.map { command in
            command.configuration.commandName ?? String(describing: command).lowercased()
        }
        let word = arguments.dropFirst().first { $0 != "help" }
        guard let word, !word.hasPrefix("-"), !names.contains(word) else { return nil }
        let question = NearestName.question(word, among: names + ["help"])
        return Diagnostic(.error, "unknown command '\(word.excerpt)'\(question)", file: nil)
    }
}
