import Foundation
import Testing

/// What all commands have in common: help, exit codes, completions.
@Suite struct HelpTests {
    /// The commands that the help lists.
    private func commands(_ folder: Workspace) throws -> [String] {
        let help = try folder.run("crdgen", ["--help"]).output
        let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
        return list.matches(of: #/(?m)^  ([a-z]+) /#).map { String($0.1) }
    }

    @Test func `each command has examples and says its exit codes`() throws {
        try Workspace.with { folder in
            let commands = try commands(folder)
            #expect(commands.count >= 6)
            for command in commands {
                let help = try folder.run("crdgen", [command, "--help"])
                #expect(help.status == 0)
                #expect(help.output.contains("\nExamples:\n  crdgen \(command)"), "\(command)")
                #expect(help.output.contains("\nExit codes: 0 "), "\(command)")
                let same = try folder.run("crdgen", ["help", command])
                #expect(same.output == help.output)
            }
        }
    }

    @Test func `each command ends with 2 for invalid usage`() throws {
        try Workspace.with { folder in
            for command in try commands(folder) {
                let result = try folder.run("crdgen", [command, "--no-such-option"])
                #expect(result.status == 2, "\(command)")
                #expect(result.output == "")
                #expect(result.errors.contains("Usage: crdgen \(command)"), "\(result.errors)")
            }
        }
    }

    @Test(arguments: [
        ("diff", "rules", ["a", "b", "--rules", "a", "--rules", "b"]),
        ("list", "color", ["--color", "never", "--color=never"]),
    ])
    func `a repeated option is an error with the usage of the command`(
        command: String,
        option: String,
        arguments: [String]
    ) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", [command] + arguments)
            let lines = result.errors.split(separator: "\n")
            #expect(
                lines.first == "Error: '--\(option)' is given twice, expected only one value"
            )
            #expect(lines.dropFirst().first?.hasPrefix("Usage: crdgen \(command) ") == true)
            #expect(
                lines.last == "  See 'crdgen \(command) --help' for more information."
            )
            #expect(result.output == "")
            #expect(result.status == 2)
        }
    }

    @Test(arguments: [["lsit"], ["help", "lsit"], ["lsit", "--help"]])
    func `a mistyped command is answered with the nearest`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", arguments)
            #expect(
                result.errors == """
                    error: unknown command 'lsit', did you mean 'list'?
                    Usage: crdgen <command>; run 'crdgen --help' for a list of commands

                    """
            )
            #expect(result.status == 2)
        }
    }

    @Test func `the version is that of the changelog`() throws {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        let changelog = try String(
            contentsOf: root.appending(path: "CHANGELOG.md"),
            encoding: .utf8
        )
        let titles = changelog.matches(of: #/(?m)^## (.+)$/#).map { String($0.1) }
        let isReleased = try #require(titles.first) != "Unreleased"
        let release = try #require(titles.first { $0 != "Unreleased" })
        try Workspace.with { folder in
            let version = String(try folder.run("crdgen", ["--version"]).output.dropLast())
            #expect(isReleased == (version == release))
            #expect(isReleased != version.hasSuffix("-dev"))
            #expect(version.compare(release, options: .numeric) != .orderedAscending)
        }
        for path in ["README.md", "Sources/CRDRuntime/CRDRuntime.docc/GettingStarted.md"] {
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            #expect(text.contains("from: \"\(release)\""), "\(path)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions are a script that the shell reads, with every command`(
        shell: String
    ) throws {
        try Workspace.with { folder in
            let script = try folder.run("crdgen", ["--generate-completion-script", shell])
            #expect(script.status == 0)
            for command in try commands(folder) { #expect(script.output.contains(command)) }
            try folder.write("script", script.output)
            // Where a shell is not installed, nobody needs its completions.
            let check = try folder.shell("! command -v \(shell) > /dev/null || \(shell) -n script")
            #expect(check.errors == "")
            #expect(check.status == 0)
        }
    }

    @Test(arguments: [
        ("crdgen l", "list"), ("crdgen explain ", "Widget"), ("crdgen docs --kind W", "Widget"),
        ("crdgen generate --docs ", "plain full"), ("crdgen check --j", "--json"),
    ])
    func `bash completes commands, options, values and kinds`(
        line: String,
        expected: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let result = try folder.shell(
                #"""
                command -v bash > /dev/null || exit 3
                crdgen --generate-completion-script bash > script
                bash -c '. ./script
                    COMP_LINE="$0"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=($COMP_LINE)
                    case $COMP_LINE in *" ") COMP_WORDS+=("");; esac
                    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                    _crdgen crdgen "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
                    echo "${COMPREPLY[*]}"' "$LINE"
                """#,
                environment: ["LINE": line]
            )
            if result.status == 3 { return }
            #expect(result.output == "\(expected)\n")
            #expect(result.errors == "")
        }
    }

    @Test(arguments: [["list"], ["explain", "Widget"], ["docs", "--kind", "Widget"], ["check"]])
    func `a result that is cut short is an error`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let command = arguments.joined(separator: " ")
            let result = try folder.shell(
                "test -w /dev/full || exit 3; crdgen \(command) > /dev/full"
            )
            // There is no such device everywhere.
            if result.status == 3 { return }
            #expect(result.status == 1)
            #expect(
                result.errors == "<stdout>: error: cannot be written: No space left on device\n"
            )
        }
    }
}
