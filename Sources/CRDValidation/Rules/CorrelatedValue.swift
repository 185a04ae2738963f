package import CRDValues
import CRDYAML

/// A value of an updated resource and the old value at the same place, for ratcheting
/// (k8s.io/apiserver v0.35, pkg/cel/common, `CorrelatedObject`).
///
/// Elements of lists of type `map` are found by their keys; elements of other lists have no old
/// values.
package final class CorrelatedValue {
    /// The fields of a resource of which the server cannot tell whether they are unchanged.
    static let typeFields: Set<NodeStep> = [.key("apiVersion"), .key("kind")]

    private let value: JSONValue
    private let old: JSONValue
    private let schema: PreparedSchema
    private var children: [NodeStep: CorrelatedValue] = [:]
    private lazy var oldElements: ListMapElements? = {
        guard case .array(let elements) = old else { return nil }
        return ListMapElements(elements, schema)
    }()
    /// Whether the value is equal to the old one.
    private(set) lazy var isUnchanged = Self.isUnchanged(self)

    /// Creates the pair of a value and its old value.
    package init(_ value: JSONValue, old: JSONValue, _ schema: PreparedSchema) {
        self.value = value
        self.old = old
        self.schema = schema
    }

    /// Returns the value under a key or index; `nil` if there is no old value.
    func child(_ step: NodeStep) -> CorrelatedValue? {
        if let child = children[step] { return child }
        let child = made(step)
        if let child { children[step] = child }
        return child
    }

    private func made(_ step: NodeStep) -> CorrelatedValue? {
        switch step {
        case .key(let key):
            guard let value = value[key], let old = old[key], let schema = schema.schema(of: key)
            else { return nil }
            return CorrelatedValue(value, old: old, schema.schema)
        case .index(let index):
            guard let items = schema.items, let element = value[index],
                let old = oldElements?[element]
            else { return nil }
            return CorrelatedValue(element, old: old, items)
        }
    }

    /// Returns whether a value is unchanged (`CachedDeepEqual`).
    ///
    /// An object with a field that its schema does not have counts as changed.
    private static func isUnchanged(_ pair: CorrelatedValue) -> Bool {
        switch (pair.value, pair.old) {
        case (.array(let elements), .array(let old)):
            guard elements.count == old.count else { return false }
            guard pair.oldElements != nil else { return pair.value.isDeeplyEqual(to: pair.old) }
            return elements.indices.allSatisfy { pair.child(.index($0))?.isUnchanged ?? false }
        case (.object(let object), .object(let old)):
            guard object.count == old.count else { return false }
            return object.keys.allSatisfy { pair.child(.key($0))?.isUnchanged ?? false }
        default:
            return pair.value.isDeeplyEqual(to: pair.old)
        }
    }
}
