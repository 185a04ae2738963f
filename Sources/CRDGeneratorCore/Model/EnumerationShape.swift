package import CRDSchema

/// The values of an `enum`, all of one type.
package enum EnumerationShape: Hashable, Sendable {
    case strings([String])
    case integers([Int])
    case booleans([Bool])

    /// The values of a schema's `enum` that fit its type, each once, in order.
    ///
    /// `nil` where there is no `enum`, or where nothing in it fits: `null` stands in the `enum` of
    /// nullable schemas and is no case.
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
            // Without a type, only an `enum` of strings alone says what the value is.
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
    /// The elements without those that repeat an earlier one.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
