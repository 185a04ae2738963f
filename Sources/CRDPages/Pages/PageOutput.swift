import CRDGeneratorCore

/// A buffer for the text of a page.
struct PageOutput {
    // An array of bytes, because strings with interpolations are several times slower.
    private(set) var bytes: [UInt8] = []

    /// The text written so far.
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

    /// Removes a number of bytes from the end.
    mutating func removeLast(_ count: Int) {
        bytes.removeLast(count)
    }

    /// Removes all line feeds from the end.
    mutating func removeEmptyLinesAtEnd() {
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    }
}
