import CRDRuntime

/// What becomes of numbers on their way through the server.
extension JSONValue {
    /// The value with some numbers replaced; `nil` where nothing changes.
    ///
    /// Depth costs no stack.
    func replacingNumbers(_ replacement: (JSONNumber) -> JSONNumber?) -> JSONValue? {
        guard hasNumber(where: { replacement($0) != nil }) else { return nil }
        var builder = JSONBuilder()
        for event in JSONWalk(self) {
            if case .value(.number(let number)) = event, let other = replacement(number) {
                builder.add(value: .number(other))
            } else {
                builder.add(event)
            }
        }
        return builder.value
    }

    private func hasNumber(where condition: (JSONNumber) -> Bool) -> Bool {
        JSONWalk(self).contains { event in
            if case .value(.number(let number)) = event { condition(number) } else { false }
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
