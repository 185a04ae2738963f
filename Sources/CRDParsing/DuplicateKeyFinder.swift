import CRDYAML

/// Finds a duplicate key of a mapping, in time linear in the number of keys.
///
/// The keys of most mappings are sorted, which shows that they are unique. Most other mappings have
/// few keys with different fingerprints. A small table, which is reused for all mappings, is
/// sufficient for nearly all of them.
struct DuplicateKeyFinder {
    /// The last mapping that used each slot; the number of slots is a power of two.
    ///
    /// Empty until a mapping needs it, because most short texts have sorted mappings only.
    private var slots: [UInt32] = []
    private var mapping: UInt32 = 0

    /// Two nodes with the same key.
    struct Duplicate {
        let first: UInt32
        let again: UInt32
    }

    /// Returns the first key that is equal to an earlier one.
    ///
    /// - Parameters:
    ///   - children: Keys and values alternately, as indexes into `records`.
    ///   - start: The position of the first key of the mapping in `children`.
    ///   - end: The position after its last value.
    ///   - records: All nodes so far.
    ///   - texts: The texts of all scalars so far.
    /// - Returns: The key and the earlier one; `nil` if all keys are unique.
    mutating func find(
        in children: [UInt32],
        _ start: Int,
        _ end: Int,
        _ records: [NodeTree.Record],
        _ texts: [String]
    ) -> Duplicate? {
        if areAscending(children, start, end, records, texts) { return nil }
        if slots.count == 0 { slots = [UInt32](repeating: 0, count: 1024) }
        mapping &+= 1
        var mayRepeat = false
        var position = start
        while position < end {
            let text = texts[Int(records[Int(children[position])].start)]
            let slot = Self.fingerprint(of: text)
            if slots[slot] == mapping {
                mayRepeat = true
                break
            }
            slots[slot] = mapping
            position += 2
        }
        return mayRepeat ? exactSearch(in: children, start, end, records, texts) : nil
    }

    /// Whether each key is less than the next.
    private func areAscending(
        _ children: [UInt32],
        _ start: Int,
        _ end: Int,
        _ records: [NodeTree.Record],
        _ texts: [String]
    ) -> Bool {
        guard end - start > 2 else { return true }
        var last = texts[Int(records[Int(children[start])].start)]
        var position = start + 2
        while position < end {
            let text = texts[Int(records[Int(children[position])].start)]
            guard last < text else { return false }
            last = text
            position += 2
        }
        return true
    }

    /// Returns a hash in the range of `slots`.
    private static func fingerprint(of text: String) -> Int {
        text.hashValue & 1023
    }

    private func exactSearch(
        in children: [UInt32],
        _ start: Int,
        _ end: Int,
        _ records: [NodeTree.Record],
        _ texts: [String]
    ) -> Duplicate? {
        var firsts: [String: UInt32] = [:]
        for position in stride(from: start, to: end, by: 2) {
            let key = children[position]
            let text = texts[Int(records[Int(key)].start)]
            guard let first = firsts.updateValue(key, forKey: text) else { continue }
            if text.hasSameBytes(as: texts[Int(records[Int(first)].start)]) {
                return Duplicate(first: first, again: key)
            }
            return searchOfBytes(in: children, start, end, records, texts)
        }
        return nil
    }

    /// Searches by the bytes of the keys, for keys that are equal strings in Swift but have
    /// different bytes, such as "é" in one scalar and in two.
    private func searchOfBytes(
        in children: [UInt32],
        _ start: Int,
        _ end: Int,
        _ records: [NodeTree.Record],
        _ texts: [String]
    ) -> Duplicate? {
        var firsts: [[UInt8]: UInt32] = [:]
        for position in stride(from: start, to: end, by: 2) {
            let key = children[position]
            let text = Array(texts[Int(records[Int(key)].start)].utf8)
            if let first = firsts.updateValue(key, forKey: text) {
                return Duplicate(first: first, again: key)
            }
        }
        return nil
    }
}
