import CRDRuntime
import CRDValidation
import Testing

/// A row for each rule, so that a checkout without the server's answers tests them too.
struct ValidatorTests {
    private static func validator(_ schema: String) -> ResourceValidator {
        let json = #"{"type":"object","properties":{"spec":{"type":"object","properties":{"f":"#
        return ResourceValidator(
            definition: ResourceDefinition(
                group: "x.test",
                version: "v1",
                names: .init(kind: "Thing", plural: "things", singular: "", listKind: ""),
                scope: .cluster
            ),
            schema: Schema(json: json + schema + "}}}}")
        )
    }

    private static func thing(_ value: JSONValue) -> JSONValue {
        [
            "apiVersion": "x.test/v1", "kind": "Thing", "metadata": ["name": "t"],
            "spec": ["f": value],
        ]
    }

    @Test(
        arguments: [
            (#"{"type":"string"}"#, 1, [#"spec.f in body must be of type string: "integer""#]),
            (#"{"type":"integer"}"#, 1.5, [#"spec.f in body must be of type integer: "number""#]),
            (#"{"type":"integer"}"#, 1.0, []),
            (
                #"{"x-kubernetes-int-or-string":true}"#, true,
                [#"spec.f in body must be of type integer,string: "boolean""#]
            ),
            (#"{"type":"string","minLength":2}"#, "é", ["spec.f in body should be at least 2"]),
            (#"{"type":"string","maxLength":2}"#, "ééé", ["Too long: may not be more than 2"]),
            (#"{"type":"string","pattern":"^a$"}"#, "b", ["spec.f in body should match '^a$'"]),
            (#"{"type":"string","format":"ipv4"}"#, "x", [#"must be of type ipv4: "x""#]),
            (
                #"{"type":"string","format":"date-time"}"#, 1.5,
                [#"spec.f in body must be of type date-time: "float64""#]
            ),
            (
                #"{"type":"string","format":"ipv4"}"#, 1000.0,
                [#"spec.f in body must be of type ipv4: "float64""#]
            ),
            (
                #"{"type":"string","format":"ipv4"}"#, 1000,
                [#"spec.f in body must be of type ipv4: "int64""#]
            ),
            (#"{"type":"string","format":"no-such"}"#, "x", []),
            (#"{"type":"integer","minimum":2}"#, 1, ["should be greater than or equal to 2"]),
            (
                #"{"type":"integer","maximum":2,"exclusiveMaximum":true}"#, 2,
                ["Invalid value: 2: spec.f in body should be less than 2"]
            ),
            (#"{"type":"number","multipleOf":0.1}"#, 0.35, ["should be a multiple of 0.1"]),
            (#"{"type":"number","multipleOf":0.1}"#, 0.3, []),
            (
                #"{"type":"string","enum":["a","b"]}"#, "c",
                [#"Unsupported value: "c": supported values: "a", "b""#]
            ),
            (
                #"{"type":"array","maxItems":1,"items":{"type":"string"}}"#, ["a", .null],
                [
                    "Too many: 2: must have at most 1 item",
                    #"spec.f[1] in body must be of type string: "null""#,
                ]
            ),
            (
                #"{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}"#, [:],
                ["Required value"]
            ),
            (
                #"{"type":"object","additionalProperties":{"type":"string"},"minProperties":2}"#,
                ["k": 1],
                [
                    "Invalid value: 1: spec.f in body should have at least 2 properties",
                    #"spec.f.k in body must be of type string: "integer""#,
                ]
            ),
            (
                #"{"type":"integer","oneOf":[{"minimum":1},{"minimum":2}]}"#, 3,
                [#""spec.f" must validate one and only one schema (oneOf). Found 2 valid"#]
            ),
            (
                #"{"type":"integer","not":{"minimum":1}}"#, 3,
                [#""spec.f" must not validate the schema (not)"#]
            ),
            (
                #"{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}"#,
                ["a", "a", "a"], [#"Duplicate value: "a""#]
            ),
            (
                #"""
                {"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],
                "items":{"type":"object","properties":{"k":{"type":"string","default":"d"}}}}
                """#,
                [[:], ["k": "d"]], [#"Duplicate value: {"k":"d"}"#]
            ),
            (
                #"""
                {"type":"object","x-kubernetes-embedded-resource":true,
                "x-kubernetes-preserve-unknown-fields":true}
                """#,
                ["apiVersion": "v1", "kind": "1", "metadata": ["labels": ["a": "b c"]]],
                ["may have mixed case, but should otherwise match", "a valid label must be"]
            ),
        ] as [(String, JSONValue, [String])]
    )
    func `a value is refused in the server's words`(
        schema: String,
        value: JSONValue,
        messages: [String]
    ) throws {
        switch Self.validator(schema).create(Self.thing(value)).result {
        case .success: #expect(messages.isEmpty)
        case .failure(let rejection):
            #expect(rejection.code == 422)
            try #require(rejection.violations.count == messages.count, "\(rejection.violations)")
            for message in messages {
                #expect(
                    rejection.violations.contains { $0.message.contains(message) },
                    "\(message)"
                )
            }
        }
    }

    @Test(
        arguments: [
            (#"{"type":"string"}"#, .null, [:]),
            (#"{"type":"string","nullable":true}"#, .null, ["f": .null]),
            (#"{"type":"string","default":"d"}"#, .null, ["f": "d"]),
            (#"{"type":"string","default":"d","nullable":true}"#, .null, ["f": .null]),
            (
                #"{"type":"object","properties":{"a":{"type":"integer","default":1}}}"#,
                ["b": 2], ["f": ["a": 1]]
            ),
            (
                #"""
                {"type":"object","x-kubernetes-preserve-unknown-fields":true,
                "properties":{"a":{"type":"object"}}}
                """#,
                ["a": ["b": 1], "c": .null], ["f": ["a": [:], "c": .null]]
            ),
        ] as [(String, JSONValue, JSONValue)]
    )
    func `a value is pruned and gets defaults`(
        schema: String,
        value: JSONValue,
        spec: JSONValue
    ) throws {
        let response = Self.validator(schema).create(Self.thing(value), fieldValidation: .ignore)
        guard case .success(let object) = response.result else {
            return #expect(Bool(false), "\(response)")
        }
        #expect(object["spec"] == spec)
    }

    @Test func `an unknown field is a bad request where that is asked for`() {
        var thing = Self.thing(["a": 1])
        if case .object(var object) = thing {
            object["extra"] = 1
            thing = .object(object)
        }
        guard
            case .failure(let rejection) = Self.validator(#"{"type":"object"}"#).create(thing)
                .result
        else { return #expect(Bool(false)) }
        #expect(rejection.code == 400)
        #expect(
            rejection.message
                == "Thing in version \"v1\" cannot be handled as a Thing: strict decoding error: "
                + "unknown field \"extra\", unknown field \"spec.f.a\""
        )
    }

    @Test func `the steps can be taken one by one`() {
        let validator = Self.validator(#"{"type":"integer","default":5,"maximum":4}"#)
        let value: JSONValue = [
            "apiVersion": "x.test/v1", "kind": "Thing", "metadata": ["name": "t"],
            "spec": ["g": 1],
        ]
        let filled = validator.withDefaults(validator.pruned(value))
        #expect(filled["spec"] == ["f": 5])
        #expect(
            validator.violations(of: filled).map(\.description)
                == ["spec.f: Invalid value: 5: spec.f in body should be less than or equal to 4"]
        )
    }

    @Test func `rules are left out after a violation that would make them fail`() {
        let validator = Self.validator(
            #"{"type":"string","x-kubernetes-validations":[{"rule":"self != ''"}]}"#
        )
        guard case .failure(let rejection) = validator.create(Self.thing(1)).result else {
            return #expect(Bool(false))
        }
        #expect(rejection.violations.map(\.field) == ["<nil>", "spec.f"])
    }
}
