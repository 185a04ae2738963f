/// A value that keeps the text from which it was read, such as a timestamp.
public protocol _TextValue: _LeafValue, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The text, as in the manifest.
    var text: String { get }

    /// Creates a value from a text, which is not validated.
    init(_ text: String)
}

extension _TextValue {
    /// Creates a value from a text, which is not validated.
    public init(stringLiteral value: String) { self.init(value) }

    /// The text.
    public var description: String { text }

    /// Reads the text.
    ///
    /// - Throws: `DecodingError` if the value is not a string.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    ///
    /// - Throws: The errors of the encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self.init("") }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self? {
        String._fromManifest(node, reader).map { Self($0) }
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(text) }
}
