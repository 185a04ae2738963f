import CRDRuntime
import CRDValues
import TestSupport

/// Random structural schemas, changes of them, and values.
///
/// All draw from few names and small numbers, so that limits, keys, and values often meet.
struct RandomSchema {
    var generator: SeededGenerator

    private static let keys = ["a", "b", "c"]
    private static let texts = [
        "", "a", "b", "abc", "5", "10m", "1h", "10.0.0.1", "2024-01-01T00:00:00Z", "a.b", "é",
    ]
    private static let rules = [
        "true", "self == self", "self == oldSelf", "size(self) < 3", "has(self.a)",
        "!has(self.b) || has(self.a)", "self.a == oldSelf.a", "!has(oldSelf.a) || has(self.a)",
        "!has(self.a) || self.a != self.a", "self.all(x, has(x.b))", "self.a.size() < 2",
        "self.exists_one(x, x.c == 'a')", "!has(self.c) || self.c != 'x'",
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    // MARK: - Choices

    private mutating func chance(_ percentage: Int) -> Bool {
        Int.random(in: 0..<100, using: &generator) < percentage
    }

    private mutating func choose<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &generator)]
    }

    private mutating func number(_ range: ClosedRange<Int>) -> JSONValue {
        .number(JSONNumber(Int.random(in: range, using: &generator)))
    }

    // MARK: - Schemas

    /// Returns the schema of an object.
    mutating func object(depth: Int) -> JSONObject {
        var schema: JSONObject = ["type": "object"]
        if chance(15) {
            let values = self.schema(depth: depth - 1)
            schema["additionalProperties"] = chance(90) ? .object(values) : true
        } else if chance(85) {
            for key in Self.keys where chance(70) {
                schema["properties"] = (schema["properties"]?.object ?? [:])
                    .setting(key, to: .object(self.schema(depth: depth - 1)))
            }
        }
        return schema
    }

    /// Returns any schema.
    mutating func schema(depth: Int) -> JSONObject {
        var schema: JSONObject
        switch Int.random(in: 0..<(depth > 0 ? 10 : 5), using: &generator) {
        case 0: schema = ["type": "integer"]
        case 1: schema = ["type": "number"]
        case 2: schema = ["type": "boolean"]
        case 3: schema = ["type": "string"]
        case 4: schema = ["x-kubernetes-int-or-string": true]
        case 5, 6: schema = object(depth: depth)
        case 7: schema = ["type": "array", "items": .object(self.schema(depth: depth - 1))]
        case 8: schema = list(depth: depth)
        default:
            schema = [
                "type": "array", "items": ["type": "string"], "x-kubernetes-list-type": "set",
            ]
        }
        for _ in 0..<Int.random(in: 0..<3, using: &generator) { addKeyword(to: &schema) }
        return schema
    }

    /// Returns the schema of a list that is a map by a key.
    private mutating func list(depth: Int) -> JSONObject {
        let items: JSONObject = [
            "type": "object", "required": ["a"],
            "properties": [
                "a": ["type": "string"], "b": .object(schema(depth: depth - 1)),
                "c": ["type": "string", "default": "x"],
            ],
        ]
        let keys: JSONValue = chance(50) ? ["a"] : ["a", "c"]
        return [
            "type": "array", "items": .object(items), "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": keys,
        ]
    }

    /// Sets, changes, or removes a keyword; the result can be an invalid schema.
    private mutating func addKeyword(to schema: inout JSONObject) {
        let keyword = choose(keywords(for: schema["type"]))
        // Without unknown fields, a required key without a property rejects all objects.
        if keyword == "x-kubernetes-preserve-unknown-fields", schema["required"] != nil { return }
        if schema[keyword] != nil, chance(50) {
            schema[keyword] = nil
            return
        }
        schema[keyword] = value(of: keyword, in: schema)
    }

    private func keywords(for type: JSONValue?) -> [String] {
        let usual = ["nullable", "default", "x-kubernetes-validations", "enum", "anyOf"]
        switch type {
        case "integer", "number":
            let limits = ["minimum", "maximum", "multipleOf", "format"]
            return usual + limits + ["exclusiveMinimum", "exclusiveMaximum"]
        case "string": return usual + ["minLength", "maxLength", "pattern", "format", "not"]
        case "array": return usual + ["minItems", "maxItems", "x-kubernetes-list-type"]
        case "object":
            return usual + [
                "required", "minProperties", "maxProperties", "oneOf", "x-kubernetes-map-type",
                "x-kubernetes-preserve-unknown-fields",
                "x-kubernetes-embedded-resource",
            ]
        default: return usual + ["x-kubernetes-preserve-unknown-fields"]
        }
    }

    private mutating func value(of keyword: String, in schema: JSONObject) -> JSONValue {
        switch keyword {
        case "nullable", "exclusiveMinimum", "exclusiveMaximum",
            "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource":
            return true
        case "minimum", "minLength", "minItems", "minProperties": return number(0...3)
        case "maximum", "maxLength", "maxItems", "maxProperties": return number(1...5)
        case "multipleOf": return number(1...3)
        case "default": return value(of: schema)
        case "enum": return .array((0..<3).map { _ in value(of: schema) })
        case "pattern": return choose(["^[a-z]*$", "^a", "^[0-9]+$", ""])
        case "format":
            return schema["type"] == "string"
                ? choose(["date-time", "duration", "ipv4", "unknown"])
                : choose(["int32", "int64", "float"])
        case "required": return [.string(choose(Self.keys))]
        case "x-kubernetes-list-type": return choose(["atomic", "set", "map"])
        case "x-kubernetes-map-type": return choose(["atomic", "granular"])
        case "not": return ["enum": [.string(choose(Self.texts))]]
        case "anyOf": return [["enum": [value(of: schema)]], ["enum": [value(of: schema)]]]
        case "oneOf": return [["required": ["a"]], ["required": [.string(choose(Self.keys))]]]
        default:
            var rule: JSONObject = ["rule": .string(choose(Self.rules))]
            if chance(20) { rule["optionalOldSelf"] = true }
            return [.object(rule)]
        }
    }

    // MARK: - Changes

    /// Returns a schema with a change at a random place.
    mutating func changed(_ schema: JSONObject, depth: Int) -> JSONObject {
        var schema = schema
        if depth > 0, chance(70) {
            if let items = schema["items"]?.object {
                schema["items"] = .object(changed(items, depth: depth - 1))
                return schema
            }
            if let values = schema["additionalProperties"]?.object, chance(80) {
                schema["additionalProperties"] = .object(changed(values, depth: depth - 1))
                return schema
            }
            if var properties = schema["properties"]?.object {
                let key = choose(Array(properties.keys))
                guard let property = properties[key]?.object else { return schema }
                properties[key] = .object(changed(property, depth: depth - 1))
                schema["properties"] = .object(properties)
                return schema
            }
        }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return self.schema(depth: depth)
        case 1 where schema["properties"] != nil:
            let key = choose(Self.keys)
            var properties = schema["properties"]?.object ?? [:]
            properties[key] = properties[key] == nil ? .object(self.schema(depth: depth - 1)) : nil
            schema["properties"] = properties.isEmpty ? nil : .object(properties)
        case 2 where schema["type"] == "integer": schema["type"] = "number"
        case 3 where schema["type"] == "number": schema["type"] = "integer"
        default: addKeyword(to: &schema)
        }
        return schema
    }

    // MARK: - Values

    /// Returns a value that is often valid for a schema.
    mutating func value(of schema: JSONObject) -> JSONValue {
        if chance(3) { return anything() }
        if chance(schema["nullable"] == nil ? 3 : 20) { return .null }
        if case .array(let values)? = schema["enum"], chance(80), !values.isEmpty {
            return choose(values)
        }
        switch schema["type"] {
        case "integer": return number(-1...6)
        case "number": return chance(50) ? number(-1...6) : 2.5
        case "boolean": return chance(50) ? true : false
        case "string": return .string(choose(Self.texts))
        case "array":
            let items = schema["items"]?.object ?? [:]
            let count = Int.random(in: 0..<4, using: &generator)
            return .array((0..<count).map { _ in value(of: items) })
        case "object": return .object(fields(of: schema))
        default: return chance(50) ? number(-1...6) : .string(choose(Self.texts))
        }
    }

    private mutating func fields(of schema: JSONObject) -> JSONObject {
        var object: JSONObject = [:]
        if schema["x-kubernetes-embedded-resource"] == true {
            object = ["apiVersion": "v1", "kind": "Thing"]
        }
        let values = schema["additionalProperties"]?.object
        for key in Self.keys + ["x"] where chance(key == "x" ? 15 : 65) {
            if let property = schema["properties"]?[key]?.object ?? values {
                object[key] = value(of: property)
            } else if chance(30) {
                object[key] = anything()
            }
        }
        return object
    }

    private mutating func anything() -> JSONValue {
        // No lists, which the server accepts for strings with a known format.
        choose([true, 1, 2.5, "a", "5", [:], ["a": 1], ["b": "x"]])
    }
}

extension JSONObject {
    /// Returns the object with another value for a key.
    fileprivate func setting(_ key: String, to value: JSONValue) -> JSONValue {
        var object = self
        object[key] = value
        return .object(object)
    }
}
