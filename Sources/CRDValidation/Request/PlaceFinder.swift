package import CRDRuntime
package import CRDYAML

/// Finds the nodes at locations in one object.
package struct PlaceFinder {
    private let root: Node
    /// The positions of keys in large mappings that were searched, by the position of the mapping.
    private var positions: [SourcePosition: [String: Int]] = [:]

    package init(_ root: Node) {
        self.root = root
    }

    /// Returns the node at a location, or the last node on the path to it.
    ///
    /// A missing value, or one that a default added, thus has the location of its parent.
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
