import CRDYAML

/// The lines of the text of a file, as source locations count them.
package struct SourceLines {
    /// UTF-8 without a byte order mark.
    private let bytes: [UInt8]
    /// The offset of each line.
    private let starts: [Int]

    /// Splits a text at LF and, unless it is JSON, at the other line breaks of YAML 1.1.
    ///
    /// - Parameters:
    ///   - source: UTF-8, or UTF-16 with a byte order mark.
    ///   - isJSON: Whether the text is JSON.
    package init(_ source: [UInt8], isJSON: Bool) {
        let bytes = Self.utf8(source)
        var starts = [0]
        var position = 0
        while position < bytes.count {
            let length = Self.lineBreak(in: bytes, at: position, isJSON: isJSON)
            position += max(1, length)
            if length > 0 { starts.append(position) }
        }
        self.bytes = bytes
        self.starts = starts
    }

    /// Returns the Unicode scalars of a line, with its line break; none after the last line.
    ///
    /// - Parameter number: The number of the line, from 1.
    subscript(number: Int) -> [Unicode.Scalar] {
        guard starts.indices.contains(number - 1) else { return [] }
        let end = number < starts.count ? starts[number] : bytes.count
        return Array(
            String(decoding: bytes[starts[number - 1]..<end], as: UTF8.self).unicodeScalars
        )
    }

    private static func utf8(_ source: [UInt8]) -> [UInt8] {
        let isBigEndian = source.starts(with: [0xFE, 0xFF])
        if isBigEndian || source.starts(with: [0xFF, 0xFE]) {
            let units = stride(from: 2, to: source.count - 1, by: 2).map { position in
                let (first, second) = (UInt16(source[position]), UInt16(source[position + 1]))
                return isBigEndian ? first << 8 | second : second << 8 | first
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        }
        return source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source.dropFirst(3)) : source
    }

    /// Returns the number of bytes of the line break at an offset; 0 if there is none.
    private static func lineBreak(in bytes: [UInt8], at position: Int, isJSON: Bool) -> Int {
        func byte(_ distance: Int) -> UInt8? {
            position + distance < bytes.count ? bytes[position + distance] : nil
        }
        switch bytes[position] {
        case 0x0A: return 1
        case 0x0D where !isJSON: return byte(1) == 0x0A ? 2 : 1
        // NEL
        case 0xC2 where !isJSON: return byte(1) == 0x85 ? 2 : 0
        // Line and paragraph separator
        case 0xE2 where !isJSON:
            return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
        default: return 0
        }
    }
}
