import Testing

/// `crdgen add`.
@Suite struct AddCommandTests {
    /// What `kubectl get crd widgets.example.com -o yaml` prints.
    private let fromCluster = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          creationTimestamp: "2024-01-01T00:00:00Z"
          generation: 1
          name: widgets.example.com
          resourceVersion: "12"
          uid: 0d7e4f4c-6a3c-4a3b-9d8a-1b2c3d4e5f60
        spec:
          conversion:
            strategy: None
          group: example.com
          names:
            kind: Widget
            listKind: WidgetList
            plural: widgets
            singular: widget
          scope: Namespaced
          versions:
          - name: v1
            schema:
              openAPIV3Schema:
                type: object
            served: true
            storage: true
        status:
          acceptedNames:
            kind: Widget
            plural: widgets
          conditions: []
          storedVersions:
          - v1

        """

    @Test func `a file is added as it is`() throws {
        try Workspace.with { folder in
            let text = "# Ours.\n---\n" + crd("Widget")
            try folder.write("downloads/w.yml", text)
            let result = try folder.run("crdgen", ["add", "downloads/w.yml"])
            #expect(result.errors == "")
            #expect(
                result.output == """
                    added      crds/example.com_widgets.yaml  Widget (example.com: v1)
                    next: crdgen generate crds

                    """
            )
            #expect(result.status == 0)
            #expect(try folder.text("crds/example.com_widgets.yaml") == text)
        }
    }

    @Test func `from a cluster comes what a person would write`() throws {
        try Workspace.with { folder in
            try folder.write("Package.swift", "")
            try folder.write("Sources/Main/Main.swift", "")
            try folder.write("from-cluster", fromCluster)
            let result = try folder.shell("crdgen add - < from-cluster")
            #expect(
                result.errors == """
                    <stdin>:1:1: note: removed, as a server sets it: metadata.creationTimestamp, \
                    metadata.generation, metadata.resourceVersion, metadata.uid, status

                    """
            )
            let path = "Sources/Main/crds/example.com_widgets.yaml"
            #expect(
                result.output == "added      \(path)  Widget (example.com: v1)\nnext: swift build\n"
            )
            let text = try folder.text(path)
            #expect(fromCluster.hasPrefix(text.prefix(70)))
            #expect(text.hasSuffix("    served: true\n    storage: true\n"))
            #expect(text.contains("metadata:\n  name: widgets.example.com\nspec:\n"))
        }
    }

    @Test func `an annotation that is left out can be too long`() throws {
        try Workspace.with { folder in
            let applied = String(repeating: "x", count: 300_000)
            let annotation = "kubectl.kubernetes.io/last-applied-configuration: '\(applied)'"
            let text = crd("Widget").replacing(
                "{name: widgets.example.com}",
                with: "{name: widgets.example.com, annotations: {\(annotation)}}"
            )
            try folder.write("widgets.yaml", text)
            let result = try folder.run("crdgen", ["add", "widgets.yaml"])
            #expect(result.status == 0)
            #expect(
                result.errors == """
                    widgets.yaml:1:1: note: removed, as a server sets it: metadata.annotations

                    """
            )
            let other = "example.com/own: '\(applied)'"
            try folder.write("widgets.yaml", text.replacing(annotation, with: other))
            let refused = try folder.run("crdgen", ["add", "widgets.yaml"])
            #expect(refused.status == 1)
            #expect(refused.errors.contains("metadata.annotations: Too long: may not be more than"))
        }
    }

    @Test func `a release gives a file for each CRD`() throws {
        try Workspace.with { folder in
            let deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: operator}\n"
            let documents = [crd("Widget"), deployment, crd("Gadget")]
            try folder.write("release.yaml", documents.joined(separator: "---\n"))
            let result = try folder.run("crdgen", ["add", "release.yaml", "--crds", "a/b/"])
            #expect(
                result.errors == "release.yaml:15:7: note: Deployment 'operator' is not a "
                    + "CustomResourceDefinition, skipped\n"
            )
            #expect(
                result.output == """
                    added      a/b/example.com_widgets.yaml  Widget (example.com: v1)
                    added      a/b/example.com_gadgets.yaml  Gadget (example.com: v1)
                    next: crdgen generate a/b

