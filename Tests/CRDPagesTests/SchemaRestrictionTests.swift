import CRDSchema
import CRDValidation
import CRDValues
import TestSupport
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// The part of a schema by which an example is validated.
@Suite struct SchemaRestrictionTests {
    private static func schema(_ text: String) throws -> Schema {
        try ReferencePage.page(ofSchema: text, detail: .full).schema
    }

    private static func paths(_ schema: Schema) -> [String] {
        schema.keywords.properties.flatMap { property in
            [property.name]
                + (paths(property.schema) + (property.schema.keywords.items.map(paths) ?? []))
                .map { "\(property.name).\($0)" }
        }
    }

    @Test(
        arguments: [
            (
                "properties: {a: {properties: {b: {}, c: {}}}, d: {}}", ["a": ["b": 1]],
                ["a", "a.b"]
            ),
            (
                "properties: {a: {items: {properties: {b: {}, c: {}}}}}", ["a": [["b": 1]]],
                ["a", "a.b"]
            ),
            (
                "properties: {a: {items: {properties: {b: {}, c: {}}}}}",
                ["a": [["b": 1], ["c": 1]]],
                ["a", "a.b", "a.c"]
            ),
            (
                "properties: {a: {default: {}, properties: {b: {default: 1}}}, c: {}}", [:],
                ["a", "a.b"]
            ),
            (
                "{properties: {a: {properties: {b: {}}}}, x-kubernetes-validations: [{rule: 'true'}]}",
                [:], ["a", "a.b"]
            ),
        ] as [(String, JSONValue, [String])]
    )
    func `properties that a value doesn't have are left out, except for defaults and rules`(
        _ text: String,
        _ value: JSONValue,
        _ expected: [String]
    ) throws {
        let schema = try Self.schema(text).restricted(to: value)
        #expect(Self.paths(schema) == expected)
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/provider/crds")
    )
    func `the server responds to an example as by the whole schema`(_ part: CorpusPart) throws {
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            for page in try ReferencePage.pages(of: text, file: file, detail: .full) {
                let example = Example(of: page.type, named: "A", schema: page.schema)
                for object in [example, example.outline(by: page.schema)].map(\.object) {
                    let schemas = [page.schema, page.schema.restricted(to: .object(object))]
                    let responses = schemas.map { schema in
                        ResourceValidator(definition: page.definition, schema: schema)
                            .create(.object(object))
                    }
                    #expect(responses[0] == responses[1], "\(file)")
                }
            }
        }
    }
}
