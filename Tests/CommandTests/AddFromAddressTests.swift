import Foundation
import Testing

/// `crdgen add` with an address, which a server on this machine answers.
@Suite(.enabled(if: WebServer.isPossible, "needs python3 and curl"))
struct AddFromAddressTests {
    @Test func `a file is fetched, redirects are followed`() throws {
        try Workspace.with { folder in
            try folder.write("web/w.yaml", crd("Widget"))
            try WebServer.with(folder, "web") { address in
                let source = "\(address)/moved/w.yaml".replacing("http", with: "HTTP")
                let result = try folder.run("crdgen", ["add", "--allow-insecure-http", source])
                #expect(result.errors == "")
                #expect(result.output.hasPrefix("added      crds/example.com_widgets.yaml  Widget"))
                #expect(try folder.text("crds/example.com_widgets.yaml") == crd("Widget"))
            }
        }
    }

    @Test func `messages name the address`() throws {
        try Workspace.with { folder in
            try folder.write("web/w.yaml", crd("Widget", scope: "Everywhere"))
            try folder.write("web/page", "\n <!DOCTYPE html>\n<html></html>\n")
            try WebServer.with(folder, "web") { address in
                let cases = [
                    ("w.yaml", "/w.yaml:6:10: error: spec.scope: Unsupported value"),
                    ("v.yaml", "/v.yaml: error: not found (404)\n"),
                    ("broken", "/broken: error: the server responded with 500\n"),
                    ("loop/a", "/loop/a: error: too many redirects\n"),
                    (
                        "page",
                        "/page: error: is a web page, expected YAML or JSON; download the raw "
                            + "file\n"
                    ),
                    ("large", "/large: error: is larger than the limit of 64 MiB\n"),
                    ("endless", "/endless: error: is larger than the limit of 64 MiB\n"),
                ]
                for (path, message) in cases {
                    let source = "\(address)/\(path)"
                    let result = try folder.run("crdgen", ["add", "--allow-insecure-http", source])
                    #expect(result.status == 1)
                    #expect(result.errors.hasPrefix(address + message), "\(result.errors)")
                }
                #expect(!folder.exists("crds"))
            }
        }
    }

    @Test func `no one at an address is an error`() throws {
        try Workspace.with { folder in
            // Nothing listens at this port, which is for discarding what is sent.
            let result = try folder.run("crdgen", ["add", "https://127.0.0.1:9/w.yaml"])
            #expect(result.status == 1)
            #expect(
                result.errors == "https://127.0.0.1:9/w.yaml: error: cannot connect to the server\n"
            )
        }
    }

    @Test func `an address without encryption is an error unless it is asked for`() throws {
        try Workspace.with { folder in
            let address = "http://127.0.0.1:9/w.yaml"
            let result = try folder.run("crdgen", ["add", address])
            #expect(result.status == 1)
            #expect(
                result.errors == """
                    \(address): error: is not encrypted, expected 'https://'; pass \
                    '--allow-insecure-http' to download it anyway

                    """
            )
            let allowed = try folder.run("crdgen", ["add", address, "--allow-insecure-http"])
            #expect(allowed.errors == "\(address): error: cannot connect to the server\n")
        }
    }

    @Test func `curl may write much to standard error`() throws {
        try Workspace.with { folder in
            // More than a pipe holds, before anything else.
            try folder.write(
                "bin/curl",
                "#!/bin/sh\nhead -c 300000 /dev/zero | tr '\\0' x >&2\ncat w.yaml\n"
            )
            try folder.write("w.yaml", crd("Widget"))
            let result = try folder.shell(
                """
                chmod +x bin/curl; PATH=$PWD/bin:$PATH
                perl -e 'alarm 60; exec @ARGV' crdgen add https://example.com/w.yaml
                """
            )
            #expect(result.errors == "")
            #expect(result.status == 0)
            #expect(folder.exists("crds/example.com_widgets.yaml"))
        }
    }

    @Test func `the page of a file on GitHub or GitLab stands for the file`() throws {
        try Workspace.with { folder in
            // Answers instead of curl with the address that it is given.
            try folder.write("bin/curl", "#!/bin/sh\nfor last; do :; done\necho \"a: $last\"\n")
            let pages = [
                (
                    "https://github.com/o/r/blob/main/a/w.yaml#L3",
                    "https://raw.githubusercontent.com/o/r/main/a/w.yaml"
                ),
                (
                    "https://gitlab.com/o/r/-/blob/v1/w.yaml",
                    "https://gitlab.com/o/r/-/raw/v1/w.yaml"
                ),
            ]
            for (page, file) in pages {
                let result = try folder.shell(
                    "chmod +x bin/curl; PATH=$PWD/bin:$PATH; crdgen add \(page)"
                )
                #expect(
                    result.errors.hasPrefix(
                        "\(page): note: the URL of a page about a file, reading '\(file)' instead\n\(file):"
                    )
                )
            }
        }
    }

    @Test func `an address of a file on this machine is a path`() throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", crd("Widget"))
            let result = try folder.shell("crdgen add file://$PWD/w.yaml")
            #expect(result.errors == "")
            #expect(folder.exists("crds/example.com_widgets.yaml"))
        }
    }
}

/// A web server for a test, at an address of this machine alone.
private enum WebServer {
    /// Whether what it needs is there.
    static var isPossible: Bool {
        let programs = ["python3", "curl"]
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return programs.allSatisfy { program in
            folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
        }
    }

    /// Serves a folder, prints its port, and ends with its standard input.
    private static let program = """
        import http.server, sys, threading

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                parts = self.path.split("/")
                if parts[1] in ("moved", "loop"):
                    self.send_response(302)
                    target = "/" + parts[2] if parts[1] == "moved" else self.path
                    self.send_header("Location", target)
                    self.end_headers()
                elif parts[1] == "broken":
                    self.send_error(500)
                elif parts[1] in ("large", "endless"):
                    self.send_response(200)
                    if parts[1] == "large":
                        self.send_header("Content-Length", str(1 << 40))
                    self.end_headers()
                    try:
                        for _ in range(1 << 10):
                            self.wfile.write(b"#" * (1 << 16) + b"\\n")
                    except OSError:
                        pass
                else:
                    super().do_GET()

            def log_message(self, *arguments):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_port, flush=True)
        sys.stdin.read()
        """

    static func with(
        _ folder: Workspace,
        _ path: String,
        _ test: (String) throws -> Void
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        process.currentDirectoryURL = folder.url(path)
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        try test("http://127.0.0.1:\(port.trimmingCharacters(in: .whitespacesAndNewlines))")
    }
}
