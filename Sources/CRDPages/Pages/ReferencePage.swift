package import CRDGeneratorCore
import CRDSchema
import CRDValidation
import CRDValues

/// The reference page of one version of a CRD, in Markdown.
///
/// The names, order, groups, and types of the attributes are the same as on the pages of the
/// Terraform provider for Kubernetes, so that both can be compared:
///
///     ### Optional
///
///     - `spec` (Attributes) What is wanted. (see [below for nested schema](#nestedatt--spec))
package struct ReferencePage: Sendable {
    let definition: ResourceDefinition
    let schema: Schema
    let type: ResourceType
    let detail: PageDetail
    let wording: Wording
    /// The name of the resource's type in its module.
    let typeName: String
    /// The pages that the page links to; `nil` for a page on its own.
    let related: RelatedPages?

    /// Creates a page, without its text.
    ///
    /// - Parameters:
    ///   - version: The version of the kind.
    ///   - type: The Swift type of the version, which the example uses.
    ///   - shortName: The name of that type without group and version, if the module has one.
    ///   - detail: The detail of the page.
    ///   - wording: The texts that don't come from the CRD.
    ///   - related: The pages that a full page links to; `nil` for a page on its own.
    package init(
        version: CustomResourceDefinition.Version,
        type: ResourceType,
        shortName: String? = nil,
        detail: PageDetail = .full,
        wording: Wording = .default,
        related: RelatedPages? = nil
    ) {
        definition = version.definition
        schema = version.schema
        self.type = type
        typeName = shortName ?? type.qualifiedName
        self.detail = detail
        self.wording = wording
        self.related = related
    }

    /// The name of the file: `sagemaker_services_k8s_aws_training_job_v1alpha1.md`.
    package var fileName: String { "\(definition.pageName).md" }

    /// Whether the CRD has other attributes than those that all resources have; otherwise the
    /// provider has no page.
    package var hasOwnAttributes: Bool {
        schema.keywords.properties.contains { !Self.hiddenProperties.contains($0.name) }
    }

    /// The text of the page, which ends with two empty lines like the provider's pages.
    ///
    /// The text is written on each call, in time linear in the size of the schema.
    package var text: String {
        var output = PageOutput()
        output.add(
            """
            ---
            \(filled(wording.frontMatterComment))
            page_title: "\(filled(wording.title))"
            subcategory: "\(value(.group))"
            description: |-
              \(PageText.trimmed(MarkdownText.plain(cleanedDescription)))
            ---

            # \(filled(wording.heading))


            """
        )
        let level = rootLevel
        switch detail {
        case .plain:
            output.add(PageText.trimmed(cleanedDescription))
            output.add("\n\n")
        case .full:
            addOverview(to: &output)
            PageContents(of: level)?.add(to: &output)
        }
        let example = example
        output.add(
            """
            ## Example Usage

            \(wording.example.filled { value($0, example) })
            \(note(about: example))
            \(filled(wording.schemaComment))
            ## Schema


            """
        )
        var section = SchemaSection(type, after: output, detail: detail)
        section.write(level)
        output = section.output
        output.removeEmptyLinesAtEnd()
        output.add("\n\n\n")
        return output.text
    }
}

// MARK: - Values of the resource

extension ReferencePage {
    private var cleanedDescription: String {
        switch detail {
        case .plain:
            PageText.cleaned(schema.keywords.description)
        case .full:
            PageText.cleaned(
                schema.keywords.description?.split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ")
            )
        }
    }

    func filled(_ pattern: PagePattern) -> String {
        pattern.filled(value)
    }

    private func value(_ value: PagePattern.Value) -> String {
        switch value {
        case .kind: definition.names.kind
        case .group: definition.groupTitle
        case .apiVersion: definition.apiVersion
        case .resource: definition.pageName
        case .exampleTitle, .code, .manifest: self.value(value, example)
        }
    }

    private func value(_ value: PagePattern.Value, _ example: Example) -> String {
        switch value {
        case .exampleTitle:
            example.isOutline ? "An example with optional fields" : "A minimal example"
        case .code: Self.fenced(example.code, as: "swift")
        case .manifest: Self.fenced(example.manifest, as: "yaml")
        case .kind, .group, .apiVersion, .resource: self.value(value)
        }
    }

    /// The smallest example; on full pages, if it shows nothing, an outline that is valid.
    var example: Example {
        let minimal = Example(of: type, named: typeName, schema: schema)
        if detail == .plain || minimal.showsValues { return minimal }
        let outline = minimal.outline(by: schema)
        guard outline.showsValues else { return minimal }
        let schema = schema.restricted(to: .object(outline.object))
        let validator = ResourceValidator(definition: definition, schema: schema)
        switch validator.create(.object(outline.object)).result {
        case .success: return outline
        case .failure: return minimal
        }
    }

    /// Returns a paragraph about the rules that an example doesn't satisfy; empty if there are none.
    func note(about example: Example) -> String {
        if detail == .plain || example.failedRules.isEmpty { return "" }
        let rules = example.failedRules.map { failure in
            let place = failure.field.isEmpty ? "" : " of \(Markdown.code(failure.field))"
            let text = failure.rule.rule.split(whereSeparator: \.isWhitespace)
            return "* Rule\(place): \(Markdown.code(text.joined(separator: " ")))\n"
        }
        let beginning = "No values were found for the example that satisfy all rules. It violates:"
        return "\n\(beginning)\n\n\(rules.joined())"
    }

    /// Returns lines, the last with its line feed, as a code block.
    private static func fenced(_ text: String, as language: String) -> String {
        let fence = PageText.fence(around: text.utf8)
        return "\(fence)\(language)\n\(text)\(fence)"
    }
}
