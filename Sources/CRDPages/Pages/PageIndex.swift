import CRDGeneratorCore
import CRDSchema
import CRDValues
import CRDYAML

/// The page that lists the other pages, by group and version.
package struct PageIndex {
    /// The name of the file, which GitHub shows for a folder.
    package static let fileName = "README.md"

    private let pages: [ReferencePage]

    /// Creates the list of some pages, in any order.
    package init(_ pages: [ReferencePage]) {
        self.pages = pages
    }

    /// The text of the page.
    ///
    ///     ## example.com
    ///
    ///     ### example.com/v1
    ///
    ///     - [Widget](example_com_widget_v1.md): Something to turn.
    package var text: String {
        var output = PageOutput()
        output.add("<!-- \(GeneratorVersion.header) from the CRDs; do not edit. -->\n\n")
        output.add("# Reference\n")
        var group: String?
        var version: String?
        for page in pages.sorted(by: { $0.isListed(before: $1) }) {
            let definition = page.definition
            if group != definition.group {
                group = definition.group
                version = nil
                output.add("\n## \(Markdown.inline(definition.groupTitle))\n")
            }
            if version != definition.version {
                version = definition.version
                output.add("\n### \(Markdown.inline(definition.apiVersion))\n\n")
            }
            let deprecated = definition.isDeprecated ? " (deprecated)" : ""
            let kind = Markdown.inline(definition.names.kind)
            output.add("- [\(kind)](\(page.fileName))\(deprecated)")
            let summary = page.summary
            if !summary.isEmpty { output.add(": \(summary)") }
            output.add("\n")
        }
        return output.text
    }
}

extension ReferencePage {
    /// The first sentence of the description, as Markdown; empty if there is none.
    var summary: String {
        var output = PageOutput()
        Markdown.addInline(summaryText[...], startsBlock: false, to: &output)
        return output.text
    }

    /// The first sentence of the description; empty if there is none.
    var summaryText: [UInt8] {
        let text = Description(schema.keywords.description).firstParagraph ?? []
        return Array(text[..<Self.endOfSentence(text)])
    }

    /// Returns the end of the first sentence, after its full stop.
    private static func endOfSentence(_ text: [UInt8]) -> Int {
        for position in text.indices where text[position] == UInt8(ascii: ".") {
            let rest = text[(position + 1)...]
            guard rest.first == 0x20, let next = rest.first(where: { $0 != 0x20 }) else { continue }
            let before = text[..<position]
            let isAbbreviation = ["e.g", "i.e", "etc", "vs"].contains { word in
                before.suffix(word.utf8.count).elementsEqual(word.utf8)
            }
            if !next.isLowercase, !isAbbreviation { return position + 1 }
        }
        return text.endIndex
    }

    /// The order by group, version, and kind; versions are sorted by name, not by their priority in
    /// Kubernetes.
    fileprivate func isListed(before other: ReferencePage) -> Bool {
        let left = [definition.group, definition.version, definition.names.kind]
        let right = [other.definition.group, other.definition.version, other.definition.names.kind]
        return left.lexicographicallyPrecedes(right)
    }
}
