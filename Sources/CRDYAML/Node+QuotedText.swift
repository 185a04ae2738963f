// Fast paths for the most common scalars of JSON and of quoted text.
extension Node {
    /// The text of a scalar that is certainly a string: it is quoted and has no tag.
    package var quotedText: String? {
        let record = tree.records[index]
        guard case .scalar = record.kind, case .none = record.tag else { return nil }
        if case .plain = record.style { return nil }
        return tree.texts[Int(record.start)]
    }

    /// The texts of a sequence whose items are all certainly strings; `nil` for other nodes.
    package var quotedTexts: [String]? {
        guard case .sequence = kind else { return nil }
        let texts = items.compactMap(\.quotedText)
        return texts.count == count ? texts : nil
    }

    /// The pairs of a mapping whose values are all certainly strings; `nil` for other nodes.
    package var quotedPairs: [String: String]? {
        guard case .mapping = kind else { return nil }
        var texts: [String: String] = [:]
        texts.reserveCapacity(count)
        for pair in pairs {
            guard let text = pair.value.quotedText else { return nil }
            texts[pair.key] = text
        }
        return texts
    }
}
