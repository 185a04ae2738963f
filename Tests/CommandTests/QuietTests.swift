import Testing

/// What commands print with `--quiet`.
@Suite struct QuietTests {
    private static let objects =
        "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nsize: 1\n---\n"
        + "apiVersion: v1\nkind: Pod\n"

    @Test(arguments: ["-q", "--quiet"])
    func `errors remain of a validation`(option: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            try folder.write("a.yaml", Self.objects)
            let result = try folder.run("crdgen", ["validate", "a.yaml", option])
            #expect(result.output == "a.yaml:4:1: error: unknown field \"size\"\n")
            #expect(result.errors == "")
            #expect(result.status == 1)
        }
    }

    @Test(arguments: ["check", "generate", "docs", "add w.yaml", "schema --output schemas"])
    func `summaries are left out`(command: String) throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", crd("Gadget"))
            try folder.write("crds/w.yaml", crd("Widget"))
            let quiet = try folder.shell("crdgen \(command) -q")
            #expect(quiet.errors == "")
            #expect(quiet.status == 0)
            let last = try folder.shell("crdgen \(command)").output.split(separator: "\n").last
            #expect(try !quiet.output.contains(#require(last)))
        }
    }

    @Test func `a quiet comparison has changes, but no summary`() throws {
        try Workspace.with { folder in
            try folder.write("old.yaml", crd("Widget"))
            try folder.write("new.yaml", crd("Widget", scope: "Cluster"))
            let result = try folder.run("crdgen", ["diff", "old.yaml", "new.yaml", "-q"])
            #expect(result.output.split(separator: "\n").count == 1)
            #expect(result.output.contains(": scope changed from "))
            let same = try folder.run("crdgen", ["diff", "old.yaml", "old.yaml", "--quiet"])
            #expect(same.output == "")
        }
    }

    @Test func `drift is reported without advice`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            try folder.write("Generated/notes.txt", "")
            let result = try folder.run("crdgen", ["check", "-q"])
            #expect(result.output.contains("error: generated file is missing\n"))
            #expect(result.errors == "")
            #expect(result.status == 1)
        }
    }

    @Test func `every command has the options for messages`() throws {
        try Workspace.with { folder in
            let help = try folder.run("crdgen", ["--help"]).output
            for match in help.matches(of: #/(?m)^  ([a-z]+) {2,}[A-Z]/#) {
                let command = String(match.1)
                let options = try folder.run("crdgen", [command, "--help"]).output
                #expect(options.contains("-q, --quiet"), "\(command)")
                #expect(options.contains("--color <when>"), "\(command)")
            }
        }
    }
}
