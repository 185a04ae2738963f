package import YAML

/// Where in a value something is wrong.
package struct ValuePlace: Hashable, Sendable {
    /// The way to the value; its last steps may lead to what is missing.
    package let steps: [NodeStep]
    /// Whether the key that the last step names is meant, not its value.
    package let isKey: Bool

    /// The whole value.
    package static let root = ValuePlace([])

    /// Creates a place.
    package init(_ steps: [NodeStep], isKey: Bool = false) {
        self.steps = steps
        self.isKey = isKey
    }

    /// The place as seen from further up.
    package func below(_ outer: [NodeStep]) -> ValuePlace {
        outer.isEmpty ? self : ValuePlace(outer + steps, isKey: isKey)
    }
}

extension Node {
    /// The node that a place leads to; where there is none, the last on the way.
    ///
    /// What is missing, or was filled in by a default, is thus where its parent is.
    package func nearest(to place: ValuePlace) -> Node {
        var node = self
        for (position, step) in place.steps.enumerated() {
            switch step {
            case .key(let key):
                guard let pair = node.pair(of: key) else { return node }
                let isLast = position == place.steps.count - 1
                if isLast, place.isKey { return pair.keyNode }
                node = pair.value
            case .index(let index):
                guard index < node.items.count else { return node }
                node = node.items[index]
            }
        }
        return node
    }

    /// The pair of a key, the last where the key stands several times.
    private func pair(of key: String) -> Pair? {
        pairs.last { $0.key.hasSameBytes(as: key) }
    }
}
