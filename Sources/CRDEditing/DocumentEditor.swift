import CRDParsing
import CRDRuntime
import CRDYAML

/// Finds the smallest changes of a document's text that give a value.
struct DocumentEditor {
    /// The surroundings of a value in the text.
    enum Slot {
        case root
        /// After a key or dash of a block: the offset after its colon or dash, and its column.
        case block(after: Int, column: Int, isItem: Bool)
        /// In brackets: the sequence or mapping, and the offset after the key of the value.
        case flow(container: Int, key: Int?)
    }

    /// The error for a change that the text does not allow.
    struct Obstacle: Error {
        let message: String
        let entry: Int
    }

    let syntax: SyntaxTree
    let lines: TextLines
    let style: TextStyle
    /// The style of all objects and arrays of a JSON text.
    private let jsonStyle: FlowText?
    var edits = TextEdits()
    /// The new values of the anchored entries that change; `nil` for those that are removed.
    private var changed: [Int: JSONValue?] = [:]

    /// Creates an editor.
    ///
    /// - Parameters:
    ///   - syntax: The document.
    ///   - quotesLines: Whether new strings of several lines are in double quotes. A literal scalar
    ///     would continue with the comments and blank lines below it that are indented like it.
    init(_ syntax: SyntaxTree, quotesLines: Bool) {
        self.syntax = syntax
        lines = syntax.lines
        style = TextStyle(syntax, quotesLines: quotesLines)
        jsonStyle = syntax.isJSON ? FlowText(of: 0, in: syntax) : nil
    }

    /// Changes an entry to a value.
    ///
    /// - Throws: `Obstacle` if the text cannot be changed in place.
    mutating func change(_ entry: Int, to wanted: JSONValue, in slot: Slot) throws(Obstacle) {
        let count = edits.count
        let kind = syntax.entries[entry].kind
        switch (kind, wanted) {
        case (.mapping, .object(let object)):
            try changeMapping(entry, to: object, in: slot)
        case (.sequence, .array(let elements)):
            try changeSequence(entry, to: elements, in: slot)
        case (.alias, _):
            if let value = changed[syntax.target(of: entry)] {
                if value == wanted { return }
            } else if currentValue(entry) == wanted {
                return
            }
            try replace(entry, with: wanted, in: slot)
        case (.scalar, _), (.mapping, _), (.sequence, _):
            if currentValue(entry) == wanted { return }
            try replace(entry, with: wanted, in: slot)
        }
        // A value that was replaced as a whole has lost its anchor.
        let isAnchored = kind != .alias && syntax.entries[entry].anchor != nil
        if edits.count > count, isAnchored, changed[entry] == nil {
            changed[entry] = .some(wanted)
        }
    }

    /// Returns the value of an entry; `nil` if it is invalid, or if an alias in it refers to an
    /// entry that changes.
    func currentValue(_ entry: Int) -> JSONValue? {
        if !changed.isEmpty {
            for alias in syntax.part(of: syntax.aliases, below: entry) {
                if changed[syntax.target(of: alias)] != nil { return nil }
            }
        }
        return try? JSONValue(syntax.node(entry))
    }

    /// Returns the value that an alias has after the changes before it; `nil` if its anchor is
    /// removed or its value is invalid.
    func newValue(_ entry: Int) -> JSONValue? {
        if let value = changed[syntax.target(of: entry)] { return value }
        return currentValue(entry)
    }

    /// Records that an entry and all below it lose their anchors.
    mutating func removeAnchors(of entry: Int) {
        for anchored in syntax.part(of: syntax.anchored, below: entry) {
            changed[anchored] = .some(nil)
        }
    }
}

// MARK: - Replacing

extension DocumentEditor {
    /// Replaces an entry as a whole.
    mutating func replace(
        _ entry: Int,
        with wanted: JSONValue,
        in slot: Slot
    ) throws(Obstacle) {
        let scalar = scalarText(wanted, inPlaceOf: entry, in: slot)
        if scalar == nil || syntax.entries[entry].kind != .scalar { removeAnchors(of: entry) }
        switch slot {
        case .root:
            replaceRoot(with: wanted)
        case .flow(let container, let key):
            try replaceInFlow(entry, with: wanted, scalar, container, key)
        case .block(let after, let column, let isItem):
            let text =
                scalar.map { BlockText(inline: $0) }
                ?? BlockText(wanted, column: column, isItem: isItem, style)
            replaceInBlock(entry, with: text, after, column)
        }
    }

    /// Returns a scalar in the style of the one that it replaces; `nil` if it is not on one line.
    private func scalarText(
        _ wanted: JSONValue,
        inPlaceOf entry: Int,
        in slot: Slot
    ) -> String? {
        var isInFlow = false
        if case .flow = slot { isInFlow = true }
        let old = syntax.entries[entry]
        let isString = old.kind == .scalar && (try? syntax.node(entry).resolved()) == .string
        let quotes: Node.Style = isString ? syntax.node(entry).style : .plain
        var text: String?
        switch wanted {
        case .array, .object: return nil
        case .string(let string):
            text =
                syntax.isJSON
                ? wanted.jsonText
                : string.scalar(in: quotes, isInFlow: isInFlow) ?? style.quotedLines(string)
        case .null, .boolean, .number:
            text = syntax.isJSON ? wanted.jsonText : FlowText.plain(wanted)
        }
        // The tag is dropped, since the text shows the type of the new value.
        guard let text, old.kind == .scalar, let anchor = old.anchor else { return text }
        return "&\(anchor) \(text)"
    }

