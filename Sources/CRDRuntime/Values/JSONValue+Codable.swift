import CRDYAML

extension JSONValue: Codable {
    /// Reads any value from a decoder.
    ///
    /// - Throws: `DecodingError` if the decoder contains something that is not a JSON value.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: FieldKey.self) {
            var object = JSONObject()
            for key in container.allKeys.inOrder {
                object[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
            }
            self = .object(object)
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
            self = .array(elements)
        } else {
            self = try Self.scalar(decoder.singleValueContainer())
        }
    }

    // The type of a value in a decoder is only known by trying, so some attempts fail.
    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .boolean(value) }
        if let value = try? container.decode(Int64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(UInt64.self) {
            return .number(JSONNumber(uncheckedText: String(value)))
        }
        if let value = try? container.decode(Double.self), let number = JSONNumber(value) {
            return .number(number)
        }
        return .string(try container.decode(String.self))
    }

    /// Writes the value to an encoder.
    ///
    /// - Throws: The errors of the encoder.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .boolean(let value):
            try value.encode(to: encoder)
        case .number(let number):
            if let integer = Int64(decimal: number.text) {
                try integer.encode(to: encoder)
            } else if let unsigned = UInt64(decimal: number.text) {
                try unsigned.encode(to: encoder)
            } else {
                try number.double.encode(to: encoder)
            }
        case .string(let value):
            try value.encode(to: encoder)
        case .array(let elements):
            try elements.encode(to: encoder)
        case .object(let object):
            var container = encoder.container(keyedBy: FieldKey.self)
            for (key, value) in zip(object.keys, object.values) {
                try container.encode(value, forKey: FieldKey(key))
            }
        }
    }
}
