import CRDLibYAML

/// Records the places of nodes from the events of a parser.
struct LayoutRecorder {
    private var offsets: ScalarOffsets
    /// The layout of each document so far, in order.
    private(set) var layouts: [NodeLayout] = []

    /// Creates a recorder for the events of a text in UTF-8.
    init(_ bytes: [UInt8]) {
        offsets = ScalarOffsets(bytes)
    }

    /// Records an event.
    mutating func record(_ event: NodeEvent) {
        if event.kind == .documentStart {
            let start = offsets.lineStart(at: event.range.lowerBound)
            layouts.append(NodeLayout(start: layouts.isEmpty ? 0 : start))
            return
        }
        guard let last = layouts.indices.last else { return }
        let anchor = event.anchor
        let start = offsets.offset(of: event.range.lowerBound)
        let end = offsets.offset(of: event.range.upperBound)
        switch event.kind {
        case .documentStart:
            break
        case .scalar:
            layouts[last].add(.scalar, anchor: anchor, start..<end, record: event.lastRecord)
        case .alias:
            layouts[last].add(.alias, anchor: anchor, start..<end, record: -1)
        case .sequenceStart:
            layouts[last].begin(.sequence, isFlow: event.isFlow, anchor: anchor, at: start)
        case .mappingStart:
            layouts[last].begin(.mapping, isFlow: event.isFlow, anchor: anchor, at: start)
        case .end:
            layouts[last].end(at: end, record: event.lastRecord)
        }
    }
}

/// The offsets of scalars in UTF-8, in time linear in the distance from one call to the next.
///
/// libyaml counts scalars from the byte order mark.
private struct ScalarOffsets {
    private let bytes: [UInt8]
    private let first: Int
    private var index = 0
    private var offset: Int

    init(_ bytes: [UInt8]) {
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
