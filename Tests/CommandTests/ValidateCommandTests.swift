import Foundation
import Testing

/// `crdgen validate`.
@Suite struct ValidateCommandTests {
    private static let definition = crd("Widget").replacing(
        "{type: object}",
        with: "{type: object, properties: {size: {type: integer, maximum: 5}}}"
    )

    private static func widget(_ lines: String) -> String {
        "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n\(lines)\n"
    }

    @Test(arguments: [
        ["m"], ["m/"], ["m/a.yaml", "m/x/b.yml", "m/x/c.json"], ["m", "--crds", "crds/w.yaml"],
    ])
    func `folders and files are named in any way`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("m/a.yaml", Self.widget("size: 5"))
            try folder.write("m/x/b.yml", Self.widget("size: 6"))
            try folder.write("m/x/c.json", #"{"apiVersion": "v1", "kind": "Pod"}"#)
            try folder.write("m/notes.txt", "no: [manifest")
            let result = try folder.run("crdgen", ["validate"] + arguments)
            #expect(
                result.output == """
                    m/x/b.yml:4:7: error: size: Invalid value: 6: size in body should be less than \
                    or equal to 5
                    3 objects: 1 valid, 1 invalid, 1 not checked

                    """
            )
            #expect(
                result.errors == """
                    m/x/c.json:1:1: note: no CRD found for 'v1, Kind=Pod', so it is not validated

                    """
            )
            #expect(result.status == 1)
        }
    }

    @Test func `what is valid ends with 0`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("a.yaml", Self.widget("size: 5\nmore: 1"))
            let arguments = ["validate", "a.yaml", "--field-validation", "warn"]
            let result = try folder.run("crdgen", arguments)
            #expect(
                result.output == "a.yaml:5:1: warning: unknown field \"more\"\n1 object: 1 valid\n"
            )
            #expect(result.errors == "")
            #expect(result.status == 0)
        }
    }

    @Test func `JSON has the response to each object`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("a.yaml", Self.widget("size: 6") + "---\n" + Self.widget("size: 5"))
            let result = try folder.run("crdgen", ["validate", "a.yaml", "--json"])
            #expect(result.errors == "")
            #expect(result.output.hasPrefix(#"{"findings":[{"file":"a.yaml","line":4,"column":7,"#))
            #expect(result.output.contains(#""status":{"kind":"Status","apiVersion":"v1","#))
            #expect(result.output.contains(#""field":"size","line":4,"column":7}"#))
            #expect(result.output.contains(#""status":"Success""#))
            #expect(result.status == 1)
        }
    }

    @Test func `the article shows what is printed`() throws {
        let article = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/CRDRuntime/CRDRuntime.docc/Validation.md")
        let blocks = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```")
        let crd = try #require(blocks.firstIndex { $0.hasPrefix("yaml\n") })
        try #require(blocks.count > crd + 4)
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", String(blocks[crd].dropFirst(5)))
            try folder.write("widget.yaml", String(blocks[crd + 2].dropFirst(5)))
            let result = try folder.shell("crdgen validate widget.yaml 2>&1")
            #expect("\n" + result.output == blocks[crd + 4])
            #expect(result.status == 1)
        }
    }

    @Test func `CRDs that the server would refuse fail the check`() throws {
        try Workspace.with { folder in
            try folder.write(
                "crds/w.yaml",
                Self.definition.replacing("served: true", with: "served: 1")
            )
            try folder.write("a.yaml", Self.widget("size: 5"))
            let result = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(result.output.hasPrefix("crds/w.yaml:10:13: error: "))
            #expect(result.status == 1)
        }
    }

    @Test func `errors in a CRD that no object uses count only if all are checked`() throws {
        try Workspace.with { folder in
            try folder.write("crds/g.yaml", crd("Gadget", scope: "Everywhere"))
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("a.yaml", Self.widget("size: 5"))
            let used = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(used.output == "1 object: 1 valid\n")
            #expect(used.errors == "")
            #expect(used.status == 0)
            let all = try folder.run("crdgen", ["validate", "a.yaml", "--check-crds"])
            #expect(all.output.hasPrefix("crds/g.yaml:6:10: error: "), "\(all.output)")
            #expect(all.status == 1)
        }
    }

    @Test func `only files that can have the CRD of an object are read`() throws {
        try Workspace.with { folder in
            for kind in ["Gadget", "Gizmo", "Widget"] {
                let names =
                    "{kind: \(kind), listKind: \(kind)List, plural: \(kind.lowercased())s, "
                    + "singular: \(kind.lowercased())}"
                let block = "\n    kind: \(kind)\n    plural: \(kind.lowercased())s"
                try folder.write("crds/\(kind).yaml", crd(kind).replacing(names, with: block))
            }
            try folder.write("a.yaml", Self.widget(""))
            try folder.write("b.yaml", "apiVersion: example.com/v1\nkind: Gizom\n")
            try folder.write(
                "old.yaml",
                "kind: WidgetList\napiVersion: example.com/v1\nitems: []\n"
            )
            let result = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(result.output == "1 object: 1 valid; 1 of 3 files of CRDs read\n")
            #expect(result.status == 0)
            let unknown = try folder.run("crdgen", ["validate", "b.yaml"])
            #expect(unknown.errors.contains("did you mean 'Gizmo'?"), "\(unknown.errors)")
            let list = try folder.run("crdgen", ["validate", "old.yaml"])
            #expect(list.output.contains("old.yaml: error: no objects found"), "\(list)")
        }
    }

    @Test(arguments: [
        (
            "crdgen validate a.yaml --crds empty",
            "empty: error: no CustomResourceDefinition found\n"
        ),
        (
            "crdgen validate a.yaml --crds a.yaml",
            "a.yaml: error: no CustomResourceDefinition found\n"
        ),
        (
            "false | crdgen validate -",
            "<stdin>: error: no objects found; check the command that writes them\n"
        ),
        (
            "echo '# nothing' | crdgen validate a.yaml -",
            "<stdin>: error: no objects found; check the command that writes them\n"
        ),
        ("crdgen validate empty", "empty: error: no objects found\n"),
        (
            "crdgen validate none.yaml --json",
            #""none.yaml","line":null,"column":null,"severity":"error","message":"no objects"#
        ),
    ])
    func `nothing to check is an error`(_ command: String, _ message: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("empty/notes.txt", "Nothing.\n")
            try folder.write("a.yaml", Self.widget("size: 5"))
            try folder.write("none.yaml", "---\n# nothing\n")
            let result = try folder.shell("\(command) 2>&1")
            #expect(result.output.contains(message), "\(result.output)")
            #expect(result.status == 1)
        }
    }

    @Test func `a file without objects beside others is a warning`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("a.yaml", Self.widget("size: 5"))
            try folder.write("none.yaml", "# nothing\n")
            let result = try folder.run("crdgen", ["validate", "a.yaml", "none.yaml"])
            #expect(
                result.output == "1 object: 1 valid\nnone.yaml: warning: no objects found\n"
            )
            #expect(result.status == 0)
        }
    }

    @Test func `something unchecked is an error where that is asked for`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            try folder.write("a.yaml", "apiVersion: v1\nkind: Pod\n")
            let noted = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(noted.status == 0)
            let result = try folder.run("crdgen", ["validate", "a.yaml", "--fail-on-unchecked"])
            #expect(
                result.output == noted.output
                    + "error: 1 object not checked by a schema, which '--fail-on-unchecked' does not allow\n"
            )
            #expect(result.errors == noted.errors)
            #expect(result.status == 1)
        }
    }

    @Test func `a rule of the CRD is evaluated`() throws {
        try Workspace.with { folder in
            let rule = "x-kubernetes-validations: [{rule: self < 5}]"
            let definition = Self.definition.replacing(
                "type: integer",
                with: "type: integer, \(rule)"
            )
            try folder.write("crds/w.yaml", definition)
            try folder.write("a.yaml", Self.widget("size: 5"))
            let result = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(result.output.contains("size: Invalid value: 5: failed rule: self < 5"))
            #expect(result.status == 1)
        }
    }

    @Test(arguments: [
        ["validate"], ["validate", "a.yaml", "--field-validation", "lax"],
        ["validate", "-", "--crds", "-"],
    ])
    func `a wrong call ends with 2`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 2)
        }
    }

    @Test func `a kind without a CRD is refused where that is asked for`() throws {
        try Workspace.with { folder in
            try folder.write("a.yaml", "apiVersion: v1\nkind: Pod\n")
            let noted = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(noted.status == 0)
            let result = try folder.run("crdgen", ["validate", "a.yaml", "--require-crds"])
            let error = "a.yaml:1:1: error: no matches for kind \"Pod\" in version \"v1\"\n"
            #expect(result.output == error + "1 object: 1 invalid\n")
            #expect(result.status == 1)
        }
    }

    // MARK: - Updates

    private static let fixed = crd("Widget").replacing(
        "{type: object}",
        with: "{type: object, properties: {size: {type: integer, x-kubernetes-validations: "
            + "[{rule: self >= oldSelf}]}}}"
    )

    @Test(
        arguments: [
            "crdgen validate new.yaml --old old.yaml", "crdgen validate new.yaml --old old",
            "cat old.yaml | crdgen validate new.yaml --old -",
        ]
    )
    func `an object is validated as an update`(_ command: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.fixed)
            try folder.write("old.yaml", Self.widget("size: 5"))
            try folder.write("old/a.yml", Self.widget("size: 5"))
            try folder.write("new.yaml", Self.widget("size: 4"))
            let result = try folder.shell(command)
            let error = "error: size: Invalid value: 4: failed rule: self >= oldSelf"
            #expect(result.output == "new.yaml:4:7: \(error)\n1 object: 1 invalid\n")
            #expect(result.status == 1)
        }
    }

    @Test func `a CRD is validated as an update`() throws {
        try Workspace.with { folder in
            let old = crd("Widget")
            try folder.write("old.yaml", old)
            try folder.write("new.yaml", old.replacing("name: v1", with: "name: v2"))
            let result = try folder.shell("crdgen validate new.yaml --old old.yaml --crds new.yaml")
            #expect(
                result.output.contains("v1 was previously a storage version"),
                "\(result.output)"
            )
            #expect(result.output.hasSuffix("\n1 object: 1 invalid\n"))
            #expect(result.status == 1)
        }
    }

    @Test(
        arguments: [
            ("true | crdgen validate a.yaml --old -", "<stdin>: error: no objects found; check "),
            ("crdgen validate a.yaml --old none.yaml", "none.yaml: error: no objects found\n"),
            ("crdgen validate a.yaml --old bad.yaml", "bad.yaml:1:1: error: Object 'Kind' is miss"),
            ("crdgen validate a.yaml --old no.yaml", "no.yaml: error: no such file or folder"),
        ]
    )
    func `old objects that cannot be read are errors`(
        _ command: String,
        _ message: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.fixed)
            try folder.write("a.yaml", Self.widget("size: 4"))
            try folder.write("none.yaml", "# nothing\n")
            try folder.write("bad.yaml", "a: 1\n")
            let result = try folder.shell("\(command) 2>&1")
            #expect(result.output.contains(message), "\(result.output)")
            #expect(result.status == 1)
        }
    }

    @Test(
        arguments: [
            (["--subresource", "status"], "'--subresource' needs '--old'"),
            (["--old", "a.yaml", "--subresource", "scale"], "'scale' is invalid"),
            (["--old", "-", "-"], "'-' is given twice"),
        ]
    )
    func `options about updates are checked`(_ options: [String], _ message: String) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", ["validate", "a.yaml"] + options)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.status == 2)
        }
    }
}
