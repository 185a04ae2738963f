import ArgumentParser
import CRDLibYAML
import CRDYAML

/// An option that is given twice although only one value counts.
///
/// The argument parser uses the last value without a message.
struct RepeatedOption {
    /// Throws for the first option of a command that has several values, but only one counts.
    ///
    /// - Parameters:
    ///   - words: The words of the command line after the name of the program, which the command
    ///     accepts.
    ///   - command: The command.
    /// - Throws: `ExitCode` after printing the name of the option and the usage of the command.
    static func reject(
        in words: some Sequence<String>,
        of command: any ParsableCommand.Type
    ) throws {
        var names: Set<String> = []
        var repeated: [String] = []
        for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
            let name = word.prefix { $0 != "=" }.dropFirst(2)
            if !names.insert(String(name)).inserted { repeated.append(String(name)) }
        }
        if repeated.isEmpty { return }
        let single = try singleOptions(of: command)
        guard let name = repeated.first(where: single.contains) else { return }
        let message = "'--\(name)' is given twice, expected only one value"
        // The argument parser would print the usage of `crdgen` without a command.
        let usage = CRDGen.usageString(for: command)
        let help = "crdgen \(command._commandName) --help"
        StandardError.print(
            "Error: \(message)\nUsage: \(usage)\n  See '\(help)' for more information."
        )
        throw ExitCode(2)
    }

    /// Returns the long names of the options with one value, as the parser describes the command.
    private static func singleOptions(of command: any ParsableCommand.Type) throws -> Set<String> {
        let description = try Node.parse(Array(command._dumpHelp().utf8), file: "").first
        let arguments = description?["command"]?["arguments"]?.items.filter { argument in
            argument["kind"]?.text == "option" && argument["isRepeating"]?.text == "false"
        }
        let names = (arguments ?? []).flatMap { $0["names"]?.items.map { $0["name"]?.text } ?? [] }
        return Set(names.compactMap(\.self))
    }
}
