public import CRDRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date {
    /// Creates the `Date` of a timestamp; returns `nil` if the text is not a valid RFC 3339
    /// timestamp.
    public init?(_ dateTime: DateTime) {
        guard let time = dateTime.timeSince1970 else { return nil }
        let (seconds, attoseconds) = time.components
        self.init(timeIntervalSince1970: Double(seconds) + Double(attoseconds) / 1e18)
    }
}

extension DateTime {
    /// Creates a timestamp in UTC, in seconds, like the timestamps of Kubernetes.
    public init(_ date: Date) {
        self.init(date.formatted(.iso8601))
    }
}

extension Data {
    /// Creates the decoded data; returns `nil` if the text is not base64.
    public init?(_ base64: Base64Data) {
        guard let bytes = base64.bytes else { return nil }
        self.init(bytes)
    }
}

extension Base64Data {
    /// Creates base64 data from bytes.
    public init(_ data: Data) {
        self.init(bytes: Array(data))
    }
}
