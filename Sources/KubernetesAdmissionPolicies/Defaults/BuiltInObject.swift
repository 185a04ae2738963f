import CRDCatalog
package import CRDDefinitionValidity
import CRDRuntime
import CRDValidation
package import CRDValues
import KubernetesCEL

/// An object of one of Kubernetes' own kinds, as the server completes it (kubernetes v1.35,
/// pkg/apis, `SetDefaults`).
///
/// Only the kinds and fields that policies often use are known. Values that other objects decide,
/// such as the class of an Ingress, are not.
package struct BuiltInObject {
    /// The object with the values that the server sets.
    package var object: JSONObject
    /// Group and kind, such as `apps/Deployment`.
    let kind: String

    /// Completes an object; objects of other kinds stay the same.
    package init(_ object: JSONObject, _ kind: KindName) {
        self.object = object
        self.kind = "\(kind.group)/\(kind.kind)"
        guard let defaults = BuiltInDefaults.ofKinds[self.kind] else { return }
        normalize()
        for value in defaults { value.set(in: &self.object) }
        setDependentDefaults()
    }

    // MARK: - Values that the server writes differently

    /// Removes what the server's structures do not keep, such as nulls and empty lists, and writes
    /// quantities in their canonical form.
    private mutating func normalize() {
        var value = JSONValue.object(object)
        Self.normalize(&value, in: "")
        if case .object(let changed) = value { object = changed }
    }

    private static let quantities: Set<String> = ["sizeLimit"]
    private static let quantityMaps: Set<String> = ["capacity", "hard", "limits", "requests"]

    /// Normalizes a value of a field, or the whole object, whose name is empty.
    private static func normalize(_ value: inout JSONValue, in field: String) {
        switch value {
        case .array(let elements):
            value = .array(
                elements.map { element in
                    var element = element
                    normalize(&element, in: field)
                    return element
                }
            )
        case .object(var object):
            for key in object.keys {
                guard let member = object[key] else { continue }
                object[key] = normalized(member, key, in: field)
            }
            value = .object(object)
        case .null, .boolean, .number, .string: break
        }
    }

    /// Returns the value of a field; `nil` if the server doesn't keep it.
    private static func normalized(
        _ value: JSONValue,
        _ key: String,
        in parent: String
    ) -> JSONValue? {
        var value = value
        switch value {
        case .object(let map) where quantityMaps.contains(key):
            value = .object(JSONObject(map.map { ($0, $1.canonicalQuantity) }))
        case .object(let map) where OmittedValues.stringMaps.contains(key):
            // Go reads a null in a map of strings as an empty string.
            let entries = map.map { entry in
                (entry.key, entry.value == .null ? "" : entry.value)
            }
            value = .object(JSONObject(entries))
        default: normalize(&value, in: key)
        }
        if quantities.contains(key) { value = value.canonicalQuantity }
        return OmittedValues.isOmitted(value, key, in: parent) ? nil : value
    }

    /// Changes an object in the object, if there is one.
    mutating func change(_ path: String..., by change: (inout JSONObject) -> Void) {
        Self.change(path[...], in: &object, change)
    }

    private static func change(
        _ path: ArraySlice<String>,
        in object: inout JSONObject,
        _ change: (inout JSONObject) -> Void
    ) {
        guard let key = path.first else { return change(&object) }
        guard case .object(var member)? = object[key] else { return }
        Self.change(path.dropFirst(), in: &member, change)
        object[key] = .object(member)
    }
}

extension JSONValue {
    /// The quantity in the form of the server, such as `1Gi` for `1024Mi`; other values stay the
    /// same.
    fileprivate var canonicalQuantity: JSONValue {
        switch self {
        case .string(let text): Quantity(text).map { .string($0.description) } ?? self
        case .number(let number): Quantity(number.text).map { .string($0.description) } ?? self
        case .null, .boolean, .array, .object: self
        }
    }
}
