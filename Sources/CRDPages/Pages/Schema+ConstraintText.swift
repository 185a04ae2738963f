import CRDRuntime
package import CRDSchema
import CRDValues

extension Schema {
    /// The keywords at all depths, except for descriptions and examples, in one text.
    ///
    /// Schemas with equal texts are the same, except for the order of properties, values, and
    /// alternatives.
    package var constraintText: String {
        var parts: [String] = []
        func add(_ key: String, _ value: (some Any)?) {
            if let value { parts.append("\(key): \(value)") }
        }
        func addFlag(_ key: String, _ isSet: Bool) { if isSet { parts.append(key) } }
        func addAll(_ key: String, _ texts: [String]) {
            if !texts.isEmpty {
                parts.append("\(key): [\(texts.sorted().joined(separator: ", "))]")
            }
        }
        addAll("required", keywords.required.map(Self.quoted))
        addAll(
            "properties",
            keywords.properties.map { "\(Self.quoted($0.name)): \($0.schema.constraintText)" }
        )
        add("type", keywords.type.map { Self.quoted("\($0)") })
        add("format", keywords.format.map(Self.quoted))
        add("enum", keywords.enumeration.map { $0.map(\.jsonText).sorted() })
        add("items", keywords.items?.constraintText)
        switch keywords.additionalProperties {
        case .schema(let values): add("additionalProperties", values.constraintText)
        case .allowed(let isAllowed): add("additionalProperties", isAllowed)
        case nil: break
        }
        addFlag("nullable", keywords.isNullable)
        addFlag("uniqueItems", keywords.uniqueItems)
        addFlag("exclusiveMinimum", keywords.exclusiveMinimum)
        addFlag("exclusiveMaximum", keywords.exclusiveMaximum)
        addFlag("preservesUnknownFields", keywords.preservesUnknownFields)
        addFlag("isEmbeddedResource", keywords.isEmbeddedResource)
        addFlag("isIntOrString", keywords.isIntOrString)
        // Each access copies all rare keywords.
        let rare = keywords.rare
        add("default", rare.defaultValue?.jsonText)
        add("minProperties", rare.minProperties)
        add("maxProperties", rare.maxProperties)
        add("minItems", rare.minItems)
        add("maxItems", rare.maxItems)
        add("minLength", rare.minLength)
        add("maxLength", rare.maxLength)
        add("pattern", rare.pattern.map(Self.quoted))
        add("minimum", rare.minimum?.text)
        add("maximum", rare.maximum?.text)
        add("multipleOf", rare.multipleOf?.text)
        addAll("allOf", rare.allOf.map(\.constraintText))
        addAll("anyOf", rare.anyOf.map(\.constraintText))
        addAll("oneOf", rare.oneOf.map(\.constraintText))
        add("not", rare.not?.constraintText)
        add("listType", rare.listType.map(Self.quoted))
        addAll("listMapKeys", rare.listMapKeys.map(Self.quoted))
        add("mapType", rare.mapType.map(Self.quoted))
        addAll("validations", rare.validations.map { Self.quoted($0.rule) })
        return "{\(parts.joined(separator: ", "))}"
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).jsonText }
}

extension Schema.Keywords {
    /// Whether a schema with these keywords has no constraint, and accepts every value.
    package var isEmpty: Bool { Schema(self).constraintText == "{}" }

    /// The keywords without `allOf`, `anyOf`, `oneOf`, and `not`.
    package var withoutConditions: Self {
        var keywords = self
        keywords.rare.allOf = []
        keywords.rare.anyOf = []
        keywords.rare.oneOf = []
        keywords.rare.not = nil
        return keywords
    }
}
