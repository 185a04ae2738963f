import Testing

/// `crdgen-build`, the tool of the build plugin.
@Suite struct BuildToolTests {
    private let tool = "crdgen-build"

    @Test func `a file of CRDs becomes a Swift file, without a word`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            let result = try folder.run(
                tool,
                ["file", "--input", "widgets.yaml", "--output", "widgets.swift"]
            )
            #expect(result.status == 0)
            #expect(result.output + result.errors == "")
            let text = try folder.text("widgets.swift")
            #expect(text.contains("public struct Widget: CRDRuntime.Resource {"))
        }
    }

    @Test func `a folder of CRDs becomes a file with their groups and short names`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("gadgets.yaml", crd("Gadget"))
            try folder.write("crdgen.yaml", "groups: {example.com: Things}\n")
            let result = try folder.run(
                tool,
                [
                    "namespaces", "--module", "Example", "--config", "crdgen.yaml",
                    "--output", "Namespaces.swift", "gadgets.yaml", "widgets.yaml",
                ]
            )
            #expect(result.status == 0)
            let text = try folder.text("Namespaces.swift")
            #expect(text.contains("public typealias Gadget = Things.V1.Gadget"))
            #expect(text.contains("public typealias Widget = Things.V1.Widget"))
        }
    }

    @Test func `only the command for a folder speaks about the configuration`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("crdgen.yaml", "exclude:\n- kind: Gadget\n")
            let options = ["--config", "crdgen.yaml", "--output", "out.swift"]
            let file = try folder.run(tool, ["file", "--input", "widgets.yaml"] + options)
            #expect(file.status == 0 && file.errors == "")
            let all = try folder.run(
                tool,
                ["namespaces", "--module", "M"] + options + ["widgets.yaml"]
            )
            #expect(all.status == 0)
            #expect(
                all.errors == "crdgen.yaml:2:3: warning: unused entry: no CRD in this folder has a "
                    + "matching resource\n"
            )
        }
    }

    @Test func `a file that would stay the same is not written`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            let arguments = ["file", "--input", "widgets.yaml", "--output", "widgets.swift"]
            _ = try folder.run(tool, arguments)
            try folder.makeOld("widgets.swift")
            #expect(try folder.run(tool, arguments).status == 0)
            #expect(try folder.isOld("widgets.swift"))
            try folder.write("widgets.yaml", crd("Widget", scope: "Cluster"))
            #expect(try folder.run(tool, arguments).status == 0)
            #expect(try !folder.isOld("widgets.swift"))
        }
    }

    @Test func `the same CRD gives the same bytes wherever and whenever it is generated`() throws {
        let properties = (0..<40).map { "a\($0): {type: object, properties: {a\($0 % 7): {}}}" }
        let text = crd("Widget").replacing(
            "{type: object",
            with: "{type: object, properties: {\(properties.joined(separator: ", "))}"
        )
        let environments = [
            ["LC_ALL": "C", "TZ": "UTC"], ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"],
            // Swift's hashes, and so the order of sets and dictionaries, differ from run to run.
            ["SWIFT_DETERMINISTIC_HASHING": "1"],
        ]
        var outputs: Set<String> = []
        for (environment, path) in zip(environments, ["", "two words/", "a/b/c/"]) {
            try Workspace.with { folder in
                try folder.write("\(path)widgets.yaml", text)
                let result = try folder.run(
                    tool,
                    ["file", "--input", "\(path)widgets.yaml", "--output", "\(path)out.swift"],
                    environment: environment
                )
                #expect(result.status == 0)
                outputs.insert(try folder.text("\(path)out.swift"))
            }
        }
        #expect(outputs.count == 1)
        #expect(outputs.first?.contains("A39") == true)
    }

    @Test func `nothing is written if the CRD has an error`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget", scope: "Everywhere"))
            try folder.write("widgets.swift", "// as before\n")
            let result = try folder.run(
                tool,
                ["file", "--input", "widgets.yaml", "--output", "widgets.swift"]
            )
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix("widgets.yaml:6:10: error: "))
            #expect(try folder.text("widgets.swift") == "// as before\n")
            #expect(try folder.files() == ["widgets.swift", "widgets.yaml"])
        }
    }

    @Test(
        arguments: [
            ("missing.yaml", "out.swift", "missing.yaml: error: cannot be read: No such file"),
            ("folder.yaml", "out.swift", "folder.yaml: error: cannot be read: Is a directory"),
            ("widgets.yaml", "no/out.swift", "no/out.swift: error: cannot be written: No such"),
            ("widgets.yaml", "folder.yaml", "folder.yaml: error: cannot be written: "),
        ]
    )
    func `what cannot be read or written is an error that names it`(
        input: String,
        output: String,
        message: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("folder.yaml/in.txt", "")
            let result = try folder.run(tool, ["file", "--input", input, "--output", output])
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix(message))
            #expect(try folder.files() == ["folder.yaml", "folder.yaml/in.txt", "widgets.yaml"])
        }
    }

    @Test(
        arguments: [
            ([], "missing command, expected 'file' or 'namespaces'"),
            (["fiel"], "unknown command 'fiel', expected 'file' or 'namespaces'"),
            (["file"], "missing option '--input'"),
            (["file", "--input"], "missing value for '--input'"),
            (["file", "--input", "a", "--input", "b"], "duplicate option '--input'"),
            (["file", "--input", "a", "--output", "b", "c"], "unexpected argument 'c'"),
            (["namespaces", "--output", "b", "c"], "missing option '--module'"),
        ]
    )
    func `a wrong call is told how to call`(arguments: [String], message: String) throws {
        try Workspace.with { folder in
            let result = try folder.run(tool, arguments)
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix("error: \(message)\nusage: crdgen-build file --input"))
        }
    }
}
