import Testing

/// `crdgen docs --docc`.
@Suite struct DocCCommandTests {
    private static func crd(_ kind: String, group: String = "example.com") -> String {
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: \(kind.lowercased())s.\(group)}
        spec:
          group: \(group)
          names: {kind: \(kind), plural: \(kind.lowercased())s}
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object}}

        """
    }

    @Test func `a catalog is written for the target that has it, and stale pages are removed`()
        throws
    {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", Self.crd("Widget"))
            try folder.write("crds/gadgets.yaml", Self.crd("Gadget"))
            let arguments = ["docs", "crds", "--docc", "Sources/Platform/Platform.docc"]
            let first = try folder.run("crdgen", arguments)
            #expect(
                first.output == """
                    written    Sources/Platform/Platform.docc/Platform.md
                    written    Sources/Platform/Platform.docc/example_com_gadget_v1.md
                    written    Sources/Platform/Platform.docc/example_com_widget_v1.md
                    3 files: 3 written

                    """
            )
            let page = try folder.text("Sources/Platform/Platform.docc/example_com_widget_v1.md")
            #expect(page.hasPrefix("# ``Platform/ExampleCom/V1/Widget``\n"))

            try folder.write("Sources/Platform/Platform.docc/Notes.md", "# Notes\n")
            try folder.remove("crds/gadgets.yaml")
            let second = try folder.run("crdgen", arguments)
            #expect(
                second.output == """
                    written    Sources/Platform/Platform.docc/Platform.md
                    removed    Sources/Platform/Platform.docc/example_com_gadget_v1.md
                    unchanged  Sources/Platform/Platform.docc/example_com_widget_v1.md
                    3 files: 1 written, 1 removed, 1 unchanged

                    """
            )
            #expect(try folder.files("Sources").contains("Platform/Platform.docc/Notes.md"))
        }
    }

    @Test func `a symbol that a file written by hand extends has no other page`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", Self.crd("Widget"))
            try folder.write("Docs.docc/Landing.md", "\n# ``Platform``\n\nBy hand.\n")
            let arguments = ["docs", "--module", "Platform", "--docc", "Docs.docc/kinds"]
            let result = try folder.run("crdgen", arguments)
            #expect(result.errors.isEmpty)
            #expect(
                result.output == """
                    written    Docs.docc/kinds/example_com_widget_v1.md
                    1 file: 1 written

                    """
            )
        }
    }

    @Test func `a file that was written by hand is not replaced`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", Self.crd("Widget"))
            try folder.write("a.docc/example_com_widget_v1.md", "# Notes\n")
            let arguments = ["docs", "--module", "Platform", "--docc", "a.docc"]
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 1)
            #expect(
                result.errors == """
                    a.docc/example_com_widget_v1.md: error: is not a generated file, so it is not \
                    replaced; choose another '--docc'

                    """
            )
            #expect(try !folder.files().contains("a.docc/Platform.md"))
            #expect(try folder.text("a.docc/example_com_widget_v1.md") == "# Notes\n")
        }
    }

    @Test func `several modules have a catalog each`() throws {
        try Workspace.with { folder in
            try folder.write("a/widgets.yaml", Self.crd("Widget"))
            try folder.write("b/gadgets.yaml", Self.crd("Gadget"))
            let modules = ["--crds", "a", "--module", "A", "--crds", "b", "--module", "B"]
            let result = try folder.run("crdgen", ["docs"] + modules + ["--docc", "docs"])
            #expect(result.status == 0, "\(result.errors)")
            #expect(
                try folder.files("docs").filter { $0.hasSuffix(".md") } == [
                    "A.docc/A.md", "A.docc/example_com_widget_v1.md", "B.docc/B.md",
                    "B.docc/example_com_gadget_v1.md",
                ]
            )
            let fewer = Array(modules.prefix(4)) + ["--docc", "docs"]
            let second = try folder.run("crdgen", ["docs"] + fewer)
            #expect(second.status == 0, "\(second.errors)")
            #expect(!folder.exists("docs/B.docc/B.md"))
        }
    }

    @Test func `a kind that DocC leaves out is a warning`() throws {
        try Workspace.with { folder in
            try folder.write("crds/things.yaml", Self.crd("Thing", group: "3d.example.com"))
            let arguments = ["docs", "--module", "Platform", "--docc", "a.docc"]
            let result = try folder.run("crdgen", arguments)
            #expect(
                result.errors == """
                    crds/things.yaml: warning: DocC has no page of '_3dExampleCom.V1.Thing', as it \
                    leaves out names that begin with '_'; name the group under 'groups' in \
                    'crdgen.yaml'

                    """
            )
        }
    }

    @Test func `the module must be known`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", Self.crd("Widget"))
            let result = try folder.run("crdgen", ["docs", "crds", "--docc", "a.docc"])
            #expect(result.status == 2)
            #expect(
                result.errors.contains(
                    "'--docc' needs the module of the types; add '--module' with its name"
                )
            )
        }
    }

    @Test(arguments: [["--output", "a"], ["--detail", "plain"], ["--site", "s"]])
    func `a catalog excludes other pages`(_ option: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", ["docs", "crds", "--docc", "a.docc"] + option)
            #expect(result.status == 2)
            #expect(result.errors.contains("'--docc' and '\(option[0])' exclude each other"))
        }
    }
}
