import Foundation
import Testing

/// `crdgen`, the command that people type.
@Suite struct CRDGenTests {
    private let things = ["--crds", "crds", "--module", "Things"]

    private func generate(_ folder: Workspace, _ more: String...) throws -> Workspace.Result {
        try folder.run("crdgen", ["generate"] + things + more)
    }

    private func check(_ folder: Workspace) throws -> Workspace.Result {
        try folder.run("crdgen", ["check"] + things)
    }

    @Test func `what is written, unchanged and removed is listed`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("crds/gadgets.yaml", crd("Gadget"))
            _ = try generate(folder)
            try folder.remove("crds/gadgets.yaml")
            let result = try generate(folder)
            #expect(result.status == 0)
            #expect(
                result.output == """
                    written    Generated/Namespaces.crd.swift
                    written    Generated/docs/README.md
                    removed    Generated/docs/example_com_gadget_v1.md
                    unchanged  Generated/docs/example_com_widget_v1.md
                    removed    Generated/gadgets.crd.swift
                    written    Generated/widgets.crd.swift
                    6 files: 3 written, 2 removed, 1 unchanged

                    """
            )
        }
    }

    @Test func `only files that were generated are removed`() throws {
        let foreign = [
            "Generated/Extra.swift", "Generated/README.md", "Generated/docs/guide.md",
            "Generated/docs/old.crd.swift", "Generated/mine.crd.swift",
        ]
        try Workspace.with { folder in
            for path in foreign { try folder.write(path, "// By hand.\n") }
            try folder.write("crds/widgets.yaml", crd("Widget"))
            _ = try generate(folder)
            try folder.remove("crds/widgets.yaml")
            #expect(try generate(folder).status == 0)
            let left = try folder.files("Generated").map { "Generated/\($0)" }
            #expect(left == (foreign + ["Generated/Namespaces.crd.swift"]).sorted())
            #expect(try check(folder).status == 0)
        }
    }

    @Test func `the check names each file and changes nothing`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("crds/gadgets.yaml", crd("Gadget"))
            _ = try generate(folder)
            try folder.remove("crds/gadgets.yaml")
            try folder.remove("Generated/docs/example_com_widget_v1.md")
            try folder.write("Generated/Namespaces.crd.swift", "// Generated.\n")
            let page = try folder.text("Generated/docs/example_com_gadget_v1.md")
            let result = try check(folder)
            #expect(result.status == 1)
            #expect(
                result.output == """
                    Generated/Namespaces.crd.swift:1:1: error: generated file is out of date
                    Generated/docs/README.md:9:1: error: generated file is out of date
                    Generated/docs/example_com_gadget_v1.md: error: generated file is unused, no CRD generates it
                    Generated/docs/example_com_widget_v1.md: error: generated file is missing
                    Generated/gadgets.crd.swift: error: generated file is unused, no CRD generates it
                    Generated/widgets.crd.swift:8:1: error: generated file is out of date

                    """
            )
            #expect(try folder.text("Generated/docs/example_com_gadget_v1.md") == page)
        }
    }

    @Test func `the check says what the API server would refuse`() throws {
        try Workspace.with { folder in
            let rule = "x-kubernetes-validations: [{rule: 'true'}]"
            let schema = "{type: object, nullable: true, \(rule)}"
            let invalid = crd("Widget").replacing("{type: object}", with: schema)
            try folder.write("crds/gadgets.yaml", crd("Gadget"))
            try folder.write("crds/widgets.yaml", invalid)
            #expect(try generate(folder).status == 0)
            let result = try check(folder)
            #expect(result.status == 1)
            #expect(
                result.output == """
                    crds/widgets.yaml:12:56: error: spec.validation.openAPIV3Schema.nullable: \
                    Forbidden: nullable cannot be true at the root

                    """
            )
        }
    }

    @Test func `standard input is checked like files`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget", scope: "Everywhere"))
            let tool = Workspace.products.appending(path: "crdgen").path
            let command = "'\(tool)' check --crds - --module A < widgets.yaml"
            let result = try folder.run(URL(filePath: "/bin/sh"), ["-c", command])
            #expect(result.status == 1)
            #expect(
                result.output == """
                    <stdin>:6:10: error: spec.scope: Unsupported value: "Everywhere": \
                    supported values: "Cluster", "Namespaced"

                    """
            )
        }
    }

    @Test func `a fault that the generator finds too is said once, in the server's words`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget", scope: "Everywhere"))
            let result = try check(folder)
            #expect(result.status == 1)
            #expect(
                result.output == """
                    crds/widgets.yaml:6:10: error: spec.scope: Unsupported value: "Everywhere": \
                    supported values: "Cluster", "Namespaced"

                    """
            )
        }
    }

    @Test func `a note of the check is no error`() throws {
        try Workspace.with { folder in
            let schema = "{type: object, x-kubernetes-validations: [{rule: 'true'}]}"
            try folder.write(
                "crds/widgets.yaml",
                crd("Widget").replacing("{type: object}", with: schema)
            )
            _ = try generate(folder)
            let result = try check(folder)
            #expect(result.status == 0)
            #expect(result.output == "'Generated' is up to date\n")
        }
    }

    @Test func `nothing is written if one CRD has an error`() throws {
        try Workspace.with { folder in
            try folder.write("crds/gadgets.yaml", crd("Gadget"))
            try folder.write("crds/widgets.yaml", crd("Widget", scope: "Everywhere"))
            let result = try generate(folder)
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix("crds/widgets.yaml:6:10: error: "))
            #expect(result.output == "")
            #expect(try folder.files() == ["crds/gadgets.yaml", "crds/widgets.yaml"])
        }
    }

    @Test func `several modules have a folder each`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("other/gadgets.json", crd("Gadget"))
            try folder.write("other/.hidden.yaml", crd("Hidden"))
            try folder.write("other/read.me", "not a CRD")
            _ = try generate(folder)
            let result = try generate(folder, "--crds", "other/", "--module", "Other")
            #expect(result.status == 0)
            #expect(
                try folder.files("Generated") == [
                    "Other/Namespaces.crd.swift", "Other/docs/README.md",
                    "Other/docs/example_com_gadget_v1.md", "Other/gadgets.crd.swift",
                    "Things/Namespaces.crd.swift", "Things/docs/README.md",
                    "Things/docs/example_com_widget_v1.md", "Things/widgets.crd.swift",
                ]
            )
        }
    }

    @Test(arguments: [
        (String?.none, [], true), ("plain", [], false), ("plain", ["--docs", "full"], true),
        ("full", ["--docs", "plain"], false),
    ])
    func `pages say as much as asked for`(_ key: String?, _ option: [String], _ isFull: Bool) throws
    {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            if let key { try folder.write("crds/crdgen.yaml", "docs: \(key)\n") }
            let result = try folder.run("crdgen", ["generate"] + things + option)
            #expect(result.status == 0)
            let page = try folder.text("Generated/docs/example_com_widget_v1.md")
            #expect(page.contains("- Plural: `widgets`") == isFull)
            let check = try folder.run("crdgen", ["check"] + things + option)
            #expect(check.status == 0)
        }
    }

    @Test func `the example has the name that the type has`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write(
                "crds/others.yaml",
                crd("Widget").replacing("example.com", with: "b.c")
            )
            try folder.write("crds/gadgets.yaml", crd("Gadget"))
            #expect(try generate(folder).status == 0)
            let widget = try folder.text("Generated/docs/example_com_widget_v1.md")
            #expect(widget.contains("let widget = ExampleCom.V1.Widget("))
            let gadget = try folder.text("Generated/docs/example_com_gadget_v1.md")
            #expect(gadget.contains("let gadget = Gadget("))
        }
    }

    @Test(
        arguments: [
            ("crds/deep/Widgets.yml", "Widgets.crd.swift"),
            ("crds/namespaces.yaml", "namespaces.crd.swift"),
        ]
    )
    func `two files of one name are an error`(path: String, output: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write(path, crd("Gadget"))
            let result = try generate(folder)
            #expect(result.status == 1)
            #expect(result.errors.contains("error: would be written to "))
            #expect(try folder.files().count == 2)
        }
    }

    @Test func `a folder that is not there is an error that names it`() throws {
        try Workspace.with { folder in
            let result = try generate(folder)
            #expect(result.status == 1)
            #expect(result.errors == "crds: error: no such file or folder\n")
        }
    }

    @Test(
        arguments: [
            ["generate", "a", "--crds", "crds"],
            ["generate", "a", "--module", "A", "--module", "B"],
            ["generate", "--crds", "a", "--crds", "b"], ["chekc"],
            ["generate", "--crds", "a", "--module", "A", "--crds", "b", "--module", "B"]
                + ["--output", "-"],
            ["generate", "a", "--output", "-", "--docs", "plain"],
            ["check", "--crds", "a", "--module", "A", "--crds", "b"],
            ["check", "--crds", "a", "--module", "A", "--crds", "b", "--module", "A"],
            ["check", "--crds", "a", "--module", "A", "--outptu", "b"],
            ["generate", "--crds", "a", "--module", "A", "--docs", "short"],
            ["generate", "--output", ""], ["check", "--output", ""], ["docs", "--output", ""],
            ["docs", "--site", ""], ["schema", "--output", ""], ["add", "a.yaml", "--crds", ""],
        ]
    )
    func `a wrong call ends with 2`(arguments: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 2)
            #expect(result.errors.contains("Usage: crdgen"))
        }
    }

    @Test(arguments: ["generate", "check"])
    func `the help has an example`(command: String) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", [command, "--help"])
            #expect(result.status == 0)
            #expect(result.output.contains("crdgen \(command) --crds crds --module SageMaker"))
        }
    }
}
