/// The edit distance of two words.
package enum EditDistance {
    /// Returns the number of bytes to add, remove, replace, or swap with the next one.
    static func between(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for (row, byte) in one.enumerated() {
            var line = [row + 1]
            for (column, candidate) in other.enumerated() {
                var distance = min(
                    last[column] + (byte == candidate ? 0 : 1),
                    last[column + 1] + 1,
                    line[column] + 1
                )
                if row > 0, column > 0, byte == other[column - 1], one[row - 1] == candidate {
                    distance = min(distance, beforeLast[column - 1] + 1)
                }
                line.append(distance)
            }
            beforeLast = last
            last = line
        }
        return last[other.count]
    }
}
