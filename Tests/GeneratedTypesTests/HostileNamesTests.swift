import CRDManifests
import CRDRuntime
import CRDValidation
import Foundation
import TestResources
import Testing

/// A CRD whose properties, types, values and kinds have every name that means something else:
/// keywords, types of Swift, Foundation and the runtime, and names that are no identifiers.
///
/// That this file compiles is half of the test.
struct HostileNamesTests {
    typealias Names = NamesExampleCom.V1.Names

    /// The keys of an object of the schema, from the schema that the type carries.
    private func properties(_ path: String...) throws -> [Schema.Property] {
        var schema = Names.schema
        for name in path {
            schema = try #require(schema.keywords.properties.first { $0.name == name }).schema
        }
        return schema.keywords.properties
    }

    @Test func `every property keeps its key through Codable and manifests`() throws {
        var fields = JSONObject()
        for property in try properties("spec", "required") {
            fields[property.name] = .string("value of \(property.name)")
        }
        let json: JSONValue = [
            "apiVersion": "names.example.com/v1", "kind": "Names", "metadata": ["name": "a"],
            "spec": [
                "required": .object(fields), "optional": .object(fields), "numbers": 8080,
                "switches": true, "lists": ["none", "unheard-of"],
            ],
        ]
        let names = try JSONDecoder().decode(Names.self, from: JSONEncoder().encode(json))
        let encoded = try JSONEncoder().encode(names)
        #expect(try JSONDecoder().decode(JSONValue.self, from: encoded) == json)
        #expect(try Names(yaml: names.yaml) == names)
    }

    @Test func `every nested type has its own name`() throws {
        var objects = JSONObject()
        for (position, property) in try properties("spec", "objects").enumerated() {
            objects[property.name] = ["p\(position)": "x"]
        }
        let json: JSONValue = [
            "apiVersion": "names.example.com/v1", "kind": "Names", "metadata": ["name": "a"],
            "spec": ["objects": .object(objects)],
        ]
        let names = try JSONDecoder().decode(Names.self, from: JSONEncoder().encode(json))
        let encoded = try JSONEncoder().encode(names)
        #expect(try JSONDecoder().decode(JSONValue.self, from: encoded) == json)
    }

    @Test func `every value of an enumeration has a case of its own`() throws {
        let schema = try #require(try properties("spec").first { $0.name == "values" }).schema
        let values = try #require(schema.keywords.enumeration)
        let known = Names.Values.allCases.map { JSONValue.string($0.rawValue) }
        #expect(Set(known) == Set(values))
        #expect(known.count == Set(values).count)
        for value in Names.Values.allCases {
            if case .unrecognized = Names.Values(rawValue: value.rawValue) {
                Issue.record("'\(value.rawValue)' has no case")
            }
        }
    }

    @Test func `signs, twins and words of Swift have predictable cases`() {
        #expect(Names.Values.empty.rawValue == "")
        #expect(Names.Values.equal.rawValue == "=")
        #expect(Names.Values.not_equal.rawValue == "!=")
        #expect(Names.Values.asterisk.rawValue == "*")
        #expect(Names.Values.plus_1.rawValue == "+1")
        #expect(Names.Values._8080.rawValue == "8080")
        #expect(Names.Values.none_value.rawValue == "none")
        #expect(Names.Values.`default`.rawValue == "default")
        #expect(Names.Numbers.minus_1.rawValue == -1)
        #expect(Names.Values(rawValue: "newer") == .unrecognized("newer"))
    }

    @Test func `attributes of a resource may be called like its methods`() throws {
        var root = NamesExampleCom.V1.Root(metadata: .init(name: "a"))
        root.validate = "x"
        root.violations = "y"
        root.with_defaults = "z"
        root.validator = "v"
        #expect(root.violations() == [])
        #expect(try root.withDefaults() == root)
        try root.validate()
        #expect(root.validate == "x")
        #expect(root.violations == "y")
        #expect(try root.json.contains(#""withDefaults":"z""#))
        #expect(NamesExampleCom.V1.Root.validator.unchecked == [])
    }
}
