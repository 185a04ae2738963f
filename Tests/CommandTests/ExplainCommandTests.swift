import Testing

/// `crdgen explain`.
@Suite struct ExplainCommandTests {
    @Test func `what is found is printed without colours`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let result = try folder.run("crdgen", ["explain", "widgets"])
            #expect(result.status == 0)
            #expect(result.output.hasPrefix("GROUP:    example.com\nKIND:     Widget\n"))
            let json = try folder.run("crdgen", ["explain", "Widget.metadata.name", "--json"])
            #expect(json.status == 0)
            #expect(json.output.contains(#""path":"metadata.name""#))
        }
    }

    @Test(arguments: [
        ("Widget.apiVersion", "FIELD: api_version <String>", "always 'example.com/v1'"),
        ("Widget.api_version", "KEY:   apiVersion", "always 'example.com/v1'"),
        ("Widget.kind", "FIELD: kind <String>", "always 'Widget'"),
    ])
    func `API version and kind are explained`(
        _ path: String,
        _ field: String,
        _ value: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let result = try folder.run("crdgen", ["explain", path])
            #expect(result.errors == "")
            #expect(result.output.contains(field))
            #expect(result.output.contains(value))
        }
    }

    @Test(arguments: [
        ["explain", "Wigdet"], ["explain", "Widget", "--api-version", "v2"],
    ])
    func `what is not found ends with 1`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 1)
            #expect(result.output == "")
            #expect(result.errors.hasPrefix("error: "))
            #expect(result.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func `shells are told the kinds`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let script = try folder.run("crdgen", ["--generate-completion-script", "bash"])
            #expect(script.status == 0)
            #expect(script.output.contains("explain"))
            let kinds = try folder.run(
                "crdgen",
                ["---completion", "explain", "--", "positional@0", "0", "0"]
            )
            #expect(kinds.output == "Widget\n")
        }
    }
}
