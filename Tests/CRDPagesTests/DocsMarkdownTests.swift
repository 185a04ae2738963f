import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

@Suite struct DocsMarkdownTests {
    @Test(arguments: [
        ("Plain text, & more &amp; 'quoted'.", "Plain text, & more &amp; 'quoted'."),
        ("[id]: http://x", ""),
        ("  [id]: http://x 'title'", ""),
        ("[id]: http://x and more", "[id]: http://x and more"),
        ("Example:\t Name", "Example:     Name"),
        ("é\tb", "é   b"),
        ("## Title ##", "Title"),
        ("####### Title", "# Title"),
        ("<p>a *b*</p>", "<p>a *b*</p>"),
        ("<!-- a -->", "<!-- a -->"),
        ("<p>a *b*", "a b"),
        ("    a *b*", "    a *b*"),
        ("- - -", ""),
        ("***", ""),
        ("> a *b*", "a b"),
        ("> > - a", "a"),
        ("* a", "a"),
        ("+ a", "a"),
        (" 12. a", "a"),
        ("12 a", "12 a"),
        ("-a", "-a"),
    ])
    func `a block loses its mark`(_ text: String, _ plain: String) {
        #expect(MarkdownText.plain(text) == plain)
    }

    @Test(arguments: [
        ("a *b c* d", "a b c d"),
        ("a _b_ **c** __d__ ***e***", "a b c d e"),
        ("foo_bar_baz", "foobarbaz"),
        ("f*(a*b)", "f(ab)"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a *b * c", "a *b * c"),
        ("a *b", "a *b"),
        ("**a *b* c**", "a b c"),
        ("http://h/a_b_c", "http://h/abc"),
        ("'default' and <workload name>, respectively", "'default' and , respectively"),
        ("'<variant>-<release>'", "'-'"),
        ("a < b > c", "a < b > c"),
        ("a </b> <!-- c -->d", "a  d"),
        ("<https://x.y> <a@b.c>", "https://x.y a@b.c"),
        ("see [text](http://x)", "see text http://x"),
        ("see [text](http://x 'title')", "see text http://x"),
        ("see [te*x*t](#x) [a](/) [b](/c) [d](//e)", "see text a b d //e"),
        ("see ![alt](http://x).", "see ."),
        ("[x] and [y]", "[x] and [y]"),
        ("*a [b*](c) d*", "a b* c d"),
    ])
    func `marks in a line go`(_ text: String, _ plain: String) {
        #expect(MarkdownText.plain(text) == plain)
    }

    @Test func `deep marks neither fail nor go`() {
        let deep = String(repeating: "[", count: 500) + "a" + String(repeating: "](b)", count: 500)
        #expect(MarkdownText.plain(deep).contains("](b)"))
    }
}