                    """
            )
            #expect(try folder.text("a/b/example.com_widgets.yaml") == crd("Widget"))
            #expect(try folder.text("a/b/example.com_gadgets.yaml") == crd("Gadget"))
        }
    }

    @Test func `the same kind is replaced where it is`() throws {
        try Workspace.with { folder in
            try folder.write("crds/deep/w.yaml", crd("Widget"))
            let new = crd("Widget").replacing("name: v1\n", with: "name: v2\n")
            try folder.write("new.yaml", new)
            let result = try folder.run("crdgen", ["add", "new.yaml"])
            #expect(result.errors == "")
            #expect(
                result.output.hasPrefix(
                    "replaced   crds/deep/w.yaml  Widget (example.com: v2), was v1\n"
                )
            )
            #expect(try folder.text("crds/deep/w.yaml") == new)
            try folder.makeOld("crds/deep/w.yaml")
            let again = try folder.run("crdgen", ["add", "new.yaml"])
            #expect(again.output.hasPrefix("unchanged  crds/deep/w.yaml  Widget"))
            #expect(try folder.isOld("crds/deep/w.yaml"))
            #expect(try folder.files() == ["crds/deep/w.yaml", "new.yaml"])
        }
    }

    @Test(arguments: [
        ("scope: Namespaced", "scope: Everywhere"), ("kind: Widget,", ""),
        ("apiextensions.k8s.io/v1", "apiextensions.k8s.io/v2"), ("group: example.com", ""),
    ])
    func `an invalid CRD of the same kind is replaced where it is`(
        _ valid: String,
        _ invalid: String
    ) throws {
        try Workspace.with { folder in
            try #require(crd("Widget").contains(valid))
            try folder.write("crds/w.yaml", crd("Widget").replacing(valid, with: invalid))
            try folder.write("new.yaml", crd("Widget"))
            let result = try folder.run("crdgen", ["add", "new.yaml"])
            #expect(result.errors == "")
            #expect(
                result.output.hasPrefix("replaced   crds/w.yaml  Widget (example.com: v1)\n")
            )
            #expect(try folder.files() == ["crds/w.yaml", "new.yaml"])
        }
    }

    @Test func `a file of JSON is replaced by one of YAML`() throws {
        try Workspace.with { folder in
            try folder.write(
                "crds/w.json",
                """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                "metadata": {"name": "widgets.example.com"},
                "spec": {"group": "example.com", "scope": "Cluster",
                "names": {"kind": "Widget", "plural": "widgets"},
                "versions": [{"name": "v1", "served": true, "storage": true,
                "schema": {"openAPIV3Schema": {"type": "object"}}}]}}
                """
            )
            try folder.write("new.yaml", crd("Widget"))
            let result = try folder.run("crdgen", ["add", "new.yaml"])
            #expect(
                result.output.hasPrefix(
                    """
                    replaced   crds/w.yaml  Widget (example.com: v1)
                    removed    crds/w.json

                    """
                )
            )
        }
    }

    @Test(arguments: [
        (
            crd("Widget", scope: "Everywhere"), [:],
            """
            new.yaml:6:10: error: spec.scope: Unsupported value: "Everywhere": supported values: \
            "Cluster", "Namespaced"
            """
        ),
        (
            crd("Widget"), ["all.yaml": crd("Widget") + "---\n" + crd("Gadget")],
            """
            new.yaml:1:1: error: Widget of 'example.com' is already in 'crds/all.yaml' with other \
            objects; remove it there first
            """
        ),
        (
            crd("Widget"), ["a/Example.com_widgets.yml": crd("Gadget")],
            """
            new.yaml:1:1: error: would be written to 'crds/example.com_widgets.yaml', but \
            'crds/a/Example.com_widgets.yml' has the same name; rename \
            'crds/a/Example.com_widgets.yml'
            """
        ),
        (
            crd("Widget"),
            [
                "other.yaml": crd("Gadget").replacing("example.com", with: "exa.mple.com"),
                "crdgen.yaml": "groups: {example.com: Ours, exa.mple.com: Ours}\n",
            ],
            """
            new.yaml:1:1: error: groups 'exa.mple.com' and 'example.com' would both be named \
            'Ours'; name one under 'groups' in 'crdgen.yaml'
            """
        ),
        (
            crd("Widget") + "---\n" + crd("Widget"), [:],
            """
            new.yaml:14:1: error: duplicate CRD: Widget of 'example.com'
            """
        ),
        (
            crd("Widget"), ["w.yaml": crd("Widget") + "---\nkind: Secret\n"],
            """
            new.yaml:1:1: error: Widget of 'example.com' is already in 'crds/w.yaml' with other \
            objects; remove it there first
            """
        ),
        (
            crd("Widget"),
            [
                "w.yaml": "kind: List\nitems:\n- kind: Secret\n- "
                    + crd("Widget").replacing("\n", with: "\n  ")
            ],
            """
            new.yaml:1:1: error: Widget of 'example.com' is already in 'crds/w.yaml' with other \
            objects; remove it there first
            """
        ),
        (
            crd("Widget"),
            [
                "a.yaml": crd("Widget"),
                "b.yaml": crd("Widget").replacing("name: v1", with: "name: v2"),
            ],
            """
            new.yaml:1:1: error: Widget of 'example.com' is already in 'crds/a.yaml' and \
            'crds/b.yaml'; remove it there first
            """
        ),
        (
            crd("Widget"), ["example.com_widgets.yaml": crd("Gadget")],
            """
            new.yaml:1:1: error: would be written to 'crds/example.com_widgets.yaml', which has \
            something else; rename that file
            """
        ),
        (
            crd("Widget"),
            [
                "w.yaml": crd("Widget").replacing(
                    "names: {kind: Widget, listKind: WidgetList, plural: widgets, singular: widget}",
                    with: "names:\n    kind: Widget\n    plural: widgets"
                ) + "status: [\n"
            ],
            """
            new.yaml:1:1: error: Widget of 'example.com' is already in 'crds/w.yaml', which is not \
            valid YAML; remove it there first
            """
        ),
        (
            crd("Widget"), ["w.yaml": crd("Widget") + "---\nstatus: [\n"],
            """
            new.yaml:1:1: error: Widget of 'example.com' is already in 'crds/w.yaml', which is not \
            valid YAML; remove it there first
            """
        ),
        ("kind: Secret\n", [:], "new.yaml: error: no CustomResourceDefinition found"),
        ("a: [\n", [:], "new.yaml:2:1: error: "),
    ])
    func `what does not fit is not written`(
        _ text: String,
        _ others: [String: String],
        _ message: String
    ) throws {
        try Workspace.with { folder in
            for (path, text) in others { try folder.write("crds/\(path)", text) }
            try folder.write("new.yaml", text)
            let before = try folder.files()
            let result = try folder.run("crdgen", ["add", "new.yaml"])
            #expect(result.status == 1)
            #expect(result.output == "")
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(try folder.files() == before)
        }
    }

    @Test func `a folder has to be chosen where there are several`() throws {
        try Workspace.with { folder in
            try folder.write("Sources/A/crds/w.yaml", crd("Widget"))
            try folder.write("Sources/B/crds/g.yaml", crd("Gadget"))
            try folder.write("new.yaml", crd("Widget"))
            let result = try folder.run("crdgen", ["add", "new.yaml"])
            #expect(result.status == 2)
            #expect(
                result.errors.hasPrefix(
                    "Error: found several folders of CRDs, choose one with '--crds': 'Sources/A/crds', 'Sources/B/crds'\n"
                )
            )
        }
    }

    @Test(arguments: [
        "https:/example.com/a.yaml", "example.com/a.yaml", "ftp://example.com/a.yaml",
    ])
    func `a URL without a usable scheme is named`(source: String) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", ["add", source])
            let message = "no such file; if it is a URL, pass one that begins with 'https://'"
            #expect(result.errors == "\(source): error: \(message)\n")
            #expect(result.status == 1)
        }
    }
}
