import Testing

@testable import CRDRuntime

/// What patterns mean to Go.
struct PatternTests {
    @Test(
        arguments: [
            ("b", "abc", true), ("^b", "abc", false), ("c$", "abc", true), ("c$", "abc\n", false),
            (#"c\z"#, "abc", true), ("(?m)c$", "abc\nd", true), ("(?i)ABC", "xabcx", true),
            ("(?i)k", "\u{212A}", true), (#"^\pL+$"#, "éß", true), (#"^\p{Lu}$"#, "é", false),
            (#"^\PL$"#, "é", false), (#"^\p{^Lu}$"#, "é", true), ("^a{2,3}$", "aaa", true),
            ("^a{2,3}$", "a", false), ("^a{2,}$", "aaaa", true), ("a{,2}", "a{,2}", true),
            ("^[a-c-_.]+$", "b-_.", true), ("^[^a-c]$", "b", false), ("^[]a]$", "]", true),
            ("^[[:alpha:]_]+$", "ab_", true), (#"^\Qa.b\E$"#, "a.b", true),
            (#"\bfoo\b"#, "a foo b", true), (#"\bfoo\b"#, "afoob", false), ("^.$", "\n", false),
            ("(?s)^.$", "\n", true), ("(?i:a)b", "AB", false), (#"^\x{1F600}\x41$"#, "😀A", true),
            ("", "", true), ("^(a|b)*?c$", "ababc", true), (#"^\d+\s\w\W\D$"#, "12 a-x", true),
            ("^é$", "e\u{301}", false), ("(^|,)x", "a,x", true),
        ] as [(String, String, Bool)]
    )
    func `a pattern is searched for`(pattern: String, text: String, isFound: Bool) throws {
        #expect(try Pattern(pattern).matches(text) == isFound)
    }

    @Test(arguments: [
        "(", ")", "[a", "a**", "*", "a{1001}", "(a{100}){100}", #"\8"#, #"(?<a"#, "(?=a)", "[b-a]",
        #"\p{No Such}"#, #"\"#, #"(?P<1-a>x)"#, "a++", "[[:no:]]",
    ])
    func `what is no pattern to Go is refused`(pattern: String) {
        #expect(throws: PatternError.self) { try Pattern(pattern) }
    }

    @Test(arguments: [
        ("(?<=a)b", "invalid named capture: `(?<=a)b`"),
        ("a(?<!b>c)d", "invalid named capture: `(?<!b>`"),
        ("(?<>a)", "invalid named capture: `(?<>`"),
        ("(?!a)", "invalid or unsupported Perl syntax: `(?!`"),
        ("(?>a)", "invalid or unsupported Perl syntax: `(?>`"),
        ("(?-)", "invalid or unsupported Perl syntax: `(?-)`"),
        ("(?i", "invalid or unsupported Perl syntax: `(?i`"), ("a)b", "unexpected ): `a)b`"),
        ("a(b", "missing closing ): `a(b`"), ("x[a", "missing closing ]: `[a`"),
        ("*a", "missing argument to repetition operator: `*`"),
        ("a*+b", "invalid nested repetition operator: `*+`"),
        ("a{2}{3}", "invalid nested repetition operator: `{2}{3}`"),
        ("a{9999}", "invalid repeat count: `{9999}`"), (#"a\8"#, #"invalid escape sequence: `\8`"#),
        (#"a\"#, "trailing backslash at end of expression: ``"),
        (#"\p{Nope}"#, #"invalid character class range: `\p{Nope}`"#),
    ])
    func `the refusal of a pattern has the words of Go`(pattern: String, message: String) {
        #expect(GoText.refusal(ofPattern: pattern) == "error parsing regexp: \(message)")
    }

    @Test(arguments: ["(a*)*$", "(a|a)*b", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"])
    func `nested repetition of a long text comes to an end`(pattern: String) throws {
        let text = String(repeating: "a", count: 200_000) + "\u{0}"
        #expect(try !Pattern(pattern).matches(text) == (pattern != "(a*)*$"))
    }
}
