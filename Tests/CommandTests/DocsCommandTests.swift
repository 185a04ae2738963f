import Testing

/// `crdgen docs`.
@Suite struct DocsCommandTests {
    @Test func `pages are those of generate, without Swift`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            _ = try folder.run("crdgen", ["generate", "--output", "All"])
            let result = try folder.run("crdgen", ["docs"])
            #expect(result.errors == "")
            #expect(
                result.output == """
                    written    Generated/docs/README.md
                    written    Generated/docs/example_com_widget_v1.md
                    2 files: 2 written

                    """
            )
            let pages = ["README.md", "example_com_widget_v1.md"]
            #expect(try folder.files("Generated/docs") == pages)
            for page in pages {
                let text = try folder.text("Generated/docs/\(page)")
                #expect(try text == folder.text("All/docs/\(page)"))
            }
        }
    }

    @Test func `only pages are unused files, and only in the folders of new ones`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("crds/gadgets.yaml", crd("Gadget"))
            _ = try folder.run("crdgen", ["generate", "--output", "out"])
            _ = try folder.run("crdgen", ["docs", "--output", "out"])
            _ = try folder.run("crdgen", ["docs", "--output", "out/deep"])
            try folder.write("out/guide.md", "By hand.\n")
            try folder.remove("crds/gadgets.yaml")
            let result = try folder.run(
                "crdgen",
                ["docs", "--output", "out/", "--detail", "plain"]
            )
            #expect(
                result.output == """
                    written    out/README.md
                    removed    out/example_com_gadget_v1.md
                    written    out/example_com_widget_v1.md
                    3 files: 2 written, 1 removed

                    """
            )
            #expect(try folder.files("out").count == 12)
        }
    }

    @Test(arguments: [["docs", "--output", "docs"], ["generate", "--output", "."]])
    func `an index by hand is not replaced`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("docs/README.md", "By hand.\n")
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 1)
            #expect(
                result.errors.hasSuffix(
                    "docs/README.md: error: is not a generated file, so it is not replaced; choose "
                        + "another '--output'\n"
                )
            )
            #expect(try folder.files() == ["crds/widgets.yaml", "docs/README.md"])
        }
    }

    @Test(arguments: ["docs", "generate"])
    func `a damaged index is mended`(_ command: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            _ = try folder.run("crdgen", [command])
            let index = try folder.text("Generated/docs/README.md")
            try folder.write("Generated/docs/README.md", "<<<<<<< HEAD\n")
            #expect(try folder.run("crdgen", [command]).status == 0)
            #expect(try folder.text("Generated/docs/README.md") == index)
        }
    }

    @Test func `a page is printed`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("crds/crdgen.yaml", "docs: plain\n")
            _ = try folder.run("crdgen", ["docs"])
            let plain = try folder.run("crdgen", ["docs", "--kind", "widgets"])
            #expect(try plain.output == folder.text("Generated/docs/example_com_widget_v1.md"))
            _ = try folder.run("crdgen", ["docs", "--detail", "full"])
            let full = try folder.shell(
                "crdgen docs - --kind Widget --api-version v1 < crds/widgets.yaml"
            )
            #expect(try full.output == folder.text("Generated/docs/example_com_widget_v1.md"))
            for name in ["widgets.example.com", "widget.v1.example.com", "example.com/v1/Widget"] {
                let named = try folder.run("crdgen", ["docs", "--kind", name])
                #expect(named.output == plain.output)
            }
            let none = try folder.run("crdgen", ["docs", "--kind", "Wigdet"])
            #expect(none.status == 1)
            #expect(none.errors == "error: unknown kind 'Wigdet', did you mean 'Widget'?\n")
        }
    }

    @Test func `files do not take the place of others`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("crds/gadgets.yaml", crd("Gadget"))
            _ = try folder.run("crdgen", ["docs"])
            let result = try folder.run("crdgen", ["docs", "crds/widgets.yaml"])
            #expect(result.status == 1)
            #expect(
                result.errors == """
                    Generated: error: has generated files of other CRDs, which would be removed: \
                    'docs/example_com_gadget_v1.md'; pass all CRDs, their folder, or another \
                    '--output'

                    """
            )
        }
    }

    @Test(arguments: [
        ["docs", "--kind", "A", "--output", "b"], ["docs", "--api-version", "v1"],
        ["docs", "--detail", "short"],
    ])
    func `a wrong call ends with 2`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 2)
            #expect(result.errors.contains("Usage: crdgen docs"))
        }
    }

    @Test(arguments: [
        (
            ["--docc", "a", "--site", "b", "--kind", "A"],
            "'--docc' and '--site' exclude each other: '--docc' writes a catalog for DocC, "
                + "'--site' writes a site"
        ),
        (
            ["--kind", "A", "--docc", "a"],
            "'--docc' and '--kind' exclude each other: '--docc' writes a catalog for DocC, "
                + "'--kind' prints one page"
        ),
        (
            ["--site", "a", "--output", "b"],
            "'--site' and '--output' exclude each other: '--site' has the path of the folder"
        ),
        (
            ["--kind", "A", "--output", "b"],
            "'--kind' and '--output' exclude each other: '--kind' prints one page"
        ),
        (
            ["--site", "a", "--detail", "plain"],
            "'--site' and '--detail' exclude each other: '--site' writes a site, which always has "
                + "all details"
        ),
        (["--docc", "-"], "'--docc' is '-', expected the path of a folder"),
        (["--site", "-"], "'--site' is '-', expected the path of a folder"),
        (["--output", "-"], "'--output' is '-', expected the path of a folder"),
        (["--site", "a", "--site=b"], "'--site' is given twice, expected only one value"),
        (["--output", "a", "--output", "a"], "'--output' is given twice, expected only one value"),
    ])
    func `options that do not fit together are explained`(
        _ options: [String],
        _ message: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/a.yaml", crd("A"))
            let result = try folder.run("crdgen", ["docs"] + options)
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix("Error: \(message)\n"))
            #expect(try folder.files() == ["crds/a.yaml"])
        }
    }

    @Test func `pages of former modules are removed, unless there is one module`() throws {
        try Workspace.with { folder in
            for name in ["A", "B", "C"] { try folder.write("\(name)/\(name).yaml", crd(name)) }
            func docs(_ modules: String...) throws -> Workspace.Result {
                let sources = modules.flatMap { ["--crds", $0, "--module", $0] }
                return try folder.run("crdgen", ["docs", "--output", "out"] + sources)
            }
            _ = try docs("A", "B", "C")
            try folder.write("out/C/guide.md", "By hand.\n")
            #expect(
                try docs("A", "B").output.hasSuffix("6 files: 2 removed, 4 unchanged\n")
            )
            #expect(try folder.files("out/C") == ["guide.md"])
            #expect(try docs("A").output.hasSuffix("2 files: 2 written\n"))
            #expect(try folder.files("out/B").count == 2)
        }
    }

    @Test func `nothing to write is said`() throws {
        try Workspace.with { folder in
            try folder.write("crds/notes.yaml", "# Nothing.\n")
            let result = try folder.run(
                "crdgen",
                ["docs", "crds", "--module", "A", "--docc", "a.docc"]
            )
            #expect(result.output == "no files\n")
            #expect(result.status == 0)
        }
    }
}
