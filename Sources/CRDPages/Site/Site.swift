import CRDGeneratorCore
import CRDValues

/// A site of HTML pages: one for each version of each kind, and one that lists them.
///
/// All files are in one folder, and nothing is loaded from elsewhere, so that the site can be read
/// without a server. Pages are complete without their script.
package struct Site {
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
    package mutating func add(_ page: ReferencePage, changes: SiteChanges?) -> [PageFile] {
        pages.append(page)
        let content = SitePage(page, changes: changes)
        let name = page.definition.pageName
        return [
            PageFile(path: "\(name).html", text: content.text),
            PageFile(
                path: "\(SiteSearch.folder)/\(name).js",
                text: search.add(page, content.entries)
            ),
        ]
    }

    /// The files that belong to no page: the index, the style, and the scripts.
    package var sharedFiles: [PageFile] {
        let order = pages.indices.sorted { KindPages.isListed(pages[$0], before: pages[$1]) }
        let scripts = search.scripts(order: order)
        return [
            PageFile(path: Self.indexName, text: SiteIndex(pages).text),
            PageFile(path: Self.styleName, text: SiteStyle.text),
            PageFile(path: Self.scriptName, text: SiteScript.text),
            PageFile(path: "\(SiteSearch.folder)/kinds.js", text: scripts.kinds),
            PageFile(path: "\(SiteSearch.folder)/names.js", text: scripts.names),
        ]
    }
}
