import CRDRuntime
package import CRDYAML

/// The conversions of numbers in the server.
extension JSONValue {
    /// Creates the value that the API server reads if a node is sent to it.
    ///
    /// YAML is converted to JSON first, which writes floats in their shortest form: `1.0` as `1`,
    /// `0999` as `999`, and `1e18` with all of its digits, so that they are integers.
    ///
    /// - Throws: `Diagnostic` at a scalar that JSON cannot represent, such as `.inf`.
    package init(sent node: Node) throws(Diagnostic) {
        let value = try JSONValue(node)
        self = node.isJSON ? value : value.replacingNumbers(JSONNumber.written) ?? value
    }

    /// Returns the value with some numbers replaced; `nil` if nothing changes.
    ///
    /// It does not use recursion.
    func replacingNumbers(_ replacement: (JSONNumber) -> JSONNumber?) -> JSONValue? {
        let isChanged = containsScalar { value in
            if case .number(let number) = value { replacement(number) != nil } else { false }
        }
        guard isChanged else { return nil }
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
}

extension JSONNumber {
    /// Returns a decoded float64 with its shortest text; `nil` if the text is unchanged.
    ///
    /// A whole number keeps its text, which distinguishes it from an integer until the value is
    /// validated.
    static func decoded(_ number: JSONNumber) -> JSONNumber? {
        guard case .float(let double) = GoNumber(number), double.isFinite else { return nil }
        let text = GoText.jsonNumber(double)
        return text == number.text || Int64(text) != nil
            ? nil : JSONNumber(uncheckedText: text)
    }

    /// Returns a number as the server writes it, `1.0` as `1` (encoding/json); `nil` if the text is
    /// unchanged, as that of an integer of up to 64 bits without a sign.
    static func written(_ number: JSONNumber) -> JSONNumber? {
        if let integer = UInt64(number.text), String(integer) == number.text { return nil }
        let text = GoText.jsonNumber(number)
        return text == number.text ? nil : JSONNumber(uncheckedText: text)
    }
}
