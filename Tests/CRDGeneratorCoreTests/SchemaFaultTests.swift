import Testing

@testable import CRDGeneratorCore

/// Schemas that Kubernetes takes, or nearly, and that make other generators fail.
struct SchemaFaultTests {
    /// The type of attribute `value`, with what is said.
    private func value(_ schema: String) throws -> (type: String?, diagnostics: [String]) {
        let version = try GeneratedVersion(properties: "{value: \(schema)}")
        return (version.type.root.attributes.first?.typeText(.qualified), version.diagnostics)
    }

    @Test(arguments: [
        ("{}", "CRDRuntime.JSONValue?"),
        ("{description: x, nullable: true}", "CRDRuntime.JSONValue?"),
        ("{items: {type: string}}", "[String]?"),
        ("{additionalProperties: {type: integer}}", "[String: Int]?"),
        ("{properties: {a: {}}}", "Value?"),
        ("{oneOf: [{type: string}, {type: integer}]}", "CRDRuntime.JSONValue?"),
        ("{type: array}", "[CRDRuntime.JSONValue]?"),
        ("{type: array, items: {}}", "[CRDRuntime.JSONValue]?"),
        ("{type: array, enum: [[a]], items: {type: string}}", "[String]?"),
        ("{type: object, additionalProperties: true}", "[String: CRDRuntime.JSONValue]?"),
        ("{type: object, additionalProperties: {}}", "[String: CRDRuntime.JSONValue]?"),
        ("{type: object, additionalProperties: false}", "[String: CRDRuntime.JSONValue]?"),
        ("{type: integer, format: uint32}", "Int?"),
        ("{type: integer, format: int}", "Int?"),
        ("{type: integer}", "Int?"),
        ("{type: string, format: int64}", "String?"),
        ("{type: string, format: cidr}", "String?"),
        ("{type: string, format: string}", "String?"),
        ("{type: number, format: float}", "Double?"),
        ("{type: string, x-kubernetes-int-or-string: true}", "CRDRuntime.IntOrString?"),
        ("{type: integer, x-kubernetes-int-or-string: true}", "CRDRuntime.IntOrString?"),
        ("{type: object, oneOf: [{required: [a]}], properties: {a: {}}}", "Value?"),
        ("{type: string, not: {enum: [a]}, allOf: [{minLength: 1}]}", "String?"),
    ])
    func `a schema that says little or odd things has a type, without a word`(
        schema: String,
        type: String
    ) throws {
        let value = try value(schema)
        #expect(value.type == type)
        #expect(value.diagnostics == [])
    }

    @Test(arguments: [
        ("{type: array, items: {type: string}, ", "[String]?"),
        ("{type: array, items: {type: object, properties: {a: {}}}, ", "[Value]?"),
        ("{type: object, additionalProperties: {type: string}, ", "[String: String]?"),
        ("{type: array, ", "CRDRuntime.JSONValue?"),
        ("{type: object, ", "CRDRuntime.JSONValue?"),
        ("{type: string, ", "CRDRuntime.JSONValue?"),
        ("{", "CRDRuntime.JSONValue?"),
    ])
    func `preserved fields leave elements the type that the schema gives them`(
        schema: String,
        type: String
    ) throws {
        #expect(try value(schema + "x-kubernetes-preserve-unknown-fields: true}").type == type)
    }

