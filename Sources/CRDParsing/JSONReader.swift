package import CRDYAML

/// Reads JSON (RFC 8259) into nodes with positions.
///
/// The runtime uses it for schemas and values, because it does not link libyaml. The YAML reader
/// uses it first for texts that look like JSON, because YAML 1.1 differs from JSON: surrogate pairs
/// in escapes and keys over 1,024 characters are errors.
package struct JSONReader {
    /// The reason why a text cannot be read.
    package enum Failure: Error {
        /// The text is not JSON, but may be YAML.
        case syntax(Diagnostic)
        /// The text is JSON, but its content is invalid: a duplicate key, or too many levels of
        /// nesting.
        case content(Diagnostic)

        /// The diagnostic for both cases.
        package var diagnostic: Diagnostic {
            switch self {
            case .syntax(let diagnostic), .content(let diagnostic): diagnostic
            }
        }
    }

    let bytes: [UInt8]
    let file: String
    var position = 0
    var line = 1
    /// The start of the line, and the number of its bytes that continue a scalar.
    ///
    /// The column is their difference.
    var lineStart = 0
    var continuationBytes = 0
    var builder: NodeTreeBuilder
    /// The kinds of the open arrays and objects, the outermost first.
    var open: [Node.Kind] = []

    /// Whether the first character that is not whitespace begins a JSON object or array.
    package static func mayBeJSON(_ bytes: [UInt8]) -> Bool {
        for byte in bytes where !isBlank(byte) {
            return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
        }
        return false
    }

    /// Reads a text that consists of one JSON value.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - file: The path shown in diagnostics.
    ///   - duplicateRule: The treatment of duplicate keys.
    /// - Returns: The root node.
    /// - Throws: `Failure` with the first error.
    package static func read(
        _ bytes: [UInt8],
        file: String,
        duplicateRule: NodeTreeBuilder.DuplicateRule = .rejected
    ) throws(Failure) -> Node {
        var reader = JSONReader(bytes, file: file, duplicateRule)
        try reader.readValues()
        let tree = reader.builder.finish()
        guard let root = tree.documents.first else {
            throw .syntax(Diagnostic(.error, "no JSON value", file: file))
        }
        return root
    }

    init(_ bytes: [UInt8], file: String, _ duplicateRule: NodeTreeBuilder.DuplicateRule) {
        self.bytes = bytes
        self.file = file
        builder = NodeTreeBuilder(bytes, file: file, isJSON: true, duplicateRule: duplicateRule)
    }
}

// MARK: - Structure

extension JSONReader {
    /// Reads all values in one loop instead of recursively, so that nesting needs no stack space.
    mutating func readValues() throws(Failure) {
        var expectsValue = true
        repeat {
            skipBlanks()
            if expectsValue {
                expectsValue = try readValueStart()
            } else {
                expectsValue = try readSeparatorOrEnd()
            }
        } while !open.isEmpty || expectsValue
        skipBlanks()
        guard position == bytes.count else { throw unexpected("the end of the text") }
        builder.endDocument()
    }

    /// Reads a scalar, or the start of an array or object with its first key.
    ///
    /// - Returns: Whether a value follows.
    mutating func readValueStart() throws(Failure) -> Bool {
        switch peek {
        case UInt8(ascii: "{"):
            try begin(.mapping)
            skipBlanks()
            if peek == UInt8(ascii: "}") {
                try end()
                return false
            }
            try readKey()
            return true
        case UInt8(ascii: "["):
            try begin(.sequence)
            skipBlanks()
            if peek == UInt8(ascii: "]") {
                try end()
                return false
            }
            return true
        case UInt8(ascii: "\""):
            try readString()
        default:
            try readLiteral()
        }
        return false
    }

    /// - Returns: Whether a value follows.
    mutating func readSeparatorOrEnd() throws(Failure) -> Bool {
        let isMapping = open.last == .mapping
        switch peek {
        case UInt8(ascii: ","):
            position += 1
            skipBlanks()
            if isMapping { try readKey() }
            return true
        case UInt8(ascii: "}") where isMapping, UInt8(ascii: "]") where !isMapping:
            try end()
            return false
        default:
            throw unexpected(isMapping ? "',' or '}'" : "',' or ']'")
        }
    }

    mutating func readKey() throws(Failure) {
        guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
        try readString()
        skipBlanks()
        guard peek == UInt8(ascii: ":") else { throw unexpected("':'") }
        position += 1
    }

    mutating func begin(_ kind: Node.Kind) throws(Failure) {
        let place = sourcePosition
        position += 1
        open.append(kind)
        try content { (builder) throws(Diagnostic) in
            try builder.begin(kind, tag: .none, anchor: nil, at: place)
        }
    }

    mutating func end() throws(Failure) {
        position += 1
        open.removeLast()
        try content { (builder) throws(Diagnostic) in try builder.end() }
    }

    mutating func add(
        _ text: String,
        _ style: Node.Style,
        at place: SourcePosition
    ) throws(Failure) {
        try content { (builder) throws(Diagnostic) in
            try builder.scalar(text, style: style, tag: .none, anchor: nil, at: place)
        }
    }

    mutating func content(
        _ action: (inout NodeTreeBuilder) throws(Diagnostic) -> Void
    ) throws(Failure) {
        do throws(Diagnostic) {
            try action(&builder)
        } catch {
            throw .content(error)
        }
    }
}

// MARK: - Bytes

extension JSONReader {
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    var sourcePosition: SourcePosition {
        SourcePosition(line: line, column: position - lineStart - continuationBytes + 1)
    }

    mutating func skipBlanks() {
        while position < bytes.count, Self.isBlank(bytes[position]) {
            position += 1
            if bytes[position - 1] == 0x0A {
                line += 1
                lineStart = position
                continuationBytes = 0
            }
        }
    }

    func unexpected(_ expectation: String) -> Failure {
        guard position < bytes.count else {
            return failure("found the end of the text, expected \(expectation)", at: sourcePosition)
        }
        let rest = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        let found = rest.unicodeScalars.first ?? "\u{FFFD}"
        return failure("found '\(found)', expected \(expectation)", at: sourcePosition)
    }

    func failure(_ message: String, at place: SourcePosition) -> Failure {
        .syntax(Diagnostic(.error, message, file: file, at: place))
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    static func isLiteralByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
