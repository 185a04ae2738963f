import CRDYAML

/// Binary data in base64 (`format: byte`).
///
/// It keeps the text from which it was read.
///
///     let data = Base64Data(bytes: Array("hello".utf8))   // aGVsbG8=
public struct Base64Data: Hashable, Sendable, CustomStringConvertible {
    /// The text, as in the manifest.
    public let text: String

    /// Creates data from base64 text, which is not validated.
    public init(_ text: String) {
        self.text = text
    }

    /// Creates data from bytes.
    public init(bytes: [UInt8]) {
        text = Base64.encode(bytes)
    }

    /// The bytes; `nil` if the text is not base64 (RFC 4648, section 4, with padding).
    public var bytes: [UInt8]? { Base64.decode(text) }

    /// The text.
    public var description: String { text }
}

extension Base64Data: ExpressibleByStringLiteral {
    /// Creates data from base64 text, which is not validated.
    public init(stringLiteral value: String) { text = value }
}

extension Base64Data: Codable {
    /// Reads the text.
    ///
    /// - Throws: `DecodingError` if the value is not a string.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the text.
    ///
    /// - Throws: The errors of the encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Base64Data: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { text = "" }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Base64Data?
    {
        String._fromManifest(node, reader).map { Base64Data($0) }
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(text) }
}
