import CRDRuntime

/// Repeats the change of a value on a similar one, which has more or other fields.
struct ValueChange {
    /// Makes the change from one value to another on a third.
    ///
    /// - Parameters:
    ///   - old: The value as a type reads it.
    ///   - new: The value after its change.
    ///   - text: The value in the text.
    /// - Returns: The value in the text with the differences.
    func apply(from old: JSONValue, to new: JSONValue, on text: JSONValue) -> JSONValue {
        if old == new { return text }
        switch (old, new, text) {
        case (.object(let old), .object(let new), .object(let text)):
            return .object(apply(from: old, to: new, on: text))
        case (.array(let old), .array(let new), .array(let text)) where old.count == text.count:
            let partners = SequenceAlignment.partners(of: new, in: old.map(Optional.some))
            return .array(
                zip(new, partners).map { value, partner in
                    guard let partner else { return value }
                    return apply(from: old[partner], to: value, on: text[partner])
                }
            )
        case (.null, _, _), (.boolean, _, _), (.number, _, _), (.string, _, _), (.array, _, _),
            (.object, _, _):
            return new
        }
    }

    private func apply(
        from old: JSONObject,
        to new: JSONObject,
        on text: JSONObject
    ) -> JSONObject {
        var result = JSONObject()
        var added: [String: [(String, JSONValue)]] = [:]
        var previous = ""
        for (key, value) in zip(new.keys, new.values) where old[key] != value {
            guard text[key] == nil else { continue }
            previous = new.keys.prefix { $0 != key }.last { text[$0] != nil } ?? ""
            added[previous, default: []].append((key, value))
        }
        for (key, value) in zip(text.keys, text.values) {
            if let newValue = new[key] {
                result[key] = old[key].map { apply(from: $0, to: newValue, on: value) } ?? newValue
            } else if old[key] == nil {
                result[key] = value
            }
            for (key, value) in added[key] ?? [] { result[key] = value }
        }
        for (key, value) in added[""] ?? [] { result[key] = value }
        return result
    }
}
