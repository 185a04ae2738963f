import CRDGeneratorCore
import CRDValues

/// Documentation extensions for the kinds of a module, which DocC adds to the pages of their types.
///
/// The generated code has descriptions; these files have everything else that a reader of a kind
/// needs first. Limits and rules of properties are on Markdown pages and on the site only.
package struct DocCCatalog {
    /// The name of the module.
    let module: String
    /// The kinds that DocC has symbols for, sorted by group and name.
    let kinds: [KindPages]
    /// The full name of a type → its kind.
    private let kindsByType: [String: KindPages]

    /// Creates the catalog of a module.
    ///
    /// - Parameters:
    ///   - module: The name of the module.
    ///   - pages: The pages of all kinds of the module, in any order.
    package init(module: String, _ pages: [ReferencePage]) {
        self.module = module
        kinds = KindPages.kinds(of: pages.filter { $0.type.isInDocC })
        kindsByType = Dictionary(
            kinds.flatMap { kind in kind.pages.map { ($0.type.qualifiedName, kind) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Returns the file for a version of a kind.
    ///
    /// - Parameter page: One of the pages of the catalog, with full detail.
    /// - Returns: The file; `nil` if DocC has no symbols of the version.
    package func file(of page: ReferencePage) -> PageFile? {
        kindsByType[page.type.qualifiedName].map { DocCPage(page, of: $0, in: module).file }
    }

    /// The file that lists the kinds on the page of the module; `nil` if there are none.
    package var moduleFile: PageFile? { kinds.isEmpty ? nil : DocCModulePage(self).file }
}

extension ResourceType {
    /// Whether DocC has a page for the type: it leaves out names that begin with an underscore, and
    /// everything in them.
    var isInDocC: Bool {
        [groupName, versionName, root.name].allSatisfy(\.isInDocC)
    }

    /// The name of the type with its module, as in links of DocC.
    func symbolPath(in module: String) -> String {
        "\(module)/\(groupName)/\(versionName)/\(root.name)"
    }
}

extension String {
    /// Whether DocC has symbols with the name.
    var isInDocC: Bool { !hasPrefix("_") }
}

extension PageOutput {
    /// Adds the title of a documentation extension, and the comment of generated files.
    ///
    /// The title must be first.
    mutating func addDocCTitle(_ symbol: String) {
        add("# ``\(symbol)``\n\n")
        add("<!-- \(GeneratorVersion.header) from the CRDs; do not edit. -->\n")
    }
}
