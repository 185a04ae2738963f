import CRDParsing
import CRDRuntime
import CRDYAML

extension DocumentEditor {
    /// Changes a sequence to an array.
    mutating func changeSequence(
        _ entry: Int,
        to wanted: [JSONValue],
        in slot: Slot
    ) throws(Obstacle) {
        let items = syntax.children(entry)
        let current = items.map { currentValue($0) }
        if current == wanted.map(Optional.some) { return }
        let partners = SequenceAlignment.partners(of: wanted, in: current)
        let kept = Set(partners.compactMap { $0 })
        if kept.isEmpty { return try replace(entry, with: .array(wanted), in: slot) }
        let isFlow = syntax.entries[entry].isFlow
        let dashes = isFlow ? [] : syntax.dashes(of: entry)
        let column = isFlow ? 0 : lines.column(dashes[0])
        for (value, partner) in zip(wanted, partners) {
            guard let partner, current[partner] != value else { continue }
            let itemSlot =
                isFlow
                ? Slot.flow(container: entry, key: nil)
                : .block(after: dashes[partner] + 1, column: column, isItem: true)
            try change(items[partner], to: value, in: itemSlot)
        }
        let removed = Set(items.indices).subtracting(kept)
        for position in removed { removeAnchors(of: items[position]) }
        let additions = Self.additions(wanted, partners)
        if removed.isEmpty, additions.isEmpty { return }
        if isFlow {
            let flow = self.flow(of: entry)
            let inner = indentation(of: syntax.entries[items[0]].start)
            let texts = additions.mapValues { $0.map { flow.text($0, column: inner) } }
            let units = items.map { syntax.entries[$0].start..<syntax.contentEnds[$0] }
            editFlow(units, removed, texts, flow)
        } else {
            let texts = additions.mapValues {
                $0.map { BlockText.item($0, column: column, style) }
            }
            let units = zip(dashes, items).map { dash, item in
                dash..<max(dash + 1, syntax.contentEnds[item])
            }
            editBlock(units, removed, texts)
        }
    }

    /// Returns the elements without a partner by the position of the item before them; -1 for
    /// those before the first.
    private static func additions(
        _ wanted: [JSONValue],
        _ partners: [Int?]
    ) -> [Int: [JSONValue]] {
        var additions: [Int: [JSONValue]] = [:]
        var previous = -1
        for (value, partner) in zip(wanted, partners) {
            if let partner {
                previous = partner
            } else {
                additions[previous, default: []].append(value)
            }
        }
        return additions
    }
}
