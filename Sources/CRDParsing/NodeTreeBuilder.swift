package import CRDYAML

/// Builds a ``NodeTree`` from the events of a reader, in document order.
///
/// It resolves aliases and merge keys, rejects duplicate keys and checks the limits, so that all
/// readers (libyaml, JSON) build trees with the same guarantees.
package struct NodeTreeBuilder {
    /// The maximum number of nodes to which all aliases and merge keys of a text may expand; each
    /// 64 bytes of text count as one more node.
    ///
    /// It is far above the number in any real file, and stops a "billion laughs" text.
    package static let mostAliasedNodes = 1_000_000

    /// An open sequence or mapping, or the document.
    struct Frame {
        var kind: Node.Kind
        var position: SourcePosition
        var tag: Node.Tag
        /// The position of its first child in `pending`.
        var firstChild: Int
        /// Whether it has a merge key.
        var hasMergeKey: Bool
    }

    let file: String
    private let isJSON: Bool
    private let source: [UInt8]
    var records: [NodeTree.Record] = []
    var texts: [String] = []
    var links: [UInt32] = []
    var roots: [UInt32] = []
    /// The complete children of all open nodes, the innermost last.
    ///
    /// Only the first `pendingCount` elements are used, because removing elements from an array is
    /// slow in a debug build.
    var pending: [UInt32] = []
    var pendingCount = 0
    /// The open nodes, the outermost first.
    ///
    /// Only the first `depth` elements are used.
    var frames: [Frame] = []
    var depth = 0
    /// Whether the innermost open node is a mapping.
    var isInMapping = false
    /// Whether the next node is a key of the innermost mapping.
    var expectsKey = false
    var anchors: [String: UInt32] = [:]
    /// The anchors of open nodes by depth.
    ///
    /// An alias to such an anchor would contain itself.
    var openAnchors: [Int: String] = [:]
    /// The sizes of anchored nodes.
    var extents: [UInt32: Extent] = [:]
    var aliasedNodes = 0
    var duplicates = DuplicateKeyFinder()
    let duplicateRule: DuplicateRule
    var duplicateKeys: [NodeTree.DuplicateKey] = []
    var writtenKeys: [UInt32: String] = [:]

    /// The treatment of duplicate keys.
    package enum DuplicateRule: Sendable {
        /// A duplicate key is an error, and the text is not read.
        case rejected
        /// The last value is used, as in Kubernetes; ``Node/duplicateKeys`` lists the keys.
        case lastCounts
        /// Both pairs are kept, for a reader with its own rule.
        case kept
    }

    /// Creates a builder for one text.
    ///
    /// - Parameters:
    ///   - source: The bytes of the text.
    ///   - file: The path shown in diagnostics; nothing is read from it.
    ///   - isJSON: Whether the text is JSON.
    ///   - duplicateRule: The treatment of duplicate keys.
    package init(
        _ source: [UInt8],
        file: String,
        isJSON: Bool = false,
        duplicateRule: DuplicateRule = .rejected
    ) {
        self.file = file
        self.isJSON = isJSON
        self.source = source
        self.duplicateRule = duplicateRule
        // JSON from a server has no white space.
        let nodeCount = source.count / (isJSON ? 10 : 24)
        records.reserveCapacity(nodeCount)
        texts.reserveCapacity(nodeCount)
        links.reserveCapacity(nodeCount)
    }

    /// The index of the node that was completed last, in the records of the tree.
    package var lastRecord: Int { records.count - 1 }

    /// Returns the finished tree.
    package consuming func finish() -> NodeTree {
        NodeTree(
            file: file,
            isJSON: isJSON,
            source: source,
            records: records,
            texts: texts,
            links: links,
            roots: roots,
            duplicateKeys: duplicateKeys,
            writtenKeys: writtenKeys
        )
    }
}

// MARK: - Events

extension NodeTreeBuilder {
    /// Ends a document: its root, if there is one, is kept, and its anchors are discarded.
    package mutating func endDocument() {
        if pendingCount > 0 { roots.append(pending[0]) }
        pendingCount = 0
        anchors.removeAll()
        extents.removeAll()
    }

