import CRDGeneratorCore
import CRDValues

/// The properties in Swift of a resource and of the structs in it, by their keys in manifests.
struct AttributeProperties {
    private let structs: [String: StructType]
    private let naming: AttributeNaming
    /// Struct → its properties by key, filled on first use.
    private var properties: [Owner: [ExactKey: Property]] = [:]

    /// A struct with properties.
    enum Owner: Hashable {
        case resource
        /// A struct nested in the resource, by its name.
        case nested(String)
        case runtime(RuntimeStruct)
    }

    /// A property in Swift.
    struct Property {
        /// The name of the attribute.
        let name: String
        /// The type in code that imports the runtime.
        let type: String
        /// The type without the optional.
        let reference: TypeReference
        /// The alias of the nested type in the property; see ``Attribute/typeName``.
        let typeName: String?
        /// The struct in the property, or in its lists and maps.
        let inner: Owner?
    }

    init(_ type: ResourceType) {
        structs = Dictionary(type.structs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        naming = type.naming
        properties[.resource] = Self.byKey(type.root)
    }

    /// Returns the property for a key of a struct; `nil` if there is none.
    mutating func property(_ key: String, of owner: Owner) -> Property? {
        if let properties = properties[owner] { return properties[ExactKey(key)] }
        let found: [ExactKey: Property]
        switch owner {
        case .resource: return nil
        case .nested(let name):
            guard let type = structs[name] else { return nil }
            found = Self.byKey(type)
        case .runtime(let type): found = Self.byKey(type, naming)
        }
        properties[owner] = found
        return found[ExactKey(key)]
    }

    private static func byKey(_ type: StructType) -> [ExactKey: Property] {
        let properties = type.attributes.map { attribute in
            let runtime = attribute.type.runtimeStruct(isOfRuntime: false)
            let property = Property(
                name: attribute.name,
                type: attribute.typeText(.plain),
                reference: attribute.type,
                typeName: attribute.typeName,
                inner: attribute.type.structName.map { .nested($0) }
                    ?? runtime.map { .runtime($0) }
            )
            return (ExactKey(attribute.key), property)
        }
        return Dictionary(uniqueKeysWithValues: properties)
    }

    private static func byKey(
        _ type: RuntimeStruct,
        _ naming: AttributeNaming
    ) -> [ExactKey: Property] {
        let properties = type.properties.map { key, property in
            let runtime = property.type.runtimeStruct(isOfRuntime: true)
            let property = Property(
                name: property.name(naming),
                type: property.typeText,
                reference: property.type,
                typeName: nil,
                inner: runtime.map { .runtime($0) }
            )
            return (ExactKey(key), property)
        }
        return Dictionary(uniqueKeysWithValues: properties)
    }
}

extension TypeReference {
    /// Returns the type in code that imports the runtime.
    package var pageText: String { text(.plain) }
}
