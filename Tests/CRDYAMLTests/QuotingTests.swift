import CRDYAML
import Testing

struct QuotingTests {
    @Test(arguments: TestStrings.plain)
    func `a string that everybody reads as one is plain`(text: String) {
        #expect(written(text) == text)
        #expect(writtenKey(text) == text)
    }

    @Test(arguments: TestStrings.quoted)
    func `a string that somebody reads otherwise is quoted`(text: String) {
        #expect(written(text) == "'\(text)'")
        #expect(writtenKey(text) == "'\(text)'")
    }

    @Test(arguments: [
        ("'", "''''"),
        ("'a'", "'''a'''"),
        ("a: 'b'", "'a: ''b'''"),
        ("a\tb", #""a\tb""#),
        ("\u{0}\u{1}\u{7}\u{1B}\u{7F}", #""\0\x01\x07\x1B\x7F""#),
        ("a\rb", #""a\rb""#),
        ("a\r\nb", #""a\r\nb""#),
        ("\u{80}\u{85}\u{9F}é", #""\x80\x85\x9Fé""#),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#),
        ("\u{FEFF}a\u{FFFE}\u{FFFF}", #""\uFEFFa\uFFFE\uFFFF""#),
        ("\u{1}\"\\'", #""\x01\"\\'""#),
        ("\n", #""\n""#),
        (" \n \n", #"" \n \n""#),
        ("a\u{7}\nb", #""a\x07\nb""#),
    ])
    func `characters that YAML has not are escaped`(text: String, expected: String) {
        #expect(written(text) == expected)
    }

    @Test(arguments: [
        ("a\nb", "|-\n  a\n  b"),
        ("a\nb\n", "|\n  a\n  b"),
        ("a\n\n", "|+\n  a\n"),
        ("a\n\n\nb\n", "|\n  a\n\n\n  b"),
        ("\na", "|-\n\n  a"),
        ("  a\nb", "|2-\n    a\n  b"),
        ("\n a\n\n", "|2+\n\n   a\n"),
        (" \na", "|2-\n   \n  a"),
        ("\ta\nb", "|2-\n  \ta\n  b"),
        ("a\n\tb\n", "|\n  a\n  \tb"),
        ("a  \nb", "|-\n  a  \n  b"),
        ("# a\n--- b\n: c", "|-\n  # a\n  --- b\n  : c"),
    ])
    func `several lines are a literal block`(text: String, expected: String) {
        #expect(written(text) == expected)
    }

    @Test func `a key of several lines is quoted`() {
        #expect(writtenKey("a\nb") == #""a\nb""#)
    }

    @Test func `a document that would need an indentation indicator is quoted`() {
        var emitter = Emitter()
        emitter.string("a\nb")
        emitter.beginDocument()
        emitter.string(" a\nb")
        #expect(emitter.text == "|-\n  a\n  b\n---\n\" a\\nb\"\n")
    }

    private func written(_ text: String) -> String {
        var emitter = Emitter()
        emitter.beginMapping()
        emitter.key("k")
        emitter.string(text)
        emitter.endMapping()
        return String(emitter.text.dropFirst(3).dropLast())
    }

    private func writtenKey(_ text: String) -> String {
        var emitter = Emitter()
        emitter.beginMapping()
        emitter.key(text)
        emitter.null()
        emitter.endMapping()
        return String(emitter.text.dropLast(7))
    }
}
