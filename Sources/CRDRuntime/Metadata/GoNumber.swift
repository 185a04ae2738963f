/// A number as the server's JSON reader has it: int64 where the text is one, else float64.
package enum GoNumber {
    case integer(Int64)
    case float(Double)

    package init(_ number: JSONNumber) {
        if let integer = Int64(number.text) {
            self = .integer(integer)
        } else {
            self = .float(number.double)
        }
    }

    package var double: Double {
        switch self {
        case .integer(let value): Double(value)
        case .float(let value): value
        }
    }
}
