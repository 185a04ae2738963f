/// A moment in the form of RFC 3339 (`format: date-time`), such as `2026-11-23T08:30:00Z`.
///
/// It keeps the exact text, with its fractional seconds and its offset. Two values are equal if
/// their texts are. `Date(_:)` in the module `CRDFoundation` makes it a `Date` of Foundation.
public struct DateTime: Hashable, Sendable, CustomStringConvertible {
    /// The text as it stands in the manifest.
    public let text: String

    /// Creates a moment from its text, which is not checked.
    public init(_ text: String) {
        self.text = text
    }

    /// The time since 1970-01-01T00:00:00Z, to the nanosecond; digits beyond are cut off.
    ///
    /// `nil` if the text is not a moment of RFC 3339, which needs date, time and offset. A leap
    /// second is the first of the next minute.
    public var timeSince1970: Duration? {
        RFC3339Reader.read(text)
    }

    /// The text.
    public var description: String { text }
}

extension DateTime: ExpressibleByStringLiteral {
    /// Creates a moment from its text, which is not checked.
    public init(stringLiteral value: String) { text = value }
}

extension DateTime: Codable {
    /// Reads the text.
    ///
    /// - Throws: `DecodingError` if the value is no string.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the text.
    ///
    /// - Throws: Whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension DateTime: _LeafValue {
    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) { text = "" }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> DateTime? {
        String._fromManifest(node, reader).map { DateTime($0) }
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(text) }
}
