import CRDGeneratorCore

/// The parts that all pages of the site have.
struct SiteFrame {
    /// The title of the page, as text.
    let title: String
    /// The path of the page's file, relative to the folder of the site, without its ending.
    let name: String
    /// The folder of the page.
    let folder: SiteFolder
    /// The content between the header and the end of the page, as HTML.
    let content: PageOutput

    /// The text of the page.
    ///
    /// The policy lets the page load styles and scripts of its own folder, and nothing else.
    /// Scripts in the page itself are not run, so that a text that became markup would do no harm.
    /// The script is loaded before the content, so that the page is shown in the chosen colors.
    var text: String {
        var output = PageOutput()
        output.add(
            """
            <!DOCTYPE html>
            <!-- \(GeneratorVersion.header) from the CRDs; do not edit. -->
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>
            """
        )
        output.addHTML(title)
        let root = folder.root
        output.add("</title>\n<link rel=\"stylesheet\" href=\"\(root)\(Site.styleName)\">\n")
        output.add("<script src=\"\(root)\(Site.scriptName)\"></script>\n</head>\n")
        output.add("<body data-page=\"")
        output.addHTML(name)
        output.add("\">\n")
        output.add(header)
        output.add(content.bytes)
        output.add("</body>\n</html>\n")
        return output.text
    }

    /// The bar at the top.
    ///
    /// Elements that need the script are shown only if it runs.
    private var header: String {
        """
        <a class="skip" href="#page-main">Skip to content</a>
        <header class="top">
        <a class="home" href="\(folder.root)\(Site.indexName)">Reference</a>
        <div class="search js-only" role="search">
        <input id="page-search" type="search" role="combobox" aria-expanded="false" \
        aria-controls="page-results" aria-autocomplete="list" autocomplete="off" \
        spellcheck="false" aria-label="Search kinds and attributes" \
        placeholder="Search kinds and attributes">
        <kbd aria-hidden="true">/</kbd>
        <div id="page-panel" hidden>
        <ul id="page-results" role="listbox" aria-label="Results"></ul>
        <p id="page-count" role="status"></p>
        </div>
        </div>
        <button id="page-theme" class="js-only" type="button">Theme</button>
        </header>

        """
    }
}
