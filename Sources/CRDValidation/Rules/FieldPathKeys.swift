/// Reads the keys of a path such as `.spec.ports['http']`, one by one
/// (apiextensions-apiserver v0.35, pkg/apiserver/schema/cel, `ValidFieldPath`).
package struct FieldPathKeys {
    /// The reason why a path is invalid.
    package struct Problem: Error {
        /// The message of the server.
        package let message: String

        package static let noField = Problem(message: "does not refer to a valid field")
        private static let end = Problem(message: "unexpected end of JSON path")

        fileprivate static func unless(_ token: String?) throws(Problem) -> String {
            guard let token else { throw end }
            return token
        }
    }

    private var tokens: ArraySlice<String>
    private let allowsBrackets: Bool
    /// Whether the last key was in brackets, which are not closed yet.
    private var isInBrackets = false

    /// Creates a reader of a path.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - allowsBrackets: Whether `['name']` is allowed instead of `.name`.
    package init(_ path: String, allowsBrackets: Bool = true) {
        tokens = Self.tokens(of: path)[...]
        self.allowsBrackets = allowsBrackets
    }

    /// Returns the next key.
    ///
    /// - Returns: The key; `nil` at the end of the path.
    /// - Throws: `Problem` if the path has a wrong syntax.
    package mutating func next() throws(Problem) -> String? {
        if isInBrackets {
            isInBrackets = false
            let end = try Problem.unless(tokens.popFirst())
            guard end == "]" else { throw Problem(message: "expected ] but got \(end)") }
        }
        switch tokens.popFirst() {
        case nil: return nil
        case ".": return try Problem.unless(tokens.popFirst())
        case "[":
            guard allowsBrackets else { throw Problem(message: "array notation is not allowed") }
            isInBrackets = true
            return try Self.unquoted(try Problem.unless(tokens.popFirst()))
        case let token?: throw Problem(message: "expected [ or . but got: \(token)")
        }
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
