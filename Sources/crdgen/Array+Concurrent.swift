import Foundation

extension Array where Element: Sendable {
    /// Returns the results of a function for all elements, in their order, computed on all cores.
    ///
    /// - Parameters:
    ///   - step: Called with the number of elements that are done since the last call, so that
    ///     progress can be shown.
    ///   - transform: A function that prints nothing.
    /// - Returns: The results, in the order of the elements.
    func concurrentMap<Result: Sendable>(
        step: (Int) -> Void = { _ in },
        _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        // Several parts for each core, because parts take different times.
        let size = Swift.max(1, count / (ProcessInfo.processInfo.activeProcessorCount * 16))
        return await withTaskGroup(of: (start: Int, results: [Result]).self) { group in
            for start in stride(from: 0, to: count, by: size) {
                let part = self[start..<Swift.min(start + size, count)]
                group.addTask { (start, part.map(transform)) }
            }
            var parts: [(start: Int, results: [Result])] = []
            for await part in group {
                step(part.results.count)
                parts.append(part)
            }
            return parts.sorted { $0.start < $1.start }.flatMap(\.results)
        }
    }
}
