import Dispatch

extension Array where Element: Sendable {
    /// Returns the results of a function for all elements, in their order, computed on all cores.
    ///
    /// - Parameter transform: A function that prints nothing.
    /// - Returns: The results, in the order of the elements.
    func concurrentMap<Result: Sendable>(
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            // Each element is written by one call only, and read after all calls.
            nonisolated(unsafe) let start = buffer.baseAddress
            DispatchQueue.concurrentPerform(iterations: count) { index in
                unsafe start?.advanced(by: index).initialize(to: transform(self[index]))
            }
            initializedCount = count
        }
    }
}
