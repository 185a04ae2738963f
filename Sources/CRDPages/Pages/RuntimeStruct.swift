package import CRDGeneratorCore
package import CRDValues

/// A struct of the runtime whose properties are documented.
package enum RuntimeStruct: String, CaseIterable, Sendable {
    case condition = "Condition"
    case embeddedResource = "EmbeddedResource"
    case labelSelector = "LabelSelector"
    case labelSelectorRequirement = "LabelSelector.Requirement"
    case objectMeta = "ObjectMeta"
    case ownerReference = "OwnerReference"

    /// A property of the struct.
    package struct Property: Sendable {
        /// The key in manifests.
        package let key: String
        /// The type, without the optional; other structs and enumerations of the runtime are
        /// external types.
        package let type: TypeReference
        /// Whether the property is optional.
        package let isOptional: Bool

        /// The type in code that imports the runtime.
        package var typeText: String { type.pageText + (isOptional ? "?" : "") }

        /// Returns the name in Swift; the struct has the names of both styles.
        package func name(_ naming: AttributeNaming) -> String {
            AttributeName.usual(key, naming)
        }
    }

    /// Key → property.
    package var properties: [String: Property] { Self.properties[self] ?? [:] }

    private static let properties = Dictionary(
        uniqueKeysWithValues: allCases.map { type in
            let required = type.required.map { (key: $0.key, type: $0.value, isOptional: false) }
            let optional = type.optional.map { (key: $0.key, type: $0.value, isOptional: true) }
            let properties = (required + optional).map { key, type, isOptional in
                (key, Property(key: key, type: type, isOptional: isOptional))
            }
            return (type, Dictionary(uniqueKeysWithValues: properties))
        }
    )
}

// MARK: - Types of properties

extension RuntimeStruct {
    private var required: KeyValuePairs<String, TypeReference> {
        switch self {
        case .condition:
            [
                "lastTransitionTime": .dateTime, "message": .string, "reason": .string,
                "status": .external("Condition.Status"), "type": .string,
            ]
        case .embeddedResource: ["apiVersion": .string, "kind": .string]
        case .labelSelector: [:]
        case .labelSelectorRequirement: ["key": .string, "operator": .string]
        case .objectMeta: ["name": .string]
        case .ownerReference:
            ["apiVersion": .string, "kind": .string, "name": .string, "uid": .string]
        }
    }

    private var optional: KeyValuePairs<String, TypeReference> {
        switch self {
        case .condition: ["observedGeneration": .integer]
        case .embeddedResource: ["metadata": Self.objectMeta.reference]
        case .labelSelector:
            [
                "matchExpressions": .list(Self.labelSelectorRequirement.reference),
                "matchLabels": .map(.string),
            ]
        case .labelSelectorRequirement: ["values": .list(.string)]
        case .objectMeta:
            [
                "namespace": .string, "labels": .map(.string), "annotations": .map(.string),
                "generateName": .string, "uid": .string, "resourceVersion": .string,
                "generation": .integer, "creationTimestamp": .dateTime,
                "deletionTimestamp": .dateTime, "deletionGracePeriodSeconds": .integer,
                "finalizers": .list(.string),
                "ownerReferences": .list(Self.ownerReference.reference),
                "managedFields": .list(.json), "selfLink": .string,
            ]
        case .ownerReference: ["blockOwnerDeletion": .boolean, "controller": .boolean]
        }
    }

    /// The struct as the type of a property of another one.
    package var reference: TypeReference { .external(rawValue) }
}

extension TypeReference {
    /// Returns the struct of the runtime that a value or its elements have.
    ///
    /// - Parameter isOfRuntime: Whether the type is that of a property in a struct of the runtime.
    /// - Returns: The struct; `nil` for other types.
    package func runtimeStruct(isOfRuntime: Bool) -> RuntimeStruct? {
        switch self {
        case .condition: .condition
        case .embeddedResource: .embeddedResource
        case .labelSelector: .labelSelector
        case .external(let name): isOfRuntime ? RuntimeStruct(rawValue: name) : nil
        case .list(let element), .map(let element), .nullable(let element):
            element.runtimeStruct(isOfRuntime: isOfRuntime)
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .enumeration, .object:
            nil
        }
    }
}
