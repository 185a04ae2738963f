import ArgumentParser
import YAML

/// `crdgen`, the command that people and the command plugins run.
@main
struct CRDGen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crdgen",
        abstract: "Swift types and Markdown pages from Kubernetes CRDs.",
        subcommands: [Generate.self, Check.self]
    )

    /// Runs the command and exits: 0 done, 1 input at fault, 2 called wrongly.
    static func main() {
        do {
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
}
