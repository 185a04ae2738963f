// The current position of the decoder.
extension FieldDecoder {
    /// The struct or map that is being read.
    var fields: KeyedDecodingContainer<FieldKey> {
        guard let level else { preconditionFailure("a field outside a struct") }
        return level.fields
    }

    /// Whether the struct has a field.
    func contains(_ key: String) -> Bool {
        level?.listsKey(key) ?? fields.contains(FieldKey(key))
    }

    /// Whether the struct may have a field, so that a look-up is useful.
    func mayContain(_ key: String) -> Bool {
        level?.listsKey(key) ?? true
    }

    /// Reads the next value with its own `Decodable` conformance.
    func whole<Value: Decodable>(_ type: Value.Type) throws -> Value {
        switch place {
        case .decoder: try decoder.singleValueContainer().decode(type)
        case .field, .nullableField: try fields.decode(type, forKey: key)
        case .element: try lists[lists.count - 1].decode(type)
        }
    }

    func keyed() throws -> KeyedDecodingContainer<FieldKey> {
        switch place {
        case .decoder: try decoder.container(keyedBy: FieldKey.self)
        case .field, .nullableField: try fields.nestedContainer(keyedBy: FieldKey.self, forKey: key)
        case .element: try lists[lists.count - 1].nestedContainer(keyedBy: FieldKey.self)
        }
    }

    func unkeyed() throws -> any UnkeyedDecodingContainer {
        switch place {
        case .decoder: try decoder.unkeyedContainer()
        case .field, .nullableField: try fields.nestedUnkeyedContainer(forKey: key)
        case .element: try lists[lists.count - 1].nestedUnkeyedContainer()
        }
    }

    /// Returns the way to read the next value, which is a map.
    func mapReading() -> MapReading {
        if let known = knownMapReading { return known }
        switch place {
        case .field, .nullableField:
            knownMapReading = MapReading(ofMapIn: fields, at: key)
            return knownMapReading ?? .asFields
        case .decoder, .element:
            // Inspecting the value could consume it.
            return .asDictionary
        }
    }

    /// Whether the next value is `null`.
    func isNull() throws -> Bool {
        switch place {
        case .decoder: try decoder.singleValueContainer().decodeNil()
        case .field, .nullableField: try fields.decodeNil(forKey: key)
        case .element: try lists[lists.count - 1].decodeNil()
        }
    }

    /// Reads a field.
    ///
    /// - Returns: Whether it is not `null`.
    func readUnlessNull<Value: _FieldValue>(_ key: String, _ value: inout Value?) -> Bool {
        place = .nullableField
        self.key = FieldKey(key)
        readInPlace(&value)
        guard foundNull else { return true }
        foundNull = false
        value = nil
        return false
    }

    /// Reads a value in place, without a copy that would retain everything in it.
    func readInPlace<Value: _FieldValue>(_ value: inout Value?) {
        value = Value(_unread: _Unread())
        visitInPlace(&value)
    }
}
