/// The table of a pattern, which is created when a number of searches were made.
///
/// A few searches are faster with the states that they need than with all states. Several threads
/// can use the reference at once; it works like `OnceReference` of CRDRuntime.
@safe final class SharedPatternTable: Sendable {
    /// A search without the table.
    private final class Search: Sendable {}

    /// The number of searches without the table.
    private static let searchCount = 8

    // The table, after one object for each search before it. Only atomic functions access them.
    private nonisolated(unsafe) let storage: UnsafeMutablePointer<AnyObject?>

    init() {
        unsafe storage = .allocate(capacity: Self.searchCount + 1)
        unsafe storage.initialize(repeating: nil, count: Self.searchCount + 1)
    }

    deinit {
        unsafe storage.deinitialize(count: Self.searchCount + 1)
        unsafe storage.deallocate()
    }

    /// Returns the table for a new search; `nil` for the first ones.
    func forSearch(_ pattern: Pattern) -> PatternTable? {
        if let table = created { return table }
        for number in 0..<Self.searchCount {
            let isNew = unsafe _stdlib_atomicInitializeARCRef(
                object: storage + number,
                desired: Search()
            )
            if isNew { return nil }
        }
        let table = PatternTable(pattern)
        _ = unsafe _stdlib_atomicInitializeARCRef(
            object: storage + Self.searchCount,
            desired: table
        )
        return table
    }

    private var created: PatternTable? {
        unsafe _stdlib_atomicLoadARCRef(object: storage + Self.searchCount).map {
            unsafe unsafeDowncast($0, to: PatternTable.self)
        }
    }
}
