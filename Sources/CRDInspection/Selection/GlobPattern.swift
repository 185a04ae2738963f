/// A pattern of paths, as in a line of `.gitignore`, without its prefix and suffix.
///
/// It is matched in the time of the pattern's length times the path's length.
struct GlobPattern: Equatable, Sendable {
    /// A part of a pattern.
    private enum Part: Equatable {
        case scalar(Unicode.Scalar)
        /// `?`
        case anyScalar
        /// `[a-z]`
        case set(ScalarSet)
        /// `*`, within a component.
        case star
        /// `**/`, any number of components.
        case folders
        /// `**` after the last `/`, everything below.
        case rest
    }

    private var parts: [Part] = []

    /// Parses a pattern; `nil` if it matches nothing, because a set or an escape has no end.
    init?(_ text: some StringProtocol) {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case "\\":
                guard index + 1 < scalars.count else { return nil }
                parts.append(.scalar(scalars[index + 1]))
                index += 2
            case "?":
                parts.append(.anyScalar)
                index += 1
            case "[":
                guard let set = ScalarSet(scalars, &index) else { return nil }
                parts.append(.set(set))
            case "*":
                let start = index
                while index < scalars.count, scalars[index] == "*" { index += 1 }
                addStars(in: scalars, start, &index)
            default:
                parts.append(.scalar(scalars[index]))
                index += 1
            }
        }
    }

    private mutating func addStars(in scalars: [Unicode.Scalar], _ start: Int, _ end: inout Int) {
        let isComponent = start == 0 || scalars[start - 1] == "/"
        if end - start >= 2, isComponent, end < scalars.count, scalars[end] == "/" {
            parts.append(.folders)
            end += 1
        } else if end - start >= 2, isComponent, end == scalars.count {
            parts.append(.rest)
        } else {
            parts.append(.star)
        }
    }

    /// Returns whether the pattern matches a whole path.
    func matches(_ path: String) -> Bool {
        let path = Array(path.unicodeScalars)
        // The offsets that the parts so far can reach.
        var reached = [Bool](repeating: false, count: path.count + 1)
        reached[0] = true
        for part in parts { reached = Self.step(part, path, from: reached) }
        return reached[path.count]
    }

    private static func step(
        _ part: Part,
        _ path: [Unicode.Scalar],
        from reached: [Bool]
    ) -> [Bool] {
        var next = [Bool](repeating: false, count: reached.count)
        // Whether an earlier offset is reached from which a longer part continues.
        var isOpen = false
        for offset in reached.indices {
            let previous = offset > 0 ? path[offset - 1] : nil
            switch part {
            case .scalar(let scalar): next[offset] = previous == scalar && reached[offset - 1]
            case .anyScalar:
                next[offset] = previous.map { $0 != "/" } == true && reached[offset - 1]
            case .set(let set):
                next[offset] = previous.map(set.contains) == true && reached[offset - 1]
            case .star:
                isOpen = reached[offset] || isOpen && previous != "/"
                next[offset] = isOpen
            case .folders:
                next[offset] = reached[offset] || isOpen && previous == "/"
                isOpen = isOpen || reached[offset]
            case .rest:
                next[offset] = isOpen
                isOpen = isOpen || reached[offset]
            }
        }
        return next
    }
}
