import CRDRuntime

/// The `fieldPath` of a rule: a path such as `.spec.ports['http']` to a field below the value that
/// the rule checks (apiextensions-apiserver v0.35, pkg/apiserver/schema/cel, `ValidFieldPath`).
package struct RuleFieldPath: Sendable {
    /// The keys on the path.
    package private(set) var keys: [String] = []
    /// The path in messages, such as `spec.ports[http]`.
    package private(set) var text = ""

    /// The reason why a path is invalid.
    package struct Problem: Error {
        /// The message of the server.
        package let message: String

        fileprivate static let noField = Problem(message: "does not refer to a valid field")
        fileprivate static let end = Problem(message: "unexpected end of JSON path")
    }

    /// Reads a path.
    ///
    /// - Throws: `Problem` if the path has a wrong syntax or refers to a field that the schema does
    ///   not have.
    package init(_ path: String, in schema: PreparedSchema) throws(Problem) {
        var tokens = Self.tokens(of: path)[...]
        var schema = schema
        while let token = tokens.popFirst() {
            let key: String
            switch token {
            case ".":
                guard let name = tokens.popFirst() else { throw .end }
                key = name
            case "[":
                guard let name = tokens.popFirst() else { throw .end }
                key = try Self.unquoted(name)
            default: throw Problem(message: "expected [ or . but got: \(token)")
            }
            schema = try append(key, in: schema)
            guard token == "[" else { continue }
            guard let end = tokens.popFirst() else { throw .end }
            guard end == "]" else { throw Problem(message: "expected ] but got \(end)") }
        }
    }

    /// Adds a key.
    ///
    /// - Returns: The schema of its values.
    private mutating func append(
        _ key: String,
        in schema: PreparedSchema
    ) throws(Problem) -> PreparedSchema {
        keys.append(key)
        if !schema.properties.isEmpty {
            guard let property = schema.properties[key] else { throw .noField }
            text += text.isEmpty ? key : ".\(key)"
            return property
        }
        guard case .schema(let members) = schema.additional else { throw .noField }
        text += "[\(key)]"
        return members
    }

    /// Splits a path at `.`, `[`, and `]`, which are tokens too, outside of quotes.
    private static func tokens(of path: String) -> [String] {
        var tokens: [String] = []
        var token: [UInt8] = []
        var isQuoted = false
        func add(_ bytes: [UInt8]) { tokens.append(String(decoding: bytes, as: UTF8.self)) }
        for byte in path.utf8 {
            if isQuoted {
                let isEnd = byte == UInt8(ascii: "'") && token.last != UInt8(ascii: "\\")
                token.append(byte)
                guard isEnd else { continue }
                add(token)
                token = []
                isQuoted = false
            } else if [UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]")].contains(byte) {
                if !token.isEmpty { add(token) }
                add([byte])
                token = []
            } else {
                isQuoted = token.isEmpty && byte == UInt8(ascii: "'")
                token.append(byte)
            }
        }
        if !token.isEmpty { add(token) }
        return tokens
    }

    private static let escapes: [Character: Character] = [
        "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t",
        "v": "\u{0B}", "'": "'", "\\": "\\",
    ]

    /// Returns the text in single quotes.
    private static func unquoted(_ token: String) throws(Problem) -> String {
        guard token.utf8.count >= 2, token.utf8.first == UInt8(ascii: "'"),
            token.utf8.last == UInt8(ascii: "'")
        else { throw Problem(message: "expected single quoted string but got \(token)") }
        var text = String.UnicodeScalarView()
        var scalars = token.unicodeScalars.dropFirst().dropLast()
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let escape = scalars.popFirst() else {
                text.append(scalar)
                continue
            }
            guard let character = escapes[Character(escape)] else {
                let message = "invalid string literal: invalid escape char \\\(escape)"
                throw Problem(message: message)
            }
            text.append(contentsOf: character.unicodeScalars)
        }
        return String(text)
    }
}
