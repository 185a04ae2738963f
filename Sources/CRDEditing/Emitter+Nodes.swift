package import CRDYAML

extension Emitter {
    /// Writes a tree, with the value of every scalar: `010` becomes 8, `yes` becomes `true`.
    ///
    /// Tags are omitted.
    ///
    /// A scalar that does not match its tag (see ``Node/resolved()``) is written as its text.
    package mutating func node(_ node: Node) {
        switch node.kind {
        case .scalar:
            scalar(node)
        case .sequence:
            beginSequence()
            for item in node.items { self.node(item) }
            endSequence()
        case .mapping:
            beginMapping()
            for pair in node.pairs {
                key(pair.key)
                self.node(pair.value)
            }
            endMapping()
        }
    }

    private mutating func scalar(_ node: Node) {
        // Callers that must not write invalid values resolve the tree first.
        switch (try? node.resolved()) ?? .string {
        case .null: null()
        case .boolean(let value): boolean(value)
        case .integer(let value): integer(value)
        case .unsigned(let value): scalar(String(value))
        case .float(let value): float(value)
        case .notFinite(let text): scalar(text)
        case .string: string(node.string)
        }
    }
}
