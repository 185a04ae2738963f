import CRDLibYAML
import CRDParsing
public import CRDRuntime
import CRDValues
public import CRDYAML

/// A document of a ``ManifestText``, whose values can be changed in the text.
///
///     try text[0].set("spec.replicas", to: 3)
///     try text[0].remove("metadata.annotations[example.com/note]")
///
/// A path has the keys of the manifest. `[0]` is an item of a list, `[name=web]` is the first item
/// with this value, `[+]` is a new item at the end, and `["a.b/c"]` is a key with dots.
///
/// Only the lines of what differs change. Comments, the order of keys, quotes, anchors and the
/// indentation of everything else stay. Comments in the line of a removed key or item, directly
/// above it and inside it are removed with it. If a changed value has an anchor, its aliases are
/// replaced by the value that they had, and a merge key is replaced where it would add an unwanted
/// value.
public struct ManifestDocument: Sendable {
    var syntax: SyntaxTree
    /// The path shown in messages.
    let file: String
    /// The number of lines before the document.
    var linesBefore: Int
    /// The number of lines before the document that the positions of its nodes count.
    private var countedLines: Int
    /// The text of the document.
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8], _ syntax: SyntaxTree, file: String, linesBefore: Int) {
        self.bytes = bytes
        self.syntax = syntax
        self.file = file
        self.linesBefore = linesBefore
        countedLines = linesBefore
    }

    /// The number of lines.
    var lineCount: Int { bytes.count { $0 == UInt8(ascii: "\n") } }

    /// The text of the document, with its separator and the comments after it.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The location of the first key.
    public var location: SourceLocation { location(of: root) }

    /// The value of the document.
    ///
    /// - Throws: `ManifestError` if it has a value that JSON does not support, such as `.inf`.
    public var value: JSONValue {
        get throws(ManifestError) { try value(of: root) }
    }

    /// Finds the value at a path.
    ///
    /// - Parameter path: A path, such as `spec.containers[0].image`.
    /// - Returns: The value; `nil` if there is none.
    /// - Throws: `ManifestError` if the path is not well-formed, or if the document has a value that
    ///   JSON does not support.
    public func value(at path: String) throws(ManifestError) -> JSONValue? {
        let steps = try self.path(path).steps
        let (entry, rest) = walk(steps)
        return try value(of: syntax.node(entry)).value(at: steps[rest...])
    }

    /// Sets the value at a path.
    ///
    /// Missing parents are created. A new key is the last of its map.
    ///
    /// - Parameters:
    ///   - path: A path, such as `spec.containers[0].image`.
    ///   - value: The new value.
    /// - Throws: `ManifestError` if the path is not well-formed, if it leads through a scalar or to
    ///   an index after the end, or if the change is not possible in the text, which is then
    ///   unchanged.
    public mutating func set(_ path: String, to value: JSONValue) throws(ManifestError) {
        if value.isTooDeep {
            throw error("the value is nested deeper than \(NodeTree.deepestNesting) levels", root)
        }
        try change(at: try self.path(path)) { (whole, steps) throws(JSONValue.StepError) in
            try whole.set(value, at: steps)
        }
    }

    /// Removes the key or item at a path.
    ///
    /// - Parameter path: A path, such as `spec.containers[0].image`.
    /// - Returns: Whether there was such a key or item.
    /// - Throws: The same errors as ``set(_:to:)``.
    @discardableResult
    public mutating func remove(_ path: String) throws(ManifestError) -> Bool {
        var wasFound = false
        try change(at: try self.path(path), isRemoval: true) {
            (whole, steps) throws(JSONValue.StepError) in
            wasFound = try whole.remove(at: steps)
        }
        return wasFound
    }

    /// Changes the document to a value.
    ///
    /// - Throws: `ManifestError` if the change is not possible in the text, which is then unchanged.
    public mutating func update(to value: JSONValue) throws(ManifestError) {
        if value.isTooDeep {
            throw error("the value is nested deeper than \(NodeTree.deepestNesting) levels", root)
        }
        try change(0, to: value, in: .root)
    }
}

// MARK: - Values

extension ManifestDocument {
    var root: Node { syntax.node(0) }

    private func value(of node: Node) throws(ManifestError) -> JSONValue {
        do throws(Diagnostic) {
            return try JSONValue(node)
        } catch {
            throw ManifestError([located(error)])
        }
    }

    private func path(_ text: String) throws(ManifestError) -> DocumentPath {
        do throws(Diagnostic) {
            return try DocumentPath(text, file: file)
        } catch {
            throw ManifestError([error])
        }
    }

    /// Returns the last entry on a path that is in the text itself, and the number of steps to it.
    ///
    /// Entries behind aliases and merge keys are not, because their text has other places too.
    private func walk(_ steps: [DocumentPath.Step]) -> (entry: Int, rest: Int) {
        if syntax.hasReferences { return (0, 0) }
        var entry = 0
        for (position, step) in steps.enumerated() {
            guard let child = child(step, of: entry) else { return (entry, position) }
            entry = child
        }
        return (entry, steps.count)
    }

