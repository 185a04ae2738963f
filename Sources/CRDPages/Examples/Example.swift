package import CRDGeneratorCore
package import CRDSchema
package import CRDValidation
import CRDValues
import CRDYAML

/// An example of a resource, for its reference page and for samples.
package struct Example {
    /// The extent of an example.
    package enum Extent: Sendable {
        /// Only required fields, including those of an optional `spec`.
        case minimal
        /// All fields, with one element in each list and map; of alternatives that exclude each
        /// other, the first. A `status` subresource is left out.
        case full
        /// The same, with all alternatives.
        case all
    }

    let type: ResourceType
    /// The type without types of the user's code, of whose values only the schemas are known.
    private let generated: ResourceType
    /// The name of the resource's type in the code.
    let typeName: String
    let structs: [String: StructType]
    /// The fields at the root without metadata, by key, in the order of the schema.
    private(set) var body: JSONObject
    /// Whether the example is an outline.
    private(set) var isOutline = false
    /// `metadata.name`.
    private(set) var name: String
    /// The CEL rules that the example doesn't satisfy, because no value was found for which they are
    /// true.
    package private(set) var failedRules: [FailedRule] = []
    private let keepsUnknownFields: Bool

    /// Creates an example.
    ///
    /// - Parameters:
    ///   - type: The resource.
    ///   - typeName: The name of its type in the code.
    ///   - schema: The schema of the resource, with defaults and limits.
    ///   - keepsUnknownFields: Whether the server keeps unknown fields.
    ///   - extent: The extent of the example.
    package init(
        of type: ResourceType,
        named typeName: String,
        schema: Schema,
        keepsUnknownFields: Bool = false,
        extent: Extent = .minimal
    ) {
        generated = type.withoutExternalTypes(schema, keepsUnknownFields: keepsUnknownFields)
        let builder = ExampleBuilder(
            generated.structs,
            extent,
            keepsUnknownFields: keepsUnknownFields
        )
        self.type = type
        self.typeName = typeName
        self.keepsUnknownFields = keepsUnknownFields
        structs = Dictionary(uniqueKeysWithValues: type.structs.map { ($0.name, $0) })
        body = builder.root(
            schema,
            generated.root,
            hasStatus: !type.definition.hasStatusSubresource
        )
        name = ExampleScalar(schema["metadata"]?["name"] ?? .anything, key: "example").string
        switch extent {
        case .minimal, .full:
            if let object = schema.wholeExample {
                use(object)
            } else {
                satisfyRules(of: schema, isFull: extent == .full)
            }
        // The alternatives exclude each other.
        case .all: break
        }
    }

    /// Uses the fields of an object.
    private mutating func use(_ object: JSONObject) {
        if case .string(let name)? = object["metadata"]?["name"] { self.name = name }
        body = object
        for key in ["apiVersion", "kind", "metadata"] { body[key] = Optional.none }
    }

    /// Changes the example so that it satisfies the CEL rules of its schema, as far as possible.
    private mutating func satisfyRules(of schema: Schema, isFull: Bool) {
        guard schema.hasRules(for: .object(body)) else { return }
        var search = RuleSearch(
            generated,
            schema,
            isFull: isFull,
            keepsUnknownFields: keepsUnknownFields
        )
        var object = object
        failedRules = search.satisfyRules(of: &object)
        use(object)
    }
}

extension Example {
    /// Whether a field besides those that all resources have has a value, rather than only empty
    /// lists and objects.
    var showsValues: Bool { JSONValue.object(body).hasScalar }

    /// Returns the example with optional fields of the root and of `spec` that have no fields of
    /// their own; if there are none, with those of the first object that has some.
    ///
    /// - Parameter schema: The schema that the example was created for.
    /// - Returns: The example, which can be invalid.
    func outline(by schema: Schema) -> Example {
        var outline = self
        let builder = ExampleBuilder(generated.structs, .full, keepsUnknownFields: false)
        let hidden: Set<String> = type.definition.hasStatusSubresource ? ["status"] : []
        outline.body = builder.outline(schema, generated.root, without: hidden)
        outline.isOutline = true
        outline.satisfyRules(of: schema, isFull: true)
        return outline
    }
}

extension ResourceType {
    /// Returns the type with generated types in place of those of the user's code.
    fileprivate func withoutExternalTypes(
        _ schema: Schema,
        keepsUnknownFields: Bool
    ) -> ResourceType {
        if externalNames.isEmpty { return self }
        var configuration = Configuration()
        configuration.hasStatus = ignoredKeys.isEmpty
        var builder = ModelBuilder(file: "", configuration: configuration)
        return builder.build(
            CustomResourceDefinition.Version(
                definition: definition,
                schema: schema,
                preservesUnknownFields: keepsUnknownFields,
                position: SourcePosition(line: 1, column: 1)
            )
        )
    }
}

extension Schema {
    /// The object that is a valid example of the kind, for some kinds of Go types.
    fileprivate var wholeExample: JSONObject? {
        guard keywords.rare.definition != nil, case .object(let object)? = keywords.rare.example
        else { return nil }
        return object
    }

    /// Returns the schema of a property.
    fileprivate subscript(name: String) -> Schema? {
        keywords.properties.first { $0.name == name }?.schema
    }

    /// Whether a rule applies to the value, to a value in it, or to a default.
    fileprivate func hasRules(for value: JSONValue?) -> Bool {
        guard let value = value ?? keywords.rare.defaultValue else { return false }
        if !keywords.rare.validations.isEmpty { return true }
        switch value {
        case .null, .boolean, .number, .string: return false
        case .array(let elements):
            guard let items = keywords.items else { return false }
            return elements.contains { items.hasRules(for: $0) }
        case .object(let object):
            if keywords.properties.contains(where: { $0.schema.hasRules(for: object[$0.name]) }) {
                return true
            }
            guard case .schema(let values) = keywords.additionalProperties else { return false }
            return object.values.contains { values.hasRules(for: $0) }
        }
    }
}
