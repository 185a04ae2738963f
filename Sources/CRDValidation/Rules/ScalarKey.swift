import CRDRuntime
import KubernetesCEL

/// A scalar as the server compares it in Go: integers and floats are never equal, and strings are
/// equal if their bytes are.
enum ScalarKey: Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(ExactText)

    /// Creates the key of a JSON value; returns `nil` for a list or an object.
    init?(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .string(let text): self = .string(ExactText(text: text))
        case .number(let number):
            switch GoNumber(number) {
            case .integer(let value): self = .integer(value)
            case .float(let value): self = .float(value)
            }
        case .array, .object: return nil
        }
    }

    /// Creates the key of a value of a rule; returns `nil` for a value that no JSON scalar equals,
    /// such as a timestamp.
    init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .boolean(value)
        case .int(let value): self = .integer(value)
        case .double(let value): self = .float(value)
        case .string(let text): self = .string(ExactText(text: text))
        default: return nil
        }
    }
}

/// A string that equals only strings of the same bytes, which Swift compares by characters.
struct ExactText: Hashable {
    let text: String

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text.utf8.count)
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

extension JSONValue {
    /// Returns whether two values are equal in Go (`reflect.DeepEqual`): numbers must have the same
    /// type, and keys can be in any order.
    func isDeeplyEqual(to other: JSONValue) -> Bool {
        switch (self, other) {
        case (.array(let elements), .array(let others)):
            return elements.count == others.count
                && zip(elements, others).allSatisfy { $0.isDeeplyEqual(to: $1) }
        case (.object(let object), .object(let other)):
            guard object.count == other.count else { return false }
            return zip(object.keys, object.values).allSatisfy { key, value in
                other[key].map { value.isDeeplyEqual(to: $0) } ?? false
            }
        default:
            guard let key = ScalarKey(self), let other = ScalarKey(other) else { return false }
            return key == other
        }
    }
}
