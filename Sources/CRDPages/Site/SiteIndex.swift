import CRDGeneratorCore
import CRDValues

/// The first page of the site, which lists the kinds by group.
struct SiteIndex {
    /// The kinds, sorted by group and name.
    private let kinds: [KindPages]

    /// The size that the summaries of kinds must not exceed, so that the page opens at once.
    private static let largestSize = 300_000

    /// Creates the index of some pages, in any order.
    init(_ pages: [ReferencePage]) {
        kinds = KindPages.kinds(of: pages)
    }

    /// The text of the page; summaries are shortened, or left out, if there are many kinds.
    var text: String {
        for length in [160, 80, 40] {
            let text = text(summaryLength: length)
            if text.utf8.count <= Self.largestSize { return text }
        }
        return text(summaryLength: 0)
    }

    private func text(summaryLength: Int) -> String {
        var output = PageOutput()
        output.add(
            "<div class=\"page\">\n<main id=\"page-main\" tabindex=\"-1\">\n<h1>Reference</h1>\n"
        )
        output.add("<p class=\"about\">\(count(kinds.count, "kind")) in ")
        let groups = Set(kinds.map(\.group))
        output.add("\(count(groups.count, "group")).</p>\n")
        var last: String?
        for kind in kinds {
            if kind.group != last {
                output.add(last == nil ? "<h2 id=\"group-" : "</ul>\n<h2 id=\"group-")
                output.addHTML(kind.group)
                output.add("\">")
                output.addHTML(kind.group)
                output.add("</h2>\n<ul class=\"kinds\">\n")
                last = kind.group
            }
            add(kind, summaryLength, to: &output)
        }
        output.add(last == nil ? "</main>\n" : "</ul>\n</main>\n")
        addOutline(to: &output)
        output.add("</div>\n")
        return SiteFrame(title: "Reference", name: "", content: output).text
    }

    private func count(_ count: Int, _ word: String) -> String {
        count == 1 ? "1 \(word)" : "\(count) \(word)s"
    }

    private func add(_ kind: KindPages, _ summaryLength: Int, to output: inout PageOutput) {
        let first = kind.newest
        output.add("<li><a class=\"kind\" href=\"")
        output.addHTML(first.definition.pageName)
        output.add(".html\">")
        output.addHTML(first.definition.names.kind)
        output.add("</a>")
        for page in kind.pages {
            output.add(" <a href=\"")
            output.addHTML(page.definition.pageName)
            output.add(".html\">")
            output.addHTML(page.definition.version)
            output.add("</a>")
        }
        if first.definition.isDeprecated { output.add(" <i>deprecated</i>") }
        if summaryLength > 0, !first.summaryText.isEmpty {
            output.add("<p>")
            HTML.addInline(first.summaryText.shortened(to: summaryLength)[...], to: &output)
            output.add("</p>")
        }
        output.add("</li>\n")
    }

    private func addOutline(to output: inout PageOutput) {
        output.add("<nav class=\"outline\" aria-label=\"Groups\"><p>Groups</p><ul>")
        var last: String?
        for kind in kinds where kind.group != last {
            output.add("<li><a href=\"#group-")
            output.addHTML(kind.group)
            output.add("\">")
            output.addHTML(kind.group)
            output.add("</a></li>")
            last = kind.group
        }
        output.add("</ul></nav>\n")
    }
}

extension [UInt8] {
    /// Returns the text, or its first words with an ellipsis, if it has more than some bytes.
    fileprivate func shortened(to length: Int) -> [UInt8] {
        if count <= length { return self }
        let end = self[..<length].lastIndex(of: 0x20) ?? 0
        return self[..<end] + Array("…".utf8)
    }
}
