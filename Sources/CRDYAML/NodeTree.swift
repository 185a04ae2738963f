/// The nodes of one text, in three flat arrays.
///
/// A class, so that a ``Node`` copies one reference. It is immutable. It uses flat arrays instead
/// of a tree of objects, because a build plugin runs in the adopter's debug build, where
/// allocations and retains are expensive.
package final class NodeTree: Sendable {
    /// The fixed-size part of a node.
    package struct Record: Sendable {
        /// The index into `texts` for a scalar, or into `links` for a sequence or mapping.
        let start: UInt32
        /// The number of links: 1 for a scalar, the number of items of a sequence, or the number of
        /// keys and values of a mapping.
        let count: UInt32
        let line: UInt32
        let column: UInt32
        let kind: Node.Kind
        let style: Node.Style
        let tag: Node.Tag

        var position: SourcePosition { SourcePosition(line: Int(line), column: Int(column)) }
    }

    package let file: String
    let records: [Record]
    let texts: [String]
    let links: [UInt32]
    /// The root of each document, in order.
    private let roots: [UInt32]
    /// The duplicate keys whose last value is used; empty if the reader rejects duplicate keys.
    let duplicateKeys: [DuplicateKey]

    /// A duplicate key of a mapping.
    struct DuplicateKey: Sendable {
        /// The mapping.
        let mapping: UInt32
        /// The node of the first key, and that of the repeated key.
        let first: UInt32
        let again: UInt32
    }

    init(
        file: String,
        records: [Record],
        texts: [String],
        links: [UInt32],
        roots: [UInt32],
        duplicateKeys: [DuplicateKey]
    ) {
        self.file = file
        self.records = records
        self.texts = texts
        self.links = links
        self.roots = roots
        self.duplicateKeys = duplicateKeys
    }

    /// The root of each document of the text, in order.
    package var documents: [Node] {
        roots.map { Node(tree: self, index: Int($0)) }
    }

    /// Returns the text of the scalar at a link.
    func text(atLink link: Int) -> String {
        texts[Int(records[Int(links[link])].start)]
    }

    func links(of index: Int) -> Range<Int> {
        let record = records[index]
        return Int(record.start)..<Int(record.start + record.count)
    }
}
