/// A clause of the template of `format`, such as `%s` or `%.2f`.
enum FormatClause {
    case string
    case decimal
    case fixed(precision: Int)
    case scientific(width: Int)
    case binary
    case octal
    case hexadecimal(isUppercase: Bool)

    /// The number of decimal places without a precision.
    static let defaultPrecision = 6

    /// Returns a value as text.
    ///
    /// - Parameter value: The value.
    /// - Returns: The text.
    /// - Throws: `FormatError` if the clause does not allow the value.
    func text(of value: Value) throws(FormatError) -> String {
        switch (self, value) {
        case (.string, _): try FormatText.text(of: value)
        case (.decimal, .int(let value)): String(value)
        case (.decimal, .uint(let value)): String(value)
        case (.fixed(let precision), _):
            FormatNumber.fixed(try number(value), precision: precision)
        case (.scientific(let width), _):
            FormatNumber.scientific(try number(value), width: width)
        case (.binary, .int(let value)): String(value, radix: 2)
        case (.binary, .uint(let value)): String(value, radix: 2)
        case (.binary, .bool(let value)): value ? "1" : "0"
        case (.octal, .int(let value)): String(value, radix: 8)
        case (.octal, .uint(let value)): String(value, radix: 8)
        case (.hexadecimal(let isUppercase), .int(let value)):
            String(value, radix: 16, uppercase: isUppercase)
        case (.hexadecimal(let isUppercase), .uint(let value)):
            String(value, radix: 16, uppercase: isUppercase)
        case (.hexadecimal(let isUppercase), .string(let text)):
            Self.hexadecimal(text.utf8, isUppercase)
        case (.hexadecimal(let isUppercase), .bytes(let bytes)):
            Self.hexadecimal(bytes, isUppercase)
        default: throw error(for: value.kindName)
        }
    }

    private func number(_ value: Value) throws(FormatError) -> Double {
        switch value {
        case .double(let number): return number
        case .string("NaN"): return .nan
        case .string("Infinity"): return .infinity
        case .string("-Infinity"): return -.infinity
        default: throw error(for: value.kindName)
        }
    }

    private static func hexadecimal(
        _ bytes: some Sequence<UInt8>,
        _ isUppercase: Bool
    ) -> String {
        bytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isUppercase)
        }.joined()
    }

    /// The names of the types that the clause allows.
    var allowedTypes: [String] {
        switch self {
        case .string:
            [
                "list", "map", "int", "uint", "double", "bool", "string", "bytes", "type",
                "null_type", "google.protobuf.Timestamp", "google.protobuf.Duration",
            ]
        case .decimal, .octal: ["int", "uint"]
        // A string can be `NaN`.
        case .fixed, .scientific: ["double", "string"]
        case .binary: ["int", "uint", "bool"]
        case .hexadecimal: ["int", "uint", "string", "bytes"]
        }
    }

    /// Returns the error for a value of a type that the clause does not allow.
    func error(for type: String) -> FormatError {
        let rule =
            switch self {
            case .string:
                "string clause can only be used on strings, bools, bytes, ints, doubles, maps, "
                    + "lists, types, durations, and timestamps"
            case .decimal: "decimal clause can only be used on integers"
            case .fixed: "fixed-point clause can only be used on doubles"
            case .scientific: "scientific clause can only be used on doubles"
            case .binary: "only integers and bools can be formatted as binary"
            case .octal: "octal clause can only be used on integers"
            case .hexadecimal:
                "only integers, byte buffers, and strings can be formatted as hex"
            }
        return FormatError(message: "error during formatting: \(rule), was given \(type)")
    }
}

/// The error in a call of `format`, with the text of the server.
struct FormatError: Error, Equatable {
    let message: String
    /// The argument that is wrong, and the element of a literal in it, and so on; empty if it is the
    /// call.
    var path: [Int] = []
}
