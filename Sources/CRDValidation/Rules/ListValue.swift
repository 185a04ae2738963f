import CRDRuntime
import KubernetesCEL

/// A list of a resource as rules see it (`unstructuredList`).
final class ListValue: LazyList {
    /// How lists are compared and added, by `x-kubernetes-list-type`.
    enum Kind {
        case atomic
        case set
        /// A list of objects that have keys.
        case map(keys: [String])
    }

    let elements: [JSONValue]
    private let items: PreparedSchema
    private let kind: Kind

    init(_ elements: [JSONValue], _ items: PreparedSchema, _ kind: Kind) {
        self.elements = elements
        self.items = items
        self.kind = kind
    }

    var count: Int { elements.count }

    func element(at index: Int) -> Value { RuleValue.of(elements[index], items) }

    var isStrict: Bool { true }

    /// Compares a set or a list with keys with another list in any order.
    func equality(with other: List) -> Equality? {
        switch kind {
        case .atomic: return nil
        case .set:
            guard count == other.count else { return .unequal }
            let own = Set(elements.compactMap { ScalarKey($0) })
            return Equality(
                (0..<other.count).allSatisfy { index in
                    ScalarKey(other[index]).map(own.contains) ?? false
                }
            )
        case .map(let names):
            guard count == other.count else { return .unequal }
            let own = Dictionary(
                elements.map { (Self.keys(of: $0, names), $0) },
                uniquingKeysWith: { _, last in last }
            )
            for index in 0..<other.count {
                let value = other[index]
                guard let json = RuleValue.json(value),
                    let element = own[Self.keys(of: json, names)]
                else { return .unequal }
                let result = RuleValue.of(element, items).equality(with: value)
                if result != .equal { return result }
            }
            return .equal
        }
    }

    /// Returns the union: elements of a set are added once, and elements with the keys of another
    /// one replace it.
    func adding(_ other: List) -> List? {
        var result = elements
        switch kind {
        case .atomic: return nil
        case .set:
            var known = Set(elements.compactMap { ScalarKey($0) })
            for index in 0..<other.count {
                guard let json = RuleValue.json(other[index]), let key = ScalarKey(json) else {
                    return nil
                }
                if known.insert(key).inserted { result.append(json) }
            }
        case .map(let names):
            var positions: [[ScalarKey?]: Int] = [:]
            for (position, element) in elements.enumerated() {
                positions[Self.keys(of: element, names)] = position
            }
            for index in 0..<other.count {
                guard let json = RuleValue.json(other[index]) else { return nil }
                if let position = positions[Self.keys(of: json, names)] {
                    result[position] = json
                } else {
                    result.append(json)
                }
            }
        }
        return .lazy(ListValue(result, items, kind))
    }

    /// Returns the keys of an element.
    ///
    /// The server looks for the names that rules use, which escape some characters, and so does
    /// not find the keys with such names.
    private static func keys(of element: JSONValue, _ names: [String]) -> [ScalarKey?] {
        names.map { name in
            element[FieldName.escape(name) ?? name].flatMap { ScalarKey($0) }
        }
    }
}
