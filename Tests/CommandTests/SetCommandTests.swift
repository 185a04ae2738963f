import Foundation
import Testing

/// `crdgen set`.
@Suite struct SetCommandTests {
    private static let definition = crd(
        "Widget",
        spec: """
            properties: {size: {type: integer, minimum: 1}, name: {type: string}, \
            active: {type: boolean}, port: {x-kubernetes-int-or-string: true}, \
            tags: {type: array, items: {type: string}}, labels: {type: object, \
            additionalProperties: {type: string}}}
            """
    )
    private static let manifest = """
        # Ours
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: a}
        spec:
          size: 1 # small
          name: "x"
          tags: [a, b]

        """

    @Test(arguments: [
        (["spec.size=3"], "size: 1 ", "size: 3 "),
        (["spec.name=5"], "\"x\"", "\"5\""),
        (["spec.active=true"], "[a, b]\n", "[a, b]\n  active: true\n"),
        (["spec.port=http"], "[a, b]\n", "[a, b]\n  port: http\n"),
        (["spec.port=80"], "[a, b]\n", "[a, b]\n  port: 80\n"),
        (["spec.tags[+]=yes"], "[a, b]", "[a, b, 'yes']"),
        (["spec.tags=[c]"], "[a, b]", "[c]"),
        (["spec.labels[a.b/c]=1"], "[a, b]\n", "[a, b]\n  labels:\n    a.b/c: '1'\n"),
        (["metadata.labels.on=no"], "{name: a}", "{name: a, labels: {'on': 'no'}}"),
        (["--remove", "spec.tags[0]"], "[a, b]", "[b]"),
    ])
    func `a field is set with the type of its schema`(
        _ changes: [String],
        _ old: String,
        _ new: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("w.yaml", Self.manifest)
            let result = try folder.run("crdgen", ["set"] + changes + ["w.yaml"])
            #expect(result.errors == "")
            #expect(result.output == "")
            #expect(result.status == 0)
            #expect(try folder.text("w.yaml") == Self.manifest.replacing(old, with: new))
        }
    }

    @Test(arguments: [
        (["spec.size=two"], "error: spec.size: found 'two', expected an integer\n"),
        (["spec.active=yes"], "error: spec.active: found 'yes', expected 'true' or 'false'\n"),
        (["spec.tags=a"], "error: spec.tags: found 'a', expected a list, such as '[a, b]'\n"),
        (
            ["spec.size=0"],
            "w.yaml:6:9: error: spec.size: Invalid value: 0: spec.size in body should be greater "
                + "than or equal to 1\n"
                + "w.yaml: error: the changed object is invalid, so the file is not written\n"
        ),
        (["spec.size=3", "spec.siez=4"], "w.yaml:9:3: error: "),
        (
            ["--remove", "spec.x"],
            "w.yaml: error: found no field 'spec.x', expected one to remove\n"
        ),
        (["spec"], "error: 'spec' has no '=', expected PATH=VALUE, such as 'spec.size=3'\n"),
        (
            ["--object", "Gadget", "spec.size=3"],
            "w.yaml: error: found no object 'Gadget', expected one of 'Widget/a'\n"
        ),
    ])
    func `what is invalid changes nothing`(_ changes: [String], _ message: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("w.yaml", Self.manifest)
            try folder.makeOld("w.yaml")
            let result = try folder.run("crdgen", ["set"] + changes + ["w.yaml"])
            #expect(result.output == "")
            #expect(result.errors.hasPrefix(message), "\(result.errors)")
            #expect(result.status == 1)
            #expect(try folder.text("w.yaml") == Self.manifest)
            #expect(try folder.isOld("w.yaml"))
        }
    }

    @Test func `one of several objects is chosen, and standard input is printed`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            let other = Self.manifest.replacing("name: a", with: "name: b")
            try folder.write("all.yaml", Self.manifest + "---\n" + other)
            let command = "crdgen set --object Widget/b spec.size=2 - < all.yaml"
            let result = try folder.shell(command)
            #expect(result.errors == "")
            let changed = other.replacing("size: 1", with: "size: 2")
            #expect(result.output == Self.manifest + "---\n" + changed)
            let ambiguous = try folder.run("crdgen", ["set", "spec.size=2", "all.yaml"])
            #expect(
                ambiguous.errors == """
                    all.yaml: error: found 2 objects, choose one with '--object': 'Widget/a', \
                    'Widget/b'

                    """
            )
            #expect(ambiguous.status == 1)
        }
    }

    @Test func `an object without a CRD gets values as in YAML, with a note`() throws {
        try Workspace.with { folder in
            try folder.write("c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n")
            let result = try folder.run("crdgen", ["set", "data.a=x", "c.yaml"])
            #expect(result.status == 0)
            #expect(result.errors.contains("no CRD found for 'v1, Kind=ConfigMap'"))
            #expect(try folder.text("c.yaml").hasSuffix("data:\n  a: x\n"))
        }
    }
}
