package import CRDValues

/// The elements of a list of type `map`, by their keys (k8s.io/apiserver v0.35, pkg/cel/common,
/// `MakeMapList`).
package struct ListMapElements {
    private let names: [String]
    private var elements: [[ScalarKey]: JSONValue] = [:]

    /// Collects the elements of a list; of elements with the same keys, the first one counts.
    ///
    /// - Returns: `nil` if the list is not of type `map`.
    package init?(_ elements: [JSONValue], _ schema: PreparedSchema) {
        let rare = schema.keywords.rare
        guard schema.keywords.type == .array, rare.listType == "map", !rare.listMapKeys.isEmpty
        else { return nil }
        names = rare.listMapKeys
        for element in elements {
            guard let keys = keys(of: element), self.elements[keys] == nil else { continue }
            self.elements[keys] = element
        }
    }

    /// Returns the element with the keys of another element.
    package subscript(element: JSONValue) -> JSONValue? {
        keys(of: element).flatMap { elements[$0] }
    }

    /// Returns the keys of an element; `nil` if one is missing or not a scalar.
    private func keys(of element: JSONValue) -> [ScalarKey]? {
        guard case .object(let object) = element else { return nil }
        var keys: [ScalarKey] = []
        for name in names {
            guard let value = object[name], let key = ScalarKey(value), key != .null else {
                return nil
            }
            keys.append(key)
        }
        return keys
    }
}
