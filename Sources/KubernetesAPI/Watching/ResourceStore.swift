import CRDRuntime

/// The latest resources of a kind, by namespace and name, kept up to date by a ``Watcher``.
///
/// ```swift
/// for change in store.apply(watcherChange) {
///     print(change.old?.status, change.new?.status)
/// }
/// ```
public struct ResourceStore<R: Resource>: Sendable {
    /// The identity of a resource in a cluster.
    public struct Key: Hashable, Comparable, Sendable {
        /// The namespace; `nil` for a cluster-scoped resource.
        public let namespace: String?
        /// The name.
        public let name: String

        /// Creates a key.
        public init(namespace: String? = nil, name: String) {
            self.namespace = namespace
            self.name = name
        }

        /// Whether the first key is before the second by namespace and name.
        public static func < (left: Key, right: Key) -> Bool {
            (left.namespace ?? "", left.name) < (right.namespace ?? "", right.name)
        }
    }

    /// A difference between two states of the store.
    public struct Difference: Sendable {
        /// The resource before; `nil` if it is new.
        public let old: R?
        /// The resource now; `nil` if it was deleted.
        public let new: R?
    }

    /// The resources.
    public private(set) var resources: [Key: R] = [:]

    /// Creates an empty store.
    public init() {}

    /// The resource with a name; `nil` if there is none.
    public subscript(_ name: String, namespace namespace: String? = nil) -> R? {
        resources[Key(namespace: namespace, name: name)]
    }

    /// Applies a change.
    ///
    /// - Returns: The differences to the state before, after a list the deleted resources first.
    ///   Resources with the same `uid` and resource version are not different.
    public mutating func apply(_ change: Watcher<R>.Change) -> [Difference] {
        switch change {
        case .added(let resource), .modified(let resource):
            let old = resources.updateValue(resource, forKey: Key(resource))
            return Difference(from: old, to: resource).map { [$0] } ?? []
        case .deleted(let resource):
            let old = resources.removeValue(forKey: Key(resource))
            return [Difference(old: old ?? resource, new: nil)]
        case .replaced(let list):
            return replace(with: list)
        }
    }

    private mutating func replace(with list: [R]) -> [Difference] {
        var old = resources
        resources = [:]
        var differences: [Difference] = []
        for resource in list {
            let key = Key(resource)
            resources[key] = resource
            if let difference = Difference(from: old.removeValue(forKey: key), to: resource) {
                differences.append(difference)
            }
        }
        let deleted = old.sorted { $0.key < $1.key }.map { Difference(old: $0.value, new: nil) }
        return deleted + differences
    }
}

extension ResourceStore.Key {
    init(_ resource: R) {
        self.init(namespace: resource.metadata.namespace, name: resource.metadata.name)
    }
}

extension ResourceStore.Difference {
    /// Creates the difference; `nil` if both are the same version of the same object.
    init?(from old: R?, to new: R) {
        if let old, old.metadata.uid == new.metadata.uid,
            let version = old.metadata.resource_version, version == new.metadata.resource_version
        {
            return nil
        }
        self.init(old: old, new: new)
    }
}
