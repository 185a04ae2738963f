import CRDGeneratorCore
import CRDSchema
import CRDValues

extension ReferencePage {
    /// Adds the text above the example: deprecation, description, and properties of the CRD.
    func addOverview(to output: inout PageOutput) {
        addDeprecation(to: &output)
        let description = Description(schema.keywords.description)
        if let paragraph = description.firstParagraph {
            Markdown.addInline(paragraph[...], startsBlock: true, to: &output)
            output.add("\n")
        }
        description.addMore(margin: 0, to: &output)
        if !description.isEmpty { output.add("\n") }
        for (title, text) in facts { output.add("- \(title): \(text)\n") }
        if let links = related?.versionLinks { output.add("- Other versions: \(links)\n") }
        if let link = related?.indexLink { output.add("- Other kinds: \(link)\n") }
        addPrinterColumns(to: &output)
        output.add("\n")
    }

    private func addDeprecation(to output: inout PageOutput) {
        guard let deprecationWarning else { return }
        output.add("> **Deprecated:** \(Markdown.inline(deprecationWarning))\n\n")
    }

    /// The warning of the API server for a deprecated version, on one line; `nil` for others.
    var deprecationWarning: String? {
        guard definition.isDeprecated else { return nil }
        // The warning of the API server if the CRD has none of its own.
        let usual = "\(definition.apiVersion) \(definition.names.kind) is deprecated"
        let warning = definition.deprecationWarning ?? usual
        return warning.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The title and text of each line of the list, as Markdown whose only markup is code; lines
    /// for missing values are left out.
    var facts: [(title: String, text: String)] {
        let names = definition.names
        let isShort = typeName != type.qualifiedName
        let swift = Markdown.code(type.qualifiedName)
        let facts: [(String, String?)] = [
            ("API version", Markdown.code(definition.apiVersion)),
            ("Kind", Markdown.code(names.kind)),
            ("Plural", Markdown.code(names.plural)),
            ("Short names", list(names.shortNames)),
            ("Categories", list(names.categories)),
            ("Scope", scope),
            ("Version", version),
            ("Subresources", subresources),
            ("Selectable fields", list(definition.selectableFields)),
            ("Swift", isShort ? "\(Markdown.code(typeName)), in full \(swift)" : swift),
        ]
        return facts.compactMap { title, text in text.map { (title, $0) } }
    }

    private var scope: String {
        switch definition.scope {
        case .namespaced: "Namespaced"
        case .cluster: "Cluster"
        }
    }

    private var version: String {
        let served = definition.isServed ? "served" : "not served"
        let stored = definition.isStorage ? "stored" : "not stored"
        return "\(served), \(stored)\(definition.isDeprecated ? ", deprecated" : "")"
    }

    private var subresources: String? {
        var names: [String] = []
        if definition.hasStatusSubresource { names.append("`status`") }
        if let scale = definition.scale {
            let replicas = [scale.specReplicasPath, scale.statusReplicasPath].map(Markdown.code)
            let selector = scale.labelSelectorPath.map { ", selector in \(Markdown.code($0))" }
            names.append(
                "`scale` (replicas in \(replicas.joined(separator: " and "))\(selector ?? ""))"
            )
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private func list(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.map(Markdown.code).joined(separator: ", ")
    }

    /// Adds the columns that `kubectl get` prints, each as an item.
    private func addPrinterColumns(to output: inout PageOutput) {
        if definition.printerColumns.isEmpty { return }
        output.add("- Printer columns:\n")
        for column in definition.printerColumns {
            output.add("  - \(Markdown.inline(column.name)) (\(Markdown.inline(column.type))")
            if let format = column.format { output.add(", \(Markdown.inline(format))") }
            output.add(") from \(Markdown.code(column.jsonPath))")
            if column.priority > 0 { output.add(", only with `-o wide`") }
            if let text = column.description {
                let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
                output.add(": \(Markdown.inline(line))")
            }
            output.add("\n")
        }
    }
}
