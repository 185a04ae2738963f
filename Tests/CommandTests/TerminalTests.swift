import Foundation
import Testing

/// What a terminal is shown and a pipe is not.
@Suite(.enabled(if: Terminal.isPossible, "needs 'script' of util-linux"))
struct TerminalTests {
    private let coloured =
        "\u{1B}[1mw.yaml:6:10:\u{1B}[0m \u{1B}[31;1merror:\u{1B}[0m spec.scope: Unsupported value"
    private let plain = "w.yaml:6:10: error: spec.scope: Unsupported value"

    @Test(arguments: [
        (command: "crdgen check w.yaml", environment: [:], isColoured: true),
        ("crdgen check w.yaml", ["NO_COLOR": "1"], false),
        ("crdgen check w.yaml", ["NO_COLOR": ""], true),
        ("crdgen check w.yaml", ["TERM": "dumb"], false),
        ("crdgen check w.yaml 2> errors", [:], true),
        ("crdgen check w.yaml | cat", [:], false),
        ("crdgen check w.yaml", ["CLICOLOR": "0"], false),
        ("crdgen check w.yaml | cat", ["CLICOLOR_FORCE": "1"], true),
        ("crdgen check w.yaml | cat", ["CLICOLOR_FORCE": "0"], false),
        ("crdgen check w.yaml | cat", ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        ("crdgen check w.yaml --color always | cat", ["NO_COLOR": "1"], true),
        ("crdgen check w.yaml --color never", ["CLICOLOR_FORCE": "1"], false),
        ("crdgen check w.yaml --color auto", [:], true),
    ])
    func `messages have colours where they go to a terminal`(
        command: String,
        environment: [String: String],
        isColoured: Bool
    ) throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", crd("Widget", scope: "Everywhere"))
            let shown = try folder.terminal(command, environment: environment)
            #expect(shown.hasPrefix(isColoured ? coloured : plain), "\(shown.debugDescription)")
        }
    }

    @Test func `an error without a place has colours too`() throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", crd("Widget"))
            let command = "crdgen explain --crds w.yaml Wigdet"
            let error = "\u{1B}[31;1merror:\u{1B}[0m unknown kind 'Wigdet'"
            #expect(try folder.terminal("\(command) > output").hasPrefix(error))
            #expect(try folder.terminal("\(command) 2>&1 | cat").hasPrefix("error: unknown kind"))
            #expect(try folder.shell("\(command) --color always").errors.hasPrefix(error))
        }
    }

    @Test func `work over a second shows on a terminal how far it is, and nowhere else`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            // In place of curl, what takes longer than a second.
            try folder.write("bin/curl", "#!/bin/sh\ncat crds/w.yaml\nsleep 1.1\necho\n")
            let add = "PATH=$PWD/bin:$PATH crdgen add https://example.com/w.yaml"
            let shown = try folder.terminal("chmod +x bin/curl; \(add)")
            #expect(shown.contains("\rdownloading: 0 KiB\u{1B}[K\r\u{1B}[K"))
            let dumb = try folder.terminal(add, environment: ["TERM": "dumb"])
            #expect(!dumb.contains("downloading"))
            #expect(try !folder.terminal("\(add) --quiet").contains("downloading"))
            #expect(try folder.shell(add).errors == "")
        }
    }
}

private enum Terminal {
    /// Whether a command can be run in a terminal.
    static var isPossible: Bool {
        #if os(Linux)
        FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
        #else
        false
        #endif
    }
}

extension Workspace {
    /// Runs a command of the shell in a terminal and gives what that shows.
    fileprivate func terminal(
        _ command: String,
        environment: [String: String] = [:]
    ) throws -> String {
        var variables = ["TERM": "xterm", "SHELL": "/bin/sh", "COMMAND": command]
        variables.merge(environment) { $1 }
        let unset = environment["NO_COLOR"] == nil ? "unset NO_COLOR; " : ""
        return try shell(
            unset + #"script -qec "$COMMAND" /dev/null < /dev/null"#,
            environment: variables
        ).output
    }
}
