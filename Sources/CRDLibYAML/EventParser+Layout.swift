import CCRDLibYAML
import CRDParsing
import CRDYAML

extension EventParser {
    /// Reads all events, with the places of all nodes.
    ///
    /// - Parameter source: The same bytes, for the tree.
    /// - Returns: The tree, and the layout of each document, in order.
    /// - Throws: The error of ``parse(_:_:)``.
    mutating func parseWithLayouts(
        _ source: [UInt8]
    ) throws(Diagnostic) -> (tree: NodeTree, layouts: [NodeLayout]) {
        try checkDirectives()
        var builder = NodeTreeBuilder(source, file: file)
        var recorder = LayoutRecorder(bytes)
        do throws(Diagnostic) {
            while try readEvent(into: &builder, then: { recorder.record($0, $1) }) {}
        } catch {
            throw explained(error)
        }
        return (builder.finish(), recorder.layouts)
    }
}

/// Records the places of nodes from libyaml's events.
private struct LayoutRecorder {
    private var offsets: ScalarOffsets
    private(set) var layouts: [NodeLayout] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        offsets = ScalarOffsets(bytes)
    }

    /// Records an event whose node, if it has one, is the last of the tree.
    mutating func record(_ event: yaml_event_t, _ record: Int) {
        let type = event.type
        if type == YAML_DOCUMENT_START_EVENT {
            let start = offsets.lineStart(at: Int(event.start_mark.index))
            layouts.append(NodeLayout(start: layouts.isEmpty ? 0 : start))
            return
        }
        guard let last = layouts.indices.last else { return }
        let start = offsets.offset(of: Int(event.start_mark.index))
        let end = offsets.offset(of: Int(event.end_mark.index))
        switch type {
        case YAML_SCALAR_EVENT:
            let anchor = name(event.data.scalar.anchor)
            layouts[last].add(.scalar, anchor: anchor, start..<end, record: record)
        case YAML_ALIAS_EVENT:
            let anchor = name(event.data.alias.anchor)
            layouts[last].add(.alias, anchor: anchor, start..<end, record: -1)
        case YAML_SEQUENCE_START_EVENT:
            let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
            let anchor = name(event.data.sequence_start.anchor)
            layouts[last].begin(.sequence, isFlow: isFlow, anchor: anchor, at: start)
        case YAML_MAPPING_START_EVENT:
            let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
            let anchor = name(event.data.mapping_start.anchor)
            layouts[last].begin(.mapping, isFlow: isFlow, anchor: anchor, at: start)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            layouts[last].end(at: end, record: record)
        default:
            break  // the start and end of the stream, and the end of a document
        }
    }

    private func name(_ text: UnsafePointer<UInt8>?) -> String? {
        text.map { String(cString: $0) }
    }
}

/// The offsets of scalars in UTF-8, in time linear in the distance from one call to the next.
///
/// libyaml counts scalars from the byte order mark.
private struct ScalarOffsets {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let first: Int
    private var index = 0
    private var offset: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        offset = first
    }

    mutating func offset(of wanted: Int) -> Int {
        while index < wanted, offset < bytes.count {
            offset += 1
            while offset < bytes.count, isContinuation(offset) { offset += 1 }
            index += 1
        }
        while index > wanted {
            offset -= 1
            while isContinuation(offset) { offset -= 1 }
            index -= 1
        }
        return offset
    }

    /// Returns the offset of the first byte of a scalar's line.
    mutating func lineStart(at wanted: Int) -> Int {
        var start = offset(of: wanted)
        while start > first, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        return start
    }

    private func isContinuation(_ offset: Int) -> Bool { bytes[offset] & 0xC0 == 0x80 }
}
