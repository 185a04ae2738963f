/// A timestamp in the format of RFC 3339 (`format: date-time`), such as `2026-11-23T08:30:00Z`.
///
/// It keeps the exact text, with fractional seconds and offset. Two values are equal if their texts
/// are equal. `Date(_:)` in the module `CRDFoundation` converts it to a `Date`.
public struct DateTime: Hashable, Sendable, CustomStringConvertible {
    /// The text, as in the manifest.
    public let text: String

    /// Creates a timestamp from a text, which is not validated.
    public init(_ text: String) {
        self.text = text
    }

    /// The time since 1970-01-01T00:00:00Z, in nanosecond precision; further digits are dropped.
    ///
    /// The value is `nil` if the text is not a valid RFC 3339 timestamp, which requires date, time
    /// and offset. A leap second is the first second of the next minute.
    public var timeSince1970: Duration? {
        RFC3339Reader.read(text)
    }

    /// The text.
    public var description: String { text }
}

extension DateTime: ExpressibleByStringLiteral {
    /// Creates a timestamp from a text, which is not validated.
    public init(stringLiteral value: String) { text = value }
}

extension DateTime: Codable {
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

extension DateTime: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { text = "" }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> DateTime? {
        String._fromManifest(node, reader).map { DateTime($0) }
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(text) }
}
