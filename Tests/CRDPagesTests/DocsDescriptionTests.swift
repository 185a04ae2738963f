import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// How full pages set descriptions.
@Suite struct DocsDescriptionTests {
    @Test(arguments: [
        ("One line.", "One line."),
        ("One\nparagraph.", "One paragraph."),
        ("First.\n\nSecond\nparagraph.", "First.\n\nSecond paragraph."),
        ("First. \n Second.", "First.\n\nSecond."),
        ("List:\n- one\n  more\n- two\nText", "List:\n\n- one more\n- two Text"),
        ("List:\n\n* one\n* two\n\nText", "List:\n\n- one\n- two\n\nText"),
        ("- a\n  - b\n\n    c\n- d", "- a\n  - b\n\n    c\n\n- d"),
        ("1. a\n2. b\n   - c", "1. a\n2. b\n   - c"),
        ("1. a\n\nText\n\n1. b", "1. a\n\nText\n\n1. b"),
        ("Made in\n2023. Later", "Made in 2023. Later"),
        ("Like:\n\n  a: 1\n    b: 2\n\nEnd", "Like:\n\n```\na: 1\n  b: 2\n```\n\nEnd"),
        ("```yaml\na: <b>\n```\nEnd", "```\na: <b>\n```\n\nEnd"),
        ("``` <a> ::= b", "\\`\\`\\` \\<a> ::= b"),
        ("Table:\n| a | b |\n| c | d |", "Table:\n\n```\n| a | b |\n| c | d |\n```"),
        ("## Title\nText", "\\## Title\n\nText"),
        ("- one", "- one"),
        ("<name> *a* _b_ a_b [c](d) &amp;", "\\<name> \\*a\\* \\_b\\_ a_b \\[c](d) \\&amp;"),
        ("`a*<b>` and `c", "`a*<b>` and \\`c"),
        ("`a' or `b'", "\\`a' or \\`b'"),
        ("See [the *docs*](https://a.b/c_d).", "See [the \\*docs\\*](<https://a.b/c_d>)."),
        ("[a_b_](http://a/(b)?c=1&lt=2#d)", "[a_b\\_](<http://a/(b)?c=1&amp;lt=2#d>)"),
        ("[`a`](https://a.b), [c] (https://a.b)", "[`a`](<https://a.b>), \\[c] (<https://a.b>)"),
        ("![a](https://a.b)", "!\\[a](<https://a.b>)"),
        ("[a](https://a.b \"c\")", "\\[a](<https://a.b> \"c\")"),
        ("[](https://a.b) [ ](https://a.b)", "\\[](<https://a.b>) \\[ ](<https://a.b>)"),
        ("[[a]](https://a.b)", "\\[\\[a]](<https://a.b>)"),
        ("[a](ftp://a.b) [b](javascript:c)", "\\[a](ftp://a.b) \\[b](javascript:c)"),
        ("[https://a.b](https://c.d)", "[https://a.b](<https://c.d>)"),
        ("[a](https://a.b", "\\[a](<https://a.b>"),
        ("See https://a.b/c_d.", "See <https://a.b/c_d>."),
        ("See https://a.b/<c>", "See https://a.b/\\<c>"),
        ("https://a.b/c[d].", "<https://a.b/c>\\[d]."),
        ("a * b < c & d", "a * b < c & d"),
        ("-1 is none", "-1 is none"),
        ("", ""),
    ])
    func `paragraphs, lists and code stay what they are`(_ text: String, _ markdown: String) {
        let description = Description(text)
        var output = PageOutput()
        Markdown.addInline((description.firstParagraph ?? [])[...], startsBlock: true, to: &output)
        output.add("\n")
        description.addMore(margin: 0, to: &output)
        #expect(PageText.trimmed(output.text) == markdown)
    }

    @Test func `a description stays within the item of its attribute`() throws {
        let page = try ReferencePage.page(
            ofSchema: """
                properties:
                  spec: {type: object, description: "A\\n\\n- b\\n\\nc", properties: {d: {}}}
                """,
            detail: .full
        )
        #expect(
            page.section("### Optional", before: "### Read-Only") == """
                ### Optional

                - `spec` (Attributes) A (see [below for nested schema](#nestedatt--spec))

                  - b

                  c

                  * Swift `Spec?`

                """
        )
    }
}
