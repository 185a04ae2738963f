import CRDParsing
import CRDYAML

/// A JSON text whose objects are found without reading their values.
///
/// The OpenAPI document of a whole cluster has several megabytes, of which an object needs a small
/// part.
struct JSONOutline: Sendable {
    /// The bytes of the text.
    let bytes: [UInt8]
    /// The path of the file.
    let file: String

    /// A member of an object.
    struct Member {
        let key: String
        /// The bytes of the value.
        let value: Range<Int>
    }

    /// Returns the members of an object, in the order of the text.
    ///
    /// - Parameter range: The bytes of a value; `nil` for the first value of the text.
    /// - Returns: The members; `nil` if the value is not an object, or if the text is not JSON.
    func members(of range: Range<Int>? = nil) -> [Member]? {
        object(from: range?.lowerBound ?? 0)?.members
    }

    /// Returns the members of the object that begins at a position, and the end of the object.
    ///
    /// - Parameter start: The position, or that of blanks before it.
    /// - Returns: The members; `nil` if there is no object, or if the text is not JSON.
    func object(from start: Int) -> (members: [Member], end: Int)? {
        var position = skippingBlanks(from: start)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else { return nil }
        var members: [Member] = []
        position = skippingBlanks(from: position + 1)
        if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
            return (members, position + 1)
        }
        while position < bytes.count, let keyEnd = stringEnd(from: position) {
            let key = key(in: position..<keyEnd)
            position = skippingBlanks(from: keyEnd)
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
            let start = skippingBlanks(from: position + 1)
            guard let end = valueEnd(from: start) else { return nil }
            members.append(Member(key: key, value: start..<end))
            position = skippingBlanks(from: end)
            guard position < bytes.count else { return nil }
            if bytes[position] == UInt8(ascii: "}") { return (members, position + 1) }
            guard bytes[position] == UInt8(ascii: ",") else { return nil }
            position = skippingBlanks(from: position + 1)
        }
        return nil
    }

    /// Reads a value.
    ///
    /// - Parameter range: The bytes of the value.
    /// - Returns: The value, with source locations relative to its start; `nil` if it is not JSON.
    func node(in range: Range<Int>) -> Node? {
        try? JSONReader.read(Array(bytes[range]), file: file)
    }

    /// Returns the value of a member of an object; `nil` if there is none.
    func value(of key: String, in range: Range<Int>) -> Range<Int>? {
        members(of: range)?.first { $0.key == key }?.value
    }

    private func key(in range: Range<Int>) -> String {
        let content = bytes[range.lowerBound + 1..<range.upperBound - 1]
        guard content.contains(UInt8(ascii: "\\")) else {
            return String(decoding: content, as: UTF8.self)
        }
        return node(in: range)?.text ?? ""
    }

    /// Returns the position of the next byte that is not blank; the end of the text if there is none.
    func skippingBlanks(from start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        return position
    }

    /// Returns the end of a string; `nil` if no string begins at the position.
    private func stringEnd(from start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
        var position = start + 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""): return position + 1
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    /// Returns the end of a value, whose brackets are only counted.
    private func valueEnd(from start: Int) -> Int? {
        var position = start
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = stringEnd(from: position) else { return nil }
                position = end
                if depth == 0 { return end }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // The end of the object around a number or a word.
                if depth == 0 { return position }
                depth -= 1
                if depth == 0 { return position + 1 }
            case UInt8(ascii: ","), 0...0x20: if depth == 0 { return position }
            default: break
            }
            position += 1
        }
        return nil
    }
}
