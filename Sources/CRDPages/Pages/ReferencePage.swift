package import CRDGeneratorCore
import CRDSchema

/// The reference page of one version of a CRD, in Markdown.
///
/// Names, order, grouping and type words of the attributes are those that the Terraform provider
/// for Kubernetes publishes, so that both worlds can be read side by side:
///
///     ### Optional
///
///     - `spec` (Attributes) What is wanted. (see [below for nested schema](#nestedatt--spec))
package struct ReferencePage: Sendable {
    let definition: ResourceDefinition
    let schema: Schema
    let type: ResourceType
    private let detail: PageDetail
    let wording: Wording
    /// The name that the resource's type has in its module.
    let typeName: String

    /// Prepares a page; ``text`` does the work.
    ///
    /// - Parameters:
    ///   - version: What the page is about.
    ///   - type: The Swift type of that version, which the example makes a value of.
    ///   - shortName: The name of that type without group and version, if the module has one.
    ///   - detail: How much the page says.
    ///   - wording: All texts that do not come from the CRD.
    package init(
        version: CustomResourceDefinition.Version,
        type: ResourceType,
        shortName: String? = nil,
        detail: PageDetail = .full,
        wording: Wording = .default
    ) {
        definition = version.definition
        schema = version.schema
        self.type = type
        typeName = shortName ?? type.qualifiedName
        self.detail = detail
        self.wording = wording
    }

    /// The name of the file: `sagemaker_services_k8s_aws_training_job_v1alpha1.md`.
    package var fileName: String { "\(resource).md" }

    /// Whether the CRD adds attributes to those that every resource has; the provider publishes no
    /// page otherwise.
    package var hasOwnAttributes: Bool {
        schema.keywords.properties.contains { !Self.hiddenProperties.contains($0.name) }
    }

    /// The page, which ends with two empty lines as the provider's do.
    ///
    /// Written anew each time, in time linear in the size of the schema.
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
        switch detail {
        case .plain:
            output.add(PageText.trimmed(cleanedDescription))
            output.add("\n\n")
        case .full:
            addOverview(to: &output)
        }
        output.add(
            """
            ## Example Usage

            \(filled(wording.example))

            \(filled(wording.schemaComment))
            ## Schema


            """
        )
        var section = SchemaSection(type, after: output, detail: detail)
        section.write(rootLevel)
        output = section.output
        output.removeEmptyLinesAtEnd()
        output.add("\n\n\n")
        return output.text
    }
}

// MARK: - Values of the resource

extension ReferencePage {
    private var cleanedDescription: String {
        PageText.cleaned(schema.keywords.description)
    }

    private var resource: String {
        let kind = "\(SnakeCase.name(definition.names.kind))_\(definition.version)"
        return definition.group.isEmpty ? kind : "\(SnakeCase.name(definition.group))_\(kind)"
    }

    func filled(_ pattern: PagePattern) -> String {
        pattern.filled(value)
    }

    private func value(_ value: PagePattern.Value) -> String {
        switch value {
        case .kind: definition.names.kind
        case .group: definition.group.isEmpty ? "core" : definition.group
        case .apiVersion: definition.apiVersion
        case .resource: resource
        case .code: Self.fenced(example.code, as: "swift")
        case .manifest: Self.fenced(example.manifest, as: "yaml")
        }
    }

    private var example: Example {
        Example(of: type, named: typeName, schema: schema)
    }

    /// Lines, the last with its line feed, as a block of code.
    private static func fenced(_ text: String, as language: String) -> String {
        let fence = PageText.fence(around: text.utf8)
        return "\(fence)\(language)\n\(text)\(fence)"
    }
}
