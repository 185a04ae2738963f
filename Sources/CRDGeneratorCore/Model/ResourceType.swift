package import CRDValues
import CRDYAML

/// The Swift types of a version of a CRD, complete except for their text.
package struct ResourceType: Sendable {
    /// The type of the group, such as `SagemakerServicesK8sAws`.
    package let groupName: String
    /// The type of the version, such as `V1Alpha1`.
    package let versionName: String
    /// The definition in the CRD, without the schema.
    package let definition: ResourceDefinition
    /// The resource itself, with the properties at the root of the schema except `apiVersion`,
    /// `kind`, and `metadata`.
    package let root: StructType
    /// The nested structs, all one level below: sorted by depth of their path, then by path.
    package let structs: [StructType]
    /// The nested enumerations, in the same order.
    package let enums: [EnumType]
    /// The aliases of types that are used at several paths, sorted by name.
    package let aliases: [TypeAlias]
    /// The node of the schema; `nil` if there is none.
    let schemaNode: Node?
    /// The properties of the schema's root that are left out.
    package let ignoredKeys: [String]
    /// The naming style of properties and cases.
    package let naming: AttributeNaming
    /// The names of types that are not generated.
    package let externalNames: Set<String>

    /// The name of the type, valid anywhere in the module.
    package var qualifiedName: String { "\(groupName).\(versionName).\(root.name)" }

    /// The schema as JSON on one line, without descriptions and without `#`.
    ///
    /// It is written at each call, because commands such as `crdgen list` don't need it.
    package var schemaJSON: String { schemaNode.map(SchemaJSON.text) ?? "{}" }

    /// The names of all types and aliases nested in the resource.
    var nestedTypeNames: [String] {
        structs.map(\.name) + enums.map(\.name) + aliases.map(\.name)
    }
}

/// A struct of generated code.
package struct StructType: Sendable {
    /// The name, without the types around it.
    package let name: String
    /// The number of the shape: equal types of resources by one ``ModelBuilder`` have the same.
    package let shape: Int
    /// The path in the schema, such as `spec.algorithmSpecification`; empty at the root.
    package let path: String
    /// The description of its schema.
    package let description: String?
    /// The reason why the name is not the usual one; `nil` if it is.
    package let nameNote: String?
    /// The properties, sorted by name.
    package internal(set) var attributes: [Attribute]

    /// Whether explicit `null` values of some properties are kept.
    package var keepsNulls: Bool { attributes.contains { $0.keepsNull } }

    /// The properties in the order of the schema, which is the order of manifests.
    package var attributesInSchemaOrder: [Attribute] {
        // In most schemas, this is the order of the names, so they are sorted already.
        var position = 0
        while position < attributes.count, attributes[position].position == position {
            position += 1
        }
        if position == attributes.count { return attributes }
        return attributes.indices
            .ordered { attributes[$0].position < attributes[$1].position }
            .map { attributes[$0] }
    }

    /// Whether unknown fields are kept.
    package let keepsUnknownFields: Bool

    /// Whether this is a condition: its properties `type` and `status` are strings or enumerations.
    package var isStatusCondition: Bool {
        ["status", "type"].allSatisfy { key in
            attributes.contains { $0.key == key && $0.name == key && $0.type.isText }
        }
    }
}

/// A stored property of generated code.
package struct Attribute: Sendable {
    /// The name in Swift, an identifier without back-ticks.
    package let name: String
    /// The exact key in a manifest.
    package let key: String
    /// The index among the properties of the schema, from 0.
    package let position: Int
    /// The type of the value, without the optional.
    package let type: TypeReference
    /// The alias with the name of the property for the nested type in ``type``; `nil` if the type
    /// itself has the name.
    package let typeName: String?
    /// Whether the key is required in a manifest, or has a default as the value of a required key.
    package internal(set) var isRequired: Bool
    /// The default, with which the API server fills in a required key that is missing; `nil` if
    /// there is none.
    package internal(set) var defaultValue: DefaultValue?
    /// Whether the value can be `null`.
    package let isNullable: Bool
    /// Whether an explicit `null` is kept, because it differs from a missing key.
    package var keepsNull: Bool { isNullable && !isRequired }

    /// Whether the property is optional in Swift: it can be missing or `null`.
    package var isOptional: Bool { !isRequired || isNullable }

    /// Whether the name is from the configuration.
    package let isRenamed: Bool

    /// Whether the value is kept in a box, because it would make the struct large.
    package let isBoxed: Bool
    /// The description of its schema.
    package let description: String?
    /// The reason why the name is not the usual one; `nil` if it is.
    package let nameNote: String?
}

/// An alias of a nested type.
package struct TypeAlias: Sendable {
    package let name: String
    /// The name of the struct or enumeration, without the types around it.
    package let target: String
    /// The path that the name is derived from.
    package let path: String
    /// The reason why the name is not the usual one; `nil` if it is.
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
    /// Whether values are strings or cases of an enumeration.
    fileprivate var isText: Bool {
        switch self {
        case .string, .enumeration: true
        case .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString, .json,
            .embeddedResource, .condition, .labelSelector, .object, .list, .map, .nullable,
            .external:
            false
        }
    }

    /// The struct, or the struct of the elements; `nil` if there is none.
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
