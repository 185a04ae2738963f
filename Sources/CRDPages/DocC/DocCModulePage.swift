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
        let kinds = catalog.kinds
        let groups = Set(kinds.map(\.group)).count
        let scope = groups == 1 ? "an API group" : "\(groups) API groups"
        output.add("\nThe custom resources of \(scope), as Swift types.\n\n## Topics\n")
        for (position, kind) in kinds.enumerated() {
            if position == 0 || kinds[position - 1].group != kind.group {
                output.add("\n### \(Markdown.inline(kind.group))\n\n")
            }
            output.add("- ``\(kind.newest.type.symbolPath(in: catalog.module))``\n")
        }
        return output.text
    }
}
