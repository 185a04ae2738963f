package import CRDYAML

extension Node {
    /// A warning for each key in this node and below it that is not a string, so that the server
    /// changes its text: `y` and `on` are read as `true`, and `010` as `8`.
    ///
    /// They are in depth-first order, each once.
    package var changedKeys: [Diagnostic] {
        if tree.writtenKeys.isEmpty { return [] }
        var seen: Set<UInt32> = []
        var found: [Diagnostic] = []
        addChangedKeys(to: &found, &seen)
        return found
    }

    private func addChangedKeys(to found: inout [Diagnostic], _ seen: inout Set<UInt32>) {
        // Several aliases may refer to one node.
        guard kind != .scalar, seen.insert(UInt32(index)).inserted else { return }
        for item in items { item.addChangedKeys(to: &found, &seen) }
        for pair in pairs {
            let key = pair.keyNode
            if let written = tree.writtenKeys[UInt32(key.index)] {
                let message =
                    "the key '\(written.excerpt)' is not a string in YAML 1.1, so it is read as "
                    + "'\(key.text.excerpt)'; quote it"
                found.append(key.diagnostic(.warning, message))
            }
            pair.value.addChangedKeys(to: &found, &seen)
        }
    }
}
