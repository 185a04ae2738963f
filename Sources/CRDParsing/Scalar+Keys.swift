package import CRDYAML

extension Scalar {
    /// Returns the key of a JSON object to which the API server converts a mapping key with this
    /// value.
    ///
    /// `yes` gives `"true"`, `010` gives `"8"`, `1.0` gives `"1"`, `.inf` gives `".inf"`. A float
    /// is written with the digits of a 32-bit float, `1e6` as `"1e+06"` and `123456789.5` as
    /// `"1.2345679e+08"`, like the conversion in sigs.k8s.io/yaml.
    ///
    /// - Parameter text: The text of the scalar.
    /// - Returns: The key; `nil` if the server rejects it: null, and integers greater than
    ///   `Int64.max`.
    package func jsonKey(text: String) -> String? {
        switch self {
        case .null, .unsigned: nil
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .float(let value): Self.shortKey(of: value)
        case .notFinite(let text): text
        case .string: text
        }
    }

    /// Returns a number in the format of Go's `strconv.FormatFloat(value, 'g', -1, 32)`.
    private static func shortKey(of value: Double) -> String {
        let single = Float(value)
        guard single.isFinite else { return value < 0 ? "-.inf" : ".inf" }
        return ShortestDecimal(single).text(plainExponents: -4..<6)
    }
}
