import CCRDLibYAML
import CRDParsing
import CRDYAML

/// Converts libyaml's events to a tree.
///
/// It owns the C parser and event. Call ``delete()`` exactly once, also after an error. The bytes
/// must not move until then.
struct EventParser {
    let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    let bytes: UnsafeBufferPointer<UInt8>
    let file: String
    /// The number of open sequences and mappings, from the outermost one in flow style.
    private var flowDepth = 0

    /// Creates libyaml's parser for `bytes`.
    ///
    /// - Throws: `Diagnostic` if there is not enough memory.
    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(Diagnostic) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        self.bytes = bytes
        self.file = file
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            event.deallocate()
            throw Diagnostic(.error, "out of memory", file: file)
        }
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    func delete() {
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    /// Reads all events up to the first error: a text that is not well-formed, or content that is
    /// not supported.
    ///
    /// - Parameters:
    ///   - source: The same bytes, for the tree.
    ///   - duplicateRule: The treatment of duplicate keys.
    ///   - record: Receives the events about nodes, if it is given.
    /// - Returns: The tree of the complete documents, and the error.
    mutating func parse(
        _ source: [UInt8],
        _ duplicateRule: NodeTreeBuilder.DuplicateRule,
        recording record: ((NodeEvent) -> Void)?
    ) -> ParsedText {
        var builder = NodeTreeBuilder(source, file: file, duplicateRule: duplicateRule)
        do throws(Diagnostic) {
            try checkDirectives()
            while try readEvent(into: &builder, recording: record) {}
            return ParsedText(tree: builder.finish())
        } catch {
            let isDecodingError = parser.pointee.error == YAML_READER_ERROR
            return ParsedText(
                tree: builder.finish(),
                error: explained(error),
                invalidByte: isDecodingError ? Int(parser.pointee.problem_offset) : nil
            )
        }
    }

    /// Reads one event; `false` after the last.
    private mutating func readEvent(
        into builder: inout NodeTreeBuilder,
        recording record: ((NodeEvent) -> Void)?
    ) throws(Diagnostic) -> Bool {
        guard yaml_parser_parse(parser, event) == 1 else { throw parserError() }
        defer { yaml_event_delete(event) }
        let hasMore = try handleEvent(into: &builder)
        if let record, let event = NodeEvent(event.pointee, lastRecord: builder.lastRecord) {
            record(event)
        }
        return hasMore
    }

    /// Adds the event to the tree; `false` for the last.
    private mutating func handleEvent(into builder: inout NodeTreeBuilder) throws(Diagnostic)
        -> Bool
    {
        // Not a switch: matching an imported C enumeration is slow in a debug build.
        let type = event.pointee.type.rawValue
        if type == YAML_SCALAR_EVENT.rawValue {
            try scalar(into: &builder)
        } else if type == YAML_MAPPING_START_EVENT.rawValue {
            let start = event.pointee.data.mapping_start
            let isFlow = start.style.rawValue == YAML_FLOW_MAPPING_STYLE.rawValue
            if isFlow || flowDepth > 0 { flowDepth += 1 }
            try begin(.mapping, tag: start.tag, anchor: start.anchor, in: &builder)
        } else if type == YAML_SEQUENCE_START_EVENT.rawValue {
            let start = event.pointee.data.sequence_start
            let isFlow = start.style.rawValue == YAML_FLOW_SEQUENCE_STYLE.rawValue
            if isFlow || flowDepth > 0 { flowDepth += 1 }
            try begin(.sequence, tag: start.tag, anchor: start.anchor, in: &builder)
        } else if type == YAML_MAPPING_END_EVENT.rawValue
            || type == YAML_SEQUENCE_END_EVENT.rawValue
        {
            if flowDepth > 0 { flowDepth -= 1 }
            try builder.end()
        } else if type == YAML_ALIAS_EVENT.rawValue {
            let anchor = string(event.pointee.data.alias.anchor) ?? ""
            try builder.alias(anchor, at: position(event.pointee.start_mark))
        } else if type == YAML_DOCUMENT_END_EVENT.rawValue {
            builder.endDocument()
        } else if type == YAML_STREAM_END_EVENT.rawValue || type == YAML_NO_EVENT.rawValue {
            return false
        }
        return true
    }

    private func begin(
        _ kind: Node.Kind,
        tag: UnsafePointer<UInt8>?,
        anchor: UnsafePointer<UInt8>?,
        in builder: inout NodeTreeBuilder
    ) throws(Diagnostic) {
        try builder.begin(
            kind,
            tag: tag == nil ? .none : self.tag(tag),
            anchor: anchor == nil ? nil : string(anchor),
            at: position(event.pointee.start_mark)
        )
    }

    private func scalar(into builder: inout NodeTreeBuilder) throws(Diagnostic) {
        // Each access to a member of a C union copies the whole union.
        let scalar = event.pointee.data.scalar
        let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let text = String(decoding: value, as: UTF8.self)
        if flowDepth > 0 { try checkFlowScalar(value, scalar.style) }
        // '!!merge <<' is a merge key like '<<', in any style.
        let isTaggedMergeKey =
            scalar.tag != nil && text == "<<" && string(scalar.tag) == "tag:yaml.org,2002:merge"
        try builder.scalar(
            text,
            style: isTaggedMergeKey ? .plain : style(scalar.style),
            tag: scalar.tag == nil || isTaggedMergeKey ? .none : tag(scalar.tag),
            anchor: scalar.anchor == nil ? nil : string(scalar.anchor),
            at: position(event.pointee.start_mark)
        )
    }

    /// Rejects `?` in a plain scalar in flow style.
    ///
    /// libyaml reads it. The API server and `kubectl` don't (go-yaml 2).
    private func checkFlowScalar(
        _ text: UnsafeBufferPointer<UInt8>,
        _ style: yaml_scalar_style_t
    ) throws(Diagnostic) {
        guard style.rawValue == YAML_PLAIN_SCALAR_STYLE.rawValue, text.contains(0x3F) else {
            return
        }
        let message =
            "found '?' in a scalar without quotes inside brackets, which the API server doesn't "
            + "read; put the scalar in quotes"
        throw Diagnostic(.error, message, file: file, at: position(event.pointee.start_mark))
    }
}

