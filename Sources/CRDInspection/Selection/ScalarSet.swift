/// A set of characters in a pattern, such as `[a-z_]`, `[!0-9]`, or `[[:alpha:]]`.
///
/// It never contains `/`.
struct ScalarSet: Equatable, Sendable {
    private var ranges: [ClosedRange<Unicode.Scalar>] = []
    private var isNegated = false

    /// Parses a set; `nil` if there is no `]`.
    ///
    /// - Parameters:
    ///   - scalars: The pattern.
    ///   - index: The index of `[`; afterwards, the index after `]`.
    init?(_ scalars: [Unicode.Scalar], _ index: inout Int) {
        index += 1
        if index < scalars.count, scalars[index] == "!" || scalars[index] == "^" {
            isNegated = true
            index += 1
        }
        let first = index
        while index < scalars.count {
            if scalars[index] == "]", index > first {
                index += 1
                return
            }
            if let named = Self.namedClass(scalars, &index) {
                ranges += named
                continue
            }
            guard let lower = Self.scalar(scalars, &index) else { return nil }
            var upper = lower
            if index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" {
                index += 1
                guard let end = Self.scalar(scalars, &index) else { return nil }
                upper = end
            }
            if lower <= upper { ranges.append(lower...upper) }
        }
        return nil
    }

    /// Returns whether a character is in the set.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
    }

    /// Returns a character, which can be escaped; `nil` at the end.
    private static func scalar(
        _ scalars: [Unicode.Scalar],
        _ index: inout Int
    ) -> Unicode.Scalar? {
        if index < scalars.count, scalars[index] == "\\" { index += 1 }
        guard index < scalars.count else { return nil }
        index += 1
        return scalars[index - 1]
    }

    /// Returns the characters of a class such as `[:digit:]`.
    private static func namedClass(
        _ scalars: [Unicode.Scalar],
        _ index: inout Int
    ) -> [ClosedRange<Unicode.Scalar>]? {
        for (name, ranges) in classes {
            let word = Array("[:\(name):]".unicodeScalars)
            if scalars[index...].starts(with: word) {
                index += word.count
                return ranges
            }
        }
        return nil
    }

    private static let classes: [(String, [ClosedRange<Unicode.Scalar>])] = [
        ("alnum", ["0"..."9", "A"..."Z", "a"..."z"]), ("alpha", ["A"..."Z", "a"..."z"]),
        ("blank", [" "..." ", "\t"..."\t"]), ("cntrl", ["\0"..."\u{1F}", "\u{7F}"..."\u{7F}"]),
        ("digit", ["0"..."9"]), ("graph", ["!"..."~"]), ("lower", ["a"..."z"]),
        ("print", [" "..."~"]), ("punct", ["!"..."/", ":"..."@", "["..."`", "{"..."~"]),
        ("space", ["\t"..."\r", " "..." "]), ("upper", ["A"..."Z"]),
        ("xdigit", ["0"..."9", "A"..."F", "a"..."f"]),
    ]
}
