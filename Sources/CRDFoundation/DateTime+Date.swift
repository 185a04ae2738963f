public import CRDRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date {
    /// The moment as a `Date`; `nil` if the text is not a moment of RFC 3339.
    public init?(_ dateTime: DateTime) {
        guard let time = dateTime.timeSince1970 else { return nil }
        let (seconds, attoseconds) = time.components
        self.init(timeIntervalSince1970: Double(seconds) + Double(attoseconds) / 1e18)
    }
}

extension DateTime {
    /// Creates a moment in UTC, to the second, as Kubernetes writes its own timestamps.
    public init(_ date: Date) {
        self.init(date.formatted(.iso8601))
    }
}

extension Data {
    /// The bytes; `nil` if the text is not base64.
    public init?(_ base64: Base64Data) {
        guard let bytes = base64.bytes else { return nil }
        self.init(bytes)
    }
}

extension Base64Data {
    /// Creates data from bytes.
    public init(_ data: Data) {
        self.init(bytes: Array(data))
    }
}
