import CCRDLibYAML

/// An event of libyaml about a node, with its place in the text.
///
/// Events describe nodes as they are written: with aliases and merge keys, which a node tree
/// resolves.
package struct NodeEvent {
    /// The kind of an event.
    package enum Kind {
        case documentStart
        case scalar
        case alias
        case sequenceStart
        case mappingStart
        /// The end of a sequence or mapping.
        case end
    }

    /// The kind.
    package let kind: Kind
    /// Whether it begins a sequence or mapping in brackets.
    package let isFlow: Bool
    /// The name of the anchor, or of the anchor to which an alias refers.
    package let anchor: String?
    /// The Unicode scalars of the event, from 0; a byte order mark is not counted.
    package let range: Range<Int>
    /// The index of the last complete node in the records of the tree.
    package let lastRecord: Int

    /// Creates the event; `nil` for the start and end of the stream, and the end of a document.
    init?(_ event: yaml_event_t, lastRecord: Int) {
        var isFlow = false
        var anchor: UnsafePointer<UInt8>?
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            kind = .documentStart
        case YAML_SCALAR_EVENT:
            kind = .scalar
            anchor = UnsafePointer(event.data.scalar.anchor)
        case YAML_ALIAS_EVENT:
            kind = .alias
            anchor = UnsafePointer(event.data.alias.anchor)
        case YAML_SEQUENCE_START_EVENT:
            kind = .sequenceStart
            isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
            anchor = UnsafePointer(event.data.sequence_start.anchor)
        case YAML_MAPPING_START_EVENT:
            kind = .mappingStart
            isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
            anchor = UnsafePointer(event.data.mapping_start.anchor)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            kind = .end
        default:
            return nil
        }
        self.isFlow = isFlow
        self.anchor = anchor.map { String(cString: $0) }
        range = Int(event.start_mark.index)..<Int(event.end_mark.index)
        self.lastRecord = lastRecord
    }
}