// MARK: - C values

extension EventParser {
    func position(_ position: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: Int(position.line) &+ 1, column: Int(position.column) &+ 1)
    }

    private func string(_ text: UnsafePointer<UInt8>?) -> String? {
        guard let text else { return nil }
        return String(cString: text)
    }

    private func style(_ style: yaml_scalar_style_t) -> Node.Style {
        let style = style.rawValue
        if style == YAML_PLAIN_SCALAR_STYLE.rawValue { return .plain }
        if style == YAML_SINGLE_QUOTED_SCALAR_STYLE.rawValue { return .singleQuoted }
        if style == YAML_DOUBLE_QUOTED_SCALAR_STYLE.rawValue { return .doubleQuoted }
        if style == YAML_LITERAL_SCALAR_STYLE.rawValue { return .literal }
        return style == YAML_FOLDED_SCALAR_STYLE.rawValue ? .folded : .plain
    }

    private func tag(_ tag: UnsafePointer<UInt8>?) -> Node.Tag {
        guard let tag = string(tag) else { return .none }
        switch tag {
        case YAML_STR_TAG: return .string
        case YAML_INT_TAG: return .integer
        case YAML_FLOAT_TAG: return .float
        case YAML_BOOL_TAG: return .boolean
        case YAML_NULL_TAG: return .null
        case YAML_TIMESTAMP_TAG: return .timestamp
        case "tag:yaml.org,2002:binary": return .binary
        default: return .other
        }
    }
}
