import CRDRuntime
import CRDSchema
package import KubernetesCEL

/// The type that the values of a schema have in CEL rules (k8s.io/apiserver v0.35, pkg/cel/common,
/// `SchemaDeclType`).
package struct RuleDeclaration: Sendable {
    /// The type, with the maximum sizes from which costs are estimated.
    package let type: DeclaredType
    /// The number of bytes of the shortest value in JSON.
    package let minimumSize: UInt64

    /// The number of bytes in the largest request, which limits the sizes of values.
    private static let requestSize: UInt64 = 3 * 1024 * 1024

    /// Creates the declaration of a schema; `nil` if rules cannot use its values.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - isRoot: Whether the values are whole resources, whose API version, kind, and name rules
    ///     can use.
    ///   - name: The name of the type if it is an object.
    init?(_ schema: PreparedSchema, isRoot: Bool, name: String = "selfType") {
        let keywords = schema.keywords
        if keywords.isIntOrString {
            self.init(.dyn, Self.textSize(of: schema), minimumSize: 1)
            return
        }
        switch keywords.type {
        case .array?: self.init(listOf: schema, name)
        case .object?:
            if case .schema(let members) = schema.additional {
                self.init(mapOf: members, schema, name)
            } else {
                self.init(objectOf: schema, isRoot: isRoot, name)
            }
        case .string?: self.init(stringOf: schema)
        case .boolean?: self.init(.bool, minimumSize: 4)
        case .number?: self.init(.double, minimumSize: 1)
        case .integer?: self.init(.int, minimumSize: 1)
        case .other?, nil: return nil
        }
    }

    /// Creates the declaration of whole resources; `nil` if expressions cannot use their values.
    ///
    /// - Parameters:
    ///   - schema: The schema of the resources.
    ///   - name: The name of the type.
    package init?(ofResources schema: Schema, name: String) {
        self.init(PreparedSchema(schema), isRoot: true, name: name)
    }

    private init(_ kind: DeclaredType.Kind, _ maximum: UInt64 = 0, minimumSize: UInt64) {
        type = DeclaredType(kind, maximumElements: maximum)
        self.minimumSize = minimumSize
    }

    private init?(listOf schema: PreparedSchema, _ name: String) {
        guard let items = schema.items,
            let element = RuleDeclaration(
                items,
                isRoot: items.keywords.isEmbeddedResource,
                name: "\(name).@idx"
            )
        else { return nil }
        let estimate = (Self.requestSize - 2) / (element.minimumSize + 1)
        let maximum = schema.keywords.rare.maxItems.map(Self.limit) ?? estimate
        self.init(.list(element.type), maximum, minimumSize: 2)
    }

    private init?(mapOf members: PreparedSchema, _ schema: PreparedSchema, _ name: String) {
        guard
            let value = RuleDeclaration(
                members,
                isRoot: members.keywords.isEmbeddedResource,
                name: "\(name).@elem"
            )
        else { return nil }
        let estimate = (Self.requestSize - 2) / (value.minimumSize + 6)
        let maximum = schema.keywords.rare.maxProperties.map(Self.limit) ?? estimate
        let kind = DeclaredType.Kind.map(key: DeclaredType(.string), value: value.type)
        self.init(kind, maximum, minimumSize: 2)
    }

    private init(objectOf schema: PreparedSchema, isRoot: Bool, _ name: String) {
        var fields: [ObjectType.Field] = []
        var size: UInt64 = 2
        let required = Set(schema.keywords.required)
        for (property, schema) in schema.properties(isRoot: isRoot) {
            let fieldName = FieldName.escape(property)
            guard
                let declaration = RuleDeclaration(
                    schema,
                    isRoot: schema.keywords.isEmbeddedResource,
                    name: "\(name).\(fieldName ?? property)"
                )
            else { continue }
            if let fieldName {
                fields.append(.init(name: fieldName, property: property, type: declaration.type))
            }
            if required.contains(property), schema.keywords.rare.defaultValue == nil {
                size += UInt64(property.utf8.count) + declaration.minimumSize + 4
            }
        }
        self.init(.object(ObjectType(name: name, fields: fields)), minimumSize: size)
    }

    private init(stringOf schema: PreparedSchema) {
        switch schema.keywords.format {
        case "byte":
            let maximum = schema.keywords.rare.maxLength.map(Self.limit)
            self.init(.bytes, maximum ?? Self.requestSize - 2, minimumSize: 2)
        case "duration": self.init(.duration, 32, minimumSize: 3)
        case "date": self.init(.timestamp, 12, minimumSize: 12)
        case "date-time": self.init(.timestamp, 32, minimumSize: 21)
        default: self.init(.string, Self.textSize(of: schema), minimumSize: 2)
        }
    }

    /// Returns the maximum number of bytes in a string: four for each scalar.
    private static func textSize(of schema: PreparedSchema) -> UInt64 {
        if let limit = schema.keywords.rare.maxLength.map(limit) {
            return limit.multipliedReportingOverflow(by: 4).partialValue
        }
        guard !schema.keywords.isIntOrString, let values = schema.keywords.enumeration,
            !values.isEmpty
        else { return requestSize - 2 }
        let sizes = values.map { value in
            if case .string(let text) = value { text.utf8.count } else { 0 }
        }
        return UInt64(sizes.max() ?? 0)
    }

    private static func limit(_ keyword: Int) -> UInt64 { UInt64(max(0, keyword)) }

    /// The maximum number of values of the type in one request.
    package var maximumCount: UInt64 { Self.requestSize / (minimumSize + 1) }
}

extension PreparedSchema {
    /// Returns the properties that rules can use, by name.
    ///
    /// - Parameter isRoot: Whether the values are whole resources: unless the schema has them,
    ///   `apiVersion`, `kind`, and `metadata` with `name` and `generateName` are added
    ///   (`WithTypeAndObjectMeta`).
    /// - Returns: The schemas of the properties by name.
    func properties(isRoot: Bool) -> [String: PreparedSchema] {
        guard isRoot, !hasObjectFields else { return properties }
        return properties.merging(Self.objectFields.properties) { _, own in own }
    }

    /// Returns the schema of a property that rules can use.
    func property(_ name: String, isRoot: Bool) -> PreparedSchema? {
        if isRoot, let field = Self.objectFields.properties[name], !hasObjectFields { return field }
        return properties[name]
    }

    /// Whether the schema has the fields of a resource with the types that rules expect.
    private var hasObjectFields: Bool {
        guard let metadata = properties["metadata"], metadata.keywords.type == .object else {
            return false
        }
        return [
            properties["apiVersion"], properties["kind"], metadata.properties["name"],
            metadata.properties["generateName"],
        ].allSatisfy { $0?.keywords.type == .string }
    }

    private static let objectFields = PreparedSchema(
        Schema(
            json: """
                {"type":"object","properties":{"apiVersion":{"type":"string"},\
                "kind":{"type":"string"},"metadata":{"type":"object","properties":{\
                "name":{"type":"string"},"generateName":{"type":"string"}}}}}
                """
        )
    )
}
