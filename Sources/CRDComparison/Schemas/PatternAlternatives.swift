import CRDYAML

/// The alternatives of a pattern, `a` and `b` of `a|b`.
struct PatternAlternatives {
    /// The texts of the alternatives outside of groups.
    private var texts: Set<String> = []

    /// Divides a pattern; `nil` if its parts depend on each other, by flags or literal text.
    init?(_ pattern: String) {
        var depth = 0
        var isInClass = false
        var text = ""
        var scalars = Array(pattern.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\\":
                guard let next = scalars.first, next != "Q" else { return nil }
                text.unicodeScalars.append(scalar)
                text.unicodeScalars.append(scalars.removeFirst())
                continue
            case "[" where !isInClass:
                isInClass = true
                text.unicodeScalars.append(scalar)
                text += Self.beginning(ofClass: &scalars)
                continue
            case "[" where isInClass && scalars.first == ":": return nil
            case "]": isInClass = false
            case "(" where !isInClass:
                if scalars.first == "?", scalars.dropFirst().first != ":" { return nil }
                depth += 1
            case ")" where !isInClass: depth -= 1
            case "|" where !isInClass && depth == 0:
                texts.insert(text)
                text = ""
                continue
            default: break
            }
            text.unicodeScalars.append(scalar)
        }
        texts.insert(text)
    }

    /// Removes and returns the beginning of a class after its bracket, where another bracket is an
    /// element.
    private static func beginning(ofClass scalars: inout ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        for mark: Unicode.Scalar in ["^", "]"] where scalars.first == mark {
            text.unicodeScalars.append(scalars.removeFirst())
        }
        return text
    }

    /// Returns whether every text that one pattern matches is matched by another one that has its
    /// alternatives.
    static func includes(_ pattern: String, allOf other: String) -> Bool {
        guard let after = PatternAlternatives(pattern), let before = PatternAlternatives(other)
        else {
            return false
        }
        return before.texts.isSubset(of: after.texts)
    }
}
