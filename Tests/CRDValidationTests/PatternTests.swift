import CRDRuntime
import CRDValidation
import Testing

@testable import CRDRegularExpressions

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
            (#"^\p{Greek}+$"#, "αΩ", true), (#"^\p{Han}$"#, "a", false), (#"^\pN$"#, "٣", true),
            (#"^\P{Greek}$"#, "α", false), (#"^\P{^Greek}$"#, "α", true),
            (#"^[\p{Han}\p{Latin}]+$"#, "a日", true), (#"^\p{Old_Italic}$"#, "\u{10300}", true),
            (#"^\p{Letter}\p{uppercase letter}\p{LC}$"#, "日Aa", true),
            (#"^\p{Any}\p{ASCII}\p{Assigned}$"#, "日aa", true),
            (#"^\p{Cn}$"#, "\u{378}", true), (#"^\p{Lo}$"#, "\u{295}", false),
            // Assigned in Unicode 16 only.
            (#"^\p{So}$"#, "\u{1FAE9}", false), (#"^\pC$"#, "\u{1FAE9}", true),
            ("(?i)^ς$", "Σ", true), ("(?i)^ǆ$", "ǅ", true), (#"(?i)^\W$"#, "\u{212A}", false),
            (#"(?i)^\P{Lu}$"#, "a", false), ("(?i)^[^k]$", "\u{212A}", false),
            (#"^\Qab\E*$"#, "abb", true), ("^a(?i)*$", "aaa", true), (#"\x{d800}"#, "x", false),
            ("(?P<n>a)(?P<n>b)", "ab", true), ("^(?:a{1000}){0}$", "", true),
        ] as [(String, String, Bool)]
    )
    func `a pattern is searched for`(pattern: String, text: String, isFound: Bool) throws {
        let pattern = try Pattern(pattern)
        #expect(pattern.matches(text) == isFound)
        #expect([isFound, nil].contains(PatternTable(pattern).isFound(in: text)))
        #expect((0..<10).allSatisfy { _ in pattern.matches(text) == isFound })
    }

    @Test(
        arguments: [
            ("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "my-name", true),
            ("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", "my-name-", false),
            (#"^\d+(\.\d+)*$"#, "1.22.333", true), ("b", "aé", nil), ("a", "abé", true),
            (#"\bfoo\b"#, "a foo", true), ("(?m)^b$", "a\nb", true),
            // Too many states.
            ("[ab]*a[ab]{9}c", "ab", nil),
        ] as [(String, String, Bool?)]
    )
    func `a table decides about patterns with few states`(
        pattern: String,
        text: String,
        isFound: Bool?
    ) throws {
        #expect(PatternTable(try Pattern(pattern)).isFound(in: text) == isFound)
    }

    @Test func `searches of several tasks share the table`() async throws {
        let pattern = try Pattern("^[a-z]+[0-9]$")
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<100).count { pattern.matches("abc\($0 % 20)") } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 50, count: 8))
    }

    @Test(
        arguments: [
            ("(", "missing closing ): `(`"), (")", "unexpected ): `)`"),
            ("a[b", "missing closing ]: `[b`"), ("[b-a]", "invalid character class range: `b-a`"),
            ("[[:no:]]", "invalid character class range: `[:no:]`"),
            ("a**", "invalid nested repetition operator: `**`"),
            ("a{2}{3}?", "invalid nested repetition operator: `{2}{3}?`"),
            ("*?", "missing argument to repetition operator: `*?`"),
            ("a|{1}", "missing argument to repetition operator: `{1}`"),
            ("a{1001}", "invalid repeat count: `{1001}`"),
            ("(a{100}){100}", "invalid repeat count: `{100}`"),
            (#"\8"#, #"invalid escape sequence: `\8`"#),
            (#"\xg1"#, #"invalid escape sequence: `\xg1`"#),
            (#"\x{110000}"#, #"invalid escape sequence: `\x{110000`"#),
            (#"\"#, "trailing backslash at end of expression: ``"),
            ("(?<a", "invalid named capture: `(?<a`"),
            ("(?P<1-a>x)", "invalid named capture: `(?P<1-a>`"),
            ("(?=a)", "invalid or unsupported Perl syntax: `(?=`"),
            ("(?i-)", "invalid or unsupported Perl syntax: `(?i-)`"),
            (#"\p{No Such}"#, #"invalid character class range: `\p{No Such}`"#),
            (#"\p^L"#, #"invalid character class range: `\p^`"#),
        ]
    )
    func `what is no pattern to Go is refused in its words`(pattern: String, message: String) {
        let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
        #expect(error?.description == "error parsing regexp: \(message)")
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
    func `the rejection of a pattern has the words of Go`(pattern: String, message: String) {
        #expect(GoText.rejection(ofPattern: pattern) == "error parsing regexp: \(message)")
    }

    @Test(arguments: ["(a*)*$", "(a|a)*b", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"])
    func `nested repetition of a long text comes to an end`(pattern: String) throws {
        let text = String(repeating: "a", count: 200_000) + "\u{0}"
        #expect(try !Pattern(pattern).matches(text) == (pattern != "(a*)*$"))
    }
}
