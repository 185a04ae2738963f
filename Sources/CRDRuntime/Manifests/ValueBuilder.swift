/// Makes a `JSONValue` of a value of a generated type, without Codable in between.
package final class ValueBuilder: ManifestWriter {
    /// A mapping or a sequence that is not complete.
    private enum Open {
        case mapping(JSONObject)
        case sequence([JSONValue])
    }

    /// The value written last.
    private var result = JSONValue.null
    /// The outermost first.
    private var open: [Open] = []
    /// The keys of the mappings whose values are being written, the outermost first.
    private var keys: [String] = []

    /// Returns the JSON of a value, as a manifest has it.
    ///
    /// - Throws: What writing a type of the adopter throws.
    package static func value(of value: some _FieldValue) throws -> JSONValue {
        let builder = ValueBuilder()
        var copy = value
        builder.visit(&copy)
        try builder.finish()
        return builder.result
    }

    override func beginMapping() { open.append(.mapping(JSONObject())) }

    override func beginSequence() { open.append(.sequence([])) }

    override func endMapping() { end() }

    override func endSequence() { end() }

    override func writeKey(_ key: String) { keys.append(key) }

    override func writeString(_ value: String) { add(.string(value)) }

    override func writeBoolean(_ value: Bool) { add(.boolean(value)) }

    override func writeInteger(_ value: Int64) { add(.number(JSONNumber(value))) }

    override func writeFloat(_ value: Double) {
        add(JSONNumber(value).map(JSONValue.number) ?? .null)
    }

    override func writeNumber(_ literal: String) {
        add(.number(JSONNumber(uncheckedText: literal)))
    }

    override func writeNull() { add(.null) }

    override func writeValue(_ value: JSONValue) { add(value) }

    private func end() {
        switch open.removeLast() {
        case .mapping(let object): add(.object(object))
        case .sequence(let elements): add(.array(elements))
        }
    }

    private func add(_ value: JSONValue) {
        // Taken out and put back, so that it is not copied.
        switch open.popLast() {
        case .mapping(var object):
            object[keys.removeLast()] = value
            open.append(.mapping(object))
        case .sequence(var elements):
            elements.append(value)
            open.append(.sequence(elements))
        case nil:
            result = value
        }
    }
}
