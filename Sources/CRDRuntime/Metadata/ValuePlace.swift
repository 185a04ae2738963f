package import CRDYAML

/// The location of an invalid value within another value.
package struct ValuePlace: Hashable, Sendable {
    /// The steps to the value.
    ///
    /// The last steps may lead to a missing value.
    package let steps: [NodeStep]
    /// Whether the location is that of the key in the last step instead of its value.
    package let isKey: Bool

    /// The whole value.
    package static let root = ValuePlace([])

    /// Creates a location.
    package init(_ steps: [NodeStep], isKey: Bool = false) {
        self.steps = steps
        self.isKey = isKey
    }

    /// Returns the location with a path from an enclosing value.
    package func below(_ outer: [NodeStep]) -> ValuePlace {
        outer.isEmpty ? self : ValuePlace(outer + steps, isKey: isKey)
    }
}
