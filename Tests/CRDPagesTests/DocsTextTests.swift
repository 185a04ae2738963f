import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

@Suite struct DocsTextTests {
    @Test(arguments: [
        ("A.\nB", "A.B"),
        ("A. \n B", "A.  B"),
        ("use `foo \"x\"`", "use 'foo 'x''"),
        (#"a\nb"#, "anb"),
        ("a\r\nb", "ab"),
        ("<b> *c* | \t_d_ é", "<b> *c* | \t_d_ é"),
        ("", ""),
    ])
    func `a description is one line without marks of code`(_ text: String, _ expected: String) {
        #expect(PageText.cleaned(text) == expected)
    }

    @Test(arguments: [
        (" \t\u{A0}\u{3000}a b\u{85}\u{2029}", "a b"),
        ("\u{200B}a\u{FEFF}", "\u{200B}a\u{FEFF}"),
        (" ", ""),
    ])
    func `Unicode white space is trimmed`(_ text: String, _ expected: String) {
        #expect(PageText.trimmed(text) == expected)
    }
}
