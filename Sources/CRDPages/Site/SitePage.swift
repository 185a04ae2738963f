import CRDGeneratorCore
import CRDSchema
import CRDValidation
import CRDValues

/// The page of one version of a kind on the site.
struct SitePage {
    let page: ReferencePage
    let folder: SiteFolder
    /// The changes since an older version; `nil` if there is none.
    let changes: SiteChanges?
    /// The attributes of the page, for the search.
    let entries: [SiteSearch.Entry]

    private let tree: PageOutput

    /// Creates the page.
    ///
    /// - Parameters:
    ///   - page: The page of the version, with full detail.
    ///   - folder: The folder of the page.
    ///   - changes: The changes since an older version; `nil` if there is none.
    init(_ page: ReferencePage, in folder: SiteFolder = SiteFolder(), changes: SiteChanges?) {
        self.page = page
        self.folder = folder
        let tree = SiteTree(of: page, changes: changes)
        self.tree = tree.output
        self.changes = tree.changes
        entries = tree.entries
    }

    var definition: ResourceDefinition { page.definition }

    /// The path of the file, relative to the folder of the site, without its ending.
    var name: String { folder.path + definition.pageName }

    /// The text of the page.
    var text: String {
        var output = PageOutput()
        output.add("<div class=\"page\">\n<main id=\"page-main\" tabindex=\"-1\">\n")
        addTitle(to: &output)
        addOverview(to: &output)
        addExample(to: &output)
        addChanges(to: &output)
        output.add("<h2 id=\"page-attributes\">Attributes</h2>\n")
        output.add(Self.tools)
        output.add(tree.bytes)
        output.add("</main>\n")
        addOutline(to: &output)
        output.add("</div>\n")
        return SiteFrame(
            title: "\(definition.names.kind) (\(definition.apiVersion))",
            name: name,
            folder: folder,
            content: output
        ).text
    }

    private static let tools = """
        <p class="tools js-only"><button type="button" data-tree="open">Open all</button> \
        <button type="button" data-tree="close">Close all</button> \
        <button type="button" data-tree="names" aria-pressed="false">Names only</button></p>
        <p id="page-notice" role="status" hidden></p>

        """
}

// MARK: - Title

extension SitePage {
    private func addTitle(to output: inout PageOutput) {
        let group = definition.groupTitle
        output.add("<nav class=\"path\" aria-label=\"Breadcrumb\">")
        if !folder.module.isEmpty { addIndexLink(to: folder.id, folder.module, to: &output) }
        addIndexLink(to: folder.id(ofGroup: group), group, to: &output)
        output.add("</nav>\n<h1>")
        output.addHTML(definition.names.kind)
        output.add("</h1>\n")
        addVersions(to: &output)
        guard let warning = page.deprecationWarning else { return }
        output.add("<p class=\"note\"><b>Deprecated:</b> ")
        HTML.addInline(Array(warning.utf8)[...], to: &output)
        output.add("</p>\n")
    }

    private func addIndexLink(to id: String, _ text: String, to output: inout PageOutput) {
        output.addHTMLLink(to: "\(folder.root)\(Site.indexName)#\(id)", text)
    }

    /// Adds links to all versions of the kind, newest first.
    private func addVersions(to output: inout PageOutput) {
        let all = [definition] + (page.related?.versions ?? [])
        output.add("<nav class=\"versions\" aria-label=\"Versions\"><ul>")
        for other in all.sorted(by: { VersionOrder.isBefore($0.version, $1.version) }) {
            let isCurrent = other.version == definition.version
            output.add("<li>")
            output.addHTMLLink(
                to: "\(other.pageName).html",
                other.version,
                attributes: isCurrent ? " aria-current=\"page\"" : ""
            )
            output.add("</li>")
        }
        output.add("</ul></nav>\n")
    }
}

// MARK: - Overview

extension SitePage {
    private func addOverview(to output: inout PageOutput) {
        output.add("<div class=\"about\">")
        Description(page.schema.keywords.description).addHTML(to: &output)
        output.add("</div>\n<dl class=\"facts\">")
        for (title, text) in page.facts {
            output.add("<div><dt>\(title)</dt><dd>")
            HTML.addWords(text, to: &output)
            output.add("</dd></div>")
        }
        output.add("</dl>\n")
        addPrinterColumns(to: &output)
    }

