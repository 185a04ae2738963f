extension DocumentEditor {
    /// Removes and adds pairs or items in brackets.
    ///
    /// - Parameters:
    ///   - units: The ranges of all pairs or items.
    ///   - removed: The positions of those that are removed, which are not all.
    ///   - additions: The texts that are added, by the position of the unit before them; -1 for
    ///     those before the first.
    ///   - flow: The style of the container.
    mutating func editFlow(
        _ units: [Range<Int>],
        _ removed: Set<Int>,
        _ additions: [Int: [String]],
        _ flow: FlowText
    ) {
        guard let first = units.indices.first(where: { !removed.contains($0) }),
            let last = units.indices.last(where: { !removed.contains($0) })
        else { return }
        for run in Self.runs(removed) {
            if run.upperBound < units.count {
                removeRun(units, run)
            } else {
                removeEnd(units, run, keepsComma: additions[last] != nil)
            }
        }
        if let texts = additions[-1] { insert(texts, before: units[first], flow) }
        for (position, texts) in additions where position >= 0 {
            insert(texts, after: position, units, isLast: position == last, flow)
        }
    }

    /// Returns the ranges of consecutive positions, in order.
    private static func runs(_ positions: Set<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for position in positions.sorted() {
            if let last = runs.last, last.upperBound == position {
                runs[runs.count - 1] = last.lowerBound..<position + 1
            } else {
                runs.append(position..<position + 1)
            }
        }
        return runs
    }

    /// Whether a unit has lines of its own.
    private func hasOwnLines(_ unit: Range<Int>) -> Bool {
        guard lines.beginsLine(unit.lowerBound) else { return false }
        return lines.endsLine(comma(after: unit).map { $0 + 1 } ?? unit.upperBound)
    }

    private func comma(after unit: Range<Int>) -> Int? {
        lines.find(UInt8(ascii: ","), from: unit.upperBound)
    }

    /// Returns the line after a unit, its comma and its comment.
    private func nextLine(after unit: Range<Int>) -> Int {
        lines.nextLine(comma(after: unit) ?? unit.upperBound)
    }

    /// Removes units that others follow.
    private mutating func removeRun(_ units: [Range<Int>], _ run: Range<Int>) {
        let unit = units[run.lowerBound]
        let next = units[run.upperBound]
        if hasOwnLines(unit), lines.beginsLine(next.lowerBound) {
            let end = nextLine(after: units[run.upperBound - 1])
            edits.remove(lines.firstLine(of: unit.lowerBound)..<end)
        } else {
            edits.remove(unit.lowerBound..<next.lowerBound)
        }
    }

    /// Removes the last units.
    private mutating func removeEnd(
        _ units: [Range<Int>],
        _ run: Range<Int>,
        keepsComma: Bool
    ) {
        let previous = units[run.lowerBound - 1]
        let last = units[run.upperBound - 1]
        guard hasOwnLines(units[run.lowerBound]), hasOwnLines(last) else {
            // A comma at the end stays as that of the unit before.
            return edits.remove(previous.upperBound..<last.upperBound)
        }
        if comma(after: last) == nil, !keepsComma, let comma = comma(after: previous) {
            edits.remove(comma..<comma + 1)
        }
        let start = lines.firstLine(of: units[run.lowerBound].lowerBound)
        edits.remove(start..<nextLine(after: last))
    }

    private mutating func insert(
        _ texts: [String],
        before unit: Range<Int>,
        _ flow: FlowText
    ) {
        if hasOwnLines(unit) {
            let space = String(repeating: " ", count: lines.column(unit.lowerBound))
            let line = lines.firstLine(of: unit.lowerBound)
            for text in texts { edits.insert(space + text + "," + style.lineBreak, at: line) }
        } else {
            let text = texts.map { $0 + flow.comma }.joined()
            edits.insert(text, at: unit.lowerBound)
        }
    }

    private mutating func insert(
        _ texts: [String],
        after position: Int,
        _ units: [Range<Int>],
        isLast: Bool,
        _ flow: FlowText
    ) {
        let unit = units[position]
        guard hasOwnLines(unit) else {
            let isBroken = lines.beginsLine(unit.lowerBound)
            let space = String(repeating: " ", count: lines.column(unit.lowerBound))
            let separator = isBroken ? "," + style.lineBreak + space : flow.comma
            let text = texts.map { separator + $0 }.joined()
            return edits.insert(text, at: unit.upperBound)
        }
        let comma = comma(after: unit)
        if comma == nil { edits.insert(",", at: unit.upperBound) }
        let space = String(repeating: " ", count: lines.column(unit.lowerBound))
        let hasFinalComma = self.comma(after: units[units.count - 1]) != nil
        let end = !isLast || hasFinalComma ? "," : ""
        let text = texts.map { space + $0 }.joined(separator: "," + style.lineBreak)
        edits.insert(text + end + style.lineBreak, at: nextLine(after: unit))
    }
}
