import Testing

/// The files and objects that `crdgen validate` leaves out.
@Suite struct ManifestSelectionTests {
    private static let object = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n"
    private static let invalid = object + "size: 1\n"

    private static func with(
        _ files: [String: String],
        _ command: String,
        _ test: (Workspace.Result) throws -> Void
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            try folder.write("m/object.yaml", object)
            for (path, text) in files { try folder.write(path, text) }
            try test(try folder.shell("crdgen validate \(command)"))
        }
    }

    @Test(arguments: [
        ("values.yaml", "replicas: 1\nimage: {tag: a}\n", "1 file without objects"),
        ("package.json", #"{"name": "a", "version": "1"}"#, "1 file without objects"),
        ("Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\n", "1 file without objects"),
        ("patch.yaml", "- op: remove\n  path: /a\n", "1 file without objects"),
        ("kustomization.yaml", "resources: [a.yaml]\n", "1 file without objects"),
        (
            "kustomization.yaml",
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n",
            "1 file without objects"
        ),
        ("compose.yaml", "services: {web: {image: a}}\n", "1 file without objects"),
        ("helm.yaml", "{{- if .Values.a }}\na: {{ .Values.a }}\n{{- end }}\n", "1 template"),
        ("jinja.yaml", "{% if a %}\nkind: {{ a }}\n{% endif %}\n", "1 template"),
    ])
    func `other files in folders are counted`(name: String, text: String, words: String) throws {
        try Self.with(["m/x/\(name)": text], "m") { result in
            #expect(result.output == "1 object: 1 valid; left out: \(words)\n")
            #expect(result.errors == "")
            #expect(result.status == 0)
        }
        try Self.with([name: text], name) { result in
            #expect((result.output + result.errors).contains("\(name):"))
            #expect(
                result.status == (name == "kustomization.yaml" && text.contains("kind") ? 0 : 1)
            )
        }
    }

    @Test(arguments: [
        "kind: Widget\nmetadata: {name: a}\n", "a: [\n", "kind: Widget\nmetadata: {}\n---\na: 1\n",
    ])
    func `a manifest with errors is not another file`(text: String) throws {
        try Self.with(["m/b.yaml": text], "m") { result in
            #expect(result.output.contains("m/b.yaml:"), "\(result.output)")
            #expect(result.status == 1)
        }
    }

    @Test(arguments: [
        ("m --ignore b.yaml", [:]), ("m --ignore 'x/' --ignore '/?.yml'", [:]),
        ("m/ --ignore '/x/b.*'", [:]),
        ("m", ["m/.crdgenignore": "b.yaml\n"]), ("m", [".crdgenignore": "/m/x/\n"]),
        ("m", ["m/x/.crdgenignore": "/b.yaml"]), ("./m", [".crdgenignore": "m/x\n"]),
        ("m --ignore '!b.yaml' --ignore x", ["m/.crdgenignore": "*.yaml\n!object.yaml\n"]),
    ])
    func `ignored files are left out`(command: String, files: [String: String]) throws {
        try Self.with(files.merging(["m/x/b.yaml": Self.invalid]) { $1 }, command) { result in
            #expect(result.output == "1 object: 1 valid; left out: 1 ignored file\n")
            #expect(result.status == 0)
        }
    }

    @Test(arguments: [
        ("m --ignore x --ignore none.yaml", "note: '--ignore none.yaml' matches no file\n"),
        ("m --ignore '!x/'", ""), ("m --ignore 'x/*' --ignore '!object.yaml'", ""),
        (
            "m/object.yaml --ignore '*'",
            "note: '--ignore *' matches no file; only files in folders are ignored, not named files\n"
        ),
    ])
    func `a pattern that matches no file is a note`(command: String, note: String) throws {
        try Self.with(["m/x/b.yaml": Self.object], command) { result in
            #expect(result.errors == note)
            #expect(result.status == 0)
        }
    }

    @Test func `a file that is named is not ignored`() throws {
        try Self.with(["b.yaml": Self.invalid, ".crdgenignore": "*"], "b.yaml --ignore '*'") {
            result in
            #expect(result.output.hasSuffix("1 object: 1 invalid\n"))
            #expect(result.status == 1)
        }
    }

    @Test(arguments: [
        "Widget", "Widget.example.com", "Widget.v1.example.com", "example.com/v1/Widget",
    ])
    func `objects of a kind are skipped`(name: String) throws {
        let files = ["m/b.yaml": Self.invalid + "---\napiVersion: v1\nkind: Pod\n"]
        try Self.with(files, "m --skip \(name)") { result in
            #expect(result.output == "3 objects: 1 not checked, 2 skipped\n")
            #expect(!result.errors.contains("--skip"))
            #expect(result.status == 0)
        }
    }

    @Test(arguments: [
        ("Deployment", ""), ("Widgett", ", did you mean 'Widget'?"),
        ("Widget.other.com", ", did you mean 'example.com/v1/Widget'?"),
        ("Widget.v2.example.com", ", did you mean 'example.com/v1/Widget'?"),
        ("example.com/v2/Widget", ", did you mean 'example.com/v1/Widget'?"),
        ("v1/Widget", ", did you mean 'example.com/v1/Widget'?"),
        ("Widget.v1.", ", did you mean 'example.com/v1/Widget'?"),
    ])
    func `objects of other kinds are not skipped`(name: String, question: String) throws {
        try Self.with([:], "m --skip \(name)") { result in
            #expect(result.output == "1 object: 1 valid\n")
            #expect(result.errors.contains("note: '--skip \(name)' matches no object\(question)\n"))
            #expect(result.status == 0)
        }
    }

    @Test(arguments: ["widget", "example.com/Widget", "a/b/v1/Widget", "Widget/", ""])
    func `other words than kinds cannot be skipped`(name: String) throws {
        try Self.with([:], "m --skip '\(name)'") { result in
            #expect(result.errors.contains("expected kinds for '--skip', such as 'Job'"))
            #expect(result.status == 2)
        }
    }

    @Test func `all objects can be skipped`() throws {
        try Self.with([:], "m --skip Widget") { result in
            #expect(result.output == "1 object: 1 skipped\n")
            #expect(result.errors == "")
            #expect(result.status == 0)
        }
    }
}
