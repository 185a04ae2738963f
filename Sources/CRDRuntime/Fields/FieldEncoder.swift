/// Writes fields into a keyed container of any encoder.
final class FieldEncoder: FieldVisitor {
    private var container: KeyedEncodingContainer<FieldKey>
    private var error: (any Error)?

    init(_ encoder: any Encoder) {
        container = encoder.container(keyedBy: FieldKey.self)
    }

    /// - Throws: The first error of the visit.
    func finish() throws {
        if let error { throw error }
    }

    override func required<Value: FieldValue>(_ key: String, _ value: inout Value) {
        encode(value, FieldKey(key))
    }

    override func optional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        if let value { encode(value, FieldKey(key)) }
    }

    override func nullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value != nil || nulls.contains(key) { requiredNullable(key, &value) }
    }

    override func requiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        if let value {
            encode(value, FieldKey(key))
        } else if error == nil {
            do {
                try container.encodeNil(forKey: FieldKey(key))
            } catch {
                self.error = error
            }
        }
    }

    override func unknown(_ fields: inout JSONObject, besides known: [String]) {
        for (key, value) in zip(fields.keys, fields.values) where !known.contains(key) {
            encode(value, FieldKey(key))
        }
    }

    override func constants(_ definition: ResourceDefinition) {
        encode(definition.apiVersion, FieldKey("apiVersion"))
        encode(definition.names.kind, FieldKey("kind"))
    }

    private func encode(_ value: some Encodable, _ key: FieldKey) {
        guard error == nil else { return }
        do {
            try container.encode(value, forKey: key)
        } catch {
            self.error = error
        }
    }
}
