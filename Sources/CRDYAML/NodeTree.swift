/// The nodes of one text, in three flat arrays.
///
/// A class, so that a ``Node`` copies one reference. It is immutable. It uses flat arrays instead
/// of a tree of objects, because a build plugin runs in the adopter's debug build, where
/// allocations and retains are expensive.
package final class NodeTree: Sendable {
    /// The maximum nesting of sequences and mappings.
    ///
    /// The maximum in 765 published CRDs is 58 levels.
    package static let deepestNesting = 512

    /// The fixed-size part of a node.
    package struct Record: Sendable {
        /// The index into `texts` for a scalar, or into `links` for a sequence or mapping.
        package let start: UInt32
        /// The number of links: 1 for a scalar, the number of items of a sequence, or the number of
        /// keys and values of a mapping.
        package let count: UInt32
        package let line: UInt32
        package let column: UInt32
        package let kind: Node.Kind
        package let style: Node.Style
        package let tag: Node.Tag

        package init(
            start: UInt32,
            count: UInt32,
            at position: SourcePosition,
            kind: Node.Kind,
            style: Node.Style,
            tag: Node.Tag
        ) {
            self.start = start
            self.count = count
            line = UInt32(truncatingIfNeeded: position.line)
            column = UInt32(truncatingIfNeeded: position.column)
            self.kind = kind
            self.style = style
            self.tag = tag
        }

        package var position: SourcePosition {
            SourcePosition(line: Int(line), column: Int(column))
        }
    }

    package let file: String
    /// Whether the text is JSON.
    let isJSON: Bool
    /// The bytes of the text.
    let source: [UInt8]
    package let records: [Record]
    let texts: [String]
    let links: [UInt32]
    /// The root of each document, in order.
    private let roots: [UInt32]
    /// The duplicate keys whose last value is used.
    ///
    /// If the reader rejects duplicate keys, these are the ones that merge keys cause.
    package let duplicateKeys: [DuplicateKey]
    /// The keys that have another text in the file: key → its text there.
    package let writtenKeys: [UInt32: String]

    /// A duplicate key of a mapping.
    package struct DuplicateKey: Sendable {
        /// The mapping.
        package let mapping: UInt32
        /// The node of the first key, and that of the repeated key.
        package let first: UInt32
        package let again: UInt32
        /// The cause, if one of the keys is merged; `nil` for two keys of the mapping itself.
        package let merge: Merge?

        package init(mapping: UInt32, first: UInt32, again: UInt32, merge: Merge? = nil) {
            self.mapping = mapping
            self.first = first
            self.again = again
            self.merge = merge
        }
    }

    /// A merge key that causes a duplicate key.
    package struct Merge: Sendable {
        /// The node of the merge key.
        package let key: UInt32
        /// Whether YAML's rule for merge keys gives priority to the other value.
        package let differsFromYAML: Bool

        package init(key: UInt32, differsFromYAML: Bool) {
            self.key = key
            self.differsFromYAML = differsFromYAML
        }
    }

    package init(
        file: String,
        isJSON: Bool,
        source: [UInt8],
        records: [Record],
        texts: [String],
        links: [UInt32],
        roots: [UInt32],
        duplicateKeys: [DuplicateKey],
        writtenKeys: [UInt32: String]
    ) {
        self.file = file
        self.isJSON = isJSON
        self.source = source
        self.records = records
        self.texts = texts
        self.links = links
        self.roots = roots
        self.duplicateKeys = duplicateKeys
        self.writtenKeys = writtenKeys
    }

    /// The root of each document of the text, in order.
    package var documents: [Node] {
        roots.map { Node(tree: self, index: Int($0)) }
    }

    /// Returns the node with an index in ``records``.
    package func node(at index: Int) -> Node { Node(tree: self, index: index) }

    func links(of index: Int) -> Range<Int> {
        let record = records[index]
        return Int(record.start)..<Int(record.start + record.count)
    }
}
