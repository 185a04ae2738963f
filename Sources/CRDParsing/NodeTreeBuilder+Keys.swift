import CRDYAML

extension NodeTreeBuilder {
    /// Adds a key whose value may differ from its text.
    mutating func convertedKey(
        _ text: String,
        style: Node.Style,
        tag: Node.Tag,
        anchor: String?,
        at position: SourcePosition
    ) throws(Diagnostic) {
        let key = try key(text, style: style, tag: tag, at: position)
        if let anchor {
            // A separate node, because the value of an alias may differ from the key: `&a 1.50` is
            // the key "1.5".
            define(anchor, as: appendScalar(text, style: style, tag: tag, at: position))
        }
        let index = appendScalar(key, style: style, tag: tag, at: position)
        if key != text, style == .plain, tag == .none { writtenKeys[index] = text }
        add(index)
    }

    private mutating func appendScalar(
        _ text: String,
        style: Node.Style,
        tag: Node.Tag,
        at position: SourcePosition
    ) -> UInt32 {
        texts.append(text)
        return append(
            NodeTree.Record(
                start: UInt32(truncatingIfNeeded: texts.count - 1),
                count: 1,
                at: position,
                kind: .scalar,
                style: style,
                tag: tag
            )
        )
    }

    /// Returns the key to which the API server converts a scalar.
    ///
    /// - Throws: `Diagnostic` if the scalar cannot be a key or does not match its tag.
    private mutating func key(
        _ text: String,
        style: Node.Style,
        tag: Node.Tag,
        at position: SourcePosition
    ) throws(Diagnostic) -> String {
        if tag == .none, text == "<<" {
            frames[depth - 1].hasMergeKey = true
            return text
        }
        do throws(TagMismatch) {
            let meaning = try Scalar.meaning(of: text, style: style, tag: tag)
            if let key = meaning.jsonKey(text: tag == .binary ? Base64.string(text) : text) {
                return key
            }
        } catch {
            throw self.error(error.message, at: position)
        }
        if text.isEmpty {
            throw error("an empty key is null, expected a string", at: position)
        }
        throw error("'\(text.excerpt)' cannot be a key, expected a string; quote it", at: position)
    }

    /// Checks the first bytes only, because nearly all keys are plain words.
    static func mayBeOtherThanString(_ text: String) -> Bool {
        // Not `first` or `isEmpty`, which are generic and therefore slow in a debug build.
        let bytes = text.utf8
        guard bytes.count > 0 else { return true }
        let first = bytes[bytes.startIndex]
        guard Scalar.mayBeOther(firstByte: first) else { return false }
        if bytes.count == 1 { return true }
        let letter = first | 0x20
        guard UInt8(ascii: "a") <= letter, letter <= UInt8(ascii: "z") else { return true }
        // Of the special words, only true, false, yes, no, on, off and null have a second letter.
        let second = bytes[bytes.index(after: bytes.startIndex)] | 0x20
        if letter == UInt8(ascii: "n") {
            return second == UInt8(ascii: "o") || second == UInt8(ascii: "u")
        }
        return second == UInt8(ascii: "r") && letter == UInt8(ascii: "t")
            || second == UInt8(ascii: "a") && letter == UInt8(ascii: "f")
            || second == UInt8(ascii: "e") && letter == UInt8(ascii: "y")
            || letter == UInt8(ascii: "o")
    }

    mutating func checkKeys(from firstChild: Int) throws(Diagnostic) {
        guard
            let duplicate = duplicates.find(in: pending, firstChild, pendingCount, records, texts)
        else { return }
        if duplicateRule == .lastCounts { return dropDuplicates(from: firstChild) }
        let again = records[Int(duplicate.again)]
        let message = again.messageOfDuplicate(
            texts[Int(again.start)],
            first: records[Int(duplicate.first)],
            isInRoot: depth == 1
        )
        throw error(message, at: again.position)
    }

    /// Keeps the last value of each key, at the position of the first.
    private mutating func dropDuplicates(from firstChild: Int) {
        // The mapping is added next.
        let mapping = UInt32(truncatingIfNeeded: records.count)
        var kept: [UInt32] = []
        var firsts: [UInt32] = []
        var places: [[UInt8]: Int] = [:]
        for position in stride(from: firstChild, to: pendingCount, by: 2) {
            let key = pending[position]
            let place = places.updateValue(firsts.count, forKey: Array(text(of: key).utf8))
            guard let place else {
                firsts.append(key)
                kept += [key, pending[position + 1]]
                continue
            }
            places[Array(text(of: key).utf8)] = place
            duplicateKeys.append(.init(mapping: mapping, first: firsts[place], again: key))
            kept[2 * place] = key
            kept[2 * place + 1] = pending[position + 1]
        }
        pending.replaceSubrange(firstChild..., with: kept)
        pendingCount = pending.count
    }

    func text(of index: UInt32) -> String {
        texts[Int(records[Int(index)].start)]
    }
}
