import ArgumentParser
import CRDYAML

/// The options for messages and colors, which all commands have.
struct MessageOptions: ParsableArguments {
    @Flag(
        name: .shortAndLong,
        help: "Print results, errors, and warnings, but no notes, progress, or summaries."
    )
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "The use of colors: 'auto', 'always', or 'never'.",
            discussion: """
                'auto' uses colors on a terminal, and respects the variables 'NO_COLOR' and \
                'CLICOLOR_FORCE'.
                """,
            valueName: "when"
        )
    )
    var color = ColorChoice.auto
}

extension ColorChoice: ExpressibleByArgument {}

/// A command with ``MessageOptions``.
protocol MessageCommand: ParsableCommand {
    var messages: MessageOptions { get }
}

extension MessageCommand {
    /// Runs the command, and prints an error that ends it; the options apply to everything that is
    /// printed.
    ///
    /// - Throws: `ExitCode`.
    mutating func runWithOptions() throws {
        try Terminal.$isQuiet.withValue(messages.quiet) {
            try Terminal.$color.withValue(messages.color) { try runOrPrintError() }
        }
    }

    private mutating func runOrPrintError() throws {
        do {
            try run()
        } catch let diagnostic as Diagnostic {
            StandardError.print([diagnostic])
            throw ExitCode.failure
        }
    }
}

/// A command that uses all cores, and writes no files.
///
/// Commands that write files run on the thread of `main`, which holds signals while it writes.
protocol ConcurrentCommand: MessageCommand, Sendable {
    /// Runs the command.
    func perform() async throws
}

extension ConcurrentCommand {
    /// Runs the command, as ``MessageCommand/runWithOptions()`` does.
    ///
    /// - Throws: `ExitCode`.
    func performWithOptions() async throws {
        try await Terminal.$isQuiet.withValue(messages.quiet) {
            try await Terminal.$color.withValue(messages.color) { try await performOrPrintError() }
        }
    }

    private func performOrPrintError() async throws {
        do {
            try await perform()
        } catch let diagnostic as Diagnostic {
            StandardError.print([diagnostic])
            throw ExitCode.failure
        }
    }
}
