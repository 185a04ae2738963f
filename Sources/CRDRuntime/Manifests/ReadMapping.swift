import CRDYAML

/// A mapping and which of its pairs were read.
struct ReadMapping {
    let node: Node
    private let pairs: Node.Pairs
    private var readCount = 0
    /// The first 64 pairs as bits, the others as Booleans.
    private var bits: UInt64 = 0
    private var others: [Bool]
    /// Where the next key is likely to stand.
    private var next = 0

    init(_ node: Node) {
        self.node = node
        pairs = node.pairs
        others = pairs.count > 64 ? [Bool](repeating: false, count: pairs.count - 64) : []
    }

    /// Whether nothing is left.
    var isReadWhole: Bool { readCount == pairs.count }

    func isRead(_ position: Int) -> Bool {
        position < 64 ? bits >> UInt64(position) & 1 == 1 : others[position - 64]
    }

    mutating func markRead(_ position: Int) {
        if isRead(position) { return }
        readCount += 1
        if position < 64 {
            bits |= 1 << UInt64(position)
        } else {
            others[position - 64] = true
        }
    }

    /// The value of a key; manifests mostly keep the order of the schema, so the search goes on
    /// where the last one ended.
    mutating func take(_ key: String) -> Node? {
        let count = pairs.count
        if readCount == count { return nil }
        var position = next
        for _ in 0..<count {
            if position == count { position = 0 }
            if pairs.hasKey(key, at: position) {
                markRead(position)
                next = position + 1
                return pairs[position].value
            }
            position += 1
        }
        return nil
    }
}
