import CRDValues

extension JSONValue {
    /// The word for the kind of the value in errors of Go's `encoding/json`
    /// (`UnmarshalTypeError.Value`).
    var goWord: String {
        switch self {
        case .null: "null"
        case .boolean: "bool"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
