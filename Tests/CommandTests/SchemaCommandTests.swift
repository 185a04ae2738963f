import Foundation
import TestSupport
import Testing

/// `crdgen schema`.
@Suite struct SchemaCommandTests {
    private static let definition = crd(
        "Widget",
        spec: """
            required: [size], properties: {size: {type: integer, minimum: 1, format: int32}, \
            port: {x-kubernetes-int-or-string: true}, note: {type: string, nullable: true}, \
            mode: {type: string, enum: [fast, slow], default: fast}, \
            list: {type: array, items: {type: string}}, \
            any: {type: object, x-kubernetes-preserve-unknown-fields: true}, \
            job: {type: object, x-kubernetes-embedded-resource: true, \
            x-kubernetes-preserve-unknown-fields: true}, \
            name: {type: string, pattern: '^[a-z]+\\-[[:digit:]]\\z'}}
            """
    )
    private static let head = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n"

    private static let valid = [
        "size: 1",
        "size: 1, port: 80, note: null, mode: slow, name: a-1",
        "size: 1, port: http, any: {x: {y: 1}}, mode: null, name: null, list: null",
        "size: 3000000000",
        "size: 1, job: {apiVersion: v1, kind: Job, metadata: {labels: {a: b}}, spec: {}}",
    ]
    private static let invalid = [
        "size: 0", "port: 1", "size: 1, other: 2", "size: 1, port: [1]",
        "size: 1, note: 2", "size: 1, mode: x", "size: 1, name: a1", "size: 1, job: {kind: Job}",
        "size: 1.5", "size: null", "size: 1, list: [null]",
    ]

    @Test func `a kind, a folder, and the configuration have schemas`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            let one = try folder.run("crdgen", ["schema", "widgets"])
            #expect(one.status == 0)
            #expect(
                one.output.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12")
            )
            let all = try folder.run("crdgen", ["schema", "--output", "schemas/"])
            #expect(all.output == "schemas: 1 schema and index.json\n")
            #expect(
                try folder.files("schemas") == [
                    "example.com", "example.com/widget_v1.json", "index.json",
                ]
            )
            #expect(try folder.text("schemas/example.com/widget_v1.json") == one.output)
            let index = try folder.text("schemas/index.json")
            #expect(index.contains("\"$ref\": \"example.com/widget_v1.json\""))
            let own = try folder.run("crdgen", ["schema", "--configuration"])
            #expect(own.output.contains("\"title\": \"crdgen.yaml\""))
            let wrong = try folder.run("crdgen", ["schema", "Widget", "--configuration"])
            #expect(wrong.status == 2)
        }
    }

    @Test(.enabled(if: Program("check-jsonschema") != nil, "check-jsonschema is not installed"))
    func `check-jsonschema agrees about manifests`() throws {
        let checker = try #require(Program("check-jsonschema"))
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", Self.definition)
            _ = try folder.run("crdgen", ["schema", "--output", "schemas"])
            for (specs, isValid) in [(Self.valid, true), (Self.invalid, false)] {
                for spec in specs {
                    try folder.write("w.yaml", Self.head + "spec: {\(spec)}\n")
                    for schema in ["schemas/example.com/widget_v1.json", "schemas/index.json"] {
                        let arguments = [
                            "--schemafile", folder.path(schema), folder.path("w.yaml"),
                        ]
                        let output = try checker.output(arguments, input: "")
                        #expect((output != nil) == isValid, "\(spec), \(schema)")
                    }
                    let own = try folder.run("crdgen", ["validate", "w.yaml"])
                    #expect((own.status == 0) == isValid, "\(spec): \(own.errors)")
                }
            }
            let sample = try folder.run("crdgen", ["sample", "Widget", "--full"]).output
            try folder.write("sample.yaml", sample)
            let schema = folder.path("schemas/index.json")
            let output = try checker.output(
                ["--schemafile", schema, folder.path("sample.yaml")],
                input: ""
            )
            #expect(output != nil, "\(sample)")
        }
    }

    @Test(
        .enabled(if: Program("check-jsonschema") != nil, "check-jsonschema is not installed"),
        arguments: [
            ("groups: {example.com: Example}\nnaming: camelCase\n", true),
            ("include:\n- {group: a.com, version: [v1, v2*]}\nallowUnused: [include]\n", true),
            ("types:\nshapes:\n- {schema: Condition, type: C}\nstatus: false\n", true),
            ("changeLevels: {field-added: ignore}\n", true), ("changeLevels: [a]\n", false),
            ("nameing: camelCase\n", false),
            ("access: private\n", false),
            ("include: [{}]\n", false),
            ("groups: {a.com: 'not a name'}\n", false),
        ]
    )
    func `check-jsonschema agrees about configurations`(text: String, isValid: Bool) throws {
        let checker = try #require(Program("check-jsonschema"))
        try Workspace.with { folder in
            let schema = try folder.run("crdgen", ["schema", "--configuration"]).output
            try folder.write("schema.json", schema)
            try folder.write("crds/crdgen.yaml", text)
            try folder.write("crds/w.yaml", Self.definition)
            let arguments = [
                "--schemafile", folder.path("schema.json"), folder.path("crds/crdgen.yaml"),
            ]
            #expect((try checker.output(arguments, input: "") != nil) == isValid)
            #expect((try folder.run("crdgen", ["list"]).status == 0) == isValid)
        }
    }

    @Test(
        .enabled(if: Program("check-jsonschema") != nil, "check-jsonschema is not installed"),
        .enabled(if: SharedFolder.has("corpus/manifests"), "there is no ../shared")
    )
    func `check-jsonschema accepts real manifests`() throws {
        let checker = try #require(Program("check-jsonschema"))
        try Workspace.with { folder in
            let crds = SharedFolder.url("corpus/manifests/crds").path
            let arguments = ["schema", "--output", "schemas", "--crds", crds]
            _ = try folder.run("crdgen", arguments)
            let files = CorpusPart.all(of: "corpus/manifests/accepted")[0].files
                .map { SharedFolder.url($0).path }
            let schema = folder.path("schemas/index.json")
            let output = try checker.output(["--schemafile", schema] + files, input: "")
            #expect(output != nil)
        }
    }
}
