extension Node {
    /// A key that a mapping has already.
    package struct DuplicateKey: Sendable {
        /// The way to the mapping.
        package let path: [NodeStep]
        /// The key where it stands again.
        package let keyNode: Node
        /// What is wrong, where the key stands again.
        package let diagnostic: Diagnostic
    }

    /// The keys below this node that were given again, in the order of a walk.
    package var duplicateKeys: [DuplicateKey] { duplicateKeys(atMost: .max).told }

    /// The keys below this node that were given again, up to a number.
    ///
    /// - Parameter most: How many are told.
    /// - Returns: The first ones in the order of a walk, and how many more there are.
    package func duplicateKeys(atMost most: Int) -> (told: [DuplicateKey], omittedCount: Int) {
        if tree.duplicateKeys.isEmpty { return ([], 0) }
        var search = DuplicateSearch(tree, most: most)
        search.visit(self)
        return (search.found, search.omittedCount)
    }
}

/// Finds the ways to the mappings that have a key twice.
private struct DuplicateSearch {
    private let duplicates: [UInt32: [NodeTree.DuplicateKey]]
    private let most: Int
    private var path: [NodeStep] = []
    /// Aliases lead to a node again, where it is as it was.
    private var seen: Set<UInt32> = []
    private(set) var found: [Node.DuplicateKey] = []
    private(set) var omittedCount = 0

    init(_ tree: NodeTree, most: Int) {
        duplicates = Dictionary(grouping: tree.duplicateKeys, by: \.mapping)
        self.most = most
    }

    mutating func visit(_ node: Node) {
        guard node.kind != .scalar, seen.insert(UInt32(node.index)).inserted else { return }
        for duplicate in duplicates[UInt32(node.index)] ?? [] {
            if found.count < most {
                add(duplicate, in: node.tree)
            } else {
                omittedCount += 1
            }
        }
        for (position, item) in node.items.enumerated() {
            visit(item, .index(position))
        }
        for pair in node.pairs { visit(pair.value, .key(pair.key)) }
    }

    private mutating func visit(_ node: Node, _ step: NodeStep) {
        path.append(step)
        visit(node)
        path.removeLast()
    }

    private mutating func add(_ duplicate: NodeTree.DuplicateKey, in tree: NodeTree) {
        let again = Node(tree: tree, index: Int(duplicate.again))
        let line = tree.records[Int(duplicate.first)].line
        let message = "duplicate key '\(again.text.excerpt)', first in line \(line)"
        found.append(
            .init(path: path, keyNode: again, diagnostic: again.diagnostic(.error, message))
        )
    }
}
