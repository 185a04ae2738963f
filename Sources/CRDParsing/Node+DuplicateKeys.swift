package import CRDYAML

extension Node {
    /// A duplicate key of a mapping.
    package struct DuplicateKey: Sendable {
        /// The path of the mapping.
        package let path: [NodeStep]
        /// The node of the repeated key.
        package let keyNode: Node
        /// The diagnostic, at the repeated key.
        package let diagnostic: Diagnostic
        /// Whether a merge key sets the value, although YAML's rule gives priority to the other one.
        package let differsFromYAML: Bool
    }

    /// The duplicate keys in this node and below it, in depth-first order.
    package var duplicateKeys: [DuplicateKey] { duplicateKeys(atMost: .max).first }

    /// Returns the duplicate keys in this node and below it, up to a maximum number.
    ///
    /// - Parameter most: The maximum number of keys to return.
    /// - Returns: The first keys in depth-first order, and the number of further ones.
    package func duplicateKeys(atMost most: Int) -> (first: [DuplicateKey], omittedCount: Int) {
        if tree.duplicateKeys.isEmpty { return ([], 0) }
        var search = DuplicateSearch(tree, most: most)
        search.visit(self)
        return (search.found, search.omittedCount)
    }
}

/// Finds the paths of the mappings with duplicate keys.
private struct DuplicateSearch {
    private let duplicates: [UInt32: [NodeTree.DuplicateKey]]
    private let most: Int
    private var path: [NodeStep] = []
    /// The visited nodes, because several aliases may refer to one node.
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
        var message = tree.records[Int(duplicate.again)].messageOfDuplicate(
            again.text,
            first: tree.records[Int(duplicate.first)],
            isInRoot: path.isEmpty && duplicate.merge == nil
        )
        if let merge = duplicate.merge {
            let line = tree.records[Int(merge.key)].line
            message += "; the merge key '<<' on line \(line) defines it too, the last value is "
            message += "used, and kubectl sends it without a warning"
        }
        found.append(
            .init(
                path: path,
                keyNode: again,
                diagnostic: again.diagnostic(.error, message),
                differsFromYAML: duplicate.merge?.differsFromYAML ?? false
            )
        )
    }
}

extension NodeTree.Record {
    /// Returns the message about this key, which repeats another one.
    ///
    /// - Parameters:
    ///   - text: The text of the key.
    ///   - first: The first key with this text.
    ///   - isInRoot: Whether the mapping is a document. If it repeats a key that each Kubernetes
    ///     object has once, it is probably two documents.
    /// - Returns: The message.
    package func messageOfDuplicate(_ text: String, first: NodeTree.Record, isInRoot: Bool)
        -> String
    {
        let message = "duplicate key '\(text.excerpt)', first defined on line \(first.line)"
        guard isInRoot, style == .plain, ["apiVersion", "kind"].contains(text) else {
            return message
        }
        return "\(message); is a line '---' missing before it?"
    }
}
