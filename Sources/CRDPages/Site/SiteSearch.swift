import CRDGeneratorCore
import CRDValues
import CRDYAML

/// The data of the site's search, in files of script that are loaded when they are needed.
///
/// Pages of a folder can load scripts from it, but no other files. 'kinds.js' lists the kinds,
/// 'names.js' the names of attributes with the pages that have them, and a file for each page its
/// attributes.
struct SiteSearch {
    /// An attribute of a page.
    struct Entry {
        /// The number of attributes around it.
        let depth: Int
        /// The key in manifests.
        let key: String
        /// The name in Swift.
        let name: String
    }

    /// The folder of the files.
    static let folder = "search"

    /// A page on the site.
    private struct Page {
        let page: ReferencePage
        let folder: SiteFolder

        /// The path of the file, relative to the folder of the site, without its ending.
        var name: String { folder.path + page.definition.pageName }
    }

    private var pages: [Page] = []
    /// Key → the positions of the pages that have an attribute with it.
    private var pagesByName: [String: [Int]] = [:]

    /// Adds a page.
    ///
    /// - Returns: The text of the file with its attributes.
    mutating func add(
        _ page: ReferencePage,
        in folder: SiteFolder,
        _ entries: [Entry]
    ) -> String {
        let position = pages.count
        let page = Page(page: page, folder: folder)
        pages.append(page)
        var output = PageOutput.script
        output.add("crdSite.page(")
        output.addScriptString(page.name)
        output.add(",[")
        for (number, entry) in entries.enumerated() {
            if number > 0 { output.add(",\n") }
            let name = entry.key == entry.name ? "" : "\t\(entry.name)"
            output.addScriptString("\(entry.depth) \(entry.key)\(name)")
            for name in entry.searchNames {
                if pagesByName[name]?.last != position {
                    pagesByName[name, default: []].append(position)
                }
            }
        }
        output.add("]);\n")
        return output.text
    }

    /// The script that lists the kinds, and the one that lists the names of attributes.
    var scripts: (kinds: String, names: String) {
        let order = order
        var kinds = PageOutput.script
        kinds.add("crdSite.kinds([")
        for (number, position) in order.enumerated() {
            if number > 0 { kinds.add(",\n") }
            let name = pages[position].name
            let page = pages[position].page.definition
            let names = ([page.names.plural, page.names.singular] + page.names.shortNames)
                .joined(separator: " ")
            kinds.add("[")
            for (column, text) in [
                name, page.names.kind, page.group, page.version, names,
            ].enumerated() {
                if column > 0 { kinds.add(",") }
                kinds.addScriptString(text)
            }
            kinds.add("]")
        }
        kinds.add("]);\n")
        return (kinds.text, names(order))
    }

    /// The positions of the pages in the order of the index.
    private var order: [Int] {
        pages.indices.sorted { left, right in
            let (left, right) = (pages[left], pages[right])
            if left.folder != right.folder { return left.folder.module < right.folder.module }
            return KindPages.isListed(left.page, before: right.page)
        }
    }

    /// Returns the script with each name and the numbers of its pages, in base 36, each as the
    /// difference from the one before.
    private func names(_ order: [Int]) -> String {
        var numbers = Array(repeating: 0, count: pages.count)
        for (number, position) in order.enumerated() { numbers[position] = number }
        var output = PageOutput.script
        output.add("crdSite.names([")
        for (count, (name, positions)) in pagesByName.sorted(by: { $0.key < $1.key }).enumerated() {
            if count > 0 { output.add(",\n") }
            output.addScriptString(name)
            output.add(",\"")
            var last = 0
            for number in positions.map({ numbers[$0] }).sorted() {
                output.add(String(number - last, radix: 36))
                output.add(" ")
                last = number
            }
            output.removeLast(1)
            output.add("\"")
        }
        output.add("]);\n")
        return output.text
    }
}

extension SiteSearch.Entry {
    /// The key, and the name if it differs in more than case and separators, which the search
    /// ignores.
    fileprivate var searchNames: [String] {
        let letters = { (text: String) in
            text.utf8.lazy.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
                .map { $0.isUppercase ? $0 | 0x20 : $0 }
        }
        return letters(key).elementsEqual(letters(name)) ? [key] : [key, name]
    }
}

extension PageOutput {
    /// A generated script, which begins with the comment of generated files.
    fileprivate static var script: PageOutput {
        var output = PageOutput()
        output.add("// \(GeneratorVersion.header) from the CRDs; do not edit.\n")
        return output
    }

    /// Adds a text as a string of JavaScript, which is safe in HTML too.
    mutating func addScriptString(_ text: String) {
        add("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..<" ", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                add("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default:
                add(String(scalar))
            }
        }
        add("\"")
    }
}
