extension DocumentEditor {
    /// Removes and adds pairs or items of a block.
    ///
    /// - Parameters:
    ///   - units: The ranges of all pairs or items, each from its key or dash to its end.
    ///   - removed: The positions of those that are removed, which are not all.
    ///   - additions: The texts that are added, by the position of the unit before them; -1 for
    ///     those before the first.
    mutating func editBlock(
        _ units: [Range<Int>],
        _ removed: Set<Int>,
        _ additions: [Int: [String]]
    ) {
        guard let first = units.indices.first(where: { !removed.contains($0) }) else { return }
        let column = lines.column(units[0].lowerBound)
        let space = String(repeating: " ", count: column)
        let begins = lines.beginsLine(units[0].lowerBound)
        if let texts = additions[-1] {
            if begins {
                let line = firstLine(units, first)
                for text in texts { edits.insert(space + text, at: line) }
            } else {
                let text = texts.map { $0 + space }.joined()
                edits.insert(text, at: units[0].lowerBound)
            }
        }
        if !begins, first > 0 { removeBeginning(units, first) }
        for position in units.indices {
            let end = lines.endOfComments(
                from: lines.nextLine(units[position].upperBound),
                deeperThan: column
            )
            if removed.contains(position), begins || position > first {
                edits.remove(firstLine(units, position)..<end)
            }
            for text in additions[position] ?? [] where position >= 0 {
                edits.insert(space + text, at: end)
            }
        }
    }

    /// Returns the first line that belongs to a unit, with the comments above it.
    private func firstLine(_ units: [Range<Int>], _ position: Int) -> Int {
        let bound = position > 0 ? lines.nextLine(units[position - 1].upperBound) : 0
        return lines.firstLine(of: units[position].lowerBound, after: bound)
    }

    /// Removes the units before the first that is kept, where the first one follows a dash.
    private mutating func removeBeginning(_ units: [Range<Int>], _ first: Int) {
        let start = units[0].lowerBound
        let line = firstLine(units, first)
        let column = lines.column(units[first].lowerBound)
        edits.remove(start..<(line + column))
    }
}
