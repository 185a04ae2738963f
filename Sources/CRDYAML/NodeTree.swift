/// Every node of one text, in three flat arrays.
///
/// A class, so that a ``Node`` copies one reference; it never changes after it is built. Flat
/// arrays rather than a tree of objects, since a build plugin runs in the adopter's debug build,
/// where each allocation and each retain is paid in full.
package final class NodeTree: Sendable {
    /// The fixed-size part of a node.
    package struct Record: Sendable {
        /// Index into `texts` for a scalar, into `links` for a sequence or mapping.
        let start: UInt32
        /// 1 for a scalar, the items of a sequence, the keys and values of a mapping together.
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
    /// Keys that were given again, of which the last counts; empty where the reader refuses them.
    let duplicateKeys: [DuplicateKey]

    /// A key that a mapping has already.
    struct DuplicateKey: Sendable {
        /// The mapping.
        let mapping: UInt32
        /// The node of the key that stands first, and of the one that stands here.
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

    /// The text of the scalar that a link leads to.
    func text(atLink link: Int) -> String {
        texts[Int(records[Int(links[link])].start)]
    }

    func links(of index: Int) -> Range<Int> {
        let record = records[index]
        return Int(record.start)..<Int(record.start + record.count)
    }
}
