/// Changes of a text that are made together.
struct TextEdits {
    private struct Edit {
        let range: Range<Int>
        let text: [UInt8]
    }

    private var edits: [Edit] = []

    /// Whether there are no changes.
    var isEmpty: Bool { edits.isEmpty }

    /// The number of changes.
    var count: Int { edits.count }

    /// Replaces the bytes of a range.
    ///
    /// Texts that are inserted at one offset keep the order in which they are added.
    mutating func replace(_ range: Range<Int>, with text: String) {
        if range.isEmpty, text.isEmpty { return }
        edits.append(Edit(range: range, text: Array(text.utf8)))
    }

    /// Inserts a text.
    mutating func insert(_ text: String, at offset: Int) {
        replace(offset..<offset, with: text)
    }

    /// Removes the bytes of a range.
    mutating func remove(_ range: Range<Int>) {
        replace(range, with: "")
    }

    /// Returns a text with the changes; `nil` if two of them overlap.
    func applied(to bytes: [UInt8]) -> [UInt8]? {
        let ordered = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        var last = 0
        for edit in ordered {
            if edit.range.lowerBound < position {
                // An insertion at the start of a range that is removed.
                guard edit.range.isEmpty, edit.range.lowerBound == last else { return nil }
                result += edit.text
                continue
            }
            result += bytes[position..<edit.range.lowerBound]
            result += edit.text
            last = edit.range.lowerBound
            position = edit.range.upperBound
        }
        result += bytes[position...]
        return result
    }
}
