import CRDYAML

/// A mapping, with a record of the pairs that were read.
///
/// A class, because each field changes it: a struct in a property of the reader would be checked for
/// exclusive access each time.
final class ReadMapping {
    let node: Node
    private let pairs: Node.Pairs
    private var readCount = 0
    /// The first 64 pairs as bits, the others as Booleans.
    private var bits: UInt64 = 0
    private var others: [Bool]
    /// The likely position of the next key.
    private var next = 0

    init(_ node: Node) {
        self.node = node
        pairs = node.pairs
        others = pairs.count > 64 ? [Bool](repeating: false, count: pairs.count - 64) : []
    }

    /// Whether all pairs were read.
    var isReadWhole: Bool { readCount == pairs.count }

    func isRead(_ position: Int) -> Bool {
        position < 64 ? bits >> UInt64(position) & 1 == 1 : others[position - 64]
    }

    func markRead(_ position: Int) {
        if isRead(position) { return }
        readCount += 1
        if position < 64 {
            bits |= 1 << UInt64(position)
        } else {
            others[position - 64] = true
        }
    }

    /// Returns the value of a key and marks it as read.
    ///
    /// Manifests usually have the order of the schema, so the search continues after the last key.
    func take(_ key: String) -> Node? {
        guard !isReadWhole, let position = pairs.position(of: key, from: next) else { return nil }
        markRead(position)
        next = position + 1
        return pairs.value(at: position)
    }
}
