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
    var keys: RepeatedKeys
    /// Whether the innermost open value is an object; false for an array, and at the root.
    var isInMapping = false
    /// The values of ``isInMapping`` outside the open arrays and objects, the outermost first.
    var outer: [Bool] = []

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
        keys = RepeatedKeys(bytes)
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
        } while !outer.isEmpty || expectsValue
        skipBlanks()
        guard position == bytes.count else { throw unexpected("the end of the text") }
        builder.endDocument()
    }

    // Plain numbers, because `UInt8(ascii:)` and patterns of optionals are slow calls in a debug
    // build: 0x22 is the quotation mark, 0x2C the comma, 0x3A the colon, 0x5B and 0x5D are square
    // brackets, 0x7B and 0x7D are braces.

    /// Reads a scalar, or the start of an array or object with its first key.
    ///
    /// - Returns: Whether a value follows.
    mutating func readValueStart() throws(Failure) -> Bool {
        let byte = current
        if byte == 0x22 {
            try readString()
        } else if byte == 0x7B {
            try begin(.mapping)
            skipBlanks()
            if current == 0x7D {
                try end()
                return false
            }
            try readKey()
            return true
        } else if byte == 0x5B {
            try begin(.sequence)
            skipBlanks()
            if current == 0x5D {
                try end()
                return false
            }
            return true
        } else {
            try readLiteral()
        }
        return false
    }

    /// - Returns: Whether a value follows.
    mutating func readSeparatorOrEnd() throws(Failure) -> Bool {
        let isMapping = isInMapping
        let byte = current
        if byte == 0x2C {
            position += 1
            skipBlanks()
            if isMapping { try readKey() }
            return true
        }
        guard byte == (isMapping ? 0x7D : 0x5D) else {
            throw unexpected(isMapping ? "',' or '}'" : "',' or ']'")
        }
        try end()
        return false
    }

    mutating func readKey() throws(Failure) {
        guard current == 0x22 else { throw unexpected("a key in quotes") }
        try readString()
        skipBlanks()
        guard current == 0x3A else { throw unexpected("':'") }
        position += 1
    }

    mutating func begin(_ kind: Node.Kind) throws(Failure) {
        let place = sourcePosition
        position += 1
        outer.append(isInMapping)
        if case .mapping = kind { isInMapping = true } else { isInMapping = false }
        do throws(Diagnostic) {
            try builder.begin(kind, tag: .none, anchor: nil, at: place)
        } catch {
            throw .content(error)
        }
    }

    mutating func end() throws(Failure) {
        position += 1
        isInMapping = outer.removeLast()
        do throws(Diagnostic) {
            try builder.end()
        } catch {
            throw .content(error)
        }
    }

    mutating func add(
        _ text: String,
        _ style: Node.Style,
        at place: SourcePosition
    ) throws(Failure) {
        do throws(Diagnostic) {
            try builder.scalar(text, style: style, tag: .none, anchor: nil, at: place)
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

    /// The next byte; 0 at the end of the text.
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func skipBlanks() {
        while position < bytes.count {
            let byte = bytes[position]
            // Most often the next byte is no blank.
            if byte > 0x20 || !Self.isBlank(byte) { return }
            position += 1
            if byte == 0x0A {
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
}
