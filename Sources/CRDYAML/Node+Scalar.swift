extension Node {
    /// Returns the value of this scalar by its tag, style and text.
    ///
    /// Only a plain scalar can be anything but a string, unless it has a tag: `!!int "5"` is an
    /// integer, `!!str 5` and `! 5` are strings. The text must match the tag. `!!float 5` converts
    /// an integer to a float.
    ///
    /// - Precondition: The node is a scalar.
    /// - Throws: `Diagnostic` at the node if its text does not match its tag, such as `!!int 1.5`
    ///   or `!!null x`, or if the text of a `!!binary` is not base64.
    package func resolved() throws(Diagnostic) -> Scalar {
        let record = tree.records[index]
        guard case .scalar = record.kind else {
            preconditionFailure("a \(record.kind) has no scalar value")
        }
        do throws(TagMismatch) {
            let text = tree.texts[Int(record.start)]
            return try Scalar.meaning(of: text, style: record.style, tag: record.tag)
        } catch {
            throw diagnostic(.error, error.message)
        }
    }

    /// The text of a scalar that is a string; for a `!!binary`, the decoded bytes.
    ///
    /// Invalid UTF-8 is replaced by U+FFFD, as when it is sent to the API server.
    package var string: String {
        if case .binary = tag { return Base64.string(text) }
        return text
    }
}

/// The error for a scalar whose text does not match its tag.
package struct TagMismatch: Error {
    package let message: String
}

extension Scalar {
    /// Returns the value of a scalar; see ``Node/resolved()``.
    ///
    /// - Throws: `TagMismatch` if its text does not match its tag.
    package static func meaning(
        of text: String,
        style: Node.Style,
        tag: Node.Tag
    ) throws(TagMismatch) -> Scalar {
        switch tag {
        case .none:
            // A pattern, because '==' of enumerations is a slow call in a debug build.
            guard case .plain = style else { return .string }
            return .resolve(plain: text)
        case .other, .string:
            return .string
        case .binary:
            if Base64.decode(text) != nil { return .string }
            throw TagMismatch(message: "the text of a !!binary is not base64: '\(text.excerpt)'")
        case .timestamp where Timestamp.isDateOrTime(Array(text.utf8)):
            return .string
        case .timestamp, .integer, .float, .boolean, .null:
            let meaning = Scalar.resolve(plain: text)
            if meaning.tag == tag { return meaning }
            if tag == .float, case .integer(let value) = meaning { return .float(Double(value)) }
            throw TagMismatch(
                message: "cannot read the \(meaning.tag.word) '\(text.excerpt)' "
                    + "as \(tag.shorthand)"
            )
        }
    }
}

extension Scalar {
    /// The tag of a value of this type.
    fileprivate var tag: Node.Tag {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .integer, .unsigned: .integer
        case .float, .notFinite: .float
        case .string: .string
        }
    }
}

extension Node.Tag {
    /// The name of the type in messages.
    fileprivate var word: String {
        switch self {
        case .none, .other, .string: "string"
        case .integer: "integer"
        case .float: "float"
        case .boolean: "boolean"
        case .null: "null"
        case .binary: "binary"
        case .timestamp: "timestamp"
        }
    }

    /// The tag as written before a node.
    fileprivate var shorthand: String {
        switch self {
        case .none, .other: "!"
        case .string: "!!str"
        case .integer: "!!int"
        case .float: "!!float"
        case .boolean: "!!bool"
        case .null: "!!null"
        case .binary: "!!binary"
        case .timestamp: "!!timestamp"
        }
    }
}
