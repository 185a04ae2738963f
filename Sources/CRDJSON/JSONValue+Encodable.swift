import CRDRuntime
public import CRDValues

extension JSONValue {
    /// Creates the JSON value to which a value is encoded.
    ///
    /// ```swift
    /// value["spec"]["limits"] = try JSONValue(encoding: ["cpu": 2, "memory": 4])
    /// ```
    ///
    /// Types encode themselves with their `Codable` conformance: a `Date` of Foundation is a number
    /// of seconds.
    ///
    /// - Parameter value: The value, such as a value of a generated type.
    /// - Throws: `EncodingError` for infinities and NaN, and the errors of the value.
    public init(encoding value: some Encodable) throws {
        let slot = EncodedSlot()
        try slot.encode(value, codingPath: [])
        self = slot.value
    }
}

/// The place of a value that is being encoded.
///
/// A class, because the containers of an encoder fill it after it was handed out.
final class EncodedSlot {
    private enum Content {
        case value(JSONValue)
        case elements([EncodedSlot])
        case members([(key: String, slot: EncodedSlot)])
    }

    private var content = Content.members([])

    /// The encoded value; an empty object if nothing was encoded.
    var value: JSONValue {
        switch content {
        case .value(let value): value
        case .elements(let slots): .array(slots.map(\.value))
        case .members(let members): .object(JSONObject(members.map { ($0.key, $0.slot.value) }))
        }
    }

    /// The number of elements.
    var count: Int {
        if case .elements(let slots) = content { slots.count } else { 0 }
    }

    /// Makes the place an object, if it is not one yet.
    func beginObject() {
        if case .members = content { return }
        content = .members([])
    }

    /// Makes the place an array, if it is not one yet.
    func beginArray() {
        if case .elements = content { return }
        content = .elements([])
    }

    /// Returns the place of a new member.
    func member(_ key: String) -> EncodedSlot {
        guard case .members(var members) = content else {
            preconditionFailure("a member is encoded into a value that is not an object")
        }
        let slot = EncodedSlot()
        members.append((key, slot))
        content = .members(members)
        return slot
    }

    /// Returns the place of a new element.
    func element() -> EncodedSlot {
        guard case .elements(var slots) = content else {
            preconditionFailure("an element is encoded into a value that is not an array")
        }
        let slot = EncodedSlot()
        slots.append(slot)
        content = .elements(slots)
        return slot
    }

    func encodeNull() { content = .value(.null) }

    func encode(_ value: some Encodable, codingPath: [any CodingKey]) throws {
        if let value = value as? any _FieldValue {
            content = .value(try ValueBuilder.value(of: value))
        } else if let integer = value as? any FixedWidthInteger {
            content = .value(.number(JSONNumber(uncheckedText: String(describing: integer))))
        } else if let number = value as? any BinaryFloatingPoint {
            content = .value(try Self.number(number, codingPath))
        } else {
            try value.encode(to: ValueEncoder(slot: self, codingPath: codingPath))
        }
    }

    private static func number(
        _ value: some BinaryFloatingPoint,
        _ codingPath: [any CodingKey]
    ) throws -> JSONValue {
        // The shortest text of a 'Float' has fewer digits than that of the equal 'Double'.
        if value.isFinite, let number = JSONNumber("\(value)") { return .number(number) }
        throw EncodingError.invalidValue(
            value,
            .init(codingPath: codingPath, debugDescription: "\(value) is not a JSON number")
        )
    }
}
