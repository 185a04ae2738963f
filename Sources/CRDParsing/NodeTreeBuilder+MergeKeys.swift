import CRDYAML

extension NodeTreeBuilder {
    /// The pairs of a mapping while its merge keys are replaced.
    private struct Merging {
        var pairs: [UInt32] = []
        var places: [[UInt8]: Place] = [:]
        /// The last merge key.
        var mergeKey: UInt32?

        /// The last pair with a key.
        struct Place {
            /// The index of the pair.
            let index: Int
            /// The merge key that sets the value; `nil` for the mapping's own value.
            var mergeKey: UInt32?
            /// Whether the mapping has the key itself.
            var isOwn: Bool
        }
    }

    /// Replaces each `<<` with the pairs of its mappings.
    ///
    /// Of several pairs with the same key, the last one is used, as in go-yaml v2, with which the
    /// API server and `kubectl` read YAML: a merge key replaces the values before it. YAML's own
    /// rule gives priority to the mapping's own keys, wherever the merge key is.
    mutating func merge(from firstChild: Int) throws(Diagnostic) {
        let own = Array(pending[firstChild..<pendingCount])
        var merging = Merging()
        for position in stride(from: 0, to: own.count, by: 2) {
            guard isMergeKey(own[position]) else {
                add(own[position], own[position + 1], to: &merging, isOwn: true)
                continue
            }
            merging.mergeKey = own[position]
            for source in try mergeSources(of: own[position + 1]) {
                let record = records[Int(source)]
                let end = Int(record.start + record.count)
                for link in stride(from: Int(record.start), to: end, by: 2) {
                    add(links[link], links[link + 1], to: &merging, isOwn: false)
                }
            }
        }
        pending.replaceSubrange(firstChild..., with: merging.pairs)
        pendingCount = pending.count
    }

    /// Adds a pair, or replaces the pair with the same key.
    ///
    /// Duplicate keys of the mapping itself are kept, because they are found later, with those of
    /// other mappings.
    private mutating func add(
        _ key: UInt32,
        _ value: UInt32,
        to merging: inout Merging,
        isOwn: Bool
    ) {
        let text = Array(text(of: key).utf8)
        let mergeKey = isOwn ? nil : merging.mergeKey
        guard let place = merging.places[text], let cause = mergeKey ?? place.mergeKey,
            !(isOwn && place.isOwn)
        else {
            let place = Merging.Place(index: merging.pairs.count, mergeKey: mergeKey, isOwn: isOwn)
            merging.places[text] = place
            merging.pairs += [key, value]
            return
        }
        duplicateKeys.append(
            .init(
                // The mapping is added next.
                mapping: UInt32(truncatingIfNeeded: records.count),
                first: merging.pairs[place.index],
                again: key,
                merge: .init(key: cause, differsFromYAML: !isOwn && place.mergeKey != mergeKey)
            )
        )
        merging.places[text]?.mergeKey = mergeKey
        merging.places[text]?.isOwn = isOwn || place.isOwn
        merging.pairs[place.index] = key
        merging.pairs[place.index + 1] = value
    }

    private func isMergeKey(_ index: UInt32) -> Bool {
        let record = records[Int(index)]
        return record.style == .plain && record.tag == .none && text(of: index) == "<<"
    }

    /// Returns the mappings of a merge key in the order in which they are merged: of a sequence,
    /// the first mapping is merged last.
    private func mergeSources(of value: UInt32) throws(Diagnostic) -> [UInt32] {
        let record = records[Int(value)]
        var sources = [value]
        if record.kind == .sequence {
            sources = links[Int(record.start)..<Int(record.start + record.count)].reversed()
        }
        for source in sources where records[Int(source)].kind != .mapping {
            throw error(
                "found a \(records[Int(source)].kind) under the merge key '<<', "
                    + "expected a mapping or a sequence of mappings",
                at: records[Int(source)].position
            )
        }
        return sources
    }
}
