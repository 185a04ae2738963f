import CRDGeneratorCore
import CRDValues

/// The documentation extension of a module, which lists its kinds by API group.
struct DocCModulePage {
    private let catalog: DocCCatalog

    init(_ catalog: DocCCatalog) {
        self.catalog = catalog
    }

    var file: PageFile { PageFile(path: "\(catalog.module).md", text: text) }

    private var text: String {
        var output = PageOutput()
        output.addDocCTitle(catalog.module)
        let groups = KindPages.groups(of: catalog.kinds)
        let scope = groups.count == 1 ? "an API group" : "\(groups.count) API groups"
        output.add("\nThe custom resources of \(scope), as Swift types.\n\n## Topics\n")
        for kinds in groups {
            output.add("\n### \(Markdown.inline(kinds[0].group))\n\n")
            for kind in kinds {
                output.add("- ``\(kind.newest.type.symbolPath(in: catalog.module))``\n")
            }
        }
        return output.text
    }
}
