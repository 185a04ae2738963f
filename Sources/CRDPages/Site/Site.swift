import CRDGeneratorCore
import CRDValues

/// A site of HTML pages: one for each version of each kind, and one that lists them.
///
/// All files are in one folder, and nothing is loaded from elsewhere, so that the site can be read
/// without a server. Pages are complete without their script.
package struct Site {
    /// A file of the site.
    package struct File {
        /// The path of the file, relative to the folder of the site.
        package let path: String
        /// The content.
        package let text: String
    }

    /// The name of the page that lists the kinds.
    package static let indexName = "index.html"
    /// The folder of the search data, relative to the folder of the site.
    package static let searchFolder = SiteSearch.folder

    static let styleName = "site.css"
    static let scriptName = "site.js"

    private var search = SiteSearch()
    private var pages: [ReferencePage] = []

    /// Creates a site without pages.
    package init() {}

    /// Adds a version of a kind.
    ///
    /// - Parameters:
    ///   - page: The reference page of the version, with full detail.
    ///   - changes: The changes since the version before it; `nil` if there is none.
    /// - Returns: The page, and its data for the search.
    package mutating func add(_ page: ReferencePage, changes: SiteChanges?) -> [File] {
        pages.append(page)
        let content = SitePage(page, changes: changes)
        let name = page.definition.pageName
        return [
            File(path: "\(name).html", text: content.text),
            File(
                path: "\(SiteSearch.folder)/\(name).js",
                text: search.add(page, content.entries)
            ),
        ]
    }

    /// The files that belong to no page: the index, the style, and the scripts.
    package var sharedFiles: [File] {
        let order = pages.indices.sorted { Self.isListed(pages[$0], before: pages[$1]) }
        let scripts = search.scripts(order: order)
        return [
            File(path: Self.indexName, text: SiteIndex(order.map { pages[$0] }).text),
            File(path: Self.styleName, text: SiteStyle.text),
            File(path: Self.scriptName, text: SiteScript.text),
            File(path: "\(SiteSearch.folder)/kinds.js", text: scripts.kinds),
            File(path: "\(SiteSearch.folder)/names.js", text: scripts.names),
        ]
    }

    /// The order by group and kind; of a kind, served versions are first, the newest before others.
    private static func isListed(_ left: ReferencePage, before right: ReferencePage) -> Bool {
        let (left, right) = (left.definition, right.definition)
        if left.group != right.group { return left.group < right.group }
        if left.names.kind != right.names.kind { return left.names.kind < right.names.kind }
        if left.isServed != right.isServed { return left.isServed }
        return VersionOrder.isBefore(left.version, right.version)
    }
}
