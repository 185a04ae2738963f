/// The order of versions in Kubernetes: `v2`, `v1`, `v2beta1`, `v1beta1`, `v1alpha1`, and then
/// other names in alphabetical order.
package enum VersionOrder {
    /// Whether a version is before another one.
    package static func isBefore(_ left: String, _ right: String) -> Bool {
        switch (priority(left), priority(right)) {
        case (let left?, let right?): left.lexicographicallyPrecedes(right, by: >)
        case (nil, nil): left < right
        case (let left, nil): left != nil
        case (nil, _?): false
        }
    }

    /// Returns stability, major, and minor number; `nil` if the name doesn't have the form of
    /// Kubernetes.
    private static func priority(_ version: String) -> [Int]? {
        guard version.utf8.first == UInt8(ascii: "v") else { return nil }
        let rest = version.dropFirst()
        for (stability, word) in [(0, "alpha"), (1, "beta")] {
            guard let range = rest.firstRange(of: word) else { continue }
            guard let major = number(rest[..<range.lowerBound]),
                let minor = number(rest[range.upperBound...])
            else { return nil }
            return [stability, major, minor]
        }
        return number(rest).map { [2, $0, 0] }
    }

    private static func number(_ text: Substring) -> Int? {
        guard let first = text.utf8.first, UInt8(ascii: "1")...UInt8(ascii: "9") ~= first,
            text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(text)
    }
}
