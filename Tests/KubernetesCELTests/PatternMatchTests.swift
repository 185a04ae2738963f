import Testing

@testable import CRDRegularExpressions

/// The matches that Go's regexp package finds.
struct PatternMatchTests {
    @Test(
        arguments: [
            ("[0-9]+", "abc 123", "123"), ("b(c)", "abc", "bc"), ("", "abc", ""), ("^", "abc", ""),
            ("c$", "abc", "c"), ("a|ab", "ab", "a"), ("ab|a", "ab", "ab"), ("a*", "baaa", ""),
            ("a+?", "aaa", "a"), ("a+", "aaa", "aaa"), ("(?U)a+", "aaa", "a"),
            ("(?U)a+?", "aaa", "aaa"), ("a{1,2}", "aaa", "aa"), ("a{1,2}?", "aaa", "a"),
            ("a??b", "ab", "ab"), ("(a|b)*?c", "xabc", "abc"), ("(|a)*", "aaa", ""),
            ("(|a)+", "aaa", ""), ("(a|)+", "aab", "aa"), ("(a*)+", "baa", ""),
            ("é.", "aéßc", "éß"),
            (#"\bfoo"#, "afoo foo", "foo"), ("x*y", "xxz xy", "xy"), ("(?:a*?)*b", "aab", "aab"),
            ("(a*?)*", "aaa", ""), (#"\d{3}"#, "12 1234", "123"), ("(?i)É", "é", "é"),
        ] as [(String, String, String)]
    )
    func `the first match is found`(pattern: String, text: String, match: String) throws {
        let search = PatternSearch(try Pattern(pattern))
        #expect(search.first(in: text).map { String(text[$0]) } == match)
    }

    @Test func `there is no match where the pattern does not match`() throws {
        #expect(PatternSearch(try Pattern("[0-9]")).first(in: "abc") == nil)
        #expect(PatternSearch(try Pattern("^b")).first(in: "ab") == nil)
    }

    @Test(
        arguments: [
            ("[0-9]+", "123 abc 456", nil, ["123", "456"]), ("[0-9]+", "123 abc 456", 1, ["123"]),
            ("", "abc", nil, ["", "", "", ""]), ("a*", "baac", nil, ["", "aa", ""]),
            ("a", "aaa", 0, []), ("x", "aaa", nil, []), ("^a", "aaa", nil, ["a"]),
            (#"\b"#, "ab c", nil, ["", "", "", ""]), ("a|b", "éaéb", nil, ["a", "b"]),
            ("$", "ab", nil, [""]), ("", "", nil, [""]), ("(?m)^", "a\nb", nil, ["", ""]),
            ("a?", "ba", nil, ["", "a"]), ("b*", "abb", nil, ["", "bb"]),
        ] as [(String, String, Int?, [String])]
    )
    func `all matches are found`(
        pattern: String,
        text: String,
        limit: Int?,
        matches: [String]
    ) throws {
        let found = PatternSearch(try Pattern(pattern)).all(in: text, limit: limit)
        #expect(found.map { String(text[$0]) } == matches)
    }

    @Test(arguments: [1023, 1024, 1025, 2047, 2048, 2049])
    func `a match may begin, end or lie at the borders of blocks`(length: Int) throws {
        let text =
            String(repeating: "a", count: length - 1) + "bb" + String(repeating: "a", count: 9)
        let all = PatternSearch(try Pattern("a*b")).all(in: text)
        #expect(all.map { text[$0].count } == [length, 1])
        let letters = PatternSearch(try Pattern("a")).all(in: text)
        #expect(letters.count == length + 8)
    }

    @Test func `many matches that could be longer take linear time`() throws {
        let text = String(repeating: "a", count: 20_000)
        let found = PatternSearch(try Pattern("a.*z|a")).all(in: text)
        #expect(found.count == 20_000)
    }

    @Test func `a search is right after its cache was cleared`() throws {
        // Each of the last positions of 'a' is a state of its own.
        let search = PatternSearch(try Pattern("a[ab]{12}c"))
        var text = ""
        var number: UInt32 = 1
        for _ in 0..<5000 {
            number = number &* 1_664_525 &+ 1_013_904_223
            text += number >> 16 & 1 == 0 ? "a" : "b"
        }
        for _ in 0..<2 {
            #expect(!search.isFound(in: text))
            #expect(search.isFound(in: text + "abbbbbbbbbbbbc"))
        }
    }
}
