extension Range<Int> {
    /// Returns the numbers in another order, such as the indexes of an array in the order of its
    /// elements.
    ///
    /// Numbers keep their order if neither of them precedes the other. The plugin's tool and the
    /// runtime use this function instead of `sorted(by:)` of arrays, of which the compiler makes a
    /// copy of 5 KB for each type of elements and each closure.
    ///
    /// - Parameter precedes: Whether the first number is before the second.
    /// - Returns: All numbers of the range.
    @inline(never)
    package func ordered(by precedes: (Int, Int) -> Bool) -> [Int] {
        sorted(by: precedes)
    }
}