    private func addPrinterColumns(to output: inout PageOutput) {
        if definition.printerColumns.isEmpty { return }
        output.add(
            "<details class=\"columns\"><summary>Columns of <code>kubectl get</code></summary>"
        )
        output.add(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Columns\"><table>"
        )
        output.add("<thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Type</th>")
        output.add(
            "<th scope=\"col\">Path</th><th scope=\"col\">Description</th></tr></thead><tbody>"
        )
        for column in definition.printerColumns {
            output.add("<tr><th scope=\"row\">")
            output.addHTML(column.name)
            output.add("</th><td>")
            output.addHTML(column.typeWords)
            output.add("</td><td>")
            output.addHTMLCode(column.jsonPath)
            output.add("</td><td>")
            output.addHTML(column.descriptionWords)
            output.add("</td></tr>")
        }
        output.add("</tbody></table></div></details>\n")
    }
}

// MARK: - Example and changes

extension SitePage {
    private func addExample(to output: inout PageOutput) {
        let example = page.example
        output.add("<h2 id=\"page-example\">Example</h2>\n<p>")
        output.add(
            example.isOutline
                ? "An example with optional fields, as a manifest and in Swift."
                : "The smallest example, as a manifest and in Swift."
        )
        output.add("</p>\n<div class=\"pair\">")
        addCode(example.manifest, titled: "YAML", to: &output)
        addCode(example.code, titled: "Swift", to: &output)
        output.add("</div>\n")
        if example.failedRules.isEmpty { return }
        output.add(
            "<p>No values were found that satisfy all rules. The example violates:</p>\n<ul>"
        )
        for failure in example.failedRules {
            output.add("<li>")
            if !failure.field.isEmpty {
                output.addHTMLCode(failure.field)
                output.add(": ")
            }
            output.addHTMLCode(failure.rule.rule)
            output.add("</li>")
        }
        output.add("</ul>\n")
    }

    private func addCode(_ text: String, titled title: String, to output: inout PageOutput) {
        output.add("<figure><figcaption>\(title)</figcaption>")
        output.add("<pre tabindex=\"0\" aria-label=\"Example in \(title)\"><code>")
        output.addHTML(text)
        output.add("</code></pre></figure>")
    }

    private func addChanges(to output: inout PageOutput) {
        guard let changes else { return }
        output.add("<h2 id=\"page-changes\">Changes since ")
        output.addHTML(changes.older.version)
        output.add("</h2>\n")
        if changes.changes.isEmpty {
            output.add("<p>Only the name of the version differs.</p>\n")
            return
        }
        for change in changes.changes where change.keys.isEmpty {
            output.add("<p>")
            output.addHTML(change.message.prefix(1).uppercased() + change.message.dropFirst())
            output.add(".</p>\n")
        }
        for kind in [SiteChanges.Kind.removed, .added, .changed] {
            SiteChangeList(kind, of: changes).addHTML(to: &output)
        }
    }
}

// MARK: - Outline

extension SitePage {
    /// Adds links to the parts of the page, and to the attributes down to those of `spec`.
    private func addOutline(to output: inout PageOutput) {
        output.add("<nav class=\"outline\" aria-label=\"On this page\"><p>On this page</p><ul>")
        output.add("<li><a href=\"#page-example\">Example</a></li>")
        if changes != nil { output.add("<li><a href=\"#page-changes\">Changes</a></li>") }
        output.add("<li><a href=\"#page-attributes\">Attributes</a><ul>")
        var root: SiteSearch.Entry?
        for entry in entries {
            if entry.depth == 0 {
                root = entry
                addLink(to: entry.name, entry.key, to: &output)
            } else if entry.depth == 1, let root, root.key != "metadata" {
                addLink(to: "\(root.name).\(entry.name)", entry.key, isInner: true, to: &output)
            }
        }
        output.add("</ul></li></ul></nav>\n")
    }

    private func addLink(
        to id: String,
        _ text: String,
        isInner: Bool = false,
        to output: inout PageOutput
    ) {
        output.add(isInner ? "<li class=\"inner\">" : "<li>")
        output.addHTMLLink(to: "#\(id)", text)
        output.add("</li>")
    }
}