    private func child(_ step: DocumentPath.Step, of entry: Int) -> Int? {
        switch (syntax.entries[entry].kind, step) {
        case (.mapping, .key(let key)), (.mapping, .bracket(let key)):
            return syntax.pairs(entry).first { syntax.node($0.key).text == key }?.value
        case (.sequence, .bracket(let word)):
            let items = syntax.children(entry)
            return Int(word).flatMap { items.indices.contains($0) ? items[$0] : nil }
        case (.sequence, .item):
            let items = syntax.children(entry)
            guard let value = try? JSONValue(syntax.node(entry)),
                case .index(let index) = try? value.child(step), index < items.count
            else { return nil }
            return items[index]
        case (.mapping, _), (.sequence, _), (.scalar, _), (.alias, _):
            return nil
        }
    }

    /// Returns the surroundings of the value that some steps lead to.
    private func slot(_ steps: ArraySlice<DocumentPath.Step>) -> DocumentEditor.Slot? {
        var parent = 0
        for step in steps.dropLast() { parent = child(step, of: parent) ?? parent }
        guard let last = steps.last, let entry = child(last, of: parent) else { return .root }
        let lines = syntax.lines
        let isFlow = syntax.entries[parent].isFlow
        if syntax.entries[parent].kind == .sequence {
            if isFlow { return .flow(container: parent, key: nil) }
            guard let position = syntax.children(parent).firstIndex(of: entry) else { return nil }
            let dash = syntax.dashes(of: parent)[position]
            return .block(after: dash + 1, column: lines.column(dash), isItem: true)
        }
        guard let pair = syntax.pairs(parent).first(where: { $0.value == entry }) else {
            return nil
        }
        if isFlow { return .flow(container: parent, key: syntax.contentEnds[pair.key]) }
        guard let colon = syntax.colon(after: pair.key) else { return nil }
        let column = lines.column(syntax.start(of: pair))
        return .block(after: colon + 1, column: column, isItem: false)
    }
}

// MARK: - Changes

extension ManifestDocument {
    /// Changes the value at a path with a function, which gets the part of the document that
    /// changes, and the steps in it.
    private mutating func change(
        at path: DocumentPath,
        isRemoval: Bool = false,
        _ body: (inout JSONValue, ArraySlice<DocumentPath.Step>) throws(JSONValue.StepError) -> Void
    ) throws(ManifestError) {
        var (entry, count) = walk(isRemoval ? path.steps.dropLast() : path.steps)
        let slot = self.slot(path.steps[..<count])
        if slot == nil { (entry, count) = (0, 0) }
        var value = try self.value(of: syntax.node(entry))
        do throws(JSONValue.StepError) {
            try body(&value, path.steps[count...])
        } catch {
            throw self.error("\(path.text.excerpt): \(error.message)", syntax.node(entry))
        }
        try change(entry, to: value, in: slot ?? .root)
    }

    /// Changes an entry, and checks that reading the new text gives the value.
    private mutating func change(
        _ entry: Int,
        to value: JSONValue,
        in slot: DocumentEditor.Slot
    ) throws(ManifestError) {
        for quotesLines in [false, true] {
            var editor = DocumentEditor(syntax, quotesLines: quotesLines)
            do throws(DocumentEditor.Obstacle) {
                try editor.change(entry, to: value, in: slot)
            } catch {
                throw self.error("\(error.message); change it by hand", syntax.node(error.entry))
            }
            if editor.edits.isEmpty { return }
            for result in results(of: editor) {
                guard let changed = try? Self.parse(result, file: file),
                    changed.syntax.isSame(as: syntax, exceptAt: entry, value)
                else { continue }
                syntax = changed.syntax
                countedLines = 0
                bytes = result
                return
            }
        }
        let message = "the change is not possible in place; rewrite the value by hand"
        throw error(message, syntax.node(entry))
    }

    /// Returns the texts after some changes, the best first.
    ///
    /// A text without a line break at its end stays so, unless the new text ends with a string that
    /// has the line break.
    private func results(of editor: DocumentEditor) -> [[UInt8]] {
        guard let result = editor.edits.applied(to: syntax.bytes) else { return [] }
        guard syntax.lacksFinalBreak else { return [result] }
        var editor = editor
        editor.endLastScalar()
        let ended = editor.edits.applied(to: syntax.bytes) ?? result
        let short = [result, ended].map(\.withoutFinalBreaks)
        let lineBreak = Array(editor.style.lineBreak.utf8)
        return short + short.map { $0 + lineBreak } + [result, ended]
    }

    /// Reads a text of one document.
    private static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> Self? {
        guard let document = try ManifestText.documents(of: bytes, file: file).only else {
            return nil
        }
        return document
    }

    func error(_ message: String, _ node: Node) -> ManifestError {
        ManifestError([located(node.diagnostic(.error, message))])
    }

    func location(of node: Node) -> SourceLocation {
        SourceLocation(
            file: file,
            line: node.position.line + linesBefore - countedLines,
            column: node.position.column
        )
    }

    private func located(_ error: Diagnostic) -> Diagnostic {
        let position = error.position.map {
            SourcePosition(line: $0.line + linesBefore - countedLines, column: $0.column)
        }
        return Diagnostic(error.severity, error.message, file: file, at: position)
    }
}

extension [UInt8] {
    /// The bytes without the line breaks at the end.
    fileprivate var withoutFinalBreaks: [UInt8] {
        let breaks = reversed().prefix { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return Array(dropLast(breaks.count))
    }
}

extension Array {
    /// The only element; `nil` if there are none or several.
    var only: Element? { count == 1 ? first : nil }
}
