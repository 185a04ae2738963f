package import CRDYAML

extension NodeTreeBuilder {
    /// The size of a node with all nodes below it.
    struct Extent {
        /// The number of nodes; each 64 bytes of text count as one more.
        var nodes = 0
        /// The number of levels of sequences and mappings: 0 for a scalar.
        var height = 0
    }

    /// Adds an alias.
    ///
    /// - Throws: `Diagnostic` if its anchor is unknown or contains the alias, if the nesting
    ///   becomes too deep, or if aliases expand to more than ``mostAliasedNodes`` nodes.
    package mutating func alias(_ name: String, at position: SourcePosition) throws(Diagnostic) {
        guard let target = anchors[name] else {
            if openAnchors.values.contains(name) {
                throw error("the value of anchor '\(name)' contains itself", at: position)
            }
            throw error("unknown anchor '\(name)'", at: position)
        }
        let extent = extents[target] ?? Extent()
        if depth + extent.height > NodeTree.deepestNesting {
            throw error("nested deeper than \(NodeTree.deepestNesting) levels", at: position)
        }
        aliasedNodes += extent.nodes
        if aliasedNodes > Self.mostAliasedNodes {
            throw error(
                "aliases expand to more than \(Self.mostAliasedNodes) nodes, which is the maximum",
                at: position
            )
        }
        guard expectsKey else { return add(target) }
        let record = records[Int(target)]
        guard record.kind == .scalar else {
            throw error("a \(record.kind) cannot be a key, expected a scalar", at: position)
        }
        try scalar(
            text(of: target),
            style: record.style,
            tag: record.tag,
            anchor: nil,
            at: position
        )
    }

    mutating func define(_ anchor: String, as index: UInt32) {
        anchors[anchor] = index
        extents[index] = extent(of: index)
    }

    /// Returns the size of a node with all nodes below it.
    ///
    /// The sizes of anchored nodes below it are already known, so every node is visited once for
    /// each anchor that directly encloses it.
    private func extent(of index: UInt32) -> Extent {
        var total = Extent()
        var open = [(index: index, depth: 0)]
        while let next = open.popLast() {
            let record = records[Int(next.index)]
            if let known = extents[next.index] {
                total.nodes += known.nodes
                total.height = max(total.height, next.depth + known.height)
            } else if record.kind == .scalar {
                total.nodes += 1 + text(of: next.index).utf8.count / 64
            } else {
                total.nodes += 1
                total.height = max(total.height, next.depth + 1)
                for link in Int(record.start)..<Int(record.start + record.count) {
                    open.append((links[link], next.depth + 1))
                }
            }
        }
        return total
    }
}
