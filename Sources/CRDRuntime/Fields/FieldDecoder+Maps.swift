// The entries of maps. The API server drops those that are `null` and must not be.
extension FieldDecoder {
    /// Reads a map of strings.
    func strings(in fields: KeyedDecodingContainer<FieldKey>) throws -> [String: String] {
        let keys = fields.allKeys
        var strings = [String: String](minimumCapacity: keys.count)
        for key in keys {
            do {
                strings[key.stringValue] = try fields.decode(String.self, forKey: key)
            } catch {
                // The API server drops null. Asked only now, because nearly all values are strings.
                guard try fields.decodeNil(forKey: key) else { throw error }
                if keepsNulls { strings[key.stringValue] = "" }
            }
        }
        return strings
    }

    /// Reads the entries of a map.
    func readPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        let valuePlace: Place = Value.canBeNull ? .field : .nullableField
        for key in fields.allKeys {
            place = valuePlace
            self.key = key
            visit(&pairs[key.stringValue, default: Value(_unread: _Unread())])
            guard foundNull else { continue }
            foundNull = false
            pairs[key.stringValue] = nil
        }
    }
}
