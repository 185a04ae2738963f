/// What becomes of numbers on their way through the server.
extension JSONValue {
    /// The value with some numbers replaced; `nil` where nothing changes.
    func replacingNumbers(_ replacement: (JSONNumber) -> JSONNumber?) -> JSONValue? {
        switch self {
        case .null, .boolean, .string: return nil
        case .number(let number):
            return replacement(number).map(JSONValue.number)
        case .array(let elements):
            var result: [JSONValue]?
            for (index, element) in elements.enumerated() {
                guard let changed = element.replacingNumbers(replacement) else { continue }
                if result == nil { result = elements }
                result?[index] = changed
            }
            return result.map(JSONValue.array)
        case .object(let object):
            var changes: [(key: String, value: JSONValue?)] = []
            for (key, value) in zip(object.keys, object.values) {
                if let changed = value.replacingNumbers(replacement) {
                    changes.append((key, changed))
                }
            }
            return changes.isEmpty ? Optional.none : .object(object.replacing(changes))
        }
    }
}

extension JSONNumber {
    /// A float64 that was read, by its shortest text; `nil` where that changes nothing.
    ///
    /// A whole one keeps its text, which tells it from an integer until the value is checked.
    static func decoded(_ number: JSONNumber) -> JSONNumber? {
        guard case .float(let double) = GoNumber(number), double.isFinite else { return nil }
        let text = GoText.jsonNumber(double)
        return text == number.text || Int64(text) != nil
            ? nil : JSONNumber(uncheckedText: text)
    }

    /// A number as it comes back, `1.0` as `1` (encoding/json); `nil` where that changes nothing.
    static func written(_ number: JSONNumber) -> JSONNumber? {
        let text = GoText.json(.number(number))
        return text == number.text ? nil : JSONNumber(uncheckedText: text)
    }
}
