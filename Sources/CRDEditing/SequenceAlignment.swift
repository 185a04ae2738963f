import CRDRuntime

/// Finds which elements of an array are those of another, changed or unchanged.
enum SequenceAlignment {
    /// The maximum number of comparisons for the exact search.
    private static let mostComparisons = 1_000_000

    /// Finds the old element that each new one continues.
    ///
    /// The positions are ascending. Equal elements are partners first; then objects with the same
    /// name; then, as far as both sides have more, elements at the same place.
    ///
    /// - Parameters:
    ///   - new: The new elements.
    ///   - old: The old elements; `nil` for one that has no known value.
    /// - Returns: The positions of the old elements; `nil` for new elements that are added.
    static func partners(of new: [JSONValue], in old: [JSONValue?]) -> [Int?] {
        var partners = [Int?](repeating: nil, count: new.count)
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] {
            partners[start] = start
            start += 1
        }
        var (oldEnd, newEnd) = (old.count, new.count)
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
            partners[newEnd] = oldEnd
        }
        let gap = Gap(old: start..<oldEnd, new: start..<newEnd)
        guard gap.old.count * gap.new.count <= mostComparisons else {
            pairInOrder(gap, &partners)
            return partners
        }
        split(gap, &partners, matches(old, new, in: gap)) { gap, partners in
            split(gap, &partners, namesakes(old, new, in: gap), pairInOrder)
        }
        return partners
    }

    /// Ranges of elements without partners, between elements that are partners.
    private struct Gap {
        let old: Range<Int>
        let new: Range<Int>
    }

    /// Returns equal elements, as pairs of an old and a new position in order.
    private static func matches(
        _ old: [JSONValue?],
        _ new: [JSONValue],
        in gap: Gap
    ) -> [(old: Int, new: Int)] {
        let before = Array(old[gap.old])
        let after = new[gap.new].map(Optional.some)
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        let keptOld = before.indices.filter { !removed.contains($0) }
        let keptNew = after.indices.filter { !inserted.contains($0) }
        return zip(keptOld, keptNew).map { ($0 + gap.old.lowerBound, $1 + gap.new.lowerBound) }
    }

    /// Returns objects with the same name, as pairs of an old and a new position in order.
    private static func namesakes(
        _ old: [JSONValue?],
        _ new: [JSONValue],
        in gap: Gap
    ) -> [(old: Int, new: Int)] {
        var found: [(old: Int, new: Int)] = []
        var next = gap.old.lowerBound
        for position in gap.new {
            guard let name = name(of: new[position]) else { continue }
            let match = (next..<gap.old.upperBound).first { old[$0].flatMap(Self.name) == name }
            guard let match else { continue }
            found.append((match, position))
            next = match + 1
        }
        return found
    }

    private static func name(of value: JSONValue) -> JSONValue? {
        ["name", "key", "id"].lazy.compactMap { value[$0] }.first
    }

    /// Records partners, and continues with the gaps between them.
    private static func split(
        _ gap: Gap,
        _ partners: inout [Int?],
        _ matches: [(old: Int, new: Int)],
        _ next: (Gap, inout [Int?]) -> Void
    ) {
        var (old, new) = (gap.old.lowerBound, gap.new.lowerBound)
        for match in matches {
            partners[match.new] = match.old
            next(Gap(old: old..<match.old, new: new..<match.new), &partners)
            (old, new) = (match.old + 1, match.new + 1)
        }
        next(Gap(old: old..<gap.old.upperBound, new: new..<gap.new.upperBound), &partners)
    }

    private static func pairInOrder(_ gap: Gap, _ partners: inout [Int?]) {
        for (old, new) in zip(gap.old, gap.new) { partners[new] = old }
    }
}