    private mutating func replaceRoot(with wanted: JSONValue) {
        let start = syntax.entries[0].start
        let end = syntax.contentEnds[0]
        if syntax.isJSON {
            let text = flow(of: 0).text(wanted, column: 0)
            return edits.replace(start..<end, with: text)
        }
        let text = BlockText.document(wanted, style)
        let isOwnLine = lines.beginsLine(start)
        let range = (isOwnLine ? lines.lineStart(start) : start)..<lines.nextLine(end)
        edits.replace(range, with: isOwnLine ? text : style.lineBreak + text)
    }

    private mutating func replaceInFlow(
        _ entry: Int,
        with wanted: JSONValue,
        _ scalar: String?,
        _ container: Int,
        _ key: Int?
    ) throws(Obstacle) {
        let start = syntax.entries[entry].start
        let text =
            scalar ?? flow(of: container).text(wanted, column: indentation(of: key ?? start))
        guard syntax.isEmpty(entry) else {
            return edits.replace(start..<syntax.contentEnds[entry], with: text)
        }
        guard let key else {
            throw Obstacle(message: "an empty item in brackets cannot be changed", entry: entry)
        }
        if let colon = lines.colon(after: key) {
            edits.insert(" " + text, at: colon + 1)
        } else {
            edits.insert(": " + text, at: key)
        }
    }

    /// Returns the style of a sequence or mapping in brackets.
    func flow(of container: Int) -> FlowText {
        jsonStyle ?? FlowText(of: container, in: syntax)
    }

    /// Replaces a value after a key or dash: its part in that line, and its lines below.
    private mutating func replaceInBlock(
        _ entry: Int,
        with text: BlockText,
        _ after: Int,
        _ column: Int
    ) {
        let start = syntax.entries[entry].start
        let end = syntax.contentEnds[entry]
        let isSameLine = lines.areInSameLine(start, after - 1)
        if syntax.isEmpty(entry) {
            let next = lines.nextLine(after)
            return replace(after..<after, next..<next, with: text, after)
        }
        let isScalarBelow = !isSameLine && text.lines.isEmpty && !isBlockScalar(entry)
        if isScalarBelow, syntax.entries[entry].kind == .scalar {
            return edits.replace(start..<end, with: text.inline)
        }
        let afterProperties = lines.endOfProperties(from: start)
        let content = lines.skipBlanks(from: afterProperties)
        if !isSameLine || isBlock(entry) && !lines.areInSameLine(content, start) {
            let below = lines.endOfComments(from: lines.nextLine(end), deeperThan: column)
            let inline = isSameLine ? start..<afterProperties : after..<after
            let first = isSameLine ? afterProperties : after
            return replace(inline, lines.nextLine(first)..<below, with: text, after)
        }
        let next = lines.nextLine(end)
        if isBlockScalar(entry) {
            let header = lines.endOfHeader(from: start)
            replace(start..<header, lines.nextLine(header)..<next, with: text, after)
        } else if isBlock(entry) {
            replace(start..<lines.lineEnd(end), next..<next, with: text, after)
        } else {
            replace(start..<end, next..<next, with: text, after)
        }
    }

    private mutating func replace(
        _ inline: Range<Int>,
        _ below: Range<Int>,
        with text: BlockText,
        _ after: Int
    ) {
        if text.inline.isEmpty {
            edits.remove(after..<inline.upperBound)
        } else {
            let separator = inline.lowerBound == after ? " " : ""
            edits.replace(inline, with: separator + text.inline)
        }
        edits.replace(below, with: text.lines)
    }

    /// Makes the end of the text the end of a literal or folded scalar there, before lines are added
    /// after it: without a line break in the text, it has none in its value.
    mutating func endLastScalar() {
        let last = syntax.entries.count - 1
        guard isBlockScalar(last) else { return }
        let end = lines.endOfHeader(from: syntax.entries[last].start)
        let sign = syntax.bytes[end - 1]
        if sign == UInt8(ascii: "-") { return }
        edits.replace((sign == UInt8(ascii: "+") ? end - 1 : end)..<end, with: "-")
    }

    private func isBlockScalar(_ entry: Int) -> Bool {
        guard syntax.entries[entry].kind == .scalar else { return false }
        switch syntax.node(entry).style {
        case .literal, .folded: return true
        case .plain, .singleQuoted, .doubleQuoted: return false
        }
    }

    private func isBlock(_ entry: Int) -> Bool {
        switch syntax.entries[entry].kind {
        case .sequence, .mapping: return !syntax.entries[entry].isFlow
        case .scalar, .alias: return false
        }
    }

    /// Returns the number of spaces at the start of an offset's line.
    func indentation(of offset: Int) -> Int {
        let start = lines.lineStart(offset)
        return syntax.bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count
    }
}
