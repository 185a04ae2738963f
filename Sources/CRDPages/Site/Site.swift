import CRDGeneratorCore
import CRDValues

/// A site of HTML pages: one for each version of each kind, and one that lists them.
///
/// All files are in one folder, and nothing is loaded from elsewhere, so that the site can be read
/// without a server. Pages are complete without their script. Several modules have a folder each for
/// their pages, and share the list of kinds and the search.
package struct Site {
    /// The name of the page that lists the kinds.
    package static let indexName = "index.html"
    /// The folder of the search data, relative to the folder of the site.
    package static let searchFolder = SiteSearch.folder

    static let styleName = "site.css"
    static let scriptName = "site.js"

    private var search = SiteSearch()
    private var pages: [SiteFolder: [ReferencePage]] = [:]

    /// Creates a site without pages.
    package init() {}

    /// Adds a version of a kind.
    ///
    /// - Parameters:
    ///   - page: The reference page of the version, with full detail.
    ///   - module: The module of the kind; empty if there is only one.
    ///   - changes: The changes since the version before it; `nil` if there is none.
    /// - Returns: The page, and its data for the search.
    package mutating func add(
        _ page: ReferencePage,
        of module: String = "",
        changes: SiteChanges?
    ) -> [PageFile] {
        let folder = SiteFolder(module: module)
        pages[folder, default: []].append(page)
        let content = SitePage(page, in: folder, changes: changes)
        let search = search.add(page, in: folder, content.entries)
        return [
            PageFile(path: "\(content.name).html", text: content.text),
            PageFile(path: "\(Self.searchFolder)/\(content.name).js", text: search),
        ]
    }

    /// The files that belong to no page: the index, the style, and the scripts; none if there are no
    /// pages.
    package var sharedFiles: [PageFile] {
        if pages.isEmpty { return [] }
        let scripts = search.scripts
        return [
            PageFile(path: Self.indexName, text: SiteIndex(pages).text),
            PageFile(path: Self.styleName, text: SiteStyle.text),
            PageFile(path: Self.scriptName, text: SiteScript.text),
            PageFile(path: "\(SiteSearch.folder)/kinds.js", text: scripts.kinds),
            PageFile(path: "\(SiteSearch.folder)/names.js", text: scripts.names),
        ]
    }
}
