/// Writes fields into a keyed container of any encoder.
final class FieldEncoder: _FieldVisitor {
    /// The destination of the next value.
    private enum Place {
        case encoder(any Encoder)
        case field(FieldKey)
        case element
    }

    private var place: Place
    /// The structs and maps that are being written, the innermost last.
    private var fields: [KeyedEncodingContainer<FieldKey>] = []
    /// The lists that are being written, the innermost last.
    private var lists: [any UnkeyedEncodingContainer] = []
    private var error: (any Error)?

    init(_ encoder: any Encoder) {
        place = .encoder(encoder)
    }

    /// - Throws: The first error of the visit.
    func finish() throws {
        if let error { throw error }
    }

    override func beginFields() {
        switch place {
        case .encoder(let encoder):
            fields.append(encoder.container(keyedBy: FieldKey.self))
        case .field(let key):
            let inner = fields[fields.count - 1].nestedContainer(
                keyedBy: FieldKey.self,
                forKey: key
            )
            fields.append(inner)
        case .element:
            fields.append(lists[lists.count - 1].nestedContainer(keyedBy: FieldKey.self))
        }
    }

    override func endFields() {
        fields.removeLast()
    }

    override func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        place = .field(FieldKey(key))
        visit(&value)
    }

    override func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard value != nil else { return }
        place = .field(FieldKey(key))
        visitInPlace(&value)
    }

    override func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value != nil || nulls.contains(key) { visitRequiredNullable(key, &value) }
    }

    override func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        place = .field(FieldKey(key))
        visitElement(&value)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        for (key, var value) in zip(fields.keys, fields.values) where !known.contains(key) {
            visitRequired(key, &value)
        }
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        encode(definition.apiVersion, "apiVersion")
        encode(definition.names.kind, "kind")
    }

    override func visitString(_ key: String, _ value: inout String?) {
        if let value { encode(value, key) }
    }

    override func visitString(_ key: String, _ value: inout String) {
        encode(value, key)
    }

    override func visitInteger(_ key: String, _ value: inout Int?) {
        guard let value else { return }
        encode { try $0.encode(value, forKey: FieldKey(key)) }
    }

    override func visitInteger(_ key: String, _ value: inout Int32?) {
        guard let value else { return }
        encode { try $0.encode(value, forKey: FieldKey(key)) }
    }

    override func visitBoolean(_ key: String, _ value: inout Bool?) {
        guard let value else { return }
        encode { try $0.encode(value, forKey: FieldKey(key)) }
    }

    // Encoders have a fast path for these types and do not apply key strategies to the keys of
    // maps.

    override func visitStrings(_ key: String, _ value: inout [String]?) {
        guard let value else { return }
        encode { try $0.encode(value, forKey: FieldKey(key)) }
    }

    override func visitStrings(_ key: String, _ value: inout [String: String]?) {
        guard let value else { return }
        encode { try $0.encode(value, forKey: FieldKey(key)) }
    }

    override func visitLeaf<Value: _LeafValue>(_ value: inout Value) {
        attempt {
            if let json = try value._encodedJSON() {
                try encodeWhole(json)
            } else {
                try encodeWhole(value)
            }
        }
    }

    /// Encodes a value with its own `Encodable` conformance.
    private func encodeWhole(_ value: some Encodable) throws {
        switch place {
        case .encoder(let encoder): try value.encode(to: encoder)
        case .field(let key): try fields[fields.count - 1].encode(value, forKey: key)
        case .element: try lists[lists.count - 1].encode(value)
        }
    }

    override func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        lists.append(list())
        for var element in elements {
            place = .element
            visit(&element)
        }
        lists.removeLast()
    }

    override func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        if Value.self == String.self, let strings = pairs as? [String: String] {
            return attempt { try encodeWhole(strings) }
        }
        beginFields()
        for (key, var value) in pairs { visitRequired(key, &value) }
        endFields()
    }

    override func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        if var value { return visit(&value) }
        attempt {
            switch place {
            case .encoder(let encoder):
                var container = encoder.singleValueContainer()
                try container.encodeNil()
            case .field(let key): try fields[fields.count - 1].encodeNil(forKey: key)
            case .element: try lists[lists.count - 1].encodeNil()
            }
        }
    }

    private func list() -> any UnkeyedEncodingContainer {
        switch place {
        case .encoder(let encoder): encoder.unkeyedContainer()
        case .field(let key): fields[fields.count - 1].nestedUnkeyedContainer(forKey: key)
        case .element: lists[lists.count - 1].nestedUnkeyedContainer()
        }
    }

    private func encode(_ value: String, _ key: String) {
        encode { try $0.encode(value, forKey: FieldKey(key)) }
    }

    private func encode(_ write: (inout KeyedEncodingContainer<FieldKey>) throws -> Void) {
        attempt { try write(&fields[fields.count - 1]) }
    }

    /// Encodes a value unless there was an error before.
    private func attempt(_ write: () throws -> Void) {
        guard error == nil else { return }
        do {
            try write()
        } catch {
            self.error = error
        }
    }
}
