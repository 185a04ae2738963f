import CRDGeneratorCore
import CRDSchema

/// Writes the attributes of a page, level by level, each level before its nested levels.
///
/// Anchors are unique, as attribute names on a level are unique and have no `-`, which joins them.
struct SchemaSection {
    /// The text written so far.
    private(set) var output: PageOutput
    /// The properties in Swift; `nil` for plain pages.
    private var properties: AttributeProperties?
    /// The type of the resource in Swift.
    private let typeName: String

    /// Creates the section of a resource, after the text written so far.
    init(_ type: ResourceType, after output: PageOutput, detail: PageDetail) {
        self.output = output
        typeName = type.root.name
        switch detail {
        case .plain: properties = nil
        case .full: properties = AttributeProperties(type)
        }
    }

    /// Writes all levels.
    mutating func write(_ root: AttributeLevel) {
        if properties != nil, let schema = root.schema {
            AttributeFact.addWhole(schema, to: &output)
        }
        write(root, at: PagePath())
    }

    private mutating func write(_ level: AttributeLevel, at path: PagePath) {
        write(level.required, titled: "Required", of: level, at: path)
        write(level.optional, titled: "Optional", of: level, at: path)
        write(level.readOnly, titled: "Read-Only", of: level, at: path)
        writeNested(level.required, at: path)
        writeNested(level.optional, at: path)
        writeNested(level.readOnly, at: path)
    }

    private mutating func write(
        _ group: [PageAttribute],
        titled title: String,
        of level: AttributeLevel,
        at path: PagePath
    ) {
        if group.isEmpty { return }
        output.add(path.depth == 0 ? "### " : "")
        output.add(title)
        output.add(path.depth == 0 ? "\n\n" : ":\n\n")
        for attribute in group {
            output.add("- ")
            if properties != nil { output.addAnchor(path.lineAnchor(of: attribute.name)) }
            output.add("`")
            output.add(attribute.name)
            output.add("` (")
            output.add(attribute.kind.words)
            output.add(")")
            if properties == nil {
                writePlain(attribute, at: path)
            } else {
                writeFull(attribute, of: level, at: path)
            }
        }
        output.add("\n")
    }

    private mutating func writeLink(_ attribute: PageAttribute, at path: PagePath) {
        guard attribute.kind.nested != nil else { return }
        output.add(" (see [below for nested schema](#")
        output.add(path.anchor(of: attribute.name))
        output.add("))")
    }

    private mutating func writePlain(_ attribute: PageAttribute, at path: PagePath) {
        let description = PageText.trimmed(PageText.cleaned(attribute.description))
        if !description.isEmpty {
            output.add(" ")
            output.add(description)
        }
        writeLink(attribute, at: path)
        output.add("\n")
    }
}

// MARK: - Full pages

extension SchemaSection {
    private mutating func writeFull(
        _ attribute: PageAttribute,
        of level: AttributeLevel,
        at path: PagePath
    ) {
        let description = Description(attribute.description)
        if let paragraph = description.firstParagraph {
            output.add(" ")
            Markdown.addInline(paragraph[...], startsBlock: false, to: &output)
        }
        writeLink(attribute, at: path)
        output.add("\n")
        if description.hasMore {
            description.addMore(margin: 2, to: &output)
            output.add("\n")
        }
        let property = property(attribute, at: path)
        AttributeFact.addList(
            of: attribute,
            property: property,
            in: level,
            section: attribute.kind.nested.map { _ in path.anchor(of: attribute.name) },
            margin: 2,
            to: &output
        )
    }

    private mutating func property(
        _ attribute: PageAttribute,
        at path: PagePath
    ) -> AttributeProperties.Property? {
        guard case .manifest(let key) = attribute.place, let type = path.type else { return nil }
        return properties?.property(key, of: type)
    }

    /// Returns the name of the struct at a path.
    private func swiftName(of path: PagePath) -> String? {
        switch path.type {
        case .resource: typeName
        case .nested(let name): "\(typeName).\(path.typeName ?? name)"
        case .runtime(let type): type.rawValue
        case nil: nil
        }
    }

    /// Writes the path of a level, with a link to the line of its attribute.
    private mutating func writePath(_ path: PagePath, of attribute: String, in parent: PagePath) {
        output.add("`")
        output.add(path.heading)
        output.add("`, in [`")
        output.add(parent.depth == 0 ? typeName : parent.heading)
        output.add("`](#")
        output.add(parent.lineAnchor(of: attribute))
        output.add(")\n\n")
    }

    /// Writes the Swift type and the manifest path of the level, and the constraints of its schema.
    private mutating func writeIntroduction(_ attribute: PageAttribute, at path: PagePath) {
        if let type = attribute.builtInType ?? swiftName(of: path) {
            output.add("Swift `\(type)`, in manifests ")
        } else {
            output.add("In manifests ")
        }
        output.add(Markdown.code(path.manifest))
        output.add("\n\n")
        guard let text = attribute.elementDescription else { return }
        let description = Description(text)
        if let paragraph = description.firstParagraph {
            Markdown.addInline(paragraph[...], startsBlock: true, to: &output)
            output.add("\n")
        }
        description.addMore(margin: 0, to: &output)
        output.add("\n")
    }
}

// MARK: - Levels below

extension SchemaSection {
    private mutating func writeNested(_ group: [PageAttribute], at path: PagePath) {
        for attribute in group {
            guard let level = attribute.kind.nested else { continue }
            var child = path.child(attribute.name)
            output.addAnchor(path.anchor(of: attribute.name))
            output.add(properties == nil ? "\n### Nested Schema for `" : "\n### `")
            output.add(properties == nil ? child.heading : attribute.name)
            output.add("`\n\n")
            if properties != nil {
                writePath(child, of: attribute.name, in: path)
                let property = property(attribute, at: path)
                child.type = property?.inner
                child.typeName = property?.typeName
                child.append(attribute)
                writeIntroduction(attribute, at: child)
            }
            write(level, at: child)
            output.add("\n")
        }
    }
}

extension PageOutput {
    /// Adds a target for links.
    fileprivate mutating func addAnchor(_ name: String) {
        add("<a id=\"")
        add(name)
        add("\"></a>")
    }
}
