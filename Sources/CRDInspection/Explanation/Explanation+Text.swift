import CRDCatalog
import CRDGeneratorCore
package import CRDReports
import CRDRuntime
import CRDSchema
import CRDValues

extension Explanation {
    /// Returns the explanation as text, in the layout of `kubectl explain`.
    ///
    ///     GROUP:    example.com
    ///     KIND:     Widget
    ///     VERSION:  v1
    ///
    ///     FIELD: spec.max_size <Int?>
    ///     KEY:   spec.maxSize
    ///
    ///     DESCRIPTION:
    ///         How large it may become.
    ///
    ///     LIMITS:
    ///         at least 1
    ///
    /// - Parameters:
    ///   - isRecursive: Whether the names of fields at all depths are listed, instead of the fields
    ///     one level below with their descriptions.
    ///   - style: The style of headings and names.
    /// - Returns: The lines, each with a line feed.
    package func text(isRecursive: Bool = false, style: TextStyle = .plain) -> String {
        let definition = entry.version.definition
        var lines: [String] = []
        if !definition.group.isEmpty {
            lines.append("\(style.heading("GROUP:"))    \(definition.group)")
        }
        lines.append("\(style.heading("KIND:"))     \(definition.names.kind)")
        lines.append("\(style.heading("VERSION:"))  \(definition.version)")
        if let last = steps.last {
            lines.append("")
            let required = last.isRequired ? " -required-" : ""
            let type = style.notable("<\(last.typeText)>")
            lines.append("\(style.heading("FIELD:")) \(path) \(type)\(style.bad(required))")
            if path != manifestPath {
                lines.append("\(style.heading("KEY:"))   \(manifestPath)")
            }
        } else if !entry.version.schema.isGoType {
            lines.append("")
            lines.append("\(style.heading("TYPE:")) \(style.notable(entry.swiftName))")
        }
        let description = WrappedText.lines(ofDescription: self.description, indentation: 4)
        lines += section("DESCRIPTION", description, style)
        let limits = limits.flatMap { line in
            WrappedText.wrapped(line, first: "    ", rest: "      ")
        }
        lines += section("LIMITS", limits, style)
        let fields =
            isRecursive
            ? tree(attributes, indentation: 2, style) : attributes.flatMap { self.lines($0, style) }
        lines += section("FIELDS", fields, style)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The description of the kind or field; if it has none, that of its elements.
    var description: String? {
        if let text = schema.keywords.description, !text.isEmpty { return text }
        return steps.last?.value.element.value.schema.keywords.description
    }

    /// Returns a heading with lines below it; empty if there are no lines.
    private func section(_ title: String, _ lines: [String], _ style: TextStyle) -> [String] {
        var lines = lines
        while lines.last == "" { lines.removeLast() }
        return lines.isEmpty ? [] : ["", style.heading("\(title):")] + lines
    }

    /// Returns the lines of a field, with the first paragraph of its description.
    private func lines(_ attribute: ExplainedAttribute, _ style: TextStyle) -> [String] {
        let schema = attribute.value.schema
        let limits = attribute.limits.joined(separator: " · ")
        return [heading(attribute, indentation: 2, style)]
            + WrappedText.lines(ofFirstParagraph: schema.keywords.description, indentation: 4)
            + (limits.isEmpty ? [] : WrappedText.wrapped(limits, first: "    ", rest: "    "))
            + [""]
    }

    /// `max_size (maxSize) <Int?> -required-`.
    private func heading(
        _ attribute: ExplainedAttribute,
        indentation: Int,
        _ style: TextStyle
    ) -> String {
        let space = String(repeating: " ", count: indentation)
        let key = attribute.key == attribute.name ? "" : style.faint(" (\(attribute.key))")
        let required = attribute.isRequired ? style.bad(" -required-") : ""
        let type = style.notable("<\(attribute.typeText)>")
        return "\(space)\(style.heading(attribute.name))\(key) \(type)\(required)"
    }

    /// Returns the names of the fields at all depths.
    private func tree(
        _ attributes: [ExplainedAttribute],
        indentation: Int,
        _ style: TextStyle
    ) -> [String] {
        attributes.flatMap { attribute in
            [heading(attribute, indentation: indentation, style)]
                + tree(self.attributes(below: attribute), indentation: indentation + 2, style)
        }
    }
}
