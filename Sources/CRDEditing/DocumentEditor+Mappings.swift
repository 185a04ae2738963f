import CRDParsing
import CRDRuntime
import CRDYAML

extension DocumentEditor {
    /// A key with its value that is added.
    struct Addition {
        let key: String
        let value: JSONValue
    }

    /// The changes of a mapping.
    struct MappingChange {
        /// The positions of the pairs that are removed.
        var removed: Set<Int> = []
        /// The new values of the other pairs.
        var values: [Int: JSONValue] = [:]
        /// The pairs that are added, by the position of the pair before them.
        var additions: [Int: [Addition]] = [:]
    }

    /// Changes a mapping to an object.
    mutating func changeMapping(
        _ entry: Int,
        to wanted: JSONObject,
        in slot: Slot
    ) throws(Obstacle) {
        let pairs = syntax.pairs(entry)
        let change = plan(pairs, to: wanted)
        if change.removed.count == pairs.count, !(pairs.isEmpty && wanted.isEmpty) {
            return try replace(entry, with: .object(wanted), in: slot)
        }
        let isFlow = syntax.entries[entry].isFlow
        let column = isFlow ? 0 : lines.column(syntax.start(of: pairs[0]))
        for (position, pair) in pairs.enumerated() {
            if change.removed.contains(position) {
                removeAnchors(of: pair.key)
                removeAnchors(of: pair.value)
            } else if let value = change.values[position] {
                let valueSlot = try self.slot(of: pair, in: entry, column, changesTo: value)
                if let valueSlot { try self.change(pair.value, to: value, in: valueSlot) }
            }
        }
        if change.removed.isEmpty, change.additions.isEmpty { return }
        let units = pairs.map { syntax.start(of: $0)..<syntax.end(of: $0) }
        if isFlow {
            let flow = self.flow(of: entry)
            let inner = units.isEmpty ? 0 : indentation(of: units[0].lowerBound)
            let texts = change.additions.mapValues {
                $0.map { flow.pair($0.key, $0.value, column: inner) }
            }
            editFlow(units, change.removed, texts, flow)
        } else {
            let texts = change.additions.mapValues {
                $0.map { BlockText.pair($0.key, $0.value, column: column, style) }
            }
            editBlock(units, change.removed, texts)
        }
    }

    /// Returns the surroundings of a value; `nil` if it has no colon and does not change.
    private func slot(
        of pair: SyntaxTree.Pair,
        in entry: Int,
        _ column: Int,
        changesTo value: JSONValue
    ) throws(Obstacle) -> Slot? {
        if syntax.entries[entry].isFlow {
            return .flow(container: entry, key: syntax.contentEnds[pair.key])
        }
        if let colon = syntax.colon(after: pair.key) {
            return .block(after: colon + 1, column: column, isItem: false)
        }
        if value == .null { return nil }
        throw Obstacle(message: "a key without a colon cannot get a value", entry: pair.key)
    }

    /// Determines the changes of the pairs of a mapping.
    private func plan(_ pairs: [SyntaxTree.Pair], to wanted: JSONObject) -> MappingChange {
        let merge = MergedPairs(pairs, self)
        var change = MappingChange()
        var positions: [String: Int] = [:]
        let keepsMerge = merge.canStay(for: wanted)
        for (position, pair) in pairs.enumerated() {
            if merge.keys.contains(position) {
                if !keepsMerge { change.removed.insert(position) }
                continue
            }
            let key = syntax.node(pair.key).text
            positions[key] = position
            if keepsMerge, merge.overrides(key, at: position) { continue }
            if let value = wanted[key] {
                change.values[position] = value
            } else {
                change.removed.insert(position)
            }
        }
        let last = pairs.indices.last { !change.removed.contains($0) } ?? -1
        var previous: Int?
        for (key, value) in zip(wanted.keys, wanted.values) {
            if let position = positions[key] {
                previous = position
            } else if !keepsMerge || merge.values[key] != value {
                // A value after the merge key replaces that of the merge key.
                let place = merge.keys.isEmpty ? previous ?? last : last
                change.additions[place, default: []].append(Addition(key: key, value: value))
            }
        }
        return change
    }
}

/// The pairs that the merge keys of a mapping add.
private struct MergedPairs {
    /// The positions of the merge keys.
    private(set) var keys: Set<Int> = []
    /// The values after the changes of the text before them.
    private(set) var values: [String: JSONValue] = [:]
    /// Whether all values are known.
    private var isKnown = true
    /// The positions of the last merge keys with each key.
    private var positions: [String: Int] = [:]
    private var ownPositions: [String: Int] = [:]

    init(_ pairs: [SyntaxTree.Pair], _ editor: DocumentEditor) {
        let syntax = editor.syntax
        for (position, pair) in pairs.enumerated() {
            guard syntax.isMergeKey(pair.key) else {
                ownPositions[syntax.node(pair.key).text] = position
                continue
            }
            keys.insert(position)
            var sources = [pair.value]
            if syntax.entries[pair.value].kind == .sequence {
                sources = syntax.children(pair.value).reversed()
            } else if syntax.node(pair.value).kind == .sequence {
                isKnown = false
            }
            for source in sources {
                guard case .object(let object) = editor.newValue(source) else {
                    isKnown = false
                    continue
                }
                for (key, value) in zip(object.keys, object.values) {
                    values[key] = value
                    positions[key] = position
                }
            }
        }
    }

    /// Whether a merge key replaces the value of the mapping's own key before it.
    func overrides(_ key: String, at position: Int) -> Bool {
        positions[key].map { $0 > position } ?? false
    }

    /// Whether the merge keys can stay where the mapping gets a value: each key that they add is
    /// wanted, and those that replace own values have the wanted value.
    func canStay(for wanted: JSONObject) -> Bool {
        if keys.isEmpty { return true }
        guard isKnown else { return false }
        return values.allSatisfy { key, value in
            guard let wantedValue = wanted[key] else { return false }
            guard let own = ownPositions[key], overrides(key, at: own) else { return true }
            return wantedValue == value
        }
    }
}
