/// Creates a `JSONValue` from a value of a generated type, without `Codable`.
package final class ValueBuilder: ManifestWriter {
    private var builder = JSONBuilder()

    /// Returns a value as JSON, as a manifest contains it.
    ///
    /// - Throws: The errors of types that are not part of this package.
    package static func value(of value: some _FieldValue) throws -> JSONValue {
        let writer = ValueBuilder()
        var copy = value
        writer.visit(&copy)
        try writer.finish()
        return writer.builder.value
    }

    override func beginMapping() { builder.add(.value([:])) }

    override func beginSequence() { builder.add(.value([])) }

    override func endMapping() { builder.add(.end([:])) }

    override func endSequence() { builder.add(.end([])) }

    override func writeKey(_ key: String) { builder.add(.key(key)) }

    override func writeString(_ value: String) { builder.add(value: .string(value)) }

    override func writeBoolean(_ value: Bool) { builder.add(value: .boolean(value)) }

    override func writeInteger(_ value: Int64) { builder.add(value: .number(JSONNumber(value))) }

    override func writeFloat(_ value: Double) {
        builder.add(value: JSONNumber(value).map(JSONValue.number) ?? .null)
    }

    override func writeNumber(_ literal: String) {
        builder.add(value: .number(JSONNumber(uncheckedText: literal)))
    }

    override func writeNull() { builder.add(value: .null) }

    override func writeValue(_ value: JSONValue) { builder.add(value: value) }
}
