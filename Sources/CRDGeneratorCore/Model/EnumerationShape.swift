package import CRDSchema
import CRDValues

/// The values of an `enum`, all of the same type.
package enum EnumerationShape: Hashable, Sendable {
    case strings([String])
    case integers([Int])
    case booleans([Bool])

    /// Creates the values of a schema's `enum` that have its type, without duplicates, in order.
    ///
    /// `nil` if there is no `enum`, or if no value has the type: `null` can be in the `enum` of
    /// nullable schemas and is not a case.
    package init?(_ schema: Schema) {
        guard let values = schema.keywords.enumeration, !values.isEmpty else { return nil }
        let strings = values.compactMap(\.string)
        switch schema.keywords.type {
        case .string: self = .strings(strings.unique)
        case .integer: self = .integers(values.compactMap(\.int).unique)
        case .boolean: self = .booleans(values.compactMap(\.bool).unique)
        // Without a type, the value is a string if all values of `enum` are strings.
        case nil where strings.count == values.count: self = .strings(strings.unique)
        case nil, .object, .array, .number, .other: return nil
        }
        if isEmpty { return nil }
    }

    private var isEmpty: Bool {
        switch self {
        case .strings(let values): values.isEmpty
        case .integers(let values): values.isEmpty
        case .booleans(let values): values.isEmpty
        }
    }

    /// The values of `status` of `metav1.Condition`.
    package static let conditionStatus = EnumerationShape.strings(["True", "False", "Unknown"])
}

extension Array where Element: Hashable {
    /// The elements without duplicates.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
