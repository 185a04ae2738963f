import CRDValues
import CRDYAML

/// Names of the cases of enumerations.
enum CaseName {
    /// Returns the name of the case for a value: `FastFile` gives `fast_file`, `""` gives `empty`,
    /// `!=` gives `not_equal`, `+1` gives `plus_1`, `301` gives `_301`, `none` gives `none_value`.
    static func name(_ value: String, _ naming: AttributeNaming) -> String {
        switch naming {
        case .snakeCase: return snakeCase(value)
        case .camelCase: return camelCase(value)
        }
    }

    private static func snakeCase(_ value: String) -> String {
        if value.isEmpty { return "empty" }
        if let name = wholeNames[value] { return name }
        if !hasWord(value) { return spelled(value) }
        var name = usual(value, .snakeCase)
        if value.utf8.first == UInt8(ascii: "+") { name = "plus" + prefixed(name) }
        if value.utf8.first == UInt8(ascii: "-") { name = "minus" + prefixed(name) }
        return impossible.contains(name) ? name + "_value" : name
    }

    /// As in snake_case: `FastFile` gives `fastFile`, `!=` gives `notEqual`, `+1` gives `plus1`.
    private static func camelCase(_ value: String) -> String {
        let name: String
        if value.isEmpty || wholeNames[value] != nil || !hasWord(value) {
            name = AttributeName.identifier(CamelCase.name(snakeCase(value)))
        } else {
            let sign =
                switch value.utf8.first {
                case UInt8(ascii: "+"): "plus-"
                case UInt8(ascii: "-"): "minus-"
                default: ""
                }
            name = usual(sign + value, .camelCase)
        }
        return impossible.contains(name) ? name + "Value" : name
    }

    /// Returns the value as an identifier in the naming style.
    private static func usual(_ value: String, _ naming: AttributeNaming) -> String {
        switch naming {
        case .snakeCase: AttributeName.identifier(SnakeCase.value(value))
        case .camelCase: AttributeName.usual(value, .camelCase)
        }
    }

    private static func hasWord(_ value: String) -> Bool {
        value.utf8.contains(where: \.isLetterOrDigit)
    }

    /// Returns the reason why a name is not the value in the naming style; `nil` if it is.
    static func change(of value: String, _ naming: AttributeNaming) -> ChangedName? {
        let name = name(value, naming)
        let usual = usual(value, naming)
        guard name != usual || value.isEmpty else { return nil }
        let reason: ChangedName.Reason = impossible.contains(usual) ? .word : .signs
        return ChangedName(original: value, usual: usual, name: name, reason: reason)
    }

    private static func prefixed(_ name: String) -> String {
        name.utf8.first == UInt8(ascii: "_") ? name : "_" + name
    }

    /// Returns a name for a value without letters and digits, sign by sign.
    private static func spelled(_ value: String) -> String {
        value.unicodeScalars
            .map { signs[$0] ?? "u" + String($0.value, radix: 16) }
            .joined(separator: "_")
    }

    private static let wholeNames = [
        "=": "equal", "==": "equal_equal", "!=": "not_equal", "<=": "less_or_equal",
        ">=": "greater_or_equal", "<": "less", ">": "greater", "=~": "matches",
        "!~": "not_matches",
    ]

    /// The names of ASCII's signs, after Unicode's.
    private static let signs: [Unicode.Scalar: String] = [
        " ": "space", "!": "exclamation", "\"": "quote", "#": "number", "$": "dollar",
        "%": "percent", "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis",
        ")": "right_parenthesis", "*": "asterisk", "+": "plus", ",": "comma", "-": "minus",
        ".": "dot", "/": "slash", ":": "colon", ";": "semicolon", "<": "less", "=": "equal",
        ">": "greater", "?": "question", "@": "at", "[": "left_bracket", "\\": "backslash",
        "]": "right_bracket", "^": "circumflex", "_": "underscore", "`": "grave",
        "{": "left_brace", "|": "bar", "}": "right_brace", "~": "tilde",
    ]

    /// Names that have another meaning after a dot, or that hide a case of `Optional`.
    private static let impossible: Set<String> = [
        "none", "some", "self", "init", "unrecognized",
        // Members of every enumeration, which only camelCase can meet.
        "allCases", "rawValue", "hashValue",
    ]
}
