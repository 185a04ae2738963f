extension PatternSearch {
    /// Returns the first match in a text; `nil` if there is none.
    ///
    /// It is the match that begins first; of several with this beginning, it is the one that the
    /// pattern prefers. The time is linear in the length of the text.
    package func first(in text: String) -> Range<String.Index>? {
        guard isFound(in: text) else { return nil }
        let codes = text.unicodeScalars.map(\.value)
        var finder = PatternFinder(pattern, codes)
        guard let match = finder.match(from: 0) else { return nil }
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: match.lowerBound)
        return start..<scalars.index(start, offsetBy: match.count)
    }

    /// Returns all matches in a text that do not overlap, as Go's `FindAllString` does.
    ///
    /// An empty match directly after another match is left out. The time is linear in the length of
    /// the text.
    ///
    /// - Parameters:
    ///   - text: The text that is searched.
    ///   - limit: The maximum number of matches; `nil` for all.
    /// - Returns: The matches, in order.
    package func all(in text: String, limit: Int? = nil) -> [Range<String.Index>] {
        guard limit != 0, isFound(in: text) else { return [] }
        let scalars = text.unicodeScalars
        let codes = scalars.map(\.value)
        var finder = PatternFinder(pattern, codes)
        var matches: [Range<String.Index>] = []
        var offset = 0
        var index = scalars.startIndex
        var position = 0
        var previousEnd = -1
        while limit.map({ matches.count < $0 }) ?? true, let match = finder.match(from: position) {
            if !match.isEmpty || match.lowerBound != previousEnd {
                let start = scalars.index(index, offsetBy: match.lowerBound - offset)
                let end = scalars.index(start, offsetBy: match.count)
                matches.append(start..<end)
                (offset, index) = (match.upperBound, end)
            }
            position = match.upperBound > position ? match.upperBound : position + 1
            previousEnd = match.upperBound
        }
        return matches
    }
}
