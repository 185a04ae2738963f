import CRDGeneratorCore

/// Markdown that grows piece by piece.
struct PageOutput {
    // One array of bytes: strings with interpolations cost several times as much.
    private(set) var bytes: [UInt8] = []

    /// Everything so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ text: some Collection<UInt8>) {
        bytes.append(contentsOf: text)
    }

    mutating func add(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Takes away as many bytes at the end.
    mutating func removeLast(_ count: Int) {
        bytes.removeLast(count)
    }

    /// Takes away every line feed at the end.
    mutating func removeEmptyLinesAtEnd() {
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    }
}
