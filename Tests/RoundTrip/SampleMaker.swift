import CRDRuntime
import CRDSchema

/// Makes values of a schema that exercise its types.
///
/// Only types are respected: patterns, bounds and rules are not. It decides by Kubernetes' rules
/// for schemas what a value may look like and knows nothing of the generator's decisions.
struct SampleMaker {
    /// What a sample consists of.
    enum Style: String, CaseIterable {
        /// Every property, with values that the schema lists.
        case full
        /// Every property, with enumeration values that the schema does not list, strings in place
        /// of integers where both are allowed.
        case unusual
        /// Every property, with `null` wherever it is allowed.
        case nulls
        /// Required properties only.
        case minimal
        /// What the schema has defaults for, and required properties.
        case defaults
    }

    let style: Style
    var scalars: SampleScalars

    /// Prepares to make values.
    ///
    /// - Parameters:
    ///   - style: What they consist of.
    ///   - seed: What random strings come from; the same ones in turn without it.
    init(_ style: Style, seed: UInt64? = nil) {
        self.style = style
        scalars = SampleScalars(seed: seed)
    }

    /// A resource with metadata.
    mutating func resource(_ definition: ResourceDefinition, _ schema: Schema) -> JSONValue {
        let sample = object(schema, omitting: ["apiVersion", "kind", "metadata"])
        var resource = JSONObject()
        resource["apiVersion"] = .string(definition.apiVersion)
        resource["kind"] = .string(definition.names.kind)
        resource["metadata"] = metadata(hasNamespace: definition.scope == .namespaced)
        for (key, value) in zip(sample.keys, sample.values) where resource[key] == nil {
            resource[key] = value
        }
        return .object(resource)
    }

    /// A value that a schema allows.
    mutating func value(_ schema: Schema) -> JSONValue {
        let keywords = schema.keywords
        if style == .nulls, keywords.isNullable { return .null }
        if style == .defaults, let value = keywords.rare.defaultValue, value != .null {
            return completed(value, schema)
        }
        if schema.isIntOrString { return intOrString() }
        if let values = keywords.enumeration, let value = enumerationValue(values, schema) {
            return value
        }
        switch schema.shape {
        case .object: return .object(object(schema))
        case .array: return .array(array(keywords.items))
        case .string: return string(keywords.format)
        case .integer: return keywords.format == "int32" ? scalars.integer32() : scalars.integer()
        case .number: return scalars.number()
        case .boolean: return scalars.boolean()
        case .anything: return anything()
        }
    }

    private mutating func string(_ format: String?) -> JSONValue {
        switch format {
        case "date-time": scalars.dateTime()
        case "byte": scalars.base64()
        default: .string(scalars.string())
        }
    }

    private mutating func intOrString() -> JSONValue {
        switch style {
        case .full, .nulls, .defaults: 8080
        case .unusual: "8080"
        case .minimal: "25%"
        }
    }

    /// A listed value of the schema's type, or an unlisted one; `nil` if none fits the type.
    private mutating func enumerationValue(_ values: [JSONValue], _ schema: Schema) -> JSONValue? {
        let values = values.filter { $0 != .null && schema.allows($0) }
        guard let first = values.first else { return nil }
        guard style == .unusual else { return scalars.next(of: values) }
        switch first {
        case .string: return "a value of a newer server"
        case .number: return 987_654_321
        case .boolean: return scalars.boolean()
        case .null, .array, .object: return first
        }
    }
}

// MARK: - Collections

extension SampleMaker {
    private mutating func array(_ items: Schema?) -> [JSONValue] {
        let items = items ?? .anything
        var elements: [JSONValue] = []
        switch style {
        case .full, .unusual, .nulls:
            elements = [value(items), minimal(items)]
            if items.keywords.isNullable { elements.append(.null) }
        case .minimal:
            break
        case .defaults:
            if items.hasDefaults { elements = [value(items)] }
        }
        return elements
    }

    private mutating func object(_ schema: Schema, omitting omitted: [String] = []) -> JSONObject {
        let keywords = schema.keywords
        var object = JSONObject()
        for property in keywords.properties where !omitted.contains(property.name) {
            if isIncluded(property, keywords.required) {
                object[property.name] = value(property.schema)
            }
        }
        if keywords.isEmbeddedResource { addResourceFields(to: &object, keywords) }
        addUnknownFields(to: &object, schema)
        return object
    }

    private func isIncluded(_ property: Schema.Property, _ required: [String]) -> Bool {
        switch style {
        case .full, .unusual, .nulls: true
        case .minimal: required.contains(property.name)
        case .defaults: required.contains(property.name) || property.schema.hasDefaults
        }
    }

    private mutating func addResourceFields(
        to object: inout JSONObject,
        _ keywords: Schema.Keywords
    ) {
        object["apiVersion"] = "example.com/v1"
        object["kind"] = "Example"
        let metadata = keywords.properties.first { $0.name == "metadata" }
        guard metadata?.schema.keywords.properties.isEmpty ?? true else { return }
        object["metadata"] = self.metadata()
    }

    /// Fields beside the properties, where they are kept.
    private mutating func addUnknownFields(to object: inout JSONObject, _ schema: Schema) {
        guard style == .full || style == .unusual || style == .nulls else { return }
        let keywords = schema.keywords
        let values: Schema
        switch keywords.additionalProperties {
        case .schema(let schema): values = schema
        case .allowed(true): values = .anything
        case .allowed(false): return
        case nil:
            let isOpen = keywords.properties.isEmpty && !keywords.isEmbeddedResource
            guard keywords.preservesUnknownFields || isOpen else { return }
            values = .anything
        }
        // A key that is a property's name would be that property.
        let key = scalars.key()
        if object[key] == nil { object[key] = value(values) }
        if object["other"] == nil { object["other"] = minimal(values) }
        if values.keywords.isNullable, object["null"] == nil { object["null"] = .null }
    }

    /// The smallest value of a schema.
    private mutating func minimal(_ schema: Schema) -> JSONValue {
        var maker = SampleMaker(.minimal)
        maker.scalars = scalars
        defer { scalars = maker.scalars }
        return maker.value(schema)
    }

    /// A default with what the API server adds to it: defaults further down, and what is required,
    /// which `default` may leave to those.
    private mutating func completed(_ value: JSONValue, _ schema: Schema) -> JSONValue {
        switch value {
        case .array(let elements):
            let items = schema.keywords.items ?? .anything
            return .array(elements.map { completed($0, items) })
        case .object(let given):
            guard !schema.keywords.properties.isEmpty else { return value }
            var object = JSONObject()
            for property in schema.keywords.properties {
                if let value = given[property.name], value != .null {
                    object[property.name] = completed(value, property.schema)
                } else if isIncluded(property, schema.keywords.required) {
                    object[property.name] = self.value(property.schema)
                }
            }
            return .object(object)
        case .null, .boolean, .number, .string:
            return value
        }
    }
}
