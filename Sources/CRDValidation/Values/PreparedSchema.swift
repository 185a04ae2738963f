import CRDRegularExpressions
import CRDRuntime
import CRDYAML

/// A schema in the form that checking a value needs: keys in a table, patterns compiled.
///
/// Made once for a schema. Keywords that no valid CRD has at a place are kept all the same.
package final class PreparedSchema: Sendable {
    /// What `additionalProperties` says.
    enum Additional: Sendable {
        case unspecified
        case allowed
        case denied
        case schema(PreparedSchema)
    }

    /// What occurs in a schema or below it, so that walks can leave the rest out.
    struct Contents: OptionSet {
        let rawValue: Int
        static let defaults = Contents(rawValue: 1)
        static let listTypes = Contents(rawValue: 2)
        static let embeddedResources = Contents(rawValue: 4)
    }

    let keywords: Schema.Keywords
    /// `integer` and `string` for int-or-string, else the type, if there is one.
    let types: [String]
    let format: StringFormat?
    let pattern: Pattern?
    let properties: [String: PreparedSchema]
    let additional: Additional
    let items: PreparedSchema?
    let allOf: [PreparedSchema]
    let anyOf: [PreparedSchema]
    let oneOf: [PreparedSchema]
    let not: PreparedSchema?
    /// Properties that have a default, with it.
    let defaults: [(key: String, value: JSONValue)]
    let contents: Contents
    /// What of the schema and of those below is not checked, in the order of the schema.
    let unchecked: [UncheckedConstraint]

    init(_ schema: Schema) {
        let keywords = schema.keywords
        self.keywords = keywords
        if keywords.isIntOrString {
            types = ["integer", "string"]
        } else {
            types = keywords.type.map { [$0.name] } ?? []
        }
        format = keywords.format.flatMap { StringFormat(name: $0) }
        var unchecked = keywords.rare.validations.map { UncheckedConstraint(.rule($0)) }
        pattern = keywords.rare.pattern.flatMap { Self.pattern($0, &unchecked) }
        var properties: [String: PreparedSchema] = [:]
        for property in keywords.properties {
            properties[property.name] = PreparedSchema(property.schema)
        }
        self.properties = properties
        switch keywords.additionalProperties {
        case nil: additional = .unspecified
        case .allowed(let isAllowed): additional = isAllowed ? .allowed : .denied
        case .schema(let schema): additional = .schema(PreparedSchema(schema))
        }
        items = keywords.items.map(PreparedSchema.init)
        allOf = keywords.rare.allOf.map(PreparedSchema.init)
        anyOf = keywords.rare.anyOf.map(PreparedSchema.init)
        oneOf = keywords.rare.oneOf.map(PreparedSchema.init)
        not = keywords.rare.not.map(PreparedSchema.init)
        var defaults: [(String, JSONValue)] = []
        for property in keywords.properties {
            if let value = property.schema.defaultOfProperty {
                defaults.append((property.name, value))
            }
        }
        self.defaults = defaults

        var contents: Contents = []
        if schema.defaultOfProperty != nil { contents.insert(.defaults) }
        if keywords.rare.listType == "set" || keywords.rare.listType == "map" {
            contents.insert(.listTypes)
        }
        if keywords.isEmbeddedResource { contents.insert(.embeddedResources) }
        for property in properties.values { contents.formUnion(property.contents) }
        if let items { contents.formUnion(items.contents) }
        if case .schema(let schema) = additional { contents.formUnion(schema.contents) }
        self.contents = contents
        for property in keywords.properties {
            let below = properties[property.name]?.unchecked ?? []
            unchecked += below.map { $0.below(property.name) }
        }
        if case .schema(let schema) = additional {
            unchecked += schema.unchecked.map { $0.below("[*]") }
        }
        unchecked += items?.unchecked.map { $0.below("[*]") } ?? []
        for schema in allOf + anyOf + oneOf { unchecked += schema.unchecked }
        unchecked += not?.unchecked ?? []
        self.unchecked = unchecked
    }

    private static func pattern(
        _ text: String,
        _ unchecked: inout [UncheckedConstraint]
    ) -> Pattern? {
        do throws(PatternError) {
            return try Pattern(text)
        } catch {
            unchecked.append(UncheckedConstraint(.pattern(text, fault: error.description)))
            return nil
        }
    }

    /// The schema of a key; `nil` where neither `properties` nor `additionalProperties` has one.
    func schema(of key: String) -> (schema: PreparedSchema, step: ValuePath.Step)? {
        if let schema = properties[key] { return (schema, .property(key)) }
        if case .schema(let schema) = additional { return (schema, .member(key)) }
        return nil
    }

    /// Whether `null` at this place is dropped or defaulted
    /// (apiserver/schema/defaulting, `isNonNullalbeNull`).
    func isForbiddenNull(_ value: JSONValue) -> Bool {
        if case .null = value { return !keywords.isNullable }
        return false
    }
}

extension Schema {
    /// The default; `default: null` is none (apiserver/schema/defaulting).
    fileprivate var defaultOfProperty: JSONValue? {
        keywords.rare.defaultValue == .null ? nil : keywords.rare.defaultValue
    }
}

extension Schema.Kind {
    /// The word.
    var name: String {
        switch self {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .other(let word): word
        }
    }
}
