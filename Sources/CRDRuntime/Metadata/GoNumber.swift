import CRDYAML

/// A number as the JSON decoder of the server represents it: int64 if the text is one, else
/// float64.
package enum GoNumber {
    case integer(Int64)
    case float(Double)

    package init(_ number: JSONNumber) {
        if let integer = Int64(decimal: number.text) {
            self = .integer(integer)
        } else {
            self = .float(number.double)
        }
    }
}
