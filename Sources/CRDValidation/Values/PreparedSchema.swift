import CRDRegularExpressions
import CRDRuntime
package import CRDSchema
import CRDYAML

/// A schema in a form for fast validation: keys in a table, patterns compiled.
///
/// It is created once for a schema. It also contains keywords that no valid CRD has.
package final class PreparedSchema: Sendable {
    /// The rule of `additionalProperties`.
    enum Additional: Sendable {
        case unspecified
        case allowed
        case denied
        case schema(PreparedSchema)
    }

    /// The features used in a schema and below it, so that unaffected parts can be skipped.
    struct Contents: OptionSet {
        let rawValue: Int
        static let defaults = Contents(rawValue: 1)
        static let listTypes = Contents(rawValue: 2)
        static let embeddedResources = Contents(rawValue: 4)
        /// CEL rules that the server evaluates.
        static let rules = Contents(rawValue: 8)
    }

    let keywords: Schema.Keywords
    /// The allowed types: `integer` and `string` for int-or-string, else the type, if there is one.
    let types: [String]
    let format: StringFormat?
    let pattern: Pattern?
    /// Whether there are limits for numbers.
    let limitsNumbers: Bool
    let properties: [String: PreparedSchema]
    let additional: Additional
    let items: PreparedSchema?
    let allOf: [PreparedSchema]
    let anyOf: [PreparedSchema]
    let oneOf: [PreparedSchema]
    let not: PreparedSchema?
    /// The properties that have a default, with the default.
    let defaults: [(key: String, value: JSONValue)]
    let contents: Contents
    /// The error of a pattern that is not a valid regular expression.
    let patternProblem: String?
    /// Whether CEL rules can use the values.
    ///
    /// The server skips the rules of other schemas, and of the schemas below them.
    let isVisibleToRules: Bool
    /// The properties with CEL rules in them, sorted by name.
    let propertiesWithRules: [(key: String, schema: PreparedSchema)]
    /// The compiled rules; they are compiled when a value is checked for the first time.
    private let compiledRules: OnceReference?
    /// The schema of a definition that contains itself; it is read when a value needs it.
    private let repeated: OnceReference?

    /// Prepares a schema.
    package convenience init(_ schema: Schema) {
        var shared: [String: PreparedSchema] = [:]
        self.init(schema, &shared)
    }

    /// Prepares a schema that is not in `shared`, the schemas of definitions by name.
    private init(_ schema: Schema, _ shared: inout [String: PreparedSchema]) {
        let keywords = schema.keywords
        self.keywords = keywords
        if keywords.isIntOrString {
            types = ["integer", "string"]
        } else {
            types = keywords.type.map { [$0.name] } ?? []
        }
        format = keywords.format.flatMap { StringFormat(name: $0) }
        limitsNumbers = NumberRules.isLimiting(keywords)
        var patternProblem: String?
        pattern = keywords.rare.pattern.flatMap { Self.pattern($0, &patternProblem) }
        self.patternProblem = patternProblem
        var properties: [String: PreparedSchema] = [:]
        for property in keywords.properties {
            properties[property.name] = Self.prepared(property.schema, &shared)
        }
        self.properties = properties
        switch keywords.additionalProperties {
        case nil: additional = .unspecified
        case .allowed(let isAllowed): additional = isAllowed ? .allowed : .denied
        case .schema(let schema): additional = .schema(Self.prepared(schema, &shared))
        }
        items = keywords.items.map { Self.prepared($0, &shared) }
        allOf = keywords.rare.allOf.map { Self.prepared($0, &shared) }
        anyOf = keywords.rare.anyOf.map { Self.prepared($0, &shared) }
        oneOf = keywords.rare.oneOf.map { Self.prepared($0, &shared) }
        not = keywords.rare.not.map { Self.prepared($0, &shared) }
        repeated = keywords.rare.definition?.read == nil ? nil : OnceReference()
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
        let hasRules = !keywords.rare.validations.isEmpty
        if hasRules { contents.insert(.rules) }
        isVisibleToRules = Self.isVisibleToRules(keywords, items, additional)
        if !isVisibleToRules { contents.remove(.rules) }
        self.contents = contents
        compiledRules = hasRules && isVisibleToRules ? OnceReference() : nil
        if contents.contains(.rules) {
            propertiesWithRules = properties.filter { $0.value.contents.contains(.rules) }
                .map { ($0.key, $0.value) }
                .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        } else {
            propertiesWithRules = []
        }
    }

    /// Returns the prepared schema; equal definitions of an OpenAPI document have one.
    private static func prepared(
        _ schema: Schema,
        _ shared: inout [String: PreparedSchema]
    ) -> PreparedSchema {
        guard let definition = schema.keywords.rare.definition, definition.read == nil else {
            return PreparedSchema(schema, &shared)
        }
        if let found = shared[definition.name] { return found }
        let prepared = PreparedSchema(schema, &shared)
        shared[definition.name] = prepared
        return prepared
    }

    /// The schema itself, or that of the definition that contains itself here.
    var resolved: PreparedSchema {
        guard let repeated, let read = keywords.rare.definition?.read else { return self }
        return repeated.value { PreparedSchema(read()) }
    }

    private static func pattern(_ text: String, _ problem: inout String?) -> Pattern? {
        do throws(PatternError) {
            return try Pattern(text)
        } catch {
            problem = error.description
            return nil
        }
    }

    private static func isVisibleToRules(
        _ keywords: Schema.Keywords,
        _ items: PreparedSchema?,
        _ additional: Additional
    ) -> Bool {
        if keywords.isIntOrString { return true }
        switch keywords.type {
        case .array?: return items?.isVisibleToRules ?? false
        case .object?:
            if case .schema(let members) = additional { return members.isVisibleToRules }
            return true
        case .string?, .boolean?, .number?, .integer?: return true
        case .other?, nil: return false
        }
    }

    /// Whether the values are resources with metadata.
    package var isEmbeddedResource: Bool { keywords.isEmbeddedResource }

    /// Returns the compiled CEL rules.
    ///
    /// - Parameter isRoot: Whether the values are whole resources.
    /// - Returns: The rules; `nil` if the schema itself has none.
    func rules(isRoot: Bool) -> CompiledRules? {
        compiledRules?.value {
            CompiledRules(keywords.rare.validations, for: self, isRoot: isRoot)
        }
    }

    /// Returns the schema of a key; `nil` if neither `properties` nor `additionalProperties` has
    /// one.
    func schema(of key: String) -> (schema: PreparedSchema, step: ValuePath.Step)? {
        if let schema = properties[key] { return (schema, .property(key)) }
        if case .schema(let schema) = additional { return (schema, .member(key)) }
        return nil
    }

    /// Whether a value is a `null` that is dropped or replaced by a default
    /// (apiserver/schema/defaulting, `isNonNullalbeNull`).
    func isForbiddenNull(_ value: JSONValue) -> Bool {
        if case .null = value { return !keywords.isNullable }
        return false
    }
}

extension Schema {
    /// The default; `default: null` is ignored (apiserver/schema/defaulting).
    fileprivate var defaultOfProperty: JSONValue? {
        keywords.rare.defaultValue == .null ? nil : keywords.rare.defaultValue
    }
}

extension Schema.Kind {
    /// The name of the type.
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
