/// Finds the occurrences of some bytes in others in linear time (Knuth, Morris and Pratt).
struct ByteSearch {
    private let part: [UInt8]
    /// For each length of a prefix of the part, the length of the longest prefix that is also its
    /// suffix.
    private let borders: [Int]

    /// Prepares the search for bytes that are not empty.
    init(_ part: [UInt8]) {
        self.part = part
        var borders = [0, 0]
        var border = 0
        for position in part.indices.dropFirst() {
            while border > 0, part[position] != part[border] { border = borders[border] }
            if part[position] == part[border] { border += 1 }
            borders.append(border)
        }
        self.borders = borders
    }

    /// Returns the start of the first occurrence at a position or behind it.
    func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
        var matched = 0
        for position in bytes.indices[min(start, bytes.count)...] {
            while matched > 0, bytes[position] != part[matched] { matched = borders[matched] }
            if bytes[position] == part[matched] { matched += 1 }
            if matched == part.count { return position + 1 - matched }
        }
        return nil
    }

    /// Returns the start of the last occurrence that begins at a position or before it.
    static func last(_ part: [UInt8], in bytes: [UInt8], upTo limit: Int) -> Int? {
        let end = min(limit + part.count, bytes.count)
        guard end >= part.count else { return nil }
        let search = ByteSearch(part.reversed())
        return search.first(in: bytes[..<end].reversed()).map { end - $0 - part.count }
    }

    /// Returns the starts of all occurrences that do not overlap, at most a number of them.
    func all(in bytes: [UInt8], limit: Int) -> [Int] {
        var starts: [Int] = []
        var position = 0
        while starts.count < limit, let start = first(in: bytes, from: position) {
            starts.append(start)
            position = start + part.count
        }
        return starts
    }
}