    /// Adds a scalar.
    ///
    /// - Throws: `Diagnostic` if it is a mapping key that cannot be the key of a JSON object.
    package mutating func scalar(
        _ text: String,
        style: Node.Style,
        tag: Node.Tag,
        anchor: String?,
        at position: SourcePosition
    ) throws(Diagnostic) {
        if expectsKey {
            // Patterns, because '==' of enumerations is a slow call in a debug build.
            var mayBeOther = true
            if case .none = tag {
                mayBeOther = false
                if case .plain = style { mayBeOther = Self.mayBeOtherThanString(text) }
            }
            if mayBeOther {
                return try convertedKey(text, style: style, tag: tag, anchor: anchor, at: position)
            }
        }
        let index = append(
            NodeTree.Record(
                start: UInt32(truncatingIfNeeded: texts.count),
                count: 1,
                at: position,
                kind: .scalar,
                style: style,
                tag: tag
            )
        )
        texts.append(text)
        if let anchor { define(anchor, as: index) }
        add(index)
    }

    /// Begins a sequence or mapping.
    ///
    /// - Throws: `Diagnostic` if it is nested deeper than ``NodeTree/deepestNesting`` or is a key.
    package mutating func begin(
        _ kind: Node.Kind,
        tag: Node.Tag,
        anchor: String?,
        at position: SourcePosition
    ) throws(Diagnostic) {
        if expectsKey {
            throw error("a \(kind) cannot be a key, expected a scalar", at: position)
        }
        if depth == NodeTree.deepestNesting {
            throw error("nested deeper than \(NodeTree.deepestNesting) levels", at: position)
        }
        let frame = Frame(
            kind: kind,
            position: position,
            tag: tag,
            firstChild: pendingCount,
            hasMergeKey: false
        )
        if depth < frames.count {
            frames[depth] = frame
        } else {
            frames.append(frame)
        }
        depth += 1
        if let anchor {
            anchors[anchor] = nil
            openAnchors[depth] = anchor
        }
        // A pattern, because '==' of enumerations is a slow call in a debug build.
        if case .mapping = kind { isInMapping = true } else { isInMapping = false }
        expectsKey = isInMapping
    }

    /// Ends the innermost sequence or mapping.
    ///
    /// - Throws: `Diagnostic` at a duplicate key, or at a merge key whose value is not a mapping.
    package mutating func end() throws(Diagnostic) {
        precondition(depth > 0, "a reader ended more sequences and mappings than it began")
        let frame = frames[depth - 1]
        if case .mapping = frame.kind {
            if frame.hasMergeKey { try merge(from: frame.firstChild) }
            if duplicateRule != .kept { try checkKeys(from: frame.firstChild) }
        }
        let start = links.count
        // A loop, because slices of arrays are slow in a debug build.
        var child = frame.firstChild
        while child < pendingCount {
            links.append(pending[child])
            child += 1
        }
        pendingCount = frame.firstChild
        let index = append(
            NodeTree.Record(
                start: UInt32(truncatingIfNeeded: start),
                count: UInt32(truncatingIfNeeded: links.count - start),
                at: frame.position,
                kind: frame.kind,
                style: .plain,
                tag: frame.tag
            )
        )
        if openAnchors.count > 0, let anchor = openAnchors.removeValue(forKey: depth) {
            define(anchor, as: index)
        }
        depth -= 1
        isInMapping = false
        if depth > 0, case .mapping = frames[depth - 1].kind { isInMapping = true }
        expectsKey = false
        add(index)
    }
}

// MARK: - Nodes

extension NodeTreeBuilder {
    func error(_ message: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(.error, message, file: file, at: position)
    }

    /// Adds a record.
    ///
    /// There is one argument, because each argument costs time in a debug build.
    mutating func append(_ record: NodeTree.Record) -> UInt32 {
        records.append(record)
        return UInt32(truncatingIfNeeded: records.count - 1)
    }

    /// Adds a complete node to the innermost sequence or mapping.
    mutating func add(_ index: UInt32) {
        if pendingCount < pending.count {
            pending[pendingCount] = index
        } else {
            pending.append(index)
        }
        pendingCount += 1
        if isInMapping { expectsKey = !expectsKey }
    }
}
