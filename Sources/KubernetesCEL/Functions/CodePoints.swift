/// The bytes of a string, with positions that count code points.
struct CodePoints {
    let bytes: [UInt8]
    /// The number of code points.
    let count: Int
    private var isASCII: Bool { count == bytes.count }

    init(_ text: String) {
        bytes = Array(text.utf8)
        count = Text.count(text)
    }

    /// Returns the position in bytes of a position in code points, which is not behind the end.
    func byte(at position: Int) -> Int {
        if isASCII { return position }
        var left = position
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if left == 0 { return offset }
            left -= 1
        }
        return bytes.count
    }

    /// Returns the position in code points of a position in bytes.
    func position(ofByte offset: Int) -> Int {
        isASCII ? offset : bytes[..<offset].count { $0 & 0xC0 != 0x80 }
    }

    /// Returns the text between two positions.
    func text(_ range: Range<Int>) -> String {
        String(
            decoding: bytes[byte(at: range.lowerBound)..<byte(at: range.upperBound)],
            as: UTF8.self
        )
    }

    /// Returns the position of a text at a position or behind it; -1 if it is not there.
    func firstPosition(of part: String, from start: Int) -> Int64 {
        let search = ByteSearch(Array(part.utf8))
        return search.first(in: bytes, from: byte(at: start)).map { Int64(position(ofByte: $0)) }
            ?? -1
    }

    /// Returns the position of a text at a position or before it; -1 if it is not there.
    func lastPosition(of part: String, upTo limit: Int) -> Int64 {
        let start = ByteSearch.last(Array(part.utf8), in: bytes, upTo: byte(at: limit))
        return start.map { Int64(position(ofByte: $0)) } ?? -1
    }
}
