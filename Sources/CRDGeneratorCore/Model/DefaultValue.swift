import CRDValues

/// The default of a required property, as a value of the property's type.
package indirect enum DefaultValue: Sendable {
    /// `nil`.
    case null
    /// `null` in a JSON value.
    case jsonNull
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    /// A string, or a value that is written as one, such as a timestamp.
    case string(String)
    /// The case of an enumeration, by its name.
    case enumeration(String)
    case list([DefaultValue])
    case map([Member])
    /// A struct with the properties that the default sets, by their names.
    case object([Member])

    /// An entry of a map, or a property of a struct.
    package struct Member: Sendable {
        let name: String
        let value: DefaultValue
    }
}

extension DefaultValue {
    /// The maximum number of values in a default, because each of them costs compile time.
    private static let mostValues = 64

    /// Whether a default is small enough to be written as Swift code.
    static func isShort(_ json: JSONValue) -> Bool {
        var count = 0
        for event in JSONWalk(json) {
            guard case .value = event else { continue }
            count += 1
            if count > mostValues { return false }
        }
        return true
    }

    /// Creates a value of a property without a type.
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .jsonNull
        case .boolean(let value): self = .boolean(value)
        case .number(let number):
            self = number.integer.map { .integer($0) } ?? .number(number.double)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .list(elements.map { DefaultValue($0) })
        case .object(let object):
            self = .map(
                zip(object.keys, object.values).map { key, value in
                    Member(name: key, value: DefaultValue(value))
                }
            )
        }
    }
}
