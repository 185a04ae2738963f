import CRDCatalog
import CRDRuntime
import CRDSchema
import CRDValues

/// JSON Schema (draft 2020-12) for a schema of a CRD, for editors and other validators.
///
/// It accepts every manifest that the API server accepts with strict field validation. It accepts
/// more only where JSON Schema has no equal: CEL rules, unique list map keys, and patterns in a
/// syntax that JavaScript does not have.
struct JSONSchema {
    /// The identifier of the dialect.
    static let dialect = JSONValue.string("https://json-schema.org/draft/2020-12/schema")

    /// Whether unknown fields are rejected, as they are except in parts of `allOf` and the like.
    private let isStructural: Bool
    /// Whether `null` is allowed everywhere, as in `metadata`, where it means a missing field.
    private let allowsNull: Bool

    init(isStructural: Bool = true, allowsNull: Bool = false) {
        self.isStructural = isStructural
        self.allowsNull = allowsNull
    }

    /// Returns the JSON Schema of a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - isOptional: Whether the server drops `null`, as it does in maps and optional fields.
    /// - Returns: The keywords.
    func object(_ schema: Schema, isOptional: Bool = false) -> JSONObject {
        let keywords = schema.keywords
        let isNullable = allowsNull || keywords.isNullable || isStructural && isOptional
        var object = JSONObject()
        object["title"] = keywords.rare.title.map(JSONValue.string)
        object["description"] = keywords.description.map(JSONValue.string)
        var rules = self.rules(schema, isNullable: isNullable)
        let alternatives = self.alternatives(keywords.rare)
        if isNullable, !alternatives.isEmpty {
            // 'not' and 'required' of the alternatives do not concern 'null'.
            for (key, value) in zip(alternatives.keys, alternatives.values) { rules[key] = value }
            object["anyOf"] = [["type": "null"], .object(rules)]
        } else {
            for part in [rules, alternatives] {
                for (key, value) in zip(part.keys, part.values) { object[key] = value }
            }
        }
        if isStructural {
            object["default"] = keywords.rare.defaultValue
            object["examples"] = keywords.rare.example.map { .array([$0]) }
            object["$comment"] = comment(keywords.rare).map(JSONValue.string)
        }
        return object
    }

    /// Returns the keywords about values of a type.
    private func rules(_ schema: Schema, isNullable: Bool) -> JSONObject {
        let keywords = schema.keywords
        var rules = JSONObject()
        let types = Self.types(keywords)
        if !types.isEmpty {
            let all = (types + (isNullable ? ["null"] : [])).map(JSONValue.string)
            rules["type"] = all.count == 1 ? all[0] : .array(all)
        }
        rules["enum"] = keywords.enumeration.map { values in
            let addsNull = isNullable && !keywords.isNullable && !values.contains(.null)
            return .array(values + (addsNull ? [.null] : []))
        }
        addFields(of: schema, to: &rules)
        rules["items"] = keywords.items.map { .object(object($0)) }
        if keywords.uniqueItems || keywords.rare.listType == "set" { rules["uniqueItems"] = true }
        addLimits(keywords, to: &rules)
        if keywords.type == .string || keywords.type == nil {
            addForm(keywords, to: &rules)
        }
        return rules
    }

    private static func types(_ keywords: Schema.Keywords) -> [String] {
        if keywords.isIntOrString { return ["integer", "string"] }
        return switch keywords.type {
        case .object: ["object"]
        case .array: ["array"]
        case .string: ["string"]
        case .integer: ["integer"]
        case .number: ["number"]
        case .boolean: ["boolean"]
        case .other, nil: keywords.isEmbeddedResource ? ["object"] : []
        }
    }

    private func alternatives(_ rare: Schema.Keywords.Rare) -> JSONObject {
        let inner = JSONSchema(isStructural: false)
        var object = JSONObject()
        for (key, schemas) in [("allOf", rare.allOf), ("anyOf", rare.anyOf), ("oneOf", rare.oneOf)]
        where !schemas.isEmpty {
            object[key] = .array(schemas.map { .object(inner.object($0)) })
        }
        object["not"] = rare.not.map { .object(inner.object($0)) }
        return object
    }