    @Test(arguments: [
        ("type: string, properties: {a: {type: string}}", "String?", ["properties"]),
        ("type: integer, properties: {a: {}}, items: {}", "Int?", ["properties", "items"]),
        ("type: boolean, additionalProperties: {type: string}", "Bool?", ["additionalProperties"]),
        ("type: array, items: {type: string}, properties: {a: {}}", "[String]?", ["properties"]),
        ("type: object, items: {type: string}", "[String: CRDRuntime.JSONValue]?", ["items"]),
        ("type: object, items: {}, properties: {a: {}}", "Value?", ["items"]),
        ("type: string, enum: [a], properties: {a: {}}", "Value?", ["properties"]),
        ("type: string, format: date-time, items: {}", "CRDRuntime.DateTime?", ["items"]),
    ])
    func `the type follows 'type', not keywords of another type`(
        schema: String,
        type: String,
        ignored: [String]
    ) throws {
        let value = try value("{\(schema)}")
        #expect(value.type == type)
        let word = schema.dropFirst("type: ".count).prefix { $0 != "," }
        let warnings = ignored.map { "'\($0)' has no effect on values of type '\(word)', ignored" }
        #expect(
            value.diagnostics.map { $0.split(separator: "warning: ").last.map(String.init) }
                == warnings
        )
    }

    @Test func `a map of strings with properties is a map of strings`() throws {
        let values = "{type: string, properties: {name: {type: string}}}"
        let version = try GeneratedVersion(
            properties: "{value: {type: object, additionalProperties: \(values)}}"
        )
        #expect(version.type.structs.isEmpty)
        #expect(version.type.root.attributes.map(\.type) == [.map(.string)])
        #expect(
            version.diagnostics == [
                "crd.yaml:17:96: warning: 'properties' has no effect on values of type 'string', "
                    + "ignored"
            ]
        )
    }

    @Test func `an unknown type is any JSON value, with a warning where it stands`() throws {
        let version = try GeneratedVersion(properties: "{value: {type: BoolString}}")
        #expect(version.type.root.attributes.first?.type == .json)
        #expect(
            version.diagnostics == [
                "crd.yaml:17:51: warning: unknown type 'BoolString', using any JSON value"
            ]
        )
    }

    @Test func `what is required but no property is no attribute`() throws {
        let version = try GeneratedVersion(
            schema: "{type: object, required: [a, missing], properties: {a: {type: string}}}"
        )
        #expect(version.type.root.attributes.map(\.key) == ["a"])
        #expect(version.diagnostics == [])
    }

    @Test(arguments: [
        "integer, default: x", "string, default: {}", "array, default: 1", "boolean, default: 'no'",
        "object, default: []", "integer, default: 1e400", "string, default: \"\\\"#\\\\\"",
        "string, nullable: true, default: null",
    ])
    func `a default of another type changes no type`(schema: String) throws {
        let type = schema.prefix { $0 != "," }
        #expect(try value("{type: \(schema)}").type == value("{type: \(type)}").type)
        #expect(try value("{type: \(schema)}").diagnostics == [])
    }

    @Test(arguments: ["{type: string}", "{type: array, items: {type: string}}", "{type: boolean}"])
    func `spec may be anything and may be missing`(schema: String) throws {
        #expect(try GeneratedVersion(properties: "{spec: \(schema)}").type.structs.isEmpty)
        let version = try GeneratedVersion(properties: "{data: \(schema), rules: \(schema)}")
        #expect(version.type.root.attributes.map(\.name) == ["data", "rules"])
    }

    @Test func `metadata is the runtime's, whatever the schema says of it`() throws {
        let name = "{type: string, maxLength: 8, pattern: '^a'}"
        let version = try GeneratedVersion(
            properties: "{metadata: {type: object, properties: {name: \(name)}}, kind: {}}"
        )
        #expect(version.type.root.attributes.isEmpty)
        #expect(version.type.schemaJSON.contains(#""maxLength":8"#))
    }

    @Test func `every type that an attribute has is declared`() throws {
        let enumeration = "{type: string, enum: [a], nullable: true}"
        let object = "{type: object, properties: {x: {type: array, items: \(enumeration)}}}"
        let map = "{additionalProperties: {items: {additionalProperties: \(object)}}}"
        let version = try GeneratedVersion(
            properties: "{a: \(object), b: \(map), c: {properties: {a: \(map), d: \(enumeration)}}}"
        )
        let structs = [version.type.root] + version.type.structs
        let declared = version.type.structs.map(\.name) + version.type.enums.map(\.name)
        let used = structs.flatMap(\.attributes).compactMap { Self.typeName($0.type) }
        #expect(used.count == 6)
        #expect(Set(used) == Set(declared))
        #expect(Set(version.type.aliases.map(\.target)).isSubset(of: declared))
    }

    /// The name of the nested type that a type consists of.
    private static func typeName(_ type: TypeReference) -> String? {
        switch type {
        case .object(let name), .enumeration(let name): name
        case .list(let element), .map(let element), .nullable(let element): typeName(element)
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .external:
            nil
        }
    }

    @Test func `two types whose names would meet stay two`() throws {
        let leaf = { (name: String) in "{properties: {\(name): {}}}" }
        let version = try GeneratedVersion(
            properties: """
                {c: \(leaf("one")), bC: \(leaf("two")), aB: {properties: {c: \(leaf("three"))}}, \
                a: {properties: {bC: \(leaf("four"))}}}
                """
        )
        let names = version.type.structs.map(\.name)
        #expect(names == ["A", "AB", "BC", "C", "ABC", "ABC_2"])
    }
}
