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
        switch schema.keywords.type {
        case .string:
            self.init(strings: values)
        case .integer:
            self.init(integers: values)
        case .boolean:
            self.init(booleans: values)
        case nil:
            // Without a type, the value is a string if all values of `enum` are strings.
            let isOfStrings = values.allSatisfy {
                if case .string = $0 { true } else { false }
            }
            guard isOfStrings else { return nil }
            self.init(strings: values)
        case .object, .array, .number, .other:
            return nil
        }
    }

    private init?(strings values: [JSONValue]) {
        let strings = values.compactMap { if case .string(let value) = $0 { value } else { nil } }
        guard !strings.isEmpty else { return nil }
        self = .strings(strings.unique)
    }

    private init?(integers values: [JSONValue]) {
        let integers = values.compactMap {
            if case .number(let value) = $0 { value.integer } else { nil }
        }
        guard !integers.isEmpty else { return nil }
        self = .integers(integers.unique)
    }

    private init?(booleans values: [JSONValue]) {
        let booleans = values.compactMap {
            if case .boolean(let value) = $0 { value } else { nil }
        }
        guard !booleans.isEmpty else { return nil }
        self = .booleans(booleans.unique)
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
