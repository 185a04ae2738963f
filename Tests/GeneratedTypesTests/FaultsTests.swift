import CRDManifests
import CRDRuntime
import CRDValidation
import Foundation
import TestResources
import Testing

/// Types of a CRD with what makes other generators fail, one attribute each.
///
/// That they compile is half of the test.
struct FaultsTests {
    /// A resource as JSON, with attributes.
    private static func resource(
        _ kind: String,
        _ attributes: KeyValuePairs<String, JSONValue>
    ) -> JSONValue {
        var resource = JSONObject()
        resource["apiVersion"] = "faults.example.com/v1"
        resource["kind"] = .string(kind)
        resource["metadata"] = ["name": "a"]
        for (key, value) in attributes { resource[key] = value }
        return .object(resource)
    }

    /// What is left of a resource after reading and writing it, as JSON and as YAML.
    private static func roundTrip<Type: Resource>(
        _ json: JSONValue,
        as type: Type.Type
    ) throws -> [JSONValue] {
        let value = try JSONDecoder().decode(Type.self, from: JSONEncoder().encode(json))
        let fromYAML = try Type(yaml: value.yaml)
        return try [value, fromYAML].map {
            try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode($0))
        }
    }

    /// Attribute → a value that has to survive.
    private static let values: [(key: String, value: JSONValue)] = [
        ("twins", "Fast"), ("twins", "fast"), ("twins", "FAST"), ("twins", "fAST"),
        ("nullableEnum", .null), ("nullableEnum", "none"), ("nullableEnum", "newer"),
        ("single", "Only"), ("single", ""), ("hostile", "\")\n}"), ("hostile", "\0"),
        ("hostile", "\u{2028}"), ("ofLists", ["b"]), ("listed", ["A", "C", "A"]),
        ("mapped", ["x": 1, "y": 3]), ("untypedEnum", "a"), ("untypedEnum", "c"),
        ("mixedEnum", 1), ("mixedEnum", "a"),
        ("structureOnly", ["a": "x"]), ("itemsOnly", ["x"]), ("valuesOnly", ["x": 1]),
        ("openListOfStructs", [["known": ["nine": "x"], "other": [1, ["a": .null]]], [:]]),
        ("openListOfLists", [[["ten": "x", "other": .null]], []]),
        ("openList", ["x"]), ("openMap", ["x": "y"]), ("openBoolean", true),
        ("both", ["known": "x", "other": 1]), ("bareList", [1, [.null], [:]]),
        ("emptyItems", [.null, ["b": 1.5]]), ("opaqueItems", [[:], ["a": [1]]]),
        ("anyValues", ["a": .null, "b": [1]]), ("emptyValues", ["a": .null, "b": [1]]),
        ("closed", ["known": "x"]), ("mapOfStructs", ["x": ["seven": "y"], "z": [:]]),
        ("mapOfOpaque", ["x": ["y": 1], "z": [:]]), ("mapOfNullable", ["x": .null, "y": "z"]),
        ("typedPort", 80), ("typedPort", "80"), ("integerPort", "http"), ("patternPort", "5%"),
        ("formattedPort", 80), ("ports", [80, "80"]), ("portMap", ["a": 80, "b": "80"]),
        ("uint16", 65_535), ("uint32", 4_294_967_295), ("int64Text", "1"), ("nonsense", 0.5),
        ("either", ["left": "x"]), ("pattern", "`"), ("ratio", 0.5),
        ("keyed", [["name": "a", "eight": "b"]]), ("keyed", []), ("wrongDefault", 5),
        ("nullDefault", .null), ("objectDefault", ["enabled": false]), ("objectDefault", [:]),
        ("listDefault", [""]), ("c", ["one": "x"]), ("twin", ["one": "x"]),
        ("a", ["bC": ["four": "x"]]), ("aB", ["c": ["three": "x"]]), ("date", ["five": "x"]),
        ("faults", ["six": "x"]), ("described1", "x"), ("described4", "x"),
        (
            "pod",
            [
                "apiVersion": "v1", "kind": "Pod", "metadata": ["labels": ["a": "b"]],
                "spec": ["nodeName": "n"], "other": 1,
            ]
        ),
    ]

    @Test(arguments: values)
    func `a value of every attribute survives`(key: String, value: JSONValue) throws {
        let spec: JSONValue = ["requiredEnum": "none", key: value]
        let json = Self.resource("Faults", ["spec": spec, "status": ["x"]])
        #expect(try Self.roundTrip(json, as: Faults.self) == [json, json])
    }

    @Test func `forty levels of one name survive`() throws {
        var deep: JSONValue = "end"
        for level in (0..<40).reversed() {
            deep = ["level\(level)": "x", "nestedConfiguration": deep]
        }
        let json = Self.resource(
            "Faults",
            ["spec": ["requiredEnum": "some", "deep": deep], "status": []]
        )
        #expect(try Self.roundTrip(json, as: Faults.self) == [json, json])
    }

    @Test func `a resource may have any attributes, or keep all that there is`() throws {
        let text = Self.resource("SpecText", ["spec": "x"])
        #expect(try Self.roundTrip(text, as: SpecText.self) == [text, text])
        let list = Self.resource("SpecList", ["spec": [1, 2]])
        #expect(try Self.roundTrip(list, as: SpecList.self) == [list, list])
        let map = Self.resource("RootMap", ["x": "y", "spec": "z"])
        #expect(try Self.roundTrip(map, as: RootMap.self) == [map, map])
        let nothing = Self.resource("RootNothing", ["data": ["x": [.null]], "spec": [:]])
        #expect(try Self.roundTrip(nothing, as: RootNothing.self) == [nothing, nothing])
    }

    @Test func `attributes have the types of their schemas`() {
        var spec = Faults.Spec(required_enum: .none_value)
        // Each line compiles only if the type is the one that is meant.
        spec.nullable_enum = .none_value
        spec.mapped = ["x": ._1]
        spec.listed = [.a]
        spec.of_lists = [""]
        spec.open_list = [""]
        spec.open_map = ["x": ""]
        spec.both = .init(known: "x")
        spec.both?.unknown_fields["other"] = 1
        spec.uint32 = Int(UInt32.max)
        spec.int64_text = ""
        spec.ports = [IntOrString.integer(80), "80"]
        spec.map_of_nullable = ["x": String?.none]
        spec.pod = .init(spec: Faults.PodSpec(node_name: "n"))
        spec.a_b = .init(c: Faults.SpecABC(three: "x"))
        spec.a = .init(b_c: Faults.ABC(four: "x"))
        spec.twin = Faults.C(one: "x")
        spec.date = Faults.SpecDate(five: "x")
        let faults = Faults(metadata: .init(name: "a"), rules: true, spec: spec, status: [])
        #expect(faults.spec == spec)
        #expect(spec.nullable_enum != nil)
    }

    @Test func `an open list keeps unknown fields of its elements, but not below them`() throws {
        let text = """
            apiVersion: faults.example.com/v1
            kind: Faults
            metadata: {name: a}
            spec: {requiredEnum: none, openListOfStructs: [{known: {more: 1}, other: 1}]}
            status: []
            """
        let error = #expect(throws: ManifestError.self) { try Faults(yaml: text) }
        #expect(error?.diagnostics.map(\.message) == ["unknown field 'more'"])
        let read = try Faults(yaml: text, fieldValidation: .ignore)
        #expect(read.spec?.open_list_of_structs?.first?.unknown_fields["other"] == 1)
    }

    @Test func `the schema of the type is the one of the CRD`() throws {
        let spec = try #require(Faults.schema.keywords.properties.first { $0.name == "spec" })
        let properties = Dictionary(
            uniqueKeysWithValues: spec.schema.keywords.properties.map { ($0.name, $0.schema) }
        )
        #expect(properties["pattern"]?.keywords.rare.pattern == ##"(?i)^(?P<n>[`"#\\]|\pL)\z"##)
        #expect(properties["listDefault"]?.keywords.rare.defaultValue == ["", "\"#"])
        #expect(properties["wrongDefault"]?.keywords.rare.defaultValue == "many")
        #expect(properties["ratio"]?.keywords.exclusiveMinimum == true)
        #expect(properties["either"]?.keywords.rare.oneOf.count == 2)
        #expect(properties["neither"]?.keywords.rare.not != nil)
        #expect(properties["neither"]?.keywords.rare.allOf.count == 2)
        #expect(properties["keyed"]?.keywords.rare.listMapKeys == ["name"])
    }
}
