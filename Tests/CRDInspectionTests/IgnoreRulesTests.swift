import Testing

@testable import CRDInspection

/// The patterns of `.crdgenignore`; the expected results are those of `git check-ignore`.
@Suite struct IgnoreRulesTests {
    @Test(arguments: [
        ("a.yaml", "a.yaml", true), ("a.yaml", "x/y/a.yaml", true), ("a.yaml", "ba.yaml", false),
        ("/a.yaml", "a.yaml", true), ("/a.yaml", "x/a.yaml", false), ("x/a.yaml", "x/a.yaml", true),
        ("x/a.yaml", "y/x/a.yaml", false), ("x", "x/y/a.yaml", true), ("x/", "x/a.yaml", true),
        ("a/", "x/a", false), ("*.yaml", "x/a.yaml", true), ("*", "a", true),
        ("*.yaml", "a.yml", false),
        ("x/*.yaml", "x/y/a.yaml", false), ("x/*", "x/y/a.yaml", true), ("**/a", "a", true),
        ("**/a", "x/y/a", true), ("x/**", "x/y/a", true), ("x/**", "x", false),
        ("x/**/a", "x/a", true), ("x/**/a", "x/y/z/a", true), ("x/**/a", "x/ya", false),
        ("x**a", "xyya", true), ("x/y**/a", "x/yz/a", true), ("x/y**/a", "x/y/z/a", false),
        ("?.yaml", "a.yaml", true), ("?.yaml", "é.yaml", true), ("x?a", "x/a", false),
        ("[ab].yaml", "b.yaml", true), ("[a-c]", "d", false), ("[!a-c]", "d", true),
        ("[^a]", "a", false), ("[]a]", "]", true), ("[a-]", "-", true), ("[[:digit:]x]", "7", true),
        ("[[:digit:]]", "x", false), ("x[!a]y", "x/y", false), ("[a", "[a", false),
        ("a\\", "a", false),
        ("\\*", "*", true), ("\\*", "a", false), ("\\#a", "#a", true), ("\\!a", "!a", true),
        ("[\\]]", "]", true), ("# a", "# a", false), ("a  ", "a", true), ("a\\ ", "a ", true),
        ("", "a", false), ("/", "a", false), ("*a*b*c*", "xaybzc", true),
        ("*a*b*c*", "xcybza", false),
    ])
    func `a pattern matches as in git`(pattern: String, path: String, isIgnored: Bool) {
        var rules = IgnoreRules()
        rules.add(pattern)
        #expect(rules.ignored([path]) == [isIgnored])
    }

    @Test(arguments: [
        ("*.yaml\n!a.yaml", "a.yaml", false), ("!a.yaml\n*.yaml", "a.yaml", true),
        ("x/\n!x/a.yaml", "x/a.yaml", true), ("x/*\n!x/a.yaml", "x/a.yaml", false),
        ("a\r\nb\r\n", "b", true), ("# c\n\na", "a", true),
    ])
    func `the last pattern that matches counts`(text: String, path: String, isIgnored: Bool) {
        var rules = IgnoreRules()
        rules.add(text)
        #expect(rules.ignored([path]) == [isIgnored])
    }

    @Test func `patterns of a folder are relative to it`() {
        var rules = IgnoreRules()
        rules.add("/a.yaml\nb.yaml", in: "x")
        #expect(rules.ignored(["x/a.yaml"]) == [true])
        #expect(rules.ignored(["a.yaml"]) == [false])
        #expect(rules.ignored(["x/y/a.yaml"]) == [false])
        #expect(rules.ignored(["x/y/b.yaml"]) == [true])
        #expect(rules.ignored(["xy/b.yaml"]) == [false])
    }

    @Test func `a pattern with many stars takes no exponential time`() {
        var rules = IgnoreRules()
        rules.add(String(repeating: "*a", count: 200) + "b")
        #expect(rules.ignored([String(repeating: "a", count: 2000)]) == [false])
    }
}
