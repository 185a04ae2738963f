import CRDRuntime

/// Scalars that are easily damaged on their way through text, handed out in turn.
struct SampleScalars {
    private var position = 0

    /// A string that YAML would read as something else if it were not quoted.
    mutating func string() -> String {
        next(of: Self.strings)
    }

    /// A key of a map, as hostile as ``string()``.
    mutating func key() -> String {
        next(of: Self.keys)
    }

    /// An integer that a `Double` cannot hold, or one at the end of the range.
    mutating func integer() -> JSONValue {
        .number(JSONNumber(next(of: Self.integers)))
    }

    /// An integer at the end of the range of 32 bits.
    mutating func integer32() -> JSONValue {
        .number(JSONNumber(Int(next(of: [Int32.max, Int32.min, 0, -1]))))
    }

    /// A number with or without a fraction.
    mutating func number() -> JSONValue {
        JSONValue(floatLiteral: next(of: [0.1, -1.5, 3, 1e21, 1e-7, 1.797e308]))
    }

    /// A moment in a form that a `Date` would not give back.
    mutating func dateTime() -> JSONValue {
        .string(next(of: Self.dateTimes))
    }

    /// Base64, the empty text included.
    mutating func base64() -> JSONValue {
        .string(next(of: ["aGVsbG8=", "", "/+8="]))
    }

    mutating func boolean() -> JSONValue {
        .boolean(next(of: [true, false]))
    }

    /// An element of a list, another one each time.
    mutating func next<Element>(of elements: [Element]) -> Element {
        position += 1
        return elements[position % elements.count]
    }

    private static let strings = [
        "plain", "", "yes", "null", "~", "0x1F", "010", "1e3", "12:30:45", "2026-01-01", "=", "<<",
        "- a", "a: b", "a #b", "#a", "{{ x }}", "*a", "&a", "!a", "%a", "@a", "`a`", "'", "\"",
        "a\nb\n", "\n", " a ", "\ta", "a\r\nb", "a\\b", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}",
        "\u{FEFF}", "ü€😀", "e\u{301}", "---", "...", "9223372036854775808", ".inf", "1_000", "?",
    ]

    private static let keys = [
        "a", "app.kubernetes.io/name", "yes", "010", "~", "a: b", "<<", "# a", "1.5", "\n", "é",
        "=",
        String(repeating: "long-", count: 40),
    ]

    private static let integers = [
        9_007_199_254_740_993, Int.max, Int.min, 0, -1, 1_000_000_000_000_000_000,
    ]

    private static let dateTimes = [
        "2026-02-28T23:59:59.123456789+05:30", "2024-02-29T00:00:00Z",
        "1969-12-31T23:59:60.5-00:00",
    ]
}