    /// The keywords that JSON Schema does not have.
    private func comment(_ rare: Schema.Keywords.Rare) -> String? {
        var lines: [String] = []
        if rare.listType == "map" {
            lines.append("items are unique by \(rare.listMapKeys.joined(separator: ", "))")
        }
        lines += rare.validations.map { "CEL rule: \($0.rule)" }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}

// MARK: - Keywords of types

extension JSONSchema {
    private func addFields(of schema: Schema, to rules: inout JSONObject) {
        let keywords = schema.keywords
        var properties = JSONObject()
        if keywords.isEmbeddedResource, isStructural {
            properties["apiVersion"] = ["type": "string", "minLength": 1]
            properties["kind"] = ["type": "string", "minLength": 1]
            properties["metadata"] = .object(Self.metadata)
        }
        for property in schema.objectProperties {
            // The server fills in a default before it looks for required fields.
            let isOptional =
                !keywords.required.contains(property.name)
                || property.schema.keywords.rare.defaultValue != nil
            let value = object(property.schema, isOptional: isOptional)
            properties[property.name] = .object(value)
        }
        if !properties.isEmpty { rules["properties"] = .object(properties) }
        var required = keywords.required
        if keywords.isEmbeddedResource, isStructural {
            required =
                ["apiVersion", "kind"] + required.filter { $0 != "apiVersion" && $0 != "kind" }
        }
        required = required.filter { name in
            let property = schema.objectProperties.first { $0.name == name }
            return !isStructural || property?.schema.keywords.rare.defaultValue == nil
        }
        if !required.isEmpty { rules["required"] = .array(required.map(JSONValue.string)) }
        switch keywords.additionalProperties {
        case .schema(let values):
            rules["additionalProperties"] = .object(object(values, isOptional: true))
        case .allowed(true): break
        case .allowed(false), nil:
            let isClosed = isStructural && keywords.type == .object
            if isClosed, !keywords.preservesUnknownFields, !allowsNull {
                rules["additionalProperties"] = false
            }
        }
    }

    /// The JSON Schema of `metadata`, in which newer servers can have more fields.
    static var metadata: JSONObject {
        JSONSchema(allowsNull: true).object(ExplainedAttribute.metadataSchema)
    }

    private func addLimits(_ keywords: Schema.Keywords, to rules: inout JSONObject) {
        let rare = keywords.rare
        let counts = [
            ("minProperties", rare.minProperties), ("maxProperties", rare.maxProperties),
            ("minItems", rare.minItems), ("maxItems", rare.maxItems),
            ("minLength", rare.minLength), ("maxLength", rare.maxLength),
        ]
        for (key, count) in counts { rules[key] = count.map { .number(JSONNumber($0)) } }
        if let minimum = rare.minimum {
            rules[keywords.exclusiveMinimum ? "exclusiveMinimum" : "minimum"] = .number(minimum)
        }
        if let maximum = rare.maximum {
            rules[keywords.exclusiveMaximum ? "exclusiveMaximum" : "maximum"] = .number(maximum)
        }
        rules["multipleOf"] = rare.multipleOf.map(JSONValue.number)
    }

    /// Adds the pattern and the format.
    private func addForm(_ keywords: Schema.Keywords, to rules: inout JSONObject) {
        rules["pattern"] = keywords.rare.pattern.flatMap { ScriptPattern($0)?.text }
            .map(JSONValue.string)
        switch keywords.format {
        case "byte": rules["contentEncoding"] = "base64"
        // The server accepts paths too.
        case "uri": rules["format"] = "uri-reference"
        // JSON Schema has no other formats with the same meaning, or accepts fewer values.
        case "date", "date-time", "ipv4", "ipv6":
            rules["format"] = keywords.format.map(JSONValue.string)
        case _: break
        }
    }
}
