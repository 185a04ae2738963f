import CRDRuntime
import CRDYAML

/// Decodes the events of a watch from chunks of bytes of any size.
///
/// ```swift
/// var decoder = WatchDecoder<TrainingJob>()
/// for chunk in chunks {
///     var bytes = chunk[...]
///     while let event = try decoder.next(from: &bytes) { … }
/// }
/// ```
///
/// The server sends one JSON object in each line. The decoder holds at most one incomplete line, and
/// looks at each byte once to find its end.
public struct WatchDecoder<R: Resource>: Sendable {
    /// The maximum size of an event in bytes.
    ///
    /// etcd stores objects of 1.5 MB by default. A larger event is an error, so that a response
    /// that has no lines cannot use up the memory.
    public static var maximumEventSize: Int { 64 << 20 }

    /// The bytes of an incomplete line.
    private var pending: [UInt8]

    /// Creates a decoder.
    public init() {
        pending = []
    }

    /// Creates a decoder for a response that begins with bytes.
    init(start: [UInt8]) {
        pending = start
    }

    /// Returns the next event that ends in a chunk.
    ///
    /// - Parameter chunk: The bytes that follow those of the last call. The bytes that were used
    ///   are removed from it; call this function until it returns `nil`, which uses up all of them.
    /// - Returns: The event; `nil` if the chunk ends before the event.
    /// - Throws: `APIError` for an event `ERROR`, such as an expired resource version, and for an
    ///   event that cannot be read. Its bytes are used up.
    public mutating func next(
        from chunk: inout ArraySlice<UInt8>
    ) throws(APIError) -> WatchEvent<R>? {
        while let end = chunk.firstIndex(of: 0x0A) {
            pending += chunk[..<end]
            chunk = chunk[(end + 1)...]
            if let event = try takeEvent() { return event }
        }
        pending += chunk
        chunk = []
        if pending.count > Self.maximumEventSize {
            pending = []
            throw APIError(
                code: 200,
                message: "the event has more than \(Self.maximumEventSize) bytes"
            )
        }
        return nil
    }

    /// Returns the event that the response ends with, if no line feed follows it.
    ///
    /// - Returns: The event; `nil` if there is none, which is the rule.
    /// - Throws: `APIError` if the response ends within an event.
    public mutating func finish() throws(APIError) -> WatchEvent<R>? {
        try takeEvent()
    }

    /// Returns the event in the pending line; `nil` if the line is blank.
    private mutating func takeEvent() throws(APIError) -> WatchEvent<R>? {
        let line = pending
        pending = []
        let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return isBlank ? nil : try WatchEvent(line)
    }
}
