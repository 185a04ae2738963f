import CCRDLibYAML
import CRDYAML

/// A text in one of libyaml's encodings, which returns the line and column of a byte.
///
/// libyaml provides a source location for all errors except encoding errors. For these it provides
/// only the offset in bytes.
struct EncodedText {
    let bytes: UnsafeBufferPointer<UInt8>
    let encoding: yaml_encoding_t

    /// Returns the position of the scalar that contains or follows the byte at `offset`, from 0.
    func position(ofByte offset: Int) -> SourcePosition {
        var line = 1
        var column = 1
        let end = min(offset, bytes.count)
        var position = byteOrderMarkLength
        while position < end {
            let unit = codeUnit(at: position)
            position += unitLength
            // A line ends with LF, CR LF or CR.
            if unit == 0x0A || unit == 0x0D && (position >= end || codeUnit(at: position) != 0x0A) {
                line += 1
                column = 1
            } else if beginsScalar(unit) {
                column += 1
            }
        }
        return SourcePosition(line: line, column: column)
    }

    /// Returns the first lines, without line feeds and byte order mark; none for UTF-16.
    func lines(through number: Int) -> [String] {
        guard !isUTF16 else { return [] }
        return bytes.dropFirst(byteOrderMarkLength)
            .split(separator: 0x0A, maxSplits: number, omittingEmptySubsequences: false)
            .prefix(number)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a character has 16 or 32 bits.
    var isUTF16: Bool {
        encoding == YAML_UTF16LE_ENCODING || encoding == YAML_UTF16BE_ENCODING
    }

    private var unitLength: Int { isUTF16 ? 2 : 1 }

    private var byteOrderMarkLength: Int {
        if isUTF16 { return 2 }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    private func codeUnit(at position: Int) -> UInt16 {
        guard isUTF16, position + 1 < bytes.count else { return UInt16(bytes[position]) }
        let first = UInt16(bytes[position])
        let second = UInt16(bytes[position + 1])
        return encoding == YAML_UTF16LE_ENCODING ? second << 8 | first : first << 8 | second
    }

    /// Whether a code unit begins a scalar.
    ///
    /// Continuation bytes and trailing surrogates belong to the scalar before them.
    private func beginsScalar(_ unit: UInt16) -> Bool {
        isUTF16 ? unit & 0xFC00 != 0xDC00 : unit & 0xC0 != 0x80
    }
}
