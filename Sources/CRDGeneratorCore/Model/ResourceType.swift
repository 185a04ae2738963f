package import CRDSchema

/// One version of a CRD as Swift will have it: everything is decided, only the text is missing.
package struct ResourceType: Sendable {
    /// The type of the group, such as `SagemakerServicesK8sAws`.
    package let groupName: String
    /// The type of the version, such as `V1Alpha1`.
    package let versionName: String
    /// What the CRD says besides the schema.
    package let definition: ResourceDefinition
    /// The resource itself, whose attributes are the properties at the root of the schema but for
    /// `apiVersion`, `kind` and `metadata`.
    package let root: StructType
    /// The types nested in it, all one level below: shallow ones first, then by path.
    package let structs: [StructType]
    /// The enumerations nested in it, in the same order.
    package let enums: [EnumType]
    /// Second names of types that stand at several paths, sorted by name.
    package let aliases: [TypeAlias]
    /// The schema as JSON on one line, without descriptions and without `#`.
    package let schemaJSON: String
    /// The properties at the root that are left out, though the schema has them.
    package let ignoredKeys: [String]
    /// How attributes and cases are named.
    package let naming: AttributeNaming
    /// The types that are not generated, by their names.
    package let externalNames: Set<String>

    /// The type's name as code anywhere in the module can write it.
    package var qualifiedName: String { "\(groupName).\(versionName).\(root.name)" }
}

/// A struct of generated code.
package struct StructType: Equatable, Sendable {
    /// The name, without the types around it.
    package let name: String
    /// Where it stands in the schema, such as `spec.algorithmSpecification`; empty at the root.
    package let path: String
    /// The description of its schema.
    package let description: String?
    /// Why the name is not the usual one; `nil` where it is.
    package let nameNote: String?
    /// The attributes, sorted by name.
    package let attributes: [Attribute]

    /// Whether an explicit `null` of some attribute is kept.
    package var keepsNulls: Bool { attributes.contains { $0.keepsNull } }

    /// The attributes in the order of the schema, which is the order of manifests.
    package var attributesInSchemaOrder: [Attribute] {
        // Mostly the order of the names, in which they are already.
        var position = 0
        while position < attributes.count, attributes[position].position == position {
            position += 1
        }
        if position == attributes.count { return attributes }
        return attributes.sorted { $0.position < $1.position }
    }

    /// Whether properties that the schema does not list are kept.
    package let keepsUnknownFields: Bool
}

/// A stored property of generated code.
package struct Attribute: Equatable, Sendable {
    /// The name in Swift, an identifier without back-ticks.
    package let name: String
    /// The key in a manifest, exactly.
    package let key: String
    /// The place among the properties of the schema, from 0.
    package let position: Int
    /// The type of a value that is there.
    package let type: TypeReference
    /// Whether a manifest must have the key.
    package let isRequired: Bool
    /// Whether the value can be `null`.
    package let isNullable: Bool
    /// Whether an explicit `null` differs from an absent key, and so is kept.
    package var keepsNull: Bool { isNullable && !isRequired }

    /// Whether the property is optional in Swift: it can be absent or `null`.
    package var isOptional: Bool { !isRequired || isNullable }

    /// Whether the configuration gave it its name.
    package let isRenamed: Bool

    /// Whether the value is kept in a box, because it would make the struct large.
    package let isBoxed: Bool
    /// The description of its schema.
    package let description: String?
    /// Why the name is not the usual one; `nil` where it is.
    package let nameNote: String?
}

/// A second name of a nested type.
package struct TypeAlias: Equatable, Sendable {
    package let name: String
    /// The name of the struct or enumeration, without the types around it.
    package let target: String
    /// The path that the name comes from.
    package let path: String
    /// Why the name is not the usual one; `nil` where it is.
    package let nameNote: String?
}

/// The type of a value in generated code.
package indirect enum TypeReference: Hashable, Sendable {
    case string
    case boolean
    case integer
    case integer32
    case number
    case dateTime
    case base64
    case intOrString
    case json
    case embeddedResource
    case condition
    case labelSelector
    /// An enumeration nested in the resource, by its name.
    case enumeration(String)
    /// A struct nested in the resource, by its name.
    case object(String)
    case list(TypeReference)
    case map(TypeReference)
    /// An element of a list or map that can be `null`.
    case nullable(TypeReference)
    /// A type that is not generated, by its name.
    case external(String)
}

extension TypeReference {
    /// The struct that this is, or whose values it holds; `nil` if there is none.
    package var structName: String? {
        switch self {
        case .object(let name): name
        case .list(let element), .map(let element), .nullable(let element): element.structName
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .enumeration, .external:
            nil
        }
    }
}
