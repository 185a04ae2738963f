/// Finds the CRDs of a file by its lines, which takes a small part of the time of reading YAML.
///
/// Only the usual form is understood: block style, with `group` and the names in plain words. In any
/// other form, such as JSON, flow style, anchors, quoted keys, and lists of CRDs, the file must be
/// read. The scan never misses a CRD: each line without indentation, each key of `spec`, and each
/// line of `names` is either understood, or the result is unclear. Deeper lines don't matter,
/// because a line of a scalar that looks like a key appears in addition to the real key, and a
/// duplicate key is unclear too.
struct DefinitionScan {
    typealias Unclear = ScannedLines.Unclear
    private typealias Line = ScannedLines.Line

    private var lines: ScannedLines
    private var document = Document()
    private var definitions: [ScannedDefinition] = []

    /// Returns the CRDs in the first bytes of an array; `nil` if they are unclear.
    static func definitions(in bytes: [UInt8], count: Int) -> [ScannedDefinition]? {
        var scan = DefinitionScan(lines: ScannedLines(bytes, count: count))
        return try? scan.scan()
    }

    private init(lines: ScannedLines) {
        self.lines = lines
    }

    private mutating func scan() throws(Unclear) -> [ScannedDefinition] {
        while let line = try lines.next() {
            if line.indentation > 0 {
                try readNested(line)
            } else if lines.beginsDocument(line) {
                try endDocument()
            } else {
                try readRoot(line)
            }
        }
        try endDocument()
        return definitions
    }

    private mutating func endDocument() throws(Unclear) {
        if let definition = try document.definition() { definitions.append(definition) }
        document = Document()
    }

    private mutating func readRoot(_ line: Line) throws(Unclear) {
        // The items of a list can have the indentation of its key.
        if document.block == .other, lines.beginsItem(line) { return }
        let pair = try lines.pair(line)
        document.block = .other
        switch pair.key {
        case "kind":
            guard document.kind == nil else { throw Unclear() }
            document.kind = try lines.word(in: pair.value)
            document.block = .scalar
        case "spec":
            guard !document.hasSpec, lines.isEmpty(pair.value) else { throw Unclear() }
            document.hasSpec = true
            document.block = .spec
        default: break
        }
    }

    private mutating func readNested(_ line: Line) throws(Unclear) {
        switch document.block {
        case .other: break
        case .none, .scalar: throw Unclear()
        case .spec: try readSpec(line)
        }
    }

    private mutating func readSpec(_ line: Line) throws(Unclear) {
        let child = document.specIndentation ?? line.indentation
        document.specIndentation = child
        if line.indentation > child {
            switch document.specBlock {
            case .other: return
            case .none, .scalar: throw Unclear()
            case .names: return try readNames(line)
            }
        }
        guard line.indentation == child else { throw Unclear() }
        document.specBlock = .other
        if lines.beginsItem(line) { return }
        let pair = try lines.pair(line)
        switch pair.key {
        case "group":
            guard document.group == nil else { throw Unclear() }
            document.group = try lines.word(in: pair.value)
            document.specBlock = .scalar
        case "names":
            guard !document.hasNames, lines.isEmpty(pair.value) else { throw Unclear() }
            document.hasNames = true
            document.specBlock = .names
        default: break
        }
    }

    private mutating func readNames(_ line: Line) throws(Unclear) {
        let child = document.namesIndentation ?? line.indentation
        document.namesIndentation = child
        if lines.beginsItem(line), line.indentation >= child, let list = document.openList {
            document.lists[list]?.append(try lines.word(in: line.text + 1..<line.end))
            return
        }
        guard line.indentation == child else { throw Unclear() }
        document.openList = nil
        let pair = try lines.pair(line)
        switch pair.key {
        case "kind", "listKind", "plural", "singular":
            let word = try lines.word(in: pair.value)
            guard document.names.updateValue(word, forKey: pair.key) == nil else { throw Unclear() }
        case "shortNames", "categories":
            let isOpen = lines.isEmpty(pair.value)
            let words = isOpen ? [] : try lines.words(in: pair.value)
            guard document.lists.updateValue(words, forKey: pair.key) == nil else {
                throw Unclear()
            }
            if isOpen { document.openList = pair.key }
        default: throw Unclear()
        }
    }
}

/// The state of a scan in a document.
private struct Document {
    /// The part of a document that the nested lines belong to.
    enum Block {
        /// Before the first key.
        case none
        /// A value that can have any lines.
        case other
        /// A value in one line.
        case scalar
        case spec
    }

    /// The part of `spec` that the nested lines belong to.
    enum SpecBlock {
        case none
        case other
        case scalar
        case names
    }

    var block = Block.none
    var kind: String?
    var hasSpec = false
    var specIndentation: Int?
    var specBlock = SpecBlock.none
    var group: String?
    var hasNames = false
    var namesIndentation: Int?
    /// The key under `names` whose items are read.
    var openList: String?
    var names: [String: String] = [:]
    var lists: [String: [String]] = [:]

    /// Returns the CRD; `nil` for a document that certainly has none.
    ///
    /// - Throws: `Unclear` for a list, and for a CRD without a name.
    func definition() throws(ScannedLines.Unclear) -> ScannedDefinition? {
        switch kind {
        case "CustomResourceDefinition":
            guard let group, let kind = names["kind"], let plural = names["plural"] else {
                throw ScannedLines.Unclear()
            }
            return ScannedDefinition(
                group: group,
                kind: kind,
                listKind: names["listKind"] ?? "\(kind)List",
                plural: plural,
                singular: names["singular"] ?? kind.lowercased(),
                shortNames: lists["shortNames"] ?? []
            )
        case "List", "CustomResourceDefinitionList": throw ScannedLines.Unclear()
        default: return nil
        }
    }
}
