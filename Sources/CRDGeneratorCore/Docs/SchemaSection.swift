/// What a level's heading says in place of an attribute's name.
///
/// - Parameters:
///   - name: The name of the attribute whose level it is.
///   - last: The name of the attribute that is written last beside it.
///   - depth: How many names stand before it in the path.
typealias HeadingName = @Sendable (_ name: String, _ last: String, _ depth: Int) -> String

/// Writes the attributes of a page, level by level, each level before those below it.
///
/// Anchors are unique: a path has one attribute of a name, and no name has the `-` that joins them.
struct SchemaSection {
    /// Everything written so far.
    private(set) var text = ""
    private let headingName: HeadingName

    init(headingName: @escaping HeadingName) {
        self.headingName = headingName
    }

    /// Writes the whole tree.
    mutating func write(_ root: AttributeLevel) {
        write(root, at: Path())
    }

    private mutating func write(_ level: AttributeLevel, at path: Path) {
        write(level.required, titled: "Required", at: path)
        write(level.optional, titled: "Optional", at: path)
        write(level.readOnly, titled: "Read-Only", at: path)
        let last = level.last?.name ?? ""
        writeNested(level.required, last, at: path)
        writeNested(level.optional, last, at: path)
        writeNested(level.readOnly, last, at: path)
    }

    private mutating func write(_ group: [PageAttribute], titled title: String, at path: Path) {
        if group.isEmpty { return }
        text += path.depth == 0 ? "### \(title)\n\n" : "\(title):\n\n"
        for attribute in group {
            text += "- `\(attribute.name)` (\(attribute.kind.words))"
            if !attribute.description.isEmpty {
                text += " "
                text += attribute.description
            }
            if attribute.kind.nested != nil {
                text += " (see [below for nested schema](#\(path.anchor(of: attribute.name))))"
            }
            text += "\n"
        }
        text += "\n"
    }

    private mutating func writeNested(_ group: [PageAttribute], _ last: String, at path: Path) {
        for attribute in group {
            guard let level = attribute.kind.nested else { continue }
            let child = path.child(headingName(attribute.name, last, path.depth))
            text += "<a id=\"\(path.anchor(of: attribute.name))\"></a>\n"
            text += "### Nested Schema for `\(child.heading)`\n\n"
            write(level, at: child)
            text += "\n"
        }
    }
}

extension SchemaSection {
    /// Where a level stands, as its heading shows it.
    private struct Path {
        /// The number of names in the path.
        private(set) var depth = 0
        /// The names, joined by dots.
        private(set) var heading = ""
        private var anchor = "nestedatt"

        func anchor(of name: String) -> String { "\(anchor)--\(name)" }

        func child(_ name: String) -> Path {
            var child = self
            child.depth += 1
            child.heading += depth == 0 ? name : ".\(name)"
            child.anchor += "--\(name)"
            return child
        }
    }
}
