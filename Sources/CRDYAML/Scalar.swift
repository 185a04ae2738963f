/// What a scalar means.
package enum Scalar: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    /// An integer above `Int64.max`.
    case unsigned(UInt64)
    /// A finite number that was not written as an integer, or is too large for one.
    case float(Double)
    /// `.inf`, `-.inf` or `.nan`, in this spelling: YAML has them, JSON and so Kubernetes has not.
    case notFinite(String)
    /// The text itself.
    case string
}

extension Scalar {
    /// The key of a JSON object that the API server makes of a mapping key with this meaning.
    ///
    /// `yes` gives `"true"`, `010` gives `"8"`, `1.0` gives `"1"`, `.inf` gives `".inf"`. A float is
    /// written with the digits of a 32-bit one, `1e6` as `"1e+06"` and `123456789.5` as
    /// `"1.2345679e+08"`: so does the conversion in sigs.k8s.io/yaml.
    ///
    /// - Parameter text: The text of the scalar.
    /// - Returns: `nil` where the server refuses the key: null, and integers above `Int64.max`.
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

    /// The key of a JSON object that the API server makes of a plain mapping key; see
    /// ``jsonKey(text:)``.
    package static func jsonKey(plain text: String) -> String? {
        resolve(plain: text).jsonKey(text: text)
    }

    /// A number as Go's `strconv.FormatFloat(value, 'g', -1, 32)` writes it.
    private static func shortKey(of value: Double) -> String {
        let single = Float(value)
        guard single.isFinite else { return value < 0 ? "-.inf" : ".inf" }
        return ShortestDecimal(single).text(plainExponents: -4..<6)
    }
}
