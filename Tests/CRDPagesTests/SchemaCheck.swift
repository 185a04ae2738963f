import CRDSchema
import CRDValues
import Foundation

/// What is wrong with a value by the part of a schema that examples keep to: types, `required`,
/// `enum`, limits, patterns and alternatives.
struct SchemaCheck {
    /// Path and fault, such as `spec.size: less than 1`.
    private(set) var faults: [String] = []
    /// Patterns that a value does not match, by path.
    private(set) var unmatched: [String] = []

    init(_ value: JSONValue, _ schema: Schema, at path: String = "") {
        check(value, schema, path)
    }

    private mutating func fail(_ fault: String, _ path: String, unless isMet: Bool) {
        if !isMet { faults.append("\(path): \(fault)") }
    }

    private mutating func check(_ value: JSONValue, _ schema: Schema, _ path: String) {
        let keywords = schema.keywords
        if value == .null, keywords.isNullable { return }
        if let type = keywords.type, !keywords.isIntOrString {
            fail("not \(type)", path, unless: value.isOf(type))
        }
        if let values = keywords.enumeration {
            fail("not in enum", path, unless: values.contains(value))
        }
        switch value {
        case .null, .boolean: break
        case .number(let number): check(number.double, keywords, path)
        case .string(let text): check(text, keywords, path)
        case .array(let elements): check(elements, keywords, path)
        case .object(let object): check(object, keywords, path)
        }
        for part in keywords.rare.allOf { check(value, part, path) }
        let fitting = { (parts: [Schema]) in parts.count { SchemaCheck(value, $0).isFine } }
        if !keywords.rare.anyOf.isEmpty {
            fail("anyOf", path, unless: fitting(keywords.rare.anyOf) > 0)
        }
        if !keywords.rare.oneOf.isEmpty {
            fail("oneOf", path, unless: fitting(keywords.rare.oneOf) == 1)
        }
        if let not = keywords.rare.not {
            fail("not", path, unless: !SchemaCheck(value, not).isFine)
        }
    }

    private var isFine: Bool { faults.isEmpty && unmatched.isEmpty }

    private mutating func check(_ number: Double, _ keywords: Schema.Keywords, _ path: String) {
        if let least = keywords.rare.minimum?.double {
            let isMet = keywords.exclusiveMinimum ? number > least : number >= least
            fail("under \(least)", path, unless: isMet)
        }
        if let most = keywords.rare.maximum?.double {
            let isMet = keywords.exclusiveMaximum ? number < most : number <= most
            fail("over \(most)", path, unless: isMet)
        }
        if let step = keywords.rare.multipleOf?.double {
            fail("no multiple of \(step)", path, unless: number.remainder(dividingBy: step) == 0)
        }
    }

    private mutating func check(_ text: String, _ keywords: Schema.Keywords, _ path: String) {
        let length = text.unicodeScalars.count
        fail("too short", path, unless: length >= keywords.rare.minLength ?? 0)
        fail("too long", path, unless: length <= keywords.rare.maxLength ?? .max)
        guard let pattern = keywords.rare.pattern else { return }
        // What Foundation does not know is left to Kubernetes.
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return }
        let range = NSRange(text.startIndex..., in: text)
        if expression.firstMatch(in: text, range: range) == nil {
            unmatched.append("\(path): '\(text)' does not match \(pattern)")
        }
    }

    private mutating func check(
        _ elements: [JSONValue],
        _ keywords: Schema.Keywords,
        _ path: String
    ) {
        fail("too few", path, unless: elements.count >= keywords.rare.minItems ?? 0)
        fail("too many", path, unless: elements.count <= keywords.rare.maxItems ?? .max)
        if keywords.uniqueItems || keywords.rare.listType == "set" {
            fail("an item twice", path, unless: Set(elements).count == elements.count)
        }
        if keywords.rare.listType == "map" {
            let keys = elements.map { element in keywords.rare.listMapKeys.map { element[$0] } }
            fail("a key twice", path, unless: Set(keys).count == elements.count)
        }
        guard let items = keywords.items else { return }
        for element in elements { check(element, items, "\(path)[]") }
    }

    private mutating func check(
        _ object: JSONObject,
        _ keywords: Schema.Keywords,
        _ path: String
    ) {
        for key in keywords.required { fail("no '\(key)'", path, unless: object[key] != nil) }
        fail("too few keys", path, unless: object.count >= keywords.rare.minProperties ?? 0)
        fail("too many keys", path, unless: object.count <= keywords.rare.maxProperties ?? .max)
        let schemas = Dictionary(
            keywords.properties.map { ($0.name, $0.schema) },
            uniquingKeysWith: { first, _ in first }
        )
        for (key, value) in zip(object.keys, object.values) {
            if let schema = schemas[key] {
                check(value, schema, "\(path).\(key)")
            } else if case .schema(let values) = keywords.additionalProperties {
                check(value, values, "\(path).*")
            }
        }
    }
}

extension JSONValue {
    fileprivate func isOf(_ type: Schema.Kind) -> Bool {
        switch (self, type) {
        case (.object, .object), (.array, .array), (.string, .string), (.number, .number),
            (.boolean, .boolean), (_, .other):
            true
        case (.number(let number), .integer): number.integer != nil
        default: false
        }
    }
}
