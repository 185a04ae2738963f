import Testing

/// `crdgen list`, and how commands find CRDs.
@Suite struct ListCommandTests {
    @Test func `a URL is an error of its own`() throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", ["list", "https://example.com/a.yaml"])
            let message = "is a URL, expected a file or a folder; download the file first"
            #expect(result.errors == "https://example.com/a.yaml: error: \(message)\n")
            #expect(result.status == 1)
        }
    }

    @Test func `each missing file is named`() throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", crd("Widget"))
            let errors = """
                aaaaa.yaml: error: no such file or folder
                bbbbb.yaml: error: no such file or folder

                """
            let none = try folder.run("crdgen", ["list", "aaaaa.yaml", "bbbbb.yaml"])
            #expect(none.errors == errors)
            #expect(none.status == 1)
            let some = try folder.run("crdgen", ["list", "aaaaa.yaml", "w.yaml", "bbbbb.yaml"])
            #expect(some.errors == errors)
            #expect(some.output.contains("\nWidget "))
            #expect(some.status == 1)
        }
    }

    @Test(arguments: [
        ["list"], ["list", "crds"], ["list", "crds/w.yaml"], ["list", "--crds", "crds/"],
        ["list", "w.json"], ["list", "crds", "crds/", "--crds", "crds"],
    ])
    func `folders and files are named in any way`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            try folder.write("w.json", crd("Widget"))
            let result = try folder.run("crdgen", arguments)
            #expect(result.errors == "")
            #expect(
                result.output == """
                    KIND    GROUP        VERSION  SCOPE       STATE   SWIFT
                    Widget  example.com  v1       Namespaced  stored  Widget

                    """
            )
            #expect(result.status == 0)
        }
    }

    @Test func `fields are counted, and errors in schemas found, on request`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            try folder.write(
                "crds/x.yaml",
                crd("Gadget").replacing(
                    "{openAPIV3Schema: {type: object}}",
                    with: "\n      openAPIV3Schema:\n        type: [}"
                )
            )
            let names = try folder.run("crdgen", ["list"])
            #expect(names.status == 0)
            #expect(names.errors == "")
            #expect(names.output.contains("\nGadget"))
            let counted = try folder.run("crdgen", ["list", "--count"])
            #expect(counted.status == 1)
            #expect(counted.errors.hasPrefix("crds/x.yaml:"))
            #expect(
                counted.output == """
                    KIND    GROUP        VERSION  SCOPE       STATE   ATTRIBUTES  REQUIRED  SWIFT
                    Widget  example.com  v1       Namespaced  stored           0         0  Widget

                    """
            )
        }
    }

    @Test func `the folders of targets are found`() throws {
        try Workspace.with { folder in
            try folder.write("Sources/A/crds/w.yaml", crd("Widget"))
            try folder.write("Sources/B/crds/g.yaml", crd("Gadget"))
            try folder.write("Sources/B/crds/crdgen.yaml", "groups: {example.com: Things}\n")
            let result = try folder.run("crdgen", ["list", "--json"])
            #expect(result.status == 0)
            #expect(result.output.contains(#""swift":"Gadget","file":"Sources/B/crds/g.yaml"}"#))
            #expect(result.output.contains(#""swift":"Widget","file":"Sources/A/crds/w.yaml"}"#))
        }
    }

    @Test func `what can be read is listed, and what cannot is an error`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            try folder.write("crds/x.yaml", crd("Gadget", scope: "Everywhere"))
            let result = try folder.run("crdgen", ["list"])
            #expect(result.status == 1)
            #expect(result.output.contains("Widget"))
            #expect(result.errors.hasPrefix("crds/x.yaml:6:10: error: "))
        }
    }

    @Test(
        arguments: [
            ("served: true", "served: \"true\""), ("- name: v1\n    served", "- served"),
            ("storage: true", "storage: false"), ("group: example.com", "group: example"),
            ("scope: Namespaced", "scope: Namespaced\n  preserveUnknownFields: true"),
            ("widgets.example.com", "widget.example.com"),
            ("extensions.k8s.io/v1", "extensions.k8s.io/v1beta1"),
            ("      openAPIV3Schema:\n        type: object\n", "      openAPIV3Schema:\n\n"),
            (
                "  versions:\n",
                "  preserveUnknownFields: true\n  conversion: {strategy: Webhook}\n  versions:\n"
            ),
            (
                "        type: object\n",
                "        type: object\n        properties: {a: {type: string, default: b}}\n  preserveUnknownFields: true\n"
            ),
            (
                "        type: object\n",
                "        type: object\n  - name: v2\n    served: true\n    storage: true\n    schema:\n      openAPIV3Schema:\n        type: object\n        description: a\n"
            ),
        ]
    )
    func `errors outside of schemas are those of 'crdgen check'`(old: String, new: String) throws {
        try Workspace.with { folder in
            let text = crd("Widget").replacing(
                "{openAPIV3Schema: {type: object}}",
                with: "\n      openAPIV3Schema:\n        type: object"
            )
            try #require(text.contains(old))
            try folder.write("w.yaml", text.replacing(old, with: new))
            let checked = try folder.run("crdgen", ["check", "w.yaml"])
            let errors = checked.output.split(separator: "\n").filter { $0.contains(": error: ") }
            try #require(!errors.isEmpty)
            for arguments in [["list", "w.yaml"], ["list", "--count", "w.yaml"]] {
                let listed = try folder.run("crdgen", arguments)
                #expect(listed.errors.split(separator: "\n") == errors)
                #expect(listed.status == 1)
            }
        }
    }

    @Test func `duplicate definitions are errors`() throws {
        try Workspace.with { folder in
            for path in ["a", "b"] { try folder.write("crds/\(path).yaml", crd("Widget")) }
            let result = try folder.run("crdgen", ["list"])
            #expect(
                result.errors == """
                    crds/b.yaml:9:5: error: duplicate definition of Widget of 'example.com/v1', \
                    first in crds/a.yaml:9

                    """
            )
            #expect(result.output.split(separator: "\n").count == 3)
            #expect(result.status == 1)
        }
    }

    @Test func `a CRD that the API server would reject is listed`() throws {
        try Workspace.with { folder in
            let text = crd("Widget").replacing("storage: true", with: "storage: false")
            try folder.write("w.yaml", text)
            let result = try folder.run("crdgen", ["list", "w.yaml"])
            #expect(
                result.output.hasSuffix(
                    "\nWidget  example.com  v1       Namespaced  served  ExampleCom.V1.Widget\n"
                )
            )
        }
    }

    @Test func `a list from the API is read`() throws {
        try Workspace.with { folder in
            try folder.write(
                "list.json",
                #"""
                {"kind": "CustomResourceDefinitionList", "apiVersion": "apiextensions.k8s.io/v1",
                "items": [{"metadata": {"name": "ships.example.com"}, "spec": {"scope": "Cluster",
                "group": "example.com", "names": {"kind": "Ship", "plural": "ships"}, "versions":
                [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema":
                {"type": "object"}}}]}}]}
                """#
            )
            let listed = try folder.run("crdgen", ["list", "list.json"])
            #expect(listed.errors == "")
            #expect(listed.output.contains("\nShip "))
            let added = try folder.run("crdgen", ["add", "list.json"])
            #expect(added.errors == "")
            let text = try folder.text("crds/example.com_ships.yaml")
            #expect(
                text.hasPrefix(
                    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n"
                )
            )
            let checked = try folder.run("crdgen", ["check", "list.json", "crds"])
            #expect(checked.status == 1)
            #expect(checked.output.contains("duplicate definition of Ship"))
        }
    }

    @Test(arguments: [["generate"], ["docs"], ["check"]])
    func `a folder without CRDs is a warning where files are generated`(
        _ arguments: [String]
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/notes.yaml", "# Nothing.\n")
            if arguments == ["check"] { _ = try folder.run("crdgen", ["generate"]) }
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 0)
            let messages = arguments == ["check"] ? result.output : result.errors
            #expect(messages.contains("crds: warning: no CustomResourceDefinition found\n"))
        }
    }

    @Test(arguments: [
        ["list"], ["list", "--json"], ["explain", "Widget"], ["sample", "Widget"],
        ["diff", "crds", "w.yaml"], ["diff", "w.yaml", "crds"], ["check"], ["check", "crds"],
    ])
    func `a folder without CRDs is an error`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", crd("Widget"))
            try folder.write("crds/notes.yaml", "# Nothing.\n")
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 1)
            let (messages, other) =
                arguments[0] == "check"
                ? (result.output, result.errors) : (result.errors, result.output)
            #expect(other == "")
            #expect(messages.contains("crds: error: no CustomResourceDefinition found\n"))
        }
    }

    @Test func `errors are in the order of the files, as in check`() throws {
        try Workspace.with { folder in
            let invalid = crd("Widget").replacing("group: example.com", with: "group: example")
            try folder.write("a.yaml", invalid.replacing("served: true", with: "served: 'true'"))
            try folder.write("b.yaml", invalid.replacing("scope: Namespaced", with: "scope: 1"))
            let listed = try folder.run("crdgen", ["list", "a.yaml", "b.yaml"])
            let checked = try folder.run("crdgen", ["check", "a.yaml", "b.yaml"])
            #expect(listed.errors == checked.output)
            let lines = listed.errors.split(separator: "\n").map { $0.prefix(8) }
            #expect(lines == ["a.yaml:5", "a.yaml:1", "b.yaml:5", "b.yaml:6"])
        }
    }

    @Test func `a broken link is an error`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("shared/gadget.yaml", crd("Gadget"))
            _ = try folder.shell("ln -s ../shared/gadgets.yaml crds/gadgets.yaml; ln -s none empty")
            for arguments in [["list"], ["list", "crds/gadgets.yaml"], ["check"]] {
                let result = try folder.run("crdgen", arguments)
                #expect(result.status == 1)
                #expect(
                    result.output + result.errors == """
                        crds/gadgets.yaml: error: is a symbolic link to '../shared/gadgets.yaml', which \
                        does not exist, did you mean 'gadget.yaml'?

                        """
                )
            }
            _ = try folder.shell("ln -s b a; ln -s a b")
            #expect(
                try folder.run("crdgen", ["list", "a"]).errors
                    == "a: error: is a symbolic link to 'b', which leads back to the link\n"
            )
            let other = try folder.run("crdgen", ["list", "empty"])
            #expect(
                other.errors
                    == "empty: error: is a symbolic link to 'none', which does not exist\n"
            )
            _ = try folder.shell("rm -r crds; mkdir -p Sources/A; ln -s ../../crds Sources/A/crds")
            let target = try folder.run("crdgen", ["list"])
            #expect(target.status == 1)
            #expect(target.errors.contains("is a symbolic link to '../../crds', which does not "))
        }
    }

    @Test(arguments: [
        (
            [],
            "crds: error: no such folder, and no target in 'Sources' has one; "
                + "pass folders or files of CRDs\n"
        ),
        (
            ["wigdets.yaml"],
            "wigdets.yaml: error: no such file or folder, did you mean 'widgets.yaml'?\n"
        ),
        (["a/w.yaml"], "a/w.yaml: error: no such file or folder\n"),
        ([""], "error: found an empty path, expected a file, a folder, or '-'\n"),
    ])
    func `what is not there is named`(_ arguments: [String], _ message: String) throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", crd("Widget"))
            let result = try folder.run("crdgen", ["list"] + arguments)
            #expect(result.errors == message)
            #expect(result.status == 1)
        }
    }
}
