import Testing

/// What `crdgen check` looks at, and how it says what it finds.
@Suite struct CheckCommandTests {
    @Test(arguments: [
        ["widgets.yaml"], ["crds"], ["--crds", "crds"], [], ["crds", "--module", "Things"],
        ["--crds", "crds", "--module", "Things"],
    ])
    func `CRDs without a result are checked by themselves`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("widgets.yaml", crd("Widget"))
            let valid = try folder.run("crdgen", ["check"] + arguments)
            #expect(valid.errors == "")
            #expect(
                valid.output == "1 file of CRDs, no errors; not compared with generated files\n"
            )
            #expect(valid.status == 0)
            for path in ["crds/widgets.yaml", "widgets.yaml"] {
                try folder.write(path, crd("Widget", scope: "Everywhere"))
            }
            let invalid = try folder.run("crdgen", ["check"] + arguments)
            #expect(invalid.status == 1)
            #expect(invalid.output.contains("widgets.yaml:6:10: error: spec.scope: Unsupported"))
            #expect(invalid.output.split(separator: "\n").count == 1)
            #expect(invalid.errors == "")
        }
    }

    @Test(arguments: [[], ["crds", "--output", "Generated"]])
    func `a result that is there or named is compared`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            _ = try folder.run("crdgen", ["generate"])
            let same = try folder.run("crdgen", ["check"] + arguments)
            #expect(same.output == "'Generated' is up to date\n")
            try folder.remove("Generated/widgets.crd.swift")
            let other = try folder.run("crdgen", ["check"] + arguments)
            #expect(other.status == 1)
            #expect(
                other.output == "Generated/widgets.crd.swift: error: generated file is missing\n"
            )
            #expect(
                other.errors == """
                    note: run 'crdgen generate' or 'swift package generate-crds' to update the generated \
                    files

                    """
            )
        }
    }

    @Test(arguments: [
        ("nope.sarif", "to write a report to a file, use '--output sarif > nope.sarif'"),
        ("report.xml", "to write a report to a file, use '--output FORM > report.xml'"),
        ("sarfi", "did you mean 'sarif'?"),
        (
            "crds/widgets.yaml",
            "to write a report to a file, use '--output FORM > crds/widgets.yaml'"
        ),
    ])
    func `a file or a mistyped form is not a folder`(output: String, hint: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            let result = try folder.run("crdgen", ["check", "crds", "--output", output])
            #expect(result.status == 2)
            let message = """
                '--output \(output)' is neither a folder nor one of the forms 'text', 'json', \
                'junit', 'sarif', 'github', 'tap', 'markdown'; \(hint)
                """
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }

    @Test func `a file without content has one error`() throws {
        try Workspace.with { folder in
            try folder.write("empty.yaml", "")
            let result = try folder.run("crdgen", ["check", "empty.yaml"])
            #expect(result.output == "empty.yaml: error: no CustomResourceDefinition found\n")
        }
    }

    @Test func `a program gets one shape for everything`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            _ = try folder.run("crdgen", ["generate"])
            let nothing = try folder.run("crdgen", ["check", "--json"])
            #expect(
                nothing.output
                    == #"{"findings":[],"summary":{"files":5,"errors":0,"warnings":0,"notes":0}}"#
                    + "\n"
            )
            #expect(nothing.status == 0)
            try folder.remove("Generated/widgets.crd.swift")
            let drift = try folder.run("crdgen", ["check", "--json"])
            #expect(drift.errors == "")
            #expect(
                drift.output == #"""
                    {"findings":[{"file":"Generated/widgets.crd.swift","line":null,"column":null,\#
                    "severity":"error","message":"generated file is missing",\#
                    "rule":"missing-file","object":null}],\#
                    "summary":{"files":5,"errors":1,"warnings":0,"notes":0}}

                    """#
            )
            #expect(drift.status == 1)
            try folder.write("crds/widgets.yaml", crd("Widget", scope: "Everywhere"))
            let invalid = try folder.run("crdgen", ["check", "--json"])
            #expect(
                invalid.output.hasPrefix(
                    #"{"findings":[{"file":"crds/widgets.yaml","line":6,"column":10,"severity":"error","#
                )
            )
            let missing = try folder.run("crdgen", ["check", "no", "--json"])
            #expect(
                missing.output.contains(
                    #""message":"no such file or folder","rule":"invalid-input""#
                )
            )
            #expect(missing.errors == "")
            #expect(missing.status == 1)
        }
    }

    @Test(
        arguments: [
            ["check"], ["generate"], ["list"], ["generate", "--output", "-"],
            ["explain", "--crds"],
        ],
        ["apiVersion: v1\nkind: Secret\n", ""]
    )
    func `a text without a CRD is an error where it is named`(
        _ arguments: [String],
        _ text: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("secret.yaml", text)
            let words = arguments == ["explain", "--crds"] ? "explain Widget --crds" : nil
            let command = words ?? arguments.joined(separator: " ")
            let result = try folder.shell("crdgen \(command) - < secret.yaml 2>&1")
            #expect(result.status == 1)
            #expect(result.output.contains("<stdin>: error: no CustomResourceDefinition found\n"))
            #expect(!result.output.contains("warning"))
            #expect(try folder.files() == ["secret.yaml"])
        }
    }
}
