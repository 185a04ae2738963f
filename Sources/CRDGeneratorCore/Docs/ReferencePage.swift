import CRDRuntime

/// The reference page of one version of a CRD, in Markdown.
///
/// Names, order, grouping and type words of the attributes are those that the Terraform provider
/// for Kubernetes publishes, so that both worlds can be read side by side:
///
///     ### Optional
///
///     - `spec` (Attributes) What is wanted. (see [below for nested schema](#nestedatt--spec))
package struct ReferencePage: Sendable {
    private let definition: ResourceDefinition
    private let schema: Schema
    private let type: ResourceType
    private let wording: Wording

    /// How headings name nested levels; the exact path unless a test says otherwise.
    var headingName: HeadingName = { name, _, _ in name }

    /// Prepares a page; ``text`` does the work.
    ///
    /// - Parameters:
    ///   - version: What the page is about.
    ///   - type: The Swift type of that version, which the example makes a value of.
    ///   - wording: All texts that do not come from the CRD.
    package init(
        version: CustomResourceDefinition.Version,
        type: ResourceType,
        wording: Wording = .default
    ) {
        definition = version.definition
        schema = version.schema
        self.type = type
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
        let description = PageText.cleaned(schema.keywords.description)
        var section = SchemaSection(headingName: headingName)
        section.write(rootLevel)
        var attributes = section.text
        while attributes.utf8.last == UInt8(ascii: "\n") { attributes.removeLast() }
        return """
            ---
            \(filled(wording.frontMatterComment))
            page_title: "\(filled(wording.title))"
            subcategory: "\(value(.group))"
            description: |-
              \(PageText.trimmed(MarkdownText.plain(description)))
            ---

            # \(filled(wording.heading))

            \(PageText.trimmed(description))

            ## Example Usage

            \(filled(wording.example))

            \(filled(wording.schemaComment))
            ## Schema

            \(attributes)



            """
    }
}

// MARK: - Values of the resource

extension ReferencePage {
    private var resource: String {
        let kind = "\(SnakeCase.name(definition.names.kind))_\(definition.version)"
        return definition.group.isEmpty ? kind : "\(SnakeCase.name(definition.group))_\(kind)"
    }

    private func filled(_ pattern: PagePattern) -> String {
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
        Example(of: type, schema: schema)
    }

    /// Lines, the last with its line feed, as a block of code.
    private static func fenced(_ text: String, as language: String) -> String {
        let fence = PageText.fence(around: text)
        return "\(fence)\(language)\n\(text)\(fence)"
    }
}

// MARK: - Attributes of every resource

extension ReferencePage {
    /// Properties at the root that Kubernetes gives to every resource.
    private static let hiddenProperties: Set<String> = ["apiVersion", "kind", "metadata", "status"]

    private var rootLevel: AttributeLevel {
        let own = AttributeLevel(
            of: schema,
            without: Self.hiddenProperties,
            names: changedNames
        )
        let texts = wording.attributes
        return AttributeLevel(
            required: own.required + [
                attribute("metadata", .attributes(metadataLevel), texts.metadata)
            ],
            optional: own.optional,
            readOnly: [
                attribute("api_version", .string, texts.apiVersion),
                attribute("id", .number, texts.id),
                attribute("kind", .string, texts.kind),
                attribute("yaml", .string, texts.yaml),
            ]
        )
    }

    /// Property → name in Swift, for properties at the root whose name every resource has already.
    private var changedNames: [String: String] {
        let taken: Set<String> = ["api_version", "id", "kind", "metadata", "yaml"]
        let changed = type.root.attributes.filter {
            taken.contains(SwiftName.attribute($0.key))
        }
        return Dictionary(
            changed.map { ($0.key, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private var metadataLevel: AttributeLevel {
        let texts = wording.attributes
        var optional = [
            attribute("annotations", .mapOfString, texts.annotations),
            attribute("labels", .mapOfString, texts.labels),
        ]
        switch definition.scope {
        case .namespaced: optional.append(attribute("namespace", .string, texts.namespace))
        case .cluster: break
        }
        return AttributeLevel(
            required: [attribute("name", .string, texts.name)],
            optional: optional
        )
    }

    private func attribute(
        _ name: String,
        _ kind: AttributeKind,
        _ description: PagePattern
    ) -> PageAttribute {
        PageAttribute(name: name, kind: kind, description: filled(description))
    }
}
