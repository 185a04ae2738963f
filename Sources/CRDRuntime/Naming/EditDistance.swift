/// How far two words are apart.
package enum EditDistance {
    /// The key that a person most likely meant by a text; `nil` where none is like it.
    ///
    /// Case, `_` and `-` do not count, so that `instance_count` is `instanceCount`. Of several that
    /// are as near, the first.
    package static func nearest(to text: String, among keys: [String]) -> String? {
        guard text.utf8.count <= 64 else { return nil }
        let wanted = letters(text)
        var best: (key: String, distance: Int)?
        for key in keys where key.utf8.count <= 64 {
            let distance = between(wanted, letters(key))
            let most = max(1, min(wanted.count, key.utf8.count) / 3)
            if distance <= most, distance < best?.distance ?? .max { best = (key, distance) }
        }
        return best?.key
    }

    /// Without case and separators.
    private static func letters(_ text: String) -> [UInt8] {
        text.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
            .map { $0.isUppercase ? $0 | 0x20 : $0 }
    }

    /// How many bytes must be added, removed, replaced or swapped with the next.
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
