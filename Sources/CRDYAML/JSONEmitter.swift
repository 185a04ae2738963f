/// Writes JSON on one line.
///
/// It has the same methods as ``Emitter``.
package struct JSONEmitter: Sendable {
    private var bytes: [UInt8] = []
    /// Whether the innermost object or array already has a member.
    private var needsComma = false

    /// Whether `#` is escaped.
    private let escapesNumberSigns: Bool

    /// Creates an emitter without text.
    ///
    /// - Parameter escapesNumberSigns: Whether `#` is written as `\u0023`, so that the text can be
    ///   placed between `#"` and `"#` in Swift source.
    package init(escapesNumberSigns: Bool = false) {
        self.escapesNumberSigns = escapesNumberSigns
    }

    /// The text that was written and not taken yet.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The number of bytes that were written and not taken yet.
    package var byteCount: Int { bytes.count }

    /// Returns the bytes written so far and removes them.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Ends a document with a line feed; another document may follow.
    package mutating func endDocument() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }
}

extension JSONEmitter {
    /// Begins an object; keys and values follow alternately.
    package mutating func beginMapping() {
        begin(UInt8(ascii: "{"))
    }

    /// Ends the innermost object.
    package mutating func endMapping() {
        end(UInt8(ascii: "}"))
    }

    /// Begins an array; its elements follow.
    package mutating func beginSequence() {
        begin(UInt8(ascii: "["))
    }

    /// Ends the innermost array.
    package mutating func endSequence() {
        end(UInt8(ascii: "]"))
    }

    /// Writes a key of the innermost object; its value is next.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - isOrdinary: Whether the text is known to need no escapes.
    package mutating func key(_ key: String, isOrdinary: Bool = false) {
        separate()
        append(key, isOrdinary: isOrdinary)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string.
    ///
    /// - Parameters:
    ///   - value: The string.
    ///   - isOrdinary: Whether the text is known to need no escapes.
    package mutating func string(_ value: String, isOrdinary: Bool = false) {
        separate()
        append(value, isOrdinary: isOrdinary)
    }

    /// Writes a Boolean.
    package mutating func boolean(_ value: Bool) {
        literal(value ? "true" : "false")
    }

    /// Writes `null`.
    package mutating func null() {
        literal("null")
    }

    /// Writes a number unchanged.
    ///
    /// The text must be a JSON number.
    package mutating func numberLiteral(_ number: String) {
        literal(number)
    }

    private mutating func literal(_ literal: String) {
        separate()
        bytes.append(contentsOf: literal.utf8)
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

extension JSONEmitter {
    private mutating func append(_ value: String, isOrdinary: Bool) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.append(contentsOf: value.utf8)
        if !isOrdinary { escape(from: start) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Replaces the bytes after a position by escapes where they need them.
    private mutating func escape(from start: Int) {
        // Indexes and plain numbers, because `contains` and `UInt8(ascii:)` are slow in a debug
        // build: 0x22 is the quotation mark, 0x23 the number sign, 0x5C the backslash.
        let numberSign: UInt8 = escapesNumberSigns ? 0x23 : 0x22
        let end = bytes.count
        var position = start
        while position < end {
            let byte = bytes[position]
            if byte < 0x24 && (byte < 0x20 || byte == 0x22 || byte == numberSign) || byte == 0x5C {
                // An array, because iterating over a view of a string that may be a substring is
                // slow.
                let rest = Array(bytes[position...])
                bytes.removeLast(rest.count)
                return appendEscaped(rest)
            }
            position += 1
        }
    }

    private mutating func appendEscaped(_ value: [UInt8]) {
        for byte in value {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "#") where escapesNumberSigns:
                bytes.append(contentsOf: "\\u0023".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
                bytes.append(contentsOf: String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
    }
}
