package import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValidation
import KubernetesCEL

/// The types of the objects that policies are about, from CRDs and OpenAPI documents.
package struct PolicyTypes {
    /// The maximum number of kinds of a rule whose types are known (`maxTypesToCheck`).
    private static let mostKinds = 10

    private let kinds: KnownKinds
    /// The types that are known so far; `nil` for values without a type.
    private var types: [GroupVersionKind: DeclaredType?] = [:]

    /// Creates the types of the objects of some kinds.
    package init(_ kinds: KnownKinds) { self.kinds = kinds }

    /// Returns the kinds that the rules of a policy name, sorted, and whether the policy is about no
    /// others.
    ///
    /// As on the server, wildcards and subresources don't count, and the rest of the rules doesn't if
    /// a rule has too many kinds (`typesToCheck`).
    func kinds(namedBy constraints: MatchResources) -> (kinds: [GroupVersionKind], areAll: Bool) {
        var found: Set<GroupVersionKind> = []
        for rule in constraints.rules {
            let named = rule.namedResources.compactMap { kinds.kind(of: $0) }.prefix(Self.mostKinds)
            found.formUnion(named)
            if named.count == Self.mostKinds { break }
        }
        let areAll = constraints.rules.allSatisfy { rule in
            rule.allResources?.allSatisfy { resource in
                kinds.kind(of: resource).map(found.contains) ?? kinds.hasNoObjects(of: resource)
            } ?? false
        }
        let sorted = found.sorted { one, other in
            (one.group, one.version, one.kind) < (other.group, other.version, other.kind)
        }
        return (sorted, areAll)
    }

    /// Returns the type of the objects of a kind; `nil` if nothing defines it.
    mutating func type(of kind: GroupVersionKind) -> DeclaredType? {
        if let type = types[kind] { return type }
        let type = type(of: kind, named: kind.kind)
        types[kind] = .some(type)
        return type
    }

    /// Returns the type of the objects of a kind, with a name for messages; `nil` if nothing defines
    /// it.
    func type(of kind: GroupVersionKind, named name: String) -> DeclaredType? {
        kinds.schema(of: kind)
            .flatMap { RuleDeclaration(ofResources: $0.ofPolicyValues, name: name) }?.type.ofMaps
    }
}

extension ResourceRule {
    /// The subresources whose requests have the whole object.
    private static let subresourcesOfObjects = ["status", "ephemeralcontainers"]

    /// The resources that the rule names without wildcards, sorted.
    package var namedResources: [NamedResource] {
        if hasWildcards(in: groups + versions) { return [] }
        return resources(named: resources.filter { !$0.contains("*") && !$0.contains("/") })
    }

    /// The resources whose objects the rule is about, also by a subresource; `nil` if they are
    /// unknown because of wildcards, or of subresources that have objects of other kinds.
    var allResources: [NamedResource]? {
        if hasWildcards(in: groups + versions + resources) { return nil }
        var plurals: Set<String> = []
        for resource in resources {
            let parts = resource.split(separator: "/", maxSplits: 1).map(String.init)
            if parts.count > 1, !Self.subresourcesOfObjects.contains(parts[1]) { return nil }
            plurals.formUnion(parts.prefix(1))
        }
        return resources(named: Array(plurals))
    }

    private func hasWildcards(in words: [String]) -> Bool { words.contains { $0.contains("*") } }

    private func resources(named plurals: [String]) -> [NamedResource] {
        groups.sorted().flatMap { group in
            versions.sorted().flatMap { version in
                plurals.sorted().map { NamedResource(group: group, version: version, plural: $0) }
            }
        }
    }
}

extension KnownKinds {
    /// Returns the kind of a resource; `nil` if no CRD serves it, and no OpenAPI document has it.
    fileprivate func kind(of resource: NamedResource) -> GroupVersionKind? {
        kind(servedAs: resource) ?? openAPI.kind(of: resource)
    }

    /// Returns whether a CRD defines the resource without its version, so that no object has it.
    fileprivate func hasNoObjects(of resource: NamedResource) -> Bool {
        definesResource(resource) && kind(servedAs: resource) == nil
    }

    /// Returns the schema of a kind; `nil` if nothing defines it.
    fileprivate func schema(of kind: GroupVersionKind) -> Schema? {
        let identity = ManifestObject.Identity(name: kind.name, version: kind.version)
        return (servedVersion(of: identity)?.version ?? openAPI.version(of: kind)?.version)?.schema
    }
}

extension OpenAPIDocuments {
    /// Returns the kind of a resource; `nil` if no document has it.
    fileprivate func kind(of resource: NamedResource) -> GroupVersionKind? {
        for document in documents {
            let kind = document.kinds.keys.first { kind in
                kind.group == resource.group && kind.version == resource.version
                    // Most plurals begin so, and the others are found faster.
                    && resource.plural.hasPrefix(kind.kind.lowercased().dropLast())
                    && document.createsObjects(of: kind)
                    && document.plural(of: kind) == resource.plural
            }
            if let kind { return kind }
        }
        return nil
    }
}
