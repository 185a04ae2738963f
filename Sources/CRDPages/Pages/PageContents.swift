import CRDGeneratorCore

/// The list of sections at the top of a long page.
///
///     - [`spec`](#nestedatt--spec)
///       - [`template`](#nestedatt--spec--template)
struct PageContents {
    private let root: AttributeLevel
    /// The depth down to which sections are listed; at least 1.
    private let depth: Int

    /// The number of attributes above which a page has contents.
    private static let fewestAttributes = 50
    /// The number of lines that deeper sections must not exceed.
    private static let mostLines = 60

    /// Creates the contents of a page; `nil` if the page is short.
    init?(of root: AttributeLevel) {
        if root.attributeCount <= Self.fewestAttributes { return nil }
        self.root = root
        var depth = 1
        var lines = root.nested.count
        var levels = root.nested
        while !levels.isEmpty {
            levels = levels.flatMap(\.level.nested)
            lines += levels.count
            if lines > Self.mostLines { break }
            depth += 1
        }
        self.depth = depth
    }

    /// Adds the list under its heading.
    func add(to output: inout PageOutput) {
        output.add("## Contents\n\n")
        add(root, at: PagePath(), to: &output)
        output.add("\n")
    }

    private func add(_ level: AttributeLevel, at path: PagePath, to output: inout PageOutput) {
        if path.depth == depth { return }
        for (name, level) in level.nested {
            output.addBlanks(2 * path.depth)
            output.add("- [`\(name)`](#\(path.anchor(of: name)))\n")
            add(level, at: path.child(name), to: &output)
        }
    }
}

extension AttributeLevel {
    /// The attributes that have sections, in the order of the page.
    fileprivate var nested: [(name: String, level: AttributeLevel)] {
        (required + optional + readOnly).compactMap { attribute in
            attribute.kind.nested.map { (attribute.name, $0) }
        }
    }

    /// The number of attributes on the page.
    fileprivate var attributeCount: Int {
        nested.reduce(required.count + optional.count + readOnly.count) {
            $0 + $1.level.attributeCount
        }
    }
}
