import Foundation
import Testing

/// How `crdgen` and `crdgen-build` write files.
@Suite struct WritingTests {
    private let things = ["generate", "--crds", "crds", "--module", "Things"]

    @Test func `what stays the same is not written`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            _ = try folder.run("crdgen", things)
            let files = try folder.files("Generated").map { "Generated/\($0)" }
            #expect(files.count == 4)
            for file in files { try folder.makeOld(file) }
            #expect(try folder.run("crdgen", things).status == 0)
            for file in files { #expect(try folder.isOld(file)) }
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `a signal finds each file old or new, and nothing beside them`(_ signal: Int32) throws {
        try Workspace.with { folder in
            for number in 1...4 { try folder.write("crds/\(number).yaml", crd("Kind\(number)")) }
            #expect(try folder.run("crdgen", things + ["--docs", "plain"]).status == 0)
            let new = try folder.contents("Generated")
            #expect(try folder.run("crdgen", things + ["--docs", "full"]).status == 0)
            let old = try folder.contents("Generated")
            let pages = (1...4).map { "docs/example_com_kind\($0)_v1.md" }
            // A file that is a pipe is first compared, which waits for who writes into the pipe.
            try folder.makePipe("Generated/\(pages[1])")
            let run = try folder.start("crdgen", things + ["--docs", "plain"])
            try folder.whileReading("Generated/\(pages[1])", run) {
                // Only when the page before is new, it is compared to be written.
                guard try folder.text("Generated/\(pages[0])") == new[pages[0]] else {
                    return false
                }
                run.send(signal)
                return true
            }
            let result = try run.result()
            #expect(result.status == 128 + signal)
            #expect(
                result.errors == "interrupted: 'Generated' is only partly up to date; "
                    + "run the same command again to complete it\n"
            )
            let found = try folder.contents("Generated")
            #expect(found.keys.sorted() == new.keys.sorted())
            for page in pages[...1] { #expect(found[page] == new[page]) }
            for page in pages[2...] { #expect(found[page] == old[page]) }
            #expect(try folder.run("crdgen", things + ["--docs", "plain"]).status == 0)
            #expect(try folder.contents("Generated") == new)
        }
    }

    @Test func `a signal that who starts it has switched off is none`() throws {
        try Workspace.with { folder in
            try folder.writeManyCRDs()
            let command = "trap '' HUP; exec crdgen generate --crds crds --module Things"
            let run = try folder.start(shell: command)
            while run.isRunning, !folder.exists("Generated/Namespaces.crd.swift") {}
            run.send(SIGHUP)
            let result = try run.result()
            #expect(result.status == 0)
            #expect(result.output.hasSuffix("242 files: 242 written\n"))
        }
    }

    @Test func `a killed run leaves no half of a file, and its rest is gone after the next`() throws
    {
        try Workspace.with { folder in
            try folder.writeManyCRDs()
            _ = try folder.run("crdgen", things)
            let whole = try folder.contents("Generated")
            for page in [1, 30, 60] {
                try folder.remove("Generated")
                let run = try folder.start("crdgen", things)
                let path = "Generated/docs/example_com_kind\(100 + page)_v1.md"
                while run.isRunning, !folder.exists(path) {}
                run.send(SIGKILL)
                _ = try run.result()
                for (path, text) in try folder.contents("Generated") where !path.contains(".tmp") {
                    #expect(text == whole[path])
                }
            }
            // The highest number that a process can have is below this one.
            try folder.write("Generated/docs/.crdgen-4194305.tmp", "half")
            try folder.write("Generated/docs/.crdgen-1.tmp", "of a process that runs")
            _ = try folder.run("crdgen", things)
            let found = try folder.contents("Generated")
            #expect(found.removing("docs/.crdgen-1.tmp") == whole)
        }
    }

    @Test func `a signal waits until crdgen-build has written its file`() throws {
        try Workspace.with { folder in
            // Large enough for the signal to come while it is written.
            try folder.write("widgets.yaml", crd("Widget", description: 20_000_000))
            let arguments = ["--module", "M", "--output", "out", "widgets.yaml"]
            try folder.write("out/widgets.crd.swift", "// Old.\n")
            let run = try folder.start("crdgen-build", arguments)
            while run.isRunning, !folder.exists("out/.crdgen-\(run.number).tmp") {}
            run.send(SIGTERM)
            let result = try run.result()
            let files = ["Namespaces.crd.swift", "widgets.crd.swift"]
            #expect(try folder.files("out").allSatisfy(files.contains))
            let text = try folder.text("out/widgets.crd.swift")
            #expect(text.hasSuffix("}\n") || text == "// Old.\n")
            #expect([0, 128 + SIGTERM].contains(result.status))
        }
    }

    @Test(arguments: ["crdgen", "crdgen-build"])
    func `a disk without room is an error that names the file, which stays`(tool: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget", description: 8000))
            try folder.write("Generated/widgets.crd.swift", "// Old.\n")
            // 'ulimit' counts blocks of 512 bytes in some shells, of 1024 in others.
            let command =
                tool == "crdgen"
                ? "crdgen generate --crds crds --module M"
                : "crdgen-build --module M --output Generated crds/widgets.yaml"
            let result = try folder.shell("ulimit -f 4; \(command)")
            #expect(result.status == 1)
            #expect(result.errors.contains(": error: cannot be written: File too large\n"))
            #expect(try folder.text("Generated/widgets.crd.swift") == "// Old.\n")
            #expect(try folder.files("Generated").filter { $0.contains(".tmp") } == [])
        }
    }

    @Test func `a folder that is none is an error that names it`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("Generated/docs", "a file")
            let result = try folder.run("crdgen", things)
            #expect(result.status == 1)
            #expect(
                result.errors == """
                    Generated/docs: error: is a file, expected a folder
                    failed: 'Generated' is only partly up to date; run the same command again to \
                    complete it

                    """
            )
        }
    }

    @Test func `a link stays a link, and permissions stay`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("elsewhere.swift", "")
            let result = try folder.shell(
                """
                chmod 600 elsewhere.swift; mkdir Generated
                ln -s ../elsewhere.swift Generated/widgets.crd.swift
                crdgen generate --crds crds --module M
                test -L Generated/widgets.crd.swift && ls -l elsewhere.swift | cut -c1-10
                """
            )
            #expect(result.output.hasSuffix("-rw-------\n"))
            #expect(try folder.text("elsewhere.swift").contains("Widget"))
        }
    }
}

