import CRDGeneratorCore
import CRDValues

/// The documentation extension of one version of a kind.
///
///     # ``Platform/ExampleCom/V1/Widget``
///
/// It has the facts about the kind, an example as a manifest and in Swift, the columns of
/// `kubectl get`, and topics with the properties and the types of each property.
struct DocCPage {
    private let page: ReferencePage
    private let kind: KindPages
    private let module: String

    init(_ page: ReferencePage, of kind: KindPages, in module: String) {
        self.page = page
        self.kind = kind
        self.module = module
    }

    var file: PageFile { PageFile(path: page.fileName, text: text) }

    private var text: String {
        var output = PageOutput()
        output.addDocCTitle(page.type.symbolPath(in: module))
        addDisplayName(to: &output)
        addFacts(to: &output)
        addExample(to: &output)
        addPrinterColumns(to: &output)
        output.add("\n## Topics\n")
        for topic in topics {
            output.add("\n### \(topic.title)\n\n")
            for name in topic.names { output.add("- ``\(name)``\n") }
        }
        return output.text
    }

    /// Adds a name that is short enough for the list at the side.
    ///
    /// The usual one has the types around it. Versions have the same kind, so that all but the
    /// newest have their version.
    private func addDisplayName(to output: inout PageOutput) {
        let version = page.definition.version
        let isNewest = version == kind.newest.definition.version
        let name = page.type.root.name + (isNewest ? "" : " (\(version))")
        output.add("\n@Metadata {\n    @DisplayName(\"\(name)\", style: symbol)\n}\n")
    }

    /// Adds a list with bold titles, as an item such as `- Version: …` would be an aside.
    private func addFacts(to output: inout PageOutput) {
        output.add("\n")
        for (title, text) in page.facts { output.add("- **\(title)**: \(text)\n") }
        let others = kind.pages.filter { $0.definition.version != page.definition.version }
        if others.isEmpty { return }
        let links = others.map { other in
            let version = Markdown.code(other.definition.version)
            return "[\(version)](<doc:\(other.type.symbolPath(in: module))>)"
        }
        output.add("- **Other versions**: \(links.joined(separator: ", "))\n")
    }

    private func addExample(to output: inout PageOutput) {
        let example = page.example
        output.add("\n## Example\n")
        for (language, code) in [("yaml", example.manifest), ("swift", example.code)] {
            output.add("\n")
            output.addCodeBlock(Array(code.utf8.dropLast()), language: language, margin: 0)
        }
        output.add(page.note(about: example))
    }

    /// Adds a table, in whose cells `|` must be escaped even in code.
    private func addPrinterColumns(to output: inout PageOutput) {
        let columns = page.definition.printerColumns
        if columns.isEmpty { return }
        output.add("\n## Columns of kubectl get\n\n")
        output.add("| Column | Type | Path | Description |\n| --- | --- | --- | --- |\n")
        for column in columns {
            let cells = [
                Markdown.inline(column.name),
                Markdown.inline(column.typeWords),
                Markdown.code(column.jsonPath),
                Markdown.inline(column.descriptionWords),
            ]
            for cell in cells { output.add("| \(cell.replacing("|", with: "\\|")) ") }
            output.add("|\n")
        }
    }
}

// MARK: - Topics

extension DocCPage {
    /// A list of symbols under a heading.
    private struct Topic {
        let title: String
        let names: [String]

        /// Creates a topic with the names that DocC has; `nil` if there are none.
        init?(_ title: String, _ names: [String]) {
            self.title = title
            self.names = names.filter(\.isInDocC)
            if self.names.isEmpty { return nil }
        }
    }

    /// The properties, and then the types of each property that has some, in the order of their
    /// paths.
    private var topics: [Topic] {
        let properties = page.type.root.attributesInSchemaOrder
        var types: [String: [(path: String, name: String)]] = [:]
        for type in page.type.nestedNames {
            let owner = properties.filter { "\(type.path).".utf8.starts(with: "\($0.key).".utf8) }
                .max { $0.key.utf8.count < $1.key.utf8.count }
            if let owner { types[owner.key, default: []].append(type) }
        }
        let own = Topic("Properties", ["metadata"] + properties.map(\.name))
        let others = properties.map { property in
            let found = (types[property.key] ?? []).sorted { $0 < $1 }
            return Topic("Types of \(property.name)", found.map(\.name))
        }
        return ([own] + others).compactMap(\.self)
    }
}

extension ResourceType {
    /// The types and aliases nested in the resource, with their paths in the schema.
    fileprivate var nestedNames: [(path: String, name: String)] {
        nestedTypes.map { ($0.path, $0.name) } + aliases.map { ($0.path, $0.name) }
    }
}
