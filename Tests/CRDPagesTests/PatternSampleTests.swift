import CRDRegularExpressions
import Testing

@testable import CRDPages

@Suite struct PatternSampleTests {
    @Test(arguments: [
        ("^[a-z]+$", "a"), ("^[^a-z]$", "1"), ("^\\d{3}-\\w?$", "111-"), ("^(b|c)d$", "bd"),
        ("^$|^x.y$", "xay"), ("^(?:arn:aws:[[:lower:]]+)$", "arn:aws:a"), ("^a*\\.b\\/$", ".b/"),
        ("^(?P<n>q){2,}$", "qq"), ("^[\\]\\-.]$", "-"), ("^\\S\\D[0-9]$", "aa1"), ("(^|,)k", ",k"),
        ("^(?i)(ab|c)$", "ab"), ("^[[:punct:]]$", "-"), ("^[^\\x00-\\x60]\\x2F$", "a/"),
        ("^\\p{Lu}\\bx?$", "A"), ("^(?s)q.$", "qa"), ("^[\\x{3b1}-\\x{3c9}]$", "α"),
        ("^[#-%]$", "#"), ("^[^-\\w]$", " "), ("^[\\t\\n]$", "\t"),
        ("^(ab){300}$", String(repeating: "ab", count: 300)),
    ])
    func `a pattern has a text that it matches`(_ text: String, _ sample: String) throws {
        let pattern = try Pattern(text)
        #expect(pattern.sample(repetitions: 0) == sample)
        #expect(pattern.matches(sample))
    }

    @Test func `nested repetitions do not multiply without end`() throws {
        let pattern = try Pattern("((((((((a+)+)+)+)+)+)+)+)+")
        #expect(pattern.sample(repetitions: 63) == String(repeating: "a", count: 252))
    }
}
