/// The long keys of a JSON text.
///
/// The objects of a list have the same keys. A key is decoded and stored once for most of them.
/// Strings of at most 15 bytes need no storage, and are decoded each time.
struct RepeatedKeys {
    private struct Entry {
        var start = 0
        var count = 0
        var text = ""
    }

    /// The last key with each hash; the number of entries is a power of two, or 0 for a short text.
    private var entries: [Entry]

    init(_ bytes: [UInt8]) {
        entries = bytes.count < 1 << 14 ? [] : [Entry](repeating: Entry(), count: 256)
    }

    /// Returns the text of a key.
    ///
    /// - Parameters:
    ///   - bytes: The text, always the same.
    ///   - start: The position of the first byte of the key.
    ///   - end: The position after its last byte. All bytes are ASCII.
    /// - Returns: The text.
    mutating func text(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String {
        let count = end - start
        if count <= 15 || entries.count == 0 {
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        let hash = Int(bytes[start]) &* 31 &+ Int(bytes[end - 1]) &* 7 &+ Int(bytes[end - 5])
        let index = (hash &+ count) & 255
        let entry = entries[index]
        if entry.count == count {
            var offset = 0
            while offset < count, bytes[entry.start + offset] == bytes[start + offset] {
                offset += 1
            }
            if offset == count { return entry.text }
        }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        entries[index] = Entry(start: start, count: count, text: text)
        return text
    }
}
