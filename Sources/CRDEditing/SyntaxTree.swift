import CRDParsing
import CRDRuntime
import CRDYAML

/// The text of one document, with its nodes as they are written.
struct SyntaxTree: Sendable {
    typealias Entry = NodeLayout.Entry

    /// A key with its value, as indexes of entries.
    struct Pair {
        let key: Int
        let value: Int
    }

    /// The text, which ends with a line break.
    let bytes: [UInt8]
    /// Whether the text itself has no line break at its end.
    let lacksFinalBreak: Bool
    let isJSON: Bool
    /// The nodes as they are written, in the order of the text; the first is the root.
    let entries: [Entry]
    /// The indexes of the entries with an anchor, in order.
    let anchored: [Int]
    /// The indexes of the aliases, in order.
    let aliases: [Int]
    /// The entries to which the aliases refer.
    private let targets: [Int: Int]
    /// Whether there are aliases or merge keys, so that a value may be set in several places.
    let hasReferences: Bool
    /// The offset after the last byte of each entry that is neither whitespace nor a comment.
    let contentEnds: [Int]
    private let tree: NodeTree

    /// Creates the tree of a document.
    ///
    /// - Parameters:
    ///   - text: The text of the document.
    ///   - tree: The nodes, whose indexes `layout` has.
    ///   - layout: The places of the nodes.
    init(_ text: ArraySlice<UInt8>, _ tree: NodeTree, _ layout: NodeLayout) {
        let lines = TextLines(text)
        bytes = lines.bytes
        lacksFinalBreak = lines.lacksFinalBreak
        self.tree = tree
        entries = layout.entries
        isJSON = tree.documents.first?.isJSON ?? false
        var anchored: [Int] = []
        var aliases: [Int] = []
        var targets: [Int: Int] = [:]
        var named: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            guard let anchor = entry.anchor else { continue }
            if entry.kind != .alias {
                anchored.append(index)
                named[anchor] = index
            } else {
                aliases.append(index)
                targets[index] = named[anchor]
            }
        }
        self.anchored = anchored
        self.aliases = aliases
        self.targets = targets
        var ends = ContentEnds(lines, entries, tree)
        ends.find()
        contentEnds = ends.offsets
        hasReferences = !aliases.isEmpty || ends.hasMergeKeys
    }

    /// Returns the entries of a sorted list that are an entry or below it.
    func part(of list: [Int], below entry: Int) -> ArraySlice<Int> {
        let start = list.firstIndex(atLeast: entry)
        return list[start..<list.firstIndex(atLeast: entries[entry].next)]
    }

    /// The lines of the text.
    var lines: TextLines { TextLines(bytes, lacksFinalBreak: lacksFinalBreak) }

    /// Returns the node of an entry; for an alias, the node to which it refers.
    func node(_ entry: Int) -> Node {
        tree.node(at: entries[target(of: entry)].record)
    }

    /// Returns the entry to which an alias refers; any other entry itself.
    func target(of entry: Int) -> Int {
        guard entries[entry].kind == .alias else { return entry }
        guard let target = targets[entry] else {
            preconditionFailure("the parser accepted an alias without its anchor")
        }
        return target
    }

    /// Returns the entries directly below an entry, in order.
    func children(_ entry: Int) -> [Int] {
        var children: [Int] = []
        var child = entry + 1
        while child < entries[entry].next {
            children.append(child)
            child = entries[child].next
        }
        return children
    }

    /// Returns the pairs of a mapping as they are written, with merge keys.
    func pairs(_ entry: Int) -> [Pair] {
        let children = children(entry)
        return stride(from: 0, to: children.count, by: 2).map {
            Pair(key: children[$0], value: children[$0 + 1])
        }
    }

    /// Whether a key is the merge key `<<`.
    func isMergeKey(_ key: Int) -> Bool { node(key).isMergeKey }

    /// Whether an entry is a scalar without text, anchor and tag.
    func isEmpty(_ entry: Int) -> Bool {
        entries[entry].kind == .scalar && entries[entry].start == entries[entry].end
    }

    /// Returns the colon after a key; `nil` if the key has none.
    func colon(after key: Int) -> Int? {
        lines.colon(after: contentEnds[key])
    }

    /// Returns the offset after the value of a pair.
    func end(of pair: Pair) -> Int {
        guard isEmpty(pair.value) else { return contentEnds[pair.value] }
        return colon(after: pair.key).map { $0 + 1 } ?? contentEnds[pair.key]
    }

    /// Returns the offset of the first byte of a pair, which is `?` before some keys.
    func start(of pair: Pair) -> Int {
        lines.questionMark(before: entries[pair.key].start) ?? entries[pair.key].start
    }

    /// Returns the dashes of the items of a sequence without brackets.
    func dashes(of sequence: Int) -> [Int] {
        var position = lines.endOfProperties(from: entries[sequence].start)
        return children(sequence).map { item in
            let dash = lines.skipBlanks(from: position)
            position = max(contentEnds[item], dash + 1)
            return dash
        }
    }
}

extension [Int] {
    /// Returns the first index of a sorted list whose element is not less than a value.
    fileprivate func firstIndex(atLeast value: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Node {
    /// Whether a key is the merge key `<<`.
    var isMergeKey: Bool {
        guard case .plain = style, case .none = tag else { return false }
        return text == "<<"
    }
}

/// Finds the end of each entry's content.
private struct ContentEnds {
    private let lines: TextLines
    private let entries: [SyntaxTree.Entry]
    private let tree: NodeTree
    private(set) var offsets: [Int]
    private(set) var hasMergeKeys = false

    init(_ lines: TextLines, _ entries: [SyntaxTree.Entry], _ tree: NodeTree) {
        self.lines = lines
        self.entries = entries
        self.tree = tree
        offsets = entries.map(\.end)
    }

    /// Visits children before their parents.
    mutating func find() {
        for index in entries.indices.reversed() {
            let entry = entries[index]
            switch entry.kind {
            case .alias: break
            case .scalar:
                let node = tree.node(at: entry.record)
                switch node.style {
                case .plain: if node.isMergeKey { hasMergeKeys = true }
                case .singleQuoted, .doubleQuoted: break
                case .literal, .folded:
                    offsets[index] = lines.endOfBlockScalar(from: entry.start, to: entry.end)
                }
            case .sequence, .mapping:
                if !entry.isFlow { offsets[index] = endOfChildren(index) }
            }
        }
    }

    private func endOfChildren(_ index: Int) -> Int {
        var last = index + 1
        var key = last
        while entries[last].next < entries[index].next {
            key = last
            last = entries[last].next
        }
        let isEmpty = entries[last].kind == .scalar && entries[last].start == entries[last].end
        guard isEmpty, entries[index].kind == .mapping else { return offsets[last] }
        // The parser places a missing value before the next token.
        return lines.colon(after: offsets[key]).map { $0 + 1 } ?? offsets[key]
    }
}
