public import CRDRuntime

extension AsyncSequence where Element: Sequence, Element.Element == UInt8 {
    /// Returns the events of a watch, whose bytes arrive in chunks.
    ///
    /// ```swift
    /// for try await event in response.body.events(of: TrainingJob.self) { … }
    /// ```
    ///
    /// The sequence ends when the server ends the watch. It throws `APIError` as ``WatchDecoder``
    /// does, and the errors of this sequence.
    public func events<R: Resource>(of type: R.Type) -> WatchEvents<Self, R> {
        WatchEvents(base: self)
    }
}

/// The events of a watch, in the order in which the server sends them.
public struct WatchEvents<Base: AsyncSequence, R: Resource>: AsyncSequence
where Base.Element: Sequence, Base.Element.Element == UInt8 {
    let base: Base

    /// Returns an iterator over the events.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: base.makeAsyncIterator())
    }

    /// Reads chunks until an event is complete.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var base: Base.AsyncIterator
        private var decoder = WatchDecoder<R>()
        private var chunk: ArraySlice<UInt8> = []

        init(base: Base.AsyncIterator) {
            self.base = base
        }

        /// Returns the next event; `nil` after the last one.
        public mutating func next() async throws -> WatchEvent<R>? {
            while true {
                if let event = try decoder.next(from: &chunk) { return event }
                guard let bytes = try await base.next() else { return try decoder.finish() }
                chunk = ArraySlice(bytes)
            }
        }
    }
}

extension WatchEvents: Sendable where Base: Sendable {}
