/// A value of a parsed text, with its source location: a scalar, a sequence or a mapping.
///
/// A node is a small handle into a ``NodeTree``: copying it copies a reference and an index.
/// Aliases and merge keys are already resolved. The node of an aliased value has the source
/// location of its anchor.
package struct Node: Sendable {
    /// The kind of a node.
    package enum Kind: Sendable {
        case scalar
        case sequence
        case mapping
    }

    /// The style in which a scalar was written.
    package enum Style: Sendable {
        case plain
        case singleQuoted
        case doubleQuoted
        case literal
        case folded
    }

    /// The tag of a node, if it changes the value.
    package enum Tag: Sendable {
        /// No tag: the value of a plain scalar is determined by its text.
        case none
        /// `!`, or a tag that is not part of YAML's schema: a scalar is a string.
        case other
        case string
        case integer
        case float
        case boolean
        case null
        case binary
        case timestamp
    }

    /// The tree of which this is a node.
    package let tree: NodeTree
    package let index: Int

    package init(tree: NodeTree, index: Int) {
        self.tree = tree
        self.index = index
    }

    /// The path shown in diagnostics about this node.
    package var file: String { tree.file }

    /// Whether the text is JSON, with its own numbers.
    package var isJSON: Bool { tree.isJSON }

    /// The bytes of the whole text that has the node, to find the location of a part of a scalar.
    package var source: [UInt8] { tree.source }

    /// The kind: scalar, sequence or mapping.
    package var kind: Kind { tree.records[index].kind }

    /// The source location of the start of the node.
    package var position: SourcePosition { tree.records[index].position }

    /// The source location of the start of the node.
    package var location: SourceLocation { SourceLocation(file: file, position) }

    /// The style of a scalar; `.plain` for sequences and mappings.
    package var style: Style { tree.records[index].style }

    /// The tag of the node.
    package var tag: Tag { tree.records[index].tag }

    /// The text of a scalar after quotes, escapes and folding are undone; `""` for a sequence or
    /// mapping.
    package var text: String {
        let record = tree.records[index]
        // A pattern, because '==' of enumerations is a slow call in a debug build.
        guard case .scalar = record.kind else { return "" }
        return tree.texts[Int(record.start)]
    }

    /// The number of items of a sequence or pairs of a mapping; 0 for a scalar.
    package var count: Int {
        let record = tree.records[index]
        switch record.kind {
        case .scalar: return 0
        case .sequence: return Int(record.count)
        case .mapping: return Int(record.count) / 2
        }
    }

    /// Returns a diagnostic at this node.
    package func diagnostic(_ severity: Diagnostic.Severity, _ message: String) -> Diagnostic {
        Diagnostic(severity, message, file: file, at: position)
    }
}

extension Node {
    /// The items of a sequence, in order; empty for other nodes.
    package var items: Items {
        Items(tree: tree, links: kind == .sequence ? tree.links(of: index) : 0..<0)
    }

    /// The pairs of a mapping, in order; empty for other nodes.
    package var pairs: Pairs {
        Pairs(tree: tree, links: kind == .mapping ? tree.links(of: index) : 0..<0)
    }

    /// The value of a key of a mapping; `nil` if the key is missing or this is not a mapping.
    ///
    /// - Complexity: Linear in the number of pairs.
    package subscript(key: String) -> Node? {
        let pairs = self.pairs
        return pairs.position(of: key, from: 0).map { pairs.value(at: $0) }
    }

    /// The items of a sequence.
    package struct Items: RandomAccessCollection, Sendable {
        let tree: NodeTree
        let links: Range<Int>

        package var startIndex: Int { 0 }
        package var endIndex: Int { count }
        package var count: Int { links.upperBound - links.lowerBound }

        package subscript(position: Int) -> Node {
            Node(tree: tree, index: Int(tree.links[links.lowerBound + position]))
        }

        package func makeIterator() -> Iterator { Iterator(items: self) }

        /// Implemented here, because the standard iterator is generic and slow in a debug build.
        package struct Iterator: IteratorProtocol {
            let items: Items
            var position = 0

            package mutating func next() -> Node? {
                guard position < items.count else { return nil }
                position += 1
                return items[position - 1]
            }
        }
    }

    /// The pairs of a mapping.
    package struct Pairs: RandomAccessCollection, Sendable {
        let tree: NodeTree
        let links: Range<Int>

        package var startIndex: Int { 0 }
        package var endIndex: Int { count }
        package var count: Int { (links.upperBound - links.lowerBound) / 2 }

        package func makeIterator() -> Iterator { Iterator(pairs: self) }

        /// Implemented here, because the standard iterator is generic and slow in a debug build.
        package struct Iterator: IteratorProtocol {
            let pairs: Pairs
            var position = 0

            package mutating func next() -> Pair? {
                guard position < pairs.count else { return nil }
                position += 1
                return pairs[position - 1]
            }
        }

        /// Returns the position of the key that has the same bytes as a text.
        ///
        /// The search goes from a position to the end and then from the beginning.
        package func position(of key: String, from start: Int) -> Int? {
            var position = start
            let end = start + count
            // Not a range, whose iterator is slow in a debug build.
            while position < end {
                let next = position < count ? position : position - count
                if self.key(at: next).hasSameBytes(as: key) { return next }
                position += 1
            }
            return nil
        }

        package subscript(position: Int) -> Pair {
            let key = Node(tree: tree, index: Int(tree.links[links.lowerBound + 2 * position]))
            return Pair(keyNode: key, value: value(at: position))
        }

        /// Returns the key of a pair without creating a node, for loops that are slow in a debug
        /// build.
        package func key(at position: Int) -> String {
            let key = tree.links[links.lowerBound + 2 * position]
            return tree.texts[Int(tree.records[Int(key)].start)]
        }

        /// Returns the value of a pair.
        package func value(at position: Int) -> Node {
            Node(tree: tree, index: Int(tree.links[links.lowerBound + 2 * position + 1]))
        }
    }

    /// A key of a mapping with its value.
    package struct Pair: Sendable {
        /// The node of the key, for its position.
        package let keyNode: Node
        /// The value.
        package let value: Node

        /// The key after Kubernetes' conversion to JSON: a plain `yes` is `"true"`, and a plain
        /// `010` is `"8"`.
        package var key: String { keyNode.text }
    }
}
