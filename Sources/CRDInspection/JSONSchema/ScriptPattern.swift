/// A pattern in the syntax of JavaScript with the flag `u`, which JSON Schema has, for a pattern in
/// that of RE2.
struct ScriptPattern {
    /// The pattern.
    private(set) var text = ""

    /// Translates a pattern.
    ///
    /// - Returns: `nil` if it has parts that JavaScript does not have, such as `(?i)` and `\pN`.
    init?(_ pattern: String) {
        var rest = pattern[...]
        var isInClass = false
        while let character = rest.popFirst() {
            let part =
                isInClass
                ? Self.classPart(character, &rest) : Self.part(character, &rest, after: text)
            guard let part else { return nil }
            text += part
            if character == "[" { isInClass = true }
            if character == "]" { isInClass = false }
        }
    }

    /// Returns a part outside a class; `nil` if JavaScript does not have it.
    private static func part(
        _ character: Character,
        _ rest: inout Substring,
        after text: String
    ) -> String? {
        switch character {
        case "\\": return rest.popFirst().flatMap { escape($0, &rest, isInClass: false) }
        case "[":
            var start = "["
            if rest.first == "^" { start.append(rest.removeFirst()) }
            // A bracket at the start is a character.
            guard rest.first == "]" else { return start }
            rest.removeFirst()
            return start + "\\]"
        case "]": return "\\]"
        case "(" where rest.first == "?":
            rest.removeFirst()
            if rest.hasPrefix("P<") { rest.removeFirst() }
            return rest.first == ":" || rest.first == "<" ? "(?" : nil
        case "{": return isRepetition(rest) ? "{" : "\\{"
        case "}": return endsRepetition(text) ? "}" : "\\}"
        case _: return String(character)
        }
    }

    /// Returns a part of a class; `nil` if JavaScript does not have it.
    private static func classPart(_ character: Character, _ rest: inout Substring) -> String? {
        switch character {
        case "\\": return rest.popFirst().flatMap { escape($0, &rest, isInClass: true) }
        case "[":
            guard rest.first == ":" else { return "\\[" }
            guard let end = rest.firstRange(of: ":]") else { return nil }
            defer { rest = rest[end.upperBound...] }
            return namedClasses[String(rest[..<end.lowerBound].dropFirst())]
        case _: return String(character)
        }
    }

    /// Returns an escape; `nil` if JavaScript does not have it.
    private static func escape(
        _ character: Character,
        _ rest: inout Substring,
        isInClass: Bool
    ) -> String? {
        switch character {
        case "A" where !isInClass: return "^"
        case "z" where !isInClass: return "$"
        case "d", "D", "w", "W", "f", "n", "r", "t", "v": return "\\\(character)"
        // The spaces of RE2 are fewer.
        case "s": return isInClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]"
        case "S" where !isInClass: return "[^\\t\\n\\f\\r ]"
        case "b", "B": return isInClass ? nil : "\\\(character)"
        case "p", "P": return rest.first == "{" ? propertyEscape(character, &rest) : nil
        case "x":
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit) else { return nil }
            rest = rest.dropFirst(2)
            return "\\x\(digits)"
        case _ where "^$\\.*+?()[]{}|/".contains(character): return "\\\(character)"
        case "-": return isInClass ? "\\-" : "-"
        case _ where character.isLetter || character.isNumber: return nil
        case _: return String(character)
        }
    }

    private static func propertyEscape(_ character: Character, _ rest: inout Substring) -> String? {
        guard let end = rest.firstIndex(of: "}") else { return nil }
        let name = rest[rest.startIndex..<end].dropFirst()
        rest = rest[end...].dropFirst()
        // Scripts have another form.
        guard name.count <= 2, name.allSatisfy(\.isLetter) else { return nil }
        return "\\\(character){\(name)}"
    }

    /// Whether a text after `{` is that of a repetition, such as `2,5}`.
    private static func isRepetition(_ rest: Substring) -> Bool {
        guard let end = rest.firstIndex(of: "}"), rest.first?.isNumber == true else { return false }
        return rest[..<end].allSatisfy { $0.isNumber || $0 == "," }
    }

    /// Whether a text before `}` is that of a repetition.
    private static func endsRepetition(_ text: String) -> Bool {
        guard let start = text.lastIndex(where: { !$0.isNumber && $0 != "," }) else { return false }
        return text[start] == "{" && !text[..<start].hasSuffix("\\")
    }

    private static let namedClasses = [
        "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": "\\x00-\\x7F", "blank": "\\t ",
        "digit": "0-9", "lower": "a-z", "space": "\\t\\n\\v\\f\\r ", "upper": "A-Z",
        "word": "0-9A-Za-z_", "xdigit": "0-9A-Fa-f",
    ]
}
