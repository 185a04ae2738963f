import CRDGeneratorCore
import CRDSchema
import CRDValues

extension ExampleBuilder {
    /// Returns the elements of a list in which no two are equal, or have equal values of some keys.
    ///
    /// - Parameters:
    ///   - items: The schema of the elements.
    ///   - element: Their type.
    ///   - count: The number of elements.
    ///   - keys: `x-kubernetes-list-map-keys`; empty if whole elements must differ.
    ///   - place: The context of the list.
    /// - Returns: The elements; fewer if the schema does not have enough values.
    func differentElements(
        _ items: Schema,
        _ element: TypeReference,
        count: Int,
        keys: [String],
        in place: Place
    ) -> [JSONValue] {
        let combinations = keys.reduce(1) { product, _ in min(product * count, place.mostElements) }
        let attempts = count + max(combinations, count)
        var found: [JSONValue] = []
        var seen: Set<[JSONValue?]> = []
        for attempt in 0..<attempts where found.count < count {
            let value = value(
                items,
                element,
                Place(
                    key: place.key,
                    number: attempt,
                    numbers: Self.numbers(ofAttempt: attempt, keys, count),
                    mostElements: max(place.mostElements / count, 1)
                )
            )
            let identity = keys.isEmpty ? [value] : keys.map { value[$0] }
            if seen.insert(identity).inserted { found.append(value) }
        }
        return found
    }

    /// Returns the indexes of the values of the keys for an attempt.
    ///
    /// In the first attempts, all keys have another value in each element. If a key has too few
    /// values, as `protocol` often has, all combinations follow, as the digits of a number.
    private static func numbers(
        ofAttempt attempt: Int,
        _ keys: [String],
        _ count: Int
    ) -> [String: Int] {
        var numbers: [String: Int] = [:]
        var rest = attempt - count
        for key in keys {
            numbers[key] = attempt < count ? attempt : rest % count
            if attempt >= count { rest /= count }
        }
        return numbers
    }
}
