/// The places of a document's nodes in its text, as they are written: with aliases and merge keys,
/// which a node tree resolves.
struct NodeLayout: Sendable {
    /// The kind of an entry.
    enum Kind: Sendable {
        case scalar
        case sequence
        case mapping
        case alias
    }

    /// A node as it is written.
    struct Entry: Sendable {
        /// The kind.
        let kind: Kind
        /// Whether it is a sequence or mapping in brackets.
        let isFlow: Bool
        /// The name of its anchor, or of the anchor to which an alias refers.
        let anchor: String?
        /// The offset of its first byte, with its anchor and tag, from the start of the layout.
        let start: Int
        /// The offset after its last byte, from the start of the layout.
        ///
        /// After a sequence or mapping without brackets, or a literal or folded scalar, it is
        /// somewhere before the next node.
        var end: Int
        /// The index of the node in the records of the tree; -1 for an alias.
        var record: Int
        /// The index of the entry after this one and all below it.
        var next: Int
    }

    /// The offset of the first byte of the document's first line in the text.
    let start: Int
    /// The entries in the order of the text; a sequence or mapping is before its children, and a
    /// key before its value.
    private(set) var entries: [Entry] = []
    /// The indexes of the open sequences and mappings, the outermost first.
    private var open: [Int] = []

    /// Creates a layout without entries.
    ///
    /// - Parameter start: The offset of the first byte of the document's first line.
    init(start: Int) {
        self.start = start
    }

    /// Adds a scalar or an alias.
    ///
    /// - Parameters:
    ///   - kind: `.scalar` or `.alias`.
    ///   - anchor: The name of the anchor.
    ///   - range: The bytes with the anchor and tag.
    ///   - record: The index of the node in the records of the tree.
    mutating func add(_ kind: Kind, anchor: String?, _ range: Range<Int>, record: Int) {
        entries.append(
            Entry(
                kind: kind,
                isFlow: false,
                anchor: anchor,
                start: range.lowerBound - start,
                end: range.upperBound - start,
                record: record,
                next: entries.count + 1
            )
        )
    }

    /// Begins a sequence or mapping.
    ///
    /// - Parameters:
    ///   - kind: `.sequence` or `.mapping`.
    ///   - isFlow: Whether it is in brackets.
    ///   - anchor: The name of the anchor.
    ///   - first: The offset of its first byte.
    mutating func begin(_ kind: Kind, isFlow: Bool, anchor: String?, at first: Int) {
        open.append(entries.count)
        entries.append(
            Entry(
                kind: kind,
                isFlow: isFlow,
                anchor: anchor,
                start: first - start,
                end: first - start,
                record: -1,
                next: entries.count + 1
            )
        )
    }

    /// Ends the innermost sequence or mapping.
    ///
    /// - Parameters:
    ///   - end: The offset after its last byte.
    ///   - record: The index of the node in the records of the tree.
    mutating func end(at end: Int, record: Int) {
        let index = open.removeLast()
        entries[index].end = end - start
        entries[index].record = record
        entries[index].next = entries.count
    }
}
