/// Fills fields from a keyed container of any decoder.
final class FieldDecoder: FieldVisitor {
    private var container: KeyedDecodingContainer<FieldKey>?
    private var error: (any Error)?

    init(_ decoder: any Decoder) {
        do {
            container = try decoder.container(keyedBy: FieldKey.self)
        } catch {
            self.error = error
        }
    }

    /// - Throws: The first error of the visit.
    func finish() throws {
        if let error { throw error }
    }

    override var assigns: Bool { true }

    override func required<Value: FieldValue>(_ key: String, _ value: inout Value) {
        decode { container in
            value = try container.decode(Value.self, forKey: FieldKey(key))
        }
    }

    override func optional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        decode { container in
            value = try container.decodeIfPresent(Value.self, forKey: FieldKey(key))
        }
    }

    override func nullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        decode { container in
            let key = FieldKey(key)
            guard container.contains(key) else { return }
            if try container.decodeNil(forKey: key) {
                nulls.insert(key.stringValue)
            } else {
                value = try container.decode(Value.self, forKey: key)
            }
        }
    }

    override func requiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        decode { container in
            let key = FieldKey(key)
            if try container.decodeNil(forKey: key) { return }
            value = try container.decode(Value.self, forKey: key)
        }
    }

    override func metadata(_ metadata: inout ObjectMeta) {
        required("metadata", &metadata)
        decode { container in
            guard metadata.isNameless else { return }
            throw DecodingError.dataCorruptedError(
                forKey: FieldKey("metadata"),
                in: container,
                debugDescription: ObjectMeta.namelessMessage
            )
        }
    }

    override func unknown(_ fields: inout JSONObject, besides known: [String]) {
        let known = Set(known)
        decode { container in
            for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
            where !known.contains(key.stringValue) {
                fields[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
            }
        }
    }

    override func constants(_ definition: ResourceDefinition) {
        check("apiVersion", definition.apiVersion)
        check("kind", definition.names.kind)
    }

    /// A constant may be absent, as it is from the items of a typed list, but not different.
    private func check(_ key: String, _ expected: String) {
        decode { container in
            let found = try container.decodeIfPresent(String.self, forKey: FieldKey(key))
            guard let found, found != expected else { return }
            throw DecodingError.dataCorruptedError(
                forKey: FieldKey(key),
                in: container,
                debugDescription: "\(key) is '\(found)', expected '\(expected)'"
            )
        }
    }

    private func decode(_ read: (KeyedDecodingContainer<FieldKey>) throws -> Void) {
        guard error == nil, let container else { return }
        do {
            try read(container)
        } catch {
            self.error = error
        }
    }
}
