import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

@Suite struct StringPatternTests {
    @Test(arguments: [
        ("^[a-z]+$", "a"), ("^[^a-z]$", "1"), ("^\\d{3}-\\w?$", "111-"), ("^(b|c)d$", "bd"),
        ("^$|^x.y$", "xay"), ("^(?:arn:aws:[[:lower:]]+)$", "arn:aws:a"), ("^a*\\.b\\/$", ".b/"),
        ("^(?P<n>q){2,}$", "qq"), ("^[\\]\\-.]$", "-"), ("^\\S\\D[0-9]$", "aa1"), ("(^|,)k", ",k"),
        ("^(?i)(ab|c)$", "ab"), ("^[[:punct:]]$", "-"), ("^[^\\x00-\\x60]\\x2F$", "a/"),
    ])
    func `a pattern has a text that it matches`(_ text: String, _ sample: String) throws {
        let pattern = try #require(StringPattern(text))
        #expect(pattern.sample(repetitions: 0) == sample)
        #expect(pattern.matches(sample))
    }

    @Test(arguments: [
        ("^[a-z]+$", "A"), ("^[a-z]+$", ""), ("^a{2}$", "aaa"), ("b", "acd"), ("^(a|b)$", "ab"),
        ("^(a*)*$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaab"),
    ])
    func `a pattern does not match other texts`(_ text: String, _ other: String) throws {
        #expect(try #require(StringPattern(text)).matches(other) == false)
    }

    @Test(arguments: [
        "(?s)a", "\\x2", "(?=a)", "\\p{L}", "a**b{", "[a", "(a", "a)", "\\b", "[z-a]", "*",
    ])
    func `what is not known is refused`(_ text: String) {
        #expect(StringPattern(text) == nil)
    }
}
