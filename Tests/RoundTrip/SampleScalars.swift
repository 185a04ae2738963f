import CRDRuntime

/// Scalars that are easily damaged on their way through text, handed out in turn.
struct SampleScalars {
    private var position = 0
    /// The state of a generator of random numbers; `nil` where nothing is random.
    private var state: UInt64?

    init(seed: UInt64? = nil) {
        state = seed
    }

    /// A string that YAML would read as something else if it were not quoted.
    mutating func string() -> String {
        state == nil ? next(of: Self.strings) : randomString()
    }

    /// A key of a map, as hostile as ``string()``.
    mutating func key() -> String {
        state == nil ? next(of: Self.keys) : randomString()
    }

    private mutating func randomString() -> String {
        (0..<Int(random() % 6)).map { _ in Self.pieces[Int(random() % UInt64(Self.pieces.count))] }
            .joined()
    }

    /// The next number of SplitMix64.
    private mutating func random() -> UInt64 {
        let next = (state ?? 0) &+ 0x9E37_79B9_7F4A_7C15
        state = next
        var mixed = (next ^ (next >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
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
        "- a", "a: b", "a #b", "#x", "{{ x }}", "*a", "&a", "!a", "%a", "@a", "`a`", "'", "\"",
        "a\nb\n", "\n", " a ", "\ta", "a\r\nb", "a\\b", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}",
        "\u{FEFF}", "ü€😀", "e\u{301}", "---", "...", "9223372036854775808", ".inf", "1_000", "?",
    ]

    private static let pieces =
        strings + [
            "a", "e", "x", "no", "on", "0", "1", "60", "_", "+", "-", ".", ":", ",", "|", ">", "\\",
            "#", "{", "]", " ", "  ", "\n", "\n\n", "\r", "\t", "\u{1B}", "\u{A0}", "\u{2029}",
            "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}",
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
