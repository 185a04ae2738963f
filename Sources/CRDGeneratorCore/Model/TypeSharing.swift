import CRDValues
import CRDYAML

/// The types that several resources of a module share: those of groups, versions, and equal nested
/// types.
///
/// Of equal types, one resource declares the type, and each other resource has an alias of it. So
/// every resource has the same names with and without other resources in its module.
///
/// The type is declared in the first resource that has it: in the order of groups, kinds, and
/// versions, with the stored version of a kind before its other versions, and deprecated versions
/// last. Code outside a deprecated version must not use the version.
package struct TypeSharing: Sendable {
    /// The resource that declares a type.
    private struct Home {
        let resource: String
        let type: NestedType
        let isDeprecated: Bool

        /// The full name of the type.
        var path: String { "\(resource).\(type.name)" }
    }

    /// Shape → its only declaration.
    private var homes: [Int: Home] = [:]
    /// The types of groups and versions.
    let groups: GroupDeclarations

    /// Decides for all resources of a module.
    ///
    /// - Parameters:
    ///   - resources: The resources, by one ``ModelBuilder``, in the order of the files.
    ///   - configuration: The configuration of the module.
    package init(_ resources: [ResourceType], _ configuration: Configuration) {
        groups = GroupDeclarations(resources)
        if !configuration.sharesTypes { return }
        let hidden = Self.hiddenGroups(in: resources)
        let order = resources.indices.ordered { left, right in
            resources[left].precedes(resources[right])
        }
        for resource in order.lazy.map({ resources[$0] }) where !hidden.contains(resource.groupName)
        {
            let name = resource.qualifiedName
            for type in resource.nestedTypes where homes[type.shape] == nil {
                homes[type.shape] = Home(
                    resource: name,
                    type: type,
                    isDeprecated: resource.definition.isDeprecated
                )
            }
        }
    }

    /// Returns the declaration that a nested type of a resource is an alias of; `nil` if the
    /// resource declares the type.
    package func declaration(
        of type: NestedType,
        in resource: ResourceType
    ) -> (path: String, type: NestedType)? {
        guard let home = homes[type.shape] else { return nil }
        let name = resource.qualifiedName
        if home.resource == name { return nil }
        return (home.path, home.type)
    }

    /// Returns the full name of the type with a shape; `nil` if there is none, or if only deprecated
    /// versions have it.
    func path(ofShape shape: Int) -> String? {
        guard let home = homes[shape], !home.isDeprecated else { return nil }
        return home.path
    }

    /// Returns the nested types of a resource that another resource declares, by their names.
    package func declarations(in resource: ResourceType) -> [String: String] {
        var paths: [String: String] = [:]
        for type in resource.nestedTypes {
            paths[type.name] = declaration(of: type, in: resource)?.path
        }
        return paths
    }

    /// Returns the groups whose types other resources can't name, since a kind, a version, or a
    /// nested type has the name of the group.
    private static func hiddenGroups(in resources: [ResourceType]) -> Set<String> {
        let groups = Set(resources.map(\.groupName))
        var hidden: Set<String> = []
        for resource in resources {
            for name in resource.nestedTypeNames + [resource.root.name, resource.versionName]
            where groups.contains(name) {
                hidden.insert(name)
            }
        }
        return hidden
    }
}

/// A struct or an enumeration nested in a resource.
package enum NestedType: Sendable {
    case structure(StructType)
    case enumeration(EnumType)

    /// The name, without the enclosing types.
    package var name: String {
        switch self {
        case .structure(let type): type.name
        case .enumeration(let type): type.name
        }
    }

    /// The number of the shape: equal types of resources by one ``ModelBuilder`` have the same.
    package var shape: Int {
        switch self {
        case .structure(let type): type.shape
        case .enumeration(let type): type.shape
        }
    }

    /// The path in the schema.
    package var path: String {
        switch self {
        case .structure(let type): type.path
        case .enumeration(let type): type.path
        }
    }

    /// The description of its schema.
    package var description: String? {
        switch self {
        case .structure(let type): type.description
        case .enumeration(let type): type.description
        }
    }

    /// The reason why the name is not the usual one; `nil` if it is.
    package var nameNote: String? {
        switch self {
        case .structure(let type): type.nameNote
        case .enumeration(let type): type.nameNote
        }
    }
}

extension ResourceType {
    /// The nested structs, then the nested enumerations.
    package var nestedTypes: [NestedType] {
        structs.map(NestedType.structure) + enums.map(NestedType.enumeration)
    }

    /// Whether the resource declares the types that it shares with another one; `nil` if the order
    /// in the module decides.
    fileprivate func precedes(_ other: ResourceType) -> Bool {
        let (left, right) = (definition, other.definition)
        if left.isDeprecated != right.isDeprecated { return right.isDeprecated }
        if left.group != right.group { return left.group < right.group }
        if left.names.kind != right.names.kind { return left.names.kind < right.names.kind }
        if left.isStorage != right.isStorage { return left.isStorage }
        return left.version < right.version
    }
}
