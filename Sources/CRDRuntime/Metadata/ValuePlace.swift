package import CRDYAML

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

/// Finds the nodes of places in one object.
package struct PlaceFinder {
    private let root: Node
    /// Of large mappings that were looked into: the place of the mapping → key → position.
    private var positions: [SourcePosition: [String: Int]] = [:]

    package init(_ root: Node) {
        self.root = root
    }

    /// The node that a place leads to; where there is none, the last on the way.
    ///
    /// What is missing, or was filled in by a default, is thus where its parent is.
    package mutating func nearest(to place: ValuePlace) -> Node {
        var node = root
        for (position, step) in place.steps.enumerated() {
            switch step {
            case .key(let key):
                guard let pair = pair(of: key, in: node) else { return node }
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

    private mutating func pair(of key: String, in mapping: Node) -> Node.Pair? {
        let pairs = mapping.pairs
        if pairs.count <= 32 { return pairs.first { $0.key.hasSameBytes(as: key) } }
        if positions[mapping.position] == nil {
            let keys = pairs.enumerated().map { ($1.key, $0) }
            positions[mapping.position] = Dictionary(keys) { first, _ in first }
        }
        return positions[mapping.position]?[key].map { pairs[$0] }
    }
}