extension Workspace {
    /// Writes 120 files of CRDs.
    fileprivate func writeManyCRDs() throws {
        for number in 101...220 { try write("crds/\(number).yaml", crd("Kind\(number)")) }
    }

    /// Makes a named pipe in place of a file, at once.
    fileprivate func makePipe(_ path: String) throws {
        try #require(unsafe mkfifo(url("pipe").path, 0o644) == 0)
        try #require(unsafe rename(url("pipe").path, url(path).path) == 0)
    }

    /// Calls an action each time that a program has opened a pipe to read from it.
    ///
    /// Ends when the action returns that it is done, or with the program. The program finds the pipe
    /// empty.
    fileprivate func whileReading(
        _ path: String,
        _ program: RunningProgram,
        _ action: () throws -> Bool
    ) throws {
        while program.isRunning {
            // Fails as long as nobody reads.
            let pipe = unsafe open(url(path).path, O_WRONLY | O_NONBLOCK)
            guard pipe >= 0 else { continue }
            defer { close(pipe) }
            if try action() { return }
            // Otherwise, the pipe could be opened again before the program has closed it.
            try makePipe(path)
        }
    }

    /// Path → text of each file below a folder, hidden ones too.
    fileprivate func contents(_ path: String) throws -> [String: String] {
        let files = try files(path)
        return try Dictionary(uniqueKeysWithValues: files.map { ($0, try text("\(path)/\($0)")) })
    }
}

extension [String: String] {
    fileprivate func removing(_ key: String) -> [String: String] {
        filter { $0.key != key }
    }
}
