import CRDGeneratorCore
import CRDSchema

/// Writes the attributes of a kind as nested lists, which open and close.
///
///     <li id="spec.replicas"><div class="h"><a href="#spec.replicas">replicas</a> …</div></li>
///
/// An attribute's id is its path in Swift, without steps into lists and maps. Such ids consist of
/// identifiers and dots, so that ids of other elements, which have a hyphen, differ from them.
struct SiteTree {
    /// The text written so far.
    private(set) var output = PageOutput()
    /// The attributes in the order of the page, for the search.
    private(set) var entries: [SiteSearch.Entry] = []
    /// The changes of attributes, with their ids.
    private(set) var changes: SiteChanges?

    private let page: ReferencePage
    private var properties: AttributeProperties

    /// The location of a level.
    private struct Place {
        /// The id of the object, with a dot at its end; empty for the root.
        var prefix = ""
        /// The keys of the object in manifests.
        var keys: [String] = []
        /// The struct in Swift; `nil` if there is none.
        var owner: AttributeProperties.Owner? = .resource
    }

    /// Writes the attributes of a page.
    ///
    /// - Parameters:
    ///   - page: The page, with full detail.
    ///   - changes: The changes since an older version; `nil` if there is none.
    init(of page: ReferencePage, changes: SiteChanges?) {
        self.page = page
        self.changes = changes
        properties = AttributeProperties(page.type)
        let root = page.rootLevel
        if let schema = root.schema {
            let facts = AttributeFact.whole(schema)
            if !facts.isEmpty { output.add("<p>The whole object:</p>") }
            AttributeFact.addHTMLList([], facts, to: &output)
        }
        output.add("<ul class=\"tree\">")
        write(root.inManifests, of: root, at: Place())
        output.add("</ul>")
    }

    private mutating func write(
        _ attributes: [SiteAttribute],
        of level: AttributeLevel,
        at place: Place
    ) {
        for attribute in attributes { write(attribute, of: level, at: place) }
    }

    private mutating func write(
        _ attribute: SiteAttribute,
        of level: AttributeLevel,
        at place: Place
    ) {
        let id = place.prefix + attribute.name
        let property = place.owner.flatMap { properties.property(attribute.key, of: $0) }
        entries.append(
            SiteSearch.Entry(depth: place.keys.count, key: attribute.key, name: attribute.name)
        )
        let keys = place.keys + [attribute.key]
        let change = changes?.markID(id, at: keys)
        output.add("<li id=\"")
        output.addHTML(id)
        output.add("\">")
        writeHeading(attribute, id, property, change)
        writeDescription(attribute, property, of: level)
        if let nested = attribute.attribute.kind.nested {
            let count = nested.inManifests.count
            let isOpen = place.keys.isEmpty && !Self.closedKeys.contains(attribute.key)
            output.add(isOpen ? "<details open><summary>" : "<details><summary>")
            output.add(count == 1 ? "1 attribute of " : "\(count) attributes of ")
            output.addHTML(attribute.key)
            output.add("</summary><ul>")
            let inner = Place(prefix: id + ".", keys: keys, owner: property?.inner)
            write(nested.inManifests, of: nested, at: inner)
            output.add("</ul></details>")
        }
        output.add("</li>\n")
    }

    /// The objects that all resources have, which are closed at first.
    private static let closedKeys: Set<String> = ["metadata", "status"]
}

// MARK: - Parts of an attribute

extension SiteTree {
    private mutating func writeHeading(
        _ attribute: SiteAttribute,
        _ id: String,
        _ property: AttributeProperties.Property?,
        _ change: SiteChanges.Kind?
    ) {
        output.add("<div class=\"h\"><a href=\"#")
        output.addHTML(id)
        output.add("\">")
        output.addHTML(attribute.key)
        output.add("</a> <span>")
        output.addHTML(attribute.typeWords)
        output.add("</span>")
        switch attribute.group {
        case .required: output.add(" <b>required</b>")
        case .readOnly: output.add(" <i>read-only</i>")
        case .optional: break
        }
        if let change { output.add(" <em>\(change.word)</em>") }
        output.add("<code>")
        output.addHTML(attribute.name)
        if let type = attribute.attribute.builtInType ?? property?.type {
            output.add(": ")
            output.addHTML(type)
        }
        output.add("</code></div>")
    }

    private mutating func writeDescription(
        _ attribute: SiteAttribute,
        _ property: AttributeProperties.Property?,
        of level: AttributeLevel
    ) {
        var text = PageOutput()
        let attribute = attribute.attribute
        Description(attribute.description).addHTML(to: &text)
        Description(attribute.elementDescription).addHTML(to: &text)
        let isSection = attribute.kind.nested != nil
        AttributeFact.addHTMLList(
            AttributeFact.short(attribute, property, in: level),
            attribute.schema.map { AttributeFact.long($0, isSection: isSection) } ?? [],
            to: &text
        )
        if text.bytes.isEmpty { return }
        output.add("<div class=\"d\">")
        output.add(text.bytes)
        output.add("</div>")
    }
}
