extension Node {
    /// What this scalar means, by its tag, its style and its text.
    ///
    /// Only a plain scalar means more than its text, unless a tag says what it is: `!!int "5"` is
    /// an integer, `!!str 5` and `! 5` are strings. A tag is believed if the text agrees with it;
    /// `!!float 5` makes a float of an integer.
    ///
    /// - Precondition: The node is a scalar.
    /// - Throws: `Diagnostic` at the node if its text disagrees with its tag, such as `!!int 1.5`
    ///   or `!!null x`, or if a `!!binary` is not base64.
    package func resolved() throws(Diagnostic) -> Scalar {
        let record = tree.records[index]
        guard case .scalar = record.kind else {
            preconditionFailure("asked what a \(record.kind) means as a scalar")
        }
        do throws(TagMismatch) {
            let text = tree.texts[Int(record.start)]
            return try Scalar.meaning(of: text, style: record.style, tag: record.tag)
        } catch {
            throw diagnostic(.error, error.message)
        }
    }

    /// The text of a scalar that is a string; of a `!!binary`, the bytes it stands for.
    ///
    /// Bytes that are not UTF-8 become U+FFFD, as they do on the way into the API server.
    package var string: String {
        if case .binary = tag { return Base64.string(text) }
        return text
    }
}

/// A scalar whose text disagrees with its tag.
struct TagMismatch: Error {
    let message: String
}

extension Scalar {
    /// What a scalar means; see ``Node/resolved()``.
    ///
    /// - Throws: `TagMismatch` if its text disagrees with its tag.
    static func meaning(
        of text: String,
        style: Node.Style,
        tag: Node.Tag
    ) throws(TagMismatch) -> Scalar {
        switch tag {
        case .none:
            // A pattern, since '==' of enumerations is a slow call in a debug build.
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
    /// The tag that says what this is.
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
    /// What a value with this tag is called in a message.
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

    /// The tag as it is written in front of a node.
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
