import CRDRuntime

/// What becomes of numbers on their way through the server.
extension JSONValue {
    /// The value with some numbers replaced; `nil` where nothing changes.
    ///
    /// Depth costs no stack.
    func replacingNumbers(_ replacement: (JSONNumber) -> JSONNumber?) -> JSONValue? {
        guard hasNumber(where: { replacement($0) != nil }) else { return nil }
        /// An array or an object, and what is done of its values.
        struct Open {
            let whole: JSONValue
            let values: [JSONValue]
            var done: [JSONValue] = []
        }
        var open: [Open] = []
        var current = self
        while true {
            switch current {
            case .array(let elements):
                open.append(Open(whole: current, values: elements))
            case .object(let object):
                open.append(Open(whole: current, values: object.values))
            case .number(let number):
                let value = replacement(number).map(JSONValue.number) ?? current
                if open.isEmpty { return value }
                open[open.count - 1].done.append(value)
            case .null, .boolean, .string:
                if open.isEmpty { return current }
                open[open.count - 1].done.append(current)
            }
            while let last = open.last, last.done.count == last.values.count {
                open.removeLast()
                let value = last.whole.withParts(last.done)
                if open.isEmpty { return value }
                open[open.count - 1].done.append(value)
            }
            let last = open[open.count - 1]
            current = last.values[last.done.count]
        }
    }

    private func hasNumber(where condition: (JSONNumber) -> Bool) -> Bool {
        var pending = [self]
        while let value = pending.popLast() {
            switch value {
            case .null, .boolean, .string: break
            case .number(let number): if condition(number) { return true }
            case .array(let elements): pending += elements
            case .object(let object): pending += object.values
            }
        }
        return false
    }

    /// An array or object of the same keys with other values.
    private func withParts(_ values: [JSONValue]) -> JSONValue {
        switch self {
        case .array: .array(values)
        case .object(let object): .object(object.with(values))
        case .null, .boolean, .number, .string: self
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
