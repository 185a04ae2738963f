/// A timestamp in the format of RFC 3339 (`format: date-time`), such as `2026-11-23T08:30:00Z`.
///
/// It keeps the exact text, with fractional seconds and offset. Two values are equal if their texts
/// are equal. `Date(_:)` in the module `CRDFoundation` converts it to a `Date`.
public struct DateTime: _TextValue {
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
}
