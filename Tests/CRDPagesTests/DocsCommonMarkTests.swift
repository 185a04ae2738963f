import CRDSchema
import CRDValues
import Foundation
import TestSupport
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// Pages as a reader sees them, through a parser that is not ours.
@Suite(.enabled(if: CommonMark.program != nil, "'cmark' is not installed"))
struct DocsCommonMarkTests {
    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(20)),
        arguments: CorpusPart.all(of: "corpus/provider/crds", "corpus/catalog")
    )
    func `pages show every description as it is written`(_ part: CorpusPart) throws {
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            for page in try ReferencePage.pages(of: text, file: file, detail: .full) {
                try check(page)
            }
        }
    }

    @Test(arguments: [
        "<name> & &amp; <b>bold</b> <!-- no --> <https://example.com> <a@example.com>",
        "*a* **b** _c_ __d__ ~~e~~ a_b_c a*b*c * _ f**",
        "# not a heading", "> not a quotation", "1986\\. A year", "+ item", "* item", "---", "===",
        "[text](https://example.com) [id]: target ![image](x) [x][y] [^1] [ ] task",
        "a | b | c", "`code <b> \\` and `` ` `` and ` lone", "back\\slash \\* \\", "``go''",
        "1) x", "text\n# heading\ntext", "text\n===", "text\n---\ntext", "a\n\n    code <b>\n",
        "- a\n  - b\n    c\n- d\n\ntext", "2. two\n1. one", "1. a\n\n1. b\n2. c",
        "https://example.com/a_b_c?d=*e*&f=<g>, http://x.y/z). See https://h/(p).", "\u{1}x",
        "```yaml\na: <b>\n```\nend", "| a | b |\n|---|---|\n| c | d |\n", "\tindented",
        "Options: \n - one \n - two", "~~~\n*x*\n~~~", "&nbsp; &#35; &x;", "*", "-", "1.", "``", "",
    ])
    func `text that Markdown has a meaning for shows as it is written`(_ text: String) throws {
        let literal = try String(decoding: JSONEncoder().encode(text), as: UTF8.self)
        try check(
            ReferencePage.page(
                ofSchema: """
                    description: \(literal)
                    type: object
                    properties:
                      spec:
                        description: \(literal)
                        type: object
                        properties:
                          list:
                            description: \(literal)
                            type: array
                            items: {type: string, description: \(literal), enum: [\(literal)]}
                          b:
                            type: string
                            default: \(literal)
                            x-kubernetes-validations: [{rule: \(literal), message: \(literal)}]
                    """,
                detail: .full
            )
        )
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15))
    )
    func `the index links each page once`() throws {
        var pages: [ReferencePage] = []
        for file in CorpusPart.all(of: "corpus/provider/crds").flatMap(\.files) {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            pages += try ReferencePage.pages(of: text, file: file, detail: .full)
        }
        let html = try CommonMark.html(of: PageIndex(pages).text)
        let pieces = html.components(separatedBy: CommonMark.omitted).count - 1
        #expect(pieces == 1, "the comment at the top is the only HTML")
        let seen = PageHTML(html)
        let links = seen.links.filter { !$0.hasPrefix("http") }
        #expect(links.sorted() == pages.map(\.fileName).sorted())
        #expect(seen.tags["li"] == pages.count)
        #expect(seen.tags["h2"] == Set(pages.map(\.definition.group)).count)
        #expect(seen.tags["h3"] == Set(pages.map(\.definition.apiVersion)).count)
    }

    /// A link to another site, of which pages show only the text.
    private static var link: Regex<(Substring, Substring, Substring)> {
        /([!\\]?)\[([^\[\]]+)\]\(https?:\/\/[^\s()<>"`\\{}|^]+\)/
    }

    /// Checks everything but where links to other sites lead.
    private func check(_ page: ReferencePage) throws {
        let text = page.text
        let html = try CommonMark.html(of: text)
        let anchors = text.matches(of: /(?m)^ *(?:- )?<a id="([^"]+)"><\/a>/).map(\.1)
        #expect(Set(anchors).count == anchors.count, "\(page.fileName): equal ids")
        let pieces = html.components(separatedBy: CommonMark.omitted).count - 1
        #expect(pieces == 2 * anchors.count + 1, "\(page.fileName): text that is eaten as HTML")
        let seen = PageHTML(html.replacingOccurrences(of: CommonMark.omitted, with: ""))
        #expect(seen.tags["em"] == nil && seen.tags["img"] == nil, "\(page.fileName)")
        #expect(seen.tags["strong"] == (page.definition.isDeprecated ? 1 : nil))
        #expect(seen.tags["hr"] == nil, "\(page.fileName)")
        for link in seen.links where !link.hasPrefix("http") {
            #expect(link.hasPrefix("#") && anchors.contains(link.dropFirst()), "\(page.fileName)")
        }
        var place = seen.text[...]
        for description in [page.schema.keywords.description ?? ""] + page.rootLevel.descriptions {
            let shown = description.replacing(Self.link) { $0.1.isEmpty ? $0.2 : $0.0 }
            let essence = PageHTML.essence(of: shown)
            if essence.isEmpty { continue }
            guard let range = place.firstRange(of: essence) else {
                Issue.record("\(page.fileName) does not show: \(description)")
                return
            }
            place = place[range.upperBound...]
        }
    }
}

extension AttributeLevel {
    /// The descriptions of all attributes in the order of the page.
    fileprivate var descriptions: [String] {
        let all = required + optional + readOnly
        return all.map(\.description) + all.flatMap { $0.kind.nested?.descriptions ?? [] }
    }
}
