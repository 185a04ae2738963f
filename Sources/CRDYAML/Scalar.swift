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
        let sign = single.sign == .minus ? "-" : ""
        let (digits, point) = decimal(of: single.magnitude)
        // Where 'g' without a precision changes to an exponent.
        guard point > -4, point <= 6 else {
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            let exponent = point - 1
            let padding = abs(exponent) < 10 ? "0" : ""
            let exponentSign = exponent < 0 ? "-" : "+"
            return sign + digits.prefix(1) + fraction
                + "e\(exponentSign)\(padding)\(abs(exponent))"
        }
        if point <= 0 {
            return sign + "0." + String(repeating: "0", count: -point) + digits
        }
        if digits.utf8.count <= point {
            return sign + digits + String(repeating: "0", count: point - digits.utf8.count)
        }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// The shortest digits that stand for `value`, without zeros at either end, and where the
    /// decimal point lies: `("15", 1)` for 1.5, `("1", -2)` for 0.001, `("0", 1)` for 0.
    private static func decimal(of value: Float) -> (digits: String, point: Int) {
        let parts = value.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let whole = mantissa[0]
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let all = whole + fraction
        let leadingZeros = all.prefix { $0 == "0" }.count
        var digits = all.dropFirst(leadingZeros)
        while digits.last == "0" { digits.removeLast() }
        if digits.isEmpty { return ("0", 1) }
        return (String(digits), whole.count + exponent - leadingZeros)
    }
}
