import Testing

/// `crdgen-build`, the tool of the build plugin.
@Suite struct BuildToolTests {
    private let tool = "crdgen-build"

    /// The arguments for some files, with the output in the folder `out`.
    private func arguments(_ inputs: String...) -> [String] {
        ["--module", "Example", "--output", "out"] + inputs
    }

    @Test func `a file of CRDs becomes a Swift file, without a word`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("out/Namespaces.crd.swift", "")
            let result = try folder.run(tool, arguments("widgets.yaml"))
            #expect(result.status == 0)
            #expect(result.output + result.errors == "")
            let text = try folder.text("out/widgets.crd.swift")
            #expect(text.contains("public struct Widget: CRDRuntime.Resource {"))
        }
    }

    @Test func `a folder of CRDs becomes a file with their groups and short names`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("gadgets.yaml", crd("Gadget"))
            try folder.write("crdgen.yaml", "groups: {example.com: Things}\n")
            try folder.write("out/Namespaces.crd.swift", "")
            let result = try folder.run(
                tool,
                arguments("gadgets.yaml", "widgets.yaml") + ["--config", "crdgen.yaml"]
            )
            #expect(result.status == 0)
            let text = try folder.text("out/Namespaces.crd.swift")
            #expect(text.contains("public typealias Gadget = Things.V1.Gadget"))
            #expect(text.contains("public typealias Widget = Things.V1.Widget"))
        }
    }

    @Test func `the same files as by crdgen are written`() throws {
        let schema = "{type: object, properties: {spec: {type: object, properties: {a: {}}}}}"
        try Workspace.with { folder in
            for kind in ["Gadget", "Widget"] {
                let text = crd(kind).replacing("{type: object}", with: schema)
                try folder.write("crds/\(kind.lowercased())s.yaml", text)
            }
            try folder.write("out/Namespaces.crd.swift", "")
            let build = try folder.run(tool, arguments("crds/gadgets.yaml", "crds/widgets.yaml"))
            #expect(build.status == 0)
            let command = ["generate", "crds", "--module", "Example", "--output", "Generated"]
            #expect(try folder.run("crdgen", command).status == 0)
            let names = try folder.files("out")
            #expect(names == ["Namespaces.crd.swift", "gadgets.crd.swift", "widgets.crd.swift"])
            for name in names {
                #expect(try folder.text("out/\(name)") == folder.text("Generated/\(name)"))
            }
            #expect(
                try folder.text("out/widgets.crd.swift").contains("= ExampleCom.V1.Gadget.Spec")
            )
        }
    }

    @Test func `an unused entry of the configuration is a warning`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("crdgen.yaml", "exclude:\n- kind: Gadget\n")
            try folder.write("out/Namespaces.crd.swift", "")
            let options = ["--config", "crdgen.yaml"]
            let result = try folder.run(tool, arguments("widgets.yaml") + options)
            #expect(result.status == 0)
            #expect(
                result.errors == "crdgen.yaml:2:3: warning: unused entry: no CRD in this folder "
                    + "has a matching resource\n"
            )
        }
    }

    @Test func `notes are not printed beside an error`() throws {
        try Workspace.with { folder in
            try folder.write("sequences.yaml", crd("Sequence"))
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("out/Namespaces.crd.swift", "")
            let arguments = arguments("sequences.yaml", "widgets.yaml")
            let valid = try folder.run(tool, arguments)
            #expect(valid.status == 0)
            #expect(valid.errors.contains("note: Sequence has no short name"))
            try folder.write("widgets.yaml", crd("Widget", scope: "Everywhere"))
            let invalid = try folder.run(tool, arguments)
            #expect(invalid.status == 1)
            #expect(
                invalid.errors == "widgets.yaml:6:10: error: 'scope' is the string \"Everywhere\", "
                    + "expected 'Namespaced' or 'Cluster'\n"
            )
        }
    }

    @Test func `a file that would stay the same is not written`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("gadgets.yaml", crd("Gadget"))
            try folder.write("out/Namespaces.crd.swift", "")
            let arguments = arguments("gadgets.yaml", "widgets.yaml")
            _ = try folder.run(tool, arguments)
            let files = ["Namespaces.crd.swift", "gadgets.crd.swift", "widgets.crd.swift"]
            for file in files { try folder.makeOld("out/\(file)") }
            #expect(try folder.run(tool, arguments).status == 0)
            #expect(try files.allSatisfy { try folder.isOld("out/\($0)") })
            try folder.write("widgets.yaml", crd("Widget", scope: "Cluster"))
            #expect(try folder.run(tool, arguments).status == 0)
            #expect(try files.map { try folder.isOld("out/\($0)") } == [true, true, false])
        }
    }

    @Test func `a run in which nothing changed reads no CRD and prints the same messages`() throws {
        try Workspace.with { folder in
            let names = (0..<16).map { "kind\($0).yaml" }
            for (index, name) in names.enumerated() {
                try folder.write(name, crd("Kind\(index)"))
            }
            try folder.write("crdgen.yaml", "exclude:\n- kind: Gadget\n")
            try folder.write("out/Namespaces.crd.swift", "")
            try folder.makeOld("kind7.yaml")
            let arguments = ["--module", "M", "--output", "out", "--config", "crdgen.yaml"] + names
            let first = try folder.run(tool, arguments)
            #expect(first.status == 0)
            #expect(first.errors.contains("warning: unused entry"))
            // The same file with another text, which nothing but reading it would show.
            let text = String(repeating: "}", count: try folder.text("kind7.yaml").utf8.count)
            #expect(try folder.shell("printf %s \"\(text)\" > kind7.yaml").status == 0)
            try folder.makeOld("kind7.yaml")
            let second = try folder.run(tool, arguments)
            #expect(second.status == 0)
            #expect(second.errors == first.errors)
            try folder.remove("out/kind3.crd.swift")
            #expect(try folder.run(tool, arguments).status == 1)
            try folder.write("kind7.yaml", crd("Kind7"))
            #expect(try folder.run(tool, arguments).status == 0)
            #expect(folder.exists("out/kind3.crd.swift"))
        }
    }

    @Test func `the file of a removed CRD stays, without types`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            try folder.write("out/gadgets.crd.swift", "struct Gadget {}")
            let options = ["--removed", "gadgets.crd.swift"]
            #expect(try folder.run(tool, options + arguments("widgets.yaml")).status == 0)
            let text = try folder.text("out/gadgets.crd.swift")
            #expect(text.hasSuffix(" for a CRD that was removed. Do not edit.\n"))
            #expect(text.split(separator: "\n").count == 1)
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
                try folder.write("out/Namespaces.crd.swift", "")
                let result = try folder.run(
                    tool,
                    arguments("\(path)widgets.yaml"),
                    environment: environment
                )
                #expect(result.status == 0)
                outputs.insert(try folder.text("out/widgets.crd.swift"))
            }
        }
        #expect(outputs.count == 1)
        #expect(outputs.first?.contains("A39") == true)
    }

    @Test func `nothing is written if a CRD has an error, which is reported once`() throws {
        try Workspace.with { folder in
            try folder.write("gadgets.yaml", crd("Gadget"))
            try folder.write("widgets.yaml", crd("Widget", scope: "Everywhere"))
            try folder.write("out/widgets.crd.swift", "// as before\n")
            let result = try folder.run(tool, arguments("gadgets.yaml", "widgets.yaml"))
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix("widgets.yaml:6:10: error: "))
            #expect(result.errors.split(separator: "\n").count == 1)
            #expect(try folder.text("out/widgets.crd.swift") == "// as before\n")
            #expect(try folder.files("out") == ["widgets.crd.swift"])
        }
    }

    @Test(
        arguments: [
            ("missing.yaml", "out", "missing.yaml: error: cannot be read: No such file"),
            ("folder.yaml", "out", "folder.yaml: error: cannot be read: Is a directory"),
            ("widgets.yaml", "no", "no/Namespaces.crd.swift: error: cannot be written: No such"),
            ("widgets.yaml", "blocked", "blocked/widgets.crd.swift: error: cannot be written: "),
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
            try folder.write("out/in.txt", "")
            try folder.write("blocked/widgets.crd.swift/in.txt", "")
            let result = try folder.run(tool, ["--module", "M", "--output", output, input])
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix(message))
            #expect(try folder.files("out") == ["in.txt"])
        }
    }

    @Test(
        arguments: [
            ([], "missing option '--module'"),
            (["--module"], "missing value for '--module'"),
            (["--module", "a", "--module", "b"], "duplicate option '--module'"),
            (["--module", "a", "c"], "missing option '--output'"),
            (["--module", "a", "--output", "b", "--input", "c"], "unexpected option '--input'"),
        ]
    )
    func `a wrong call is told how to call`(arguments: [String], message: String) throws {
        try Workspace.with { folder in
            let result = try folder.run(tool, arguments)
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix("error: \(message)\nusage: crdgen-build --module"))
        }
    }
}
