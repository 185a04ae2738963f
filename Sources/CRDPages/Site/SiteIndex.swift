import CRDGeneratorCore
import CRDValues

/// The first page of the site, which lists the kinds by group; those of several modules by module.
struct SiteIndex {
    /// The kinds of each module, sorted by group and name.
    private let modules: [(folder: SiteFolder, kinds: [KindPages])]

    /// The size that the summaries of kinds must not exceed, so that the page opens at once.
    private static let largestSize = 300_000

    /// Creates the index of the pages of modules, each in any order.
    init(_ pages: [SiteFolder: [ReferencePage]]) {
        modules = pages.map { ($0, KindPages.kinds(of: $1)) }
            .sorted { $0.folder.module < $1.folder.module }
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
        output.add("<p class=\"about\">\(counts).</p>\n")
        for (folder, kinds) in modules {
            if !folder.module.isEmpty { addHeading(2, folder.id, folder.module, to: &output) }
            for group in KindPages.groups(of: kinds) {
                let name = group[0].group
                let level = folder.module.isEmpty ? 2 : 3
                addHeading(level, folder.id(ofGroup: name), name, to: &output)
                output.add("<ul class=\"kinds\">\n")
                for kind in group { add(kind, in: folder, summaryLength, to: &output) }
                output.add("</ul>\n")
            }
        }
        output.add("</main>\n")
        addOutline(to: &output)
        output.add("</div>\n")
        return SiteFrame(title: "Reference", name: "", folder: SiteFolder(), content: output)
            .text
    }

    private var counts: String {
        let kinds = modules.flatMap(\.kinds)
        let groups = count(Set(kinds.map(\.group)).count, "group")
        let counts = "\(count(kinds.count, "kind")) in \(groups)"
        return modules.count == 1 ? counts : "\(counts), in \(modules.count) modules"
    }

    private func count(_ count: Int, _ word: String) -> String {
        count == 1 ? "1 \(word)" : "\(count) \(word)s"
    }

    private func addHeading(
        _ level: Int,
        _ id: String,
        _ text: String,
        to output: inout PageOutput
    ) {
        output.add("<h\(level) id=\"")
        output.addHTML(id)
        output.add("\">")
        output.addHTML(text)
        output.add("</h\(level)>\n")
    }

    private func add(
        _ kind: KindPages,
        in folder: SiteFolder,
        _ summaryLength: Int,
        to output: inout PageOutput
    ) {
        let first = kind.newest
        let names = first.definition.names
        output.add("<li>")
        output.addHTMLLink(to: folder.address(of: first), names.kind, attributes: " class=\"kind\"")
        for page in kind.pages {
            output.add(" ")
            output.addHTMLLink(to: folder.address(of: page), page.definition.version)
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
        let title = modules.count == 1 ? "Groups" : "Modules"
        output.add("<nav class=\"outline\" aria-label=\"\(title)\"><p>\(title)</p><ul>")
        for (folder, kinds) in modules {
            if !folder.module.isEmpty {
                output.add("<li>")
                output.addHTMLLink(to: "#\(folder.id)", folder.module)
                output.add("<ul>")
            }
            for group in KindPages.groups(of: kinds).map({ $0[0].group }) {
                output.add("<li>")
                output.addHTMLLink(to: "#\(folder.id(ofGroup: group))", group)
                output.add("</li>")
            }
            if !folder.module.isEmpty { output.add("</ul></li>") }
        }
        output.add("</ul></nav>\n")
    }
}

extension SiteFolder {
    /// Returns the address of a page of the folder, relative to the folder of the site.
    fileprivate func address(of page: ReferencePage) -> String {
        "\(path)\(page.definition.pageName).html"
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
