import CRDYAML

/// Resolves the path of a field, such as `.spec.host` or `.map['a.b']`, in a schema
/// (apiextensions-apiserver v0.35, pkg/apiserver/schema/cel, `ValidFieldPath`).
struct FieldPathReader {
    /// The error for an invalid path.
    struct Failure: Error {
        let message: String

        static let noField = Failure(message: "does not refer to a valid field")
        static let endOfPath = Failure(message: "unexpected end of JSON path")
    }

    /// The field of a path.
    struct Target {
        /// The names of the path.
        var names: [String] = []
        /// The schema of the field; `nil` if there is none, as below `additionalProperties: true`.
        var schema: SchemaNode?
    }

    private var tokens: ArraySlice<String>

    /// Resolves a path.
    ///
    /// - Parameters:
    ///   - text: The path.
    ///   - schema: The schema that the path begins at.
    ///   - allowsBrackets: Whether `['name']` is allowed instead of `.name`.
    /// - Returns: The field.
    /// - Throws: `Failure` with the server's message if there is no such field.
    static func read(
        _ text: String,
        in schema: SchemaNode,
        allowsBrackets: Bool = true
    ) throws(Failure) -> Target {
        var reader = FieldPathReader(tokens: tokens(of: text)[...])
        var target = Target(schema: schema)
        while let token = reader.tokens.popFirst() {
            switch token {
            case ".":
                guard let name = reader.tokens.popFirst() else { throw .endOfPath }
                try follow(name, &target)
            case "[":
                guard allowsBrackets else {
                    throw Failure(message: "array notation is not allowed")
                }
                try follow(try reader.quotedName(), &target)
                guard let end = reader.tokens.popFirst() else { throw .endOfPath }
                guard end == "]" else { throw Failure(message: "expected ] but got \(end)") }
            default: throw Failure(message: "expected [ or . but got: \(token)")
            }
        }
        return target
    }

    private static func follow(_ name: String, _ target: inout Target) throws(Failure) {
        guard let schema = target.schema else { throw .noField }
        if schema.hasProperties {
            guard let property = schema.property(name) else { throw .noField }
            target.schema = property
        } else if let additional = schema.additionalProperties {
            if case .schema(let schema) = additional {
                target.schema = schema
            } else {
                target.schema = nil
            }
        } else {
            throw .noField
        }
        target.names.append(name)
    }

    private mutating func quotedName() throws(Failure) -> String {
        guard let token = tokens.popFirst() else { throw .endOfPath }
        guard token.utf8.count >= 2, token.hasPrefix("'"), token.hasSuffix("'") else {
            throw Failure(message: "expected single quoted string but got \(token)")
        }
        var name = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in token.unicodeScalars.dropFirst().dropLast() {
            guard isEscaped else {
                if scalar == "\\" { isEscaped = true } else { name.append(scalar) }
                continue
            }
            guard let meant = Self.escapes[scalar] else {
                let message = "invalid string literal: invalid escape char \\\(scalar)"
                throw Failure(message: message)
            }
            name.append(meant)
            isEscaped = false
        }
        if isEscaped { name.append("\\") }
        return String(name)
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t",
        "v": "\u{0B}", "'": "'", "\\": "\\",
    ]

    /// Returns the tokens: delimiters, strings in single quotes, and the text between them.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var token = String.UnicodeScalarView()
        var isQuoted = false
        func end() {
            if !token.isEmpty { tokens.append(String(token)) }
            token = .init()
            isQuoted = false
        }
        for scalar in text.unicodeScalars {
            if isQuoted {
                let closes = scalar == "'" && token.last != "\\"
                token.append(scalar)
                if closes { end() }
            } else if scalar == "." || scalar == "[" || scalar == "]" {
                end()
                tokens.append(String(scalar))
            } else {
                isQuoted = scalar == "'" && token.isEmpty
                token.append(scalar)
            }
        }
        end()
        return tokens
    }
}
