/// Fills fields from a keyed container of any decoder.
///
/// After the first error the visit goes on without reading anything.
final class FieldDecoder: FieldVisitor {
    /// Where the next value comes from.
    private enum Place {
        case decoder(any Decoder)
        case field(FieldKey)
        case element
    }

    private var place: Place
    /// The structs and maps that are read, the innermost last.
    private var fields: [KeyedDecodingContainer<FieldKey>] = []
    /// The lists that are read, the innermost last.
    private var lists: [any UnkeyedDecodingContainer] = []
    private var error: (any Error)?
    /// How many structs began after the first error.
    private var skipped = 0

    init(_ decoder: any Decoder) {
        place = .decoder(decoder)
    }

    /// - Throws: The first error of the visit.
    func finish() throws {
        if let error { throw error }
    }

    override var assigns: Bool { true }

    override func beginFields() {
        attempt { fields.append(try keyed()) }
        if error != nil { skipped += 1 }
    }

    override func endFields() {
        if skipped > 0 {
            skipped -= 1
        } else {
            fields.removeLast()
        }
    }

    override func visitRequired<Value: FieldValue>(_ key: String, _ value: inout Value) {
        guard error == nil else { return }
        place = .field(FieldKey(key))
        visit(&value)
    }

    override func visitOptional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        if isThere(key) { read(key, &value) }
    }

    override func visitNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if isThere(key) {
            read(key, &value)
        } else if error == nil, innermost.contains(FieldKey(key)) {
            nulls.insert(key)
        }
    }

    override func visitRequiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        var isNull = false
        attempt { isNull = try innermost.decodeNil(forKey: FieldKey(key)) }
        if !isNull { read(key, &value) }
    }

    override func visitMetadata(_ metadata: inout ObjectMeta) {
        visitRequired("metadata", &metadata)
        attempt {
            guard metadata.isNameless else { return }
            throw DecodingError.dataCorruptedError(
                forKey: FieldKey("metadata"),
                in: innermost,
                debugDescription: ObjectMeta.namelessMessage
            )
        }
    }

    override func visitUnknown(_ unknown: inout JSONObject, besides known: [String]) {
        let known = Set(known)
        attempt {
            for key in innermost.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
            where !known.contains(key.stringValue) {
                unknown[key.stringValue] = try innermost.decode(JSONValue.self, forKey: key)
            }
        }
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        check("apiVersion", definition.apiVersion)
        check("kind", definition.names.kind)
    }

    override func visitString(_ key: String, _ value: inout String?) {
        attempt { value = try innermost.decodeIfPresent(String.self, forKey: FieldKey(key)) }
    }

    override func visitString(_ key: String, _ value: inout String) {
        attempt { value = try innermost.decode(String.self, forKey: FieldKey(key)) }
    }

    override func visitInteger(_ key: String, _ value: inout Int?) {
        attempt { value = try innermost.decodeIfPresent(Int.self, forKey: FieldKey(key)) }
    }

    override func visitInteger(_ key: String, _ value: inout Int32?) {
        attempt { value = try innermost.decodeIfPresent(Int32.self, forKey: FieldKey(key)) }
    }

    override func visitBoolean(_ key: String, _ value: inout Bool?) {
        attempt { value = try innermost.decodeIfPresent(Bool.self, forKey: FieldKey(key)) }
    }

    override func visitLeaf<Value: LeafValue>(_ value: inout Value) {
        attempt { value = try whole(Value.self) }
    }

    override func visitElements<Element: FieldValue>(_ elements: inout [Element]) {
        attempt {
            // Decoders have a short way for lists and maps of strings.
            if Element.self == String.self, let read = try whole([String].self) as? [Element] {
                elements = read
                return
            }
            lists.append(try list())
            defer { lists.removeLast() }
            while error == nil, !lists[lists.count - 1].isAtEnd {
                var element = Element(Unread())
                place = .element
                visit(&element)
                elements.append(element)
            }
        }
    }

    override func visitPairs<Value: FieldValue>(_ pairs: inout [String: Value]) {
        attempt {
            if Value.self == String.self,
                let read = try whole([String: String].self) as? [String: Value]
            {
                pairs = read
                return
            }
            fields.append(try keyed())
            defer { fields.removeLast() }
            for key in innermost.allKeys {
                var value = Value(Unread())
                visitRequired(key.stringValue, &value)
                pairs[key.stringValue] = value
            }
        }
    }

    override func visitElement<Value: FieldValue>(_ value: inout Value?) {
        var isNull = false
        attempt {
            switch place {
            case .decoder(let decoder): isNull = try decoder.singleValueContainer().decodeNil()
            case .field(let key): isNull = try innermost.decodeNil(forKey: key)
            case .element: isNull = try lists[lists.count - 1].decodeNil()
            }
        }
        if isNull || error != nil { return }
        var read = Value(Unread())
        visit(&read)
        value = read
    }
}

extension FieldDecoder {
    private var innermost: KeyedDecodingContainer<FieldKey> { fields[fields.count - 1] }

    /// The next value, which reads itself.
    private func whole<Value: Decodable>(_ type: Value.Type) throws -> Value {
        switch place {
        case .decoder(let decoder): try Value(from: decoder)
        case .field(let key): try fields[fields.count - 1].decode(type, forKey: key)
        case .element: try lists[lists.count - 1].decode(type)
        }
    }

    private func keyed() throws -> KeyedDecodingContainer<FieldKey> {
        switch place {
        case .decoder(let decoder):
            try decoder.container(keyedBy: FieldKey.self)
        case .field(let key):
            try innermost.nestedContainer(keyedBy: FieldKey.self, forKey: key)
        case .element:
            try lists[lists.count - 1].nestedContainer(keyedBy: FieldKey.self)
        }
    }

    private func list() throws -> any UnkeyedDecodingContainer {
        switch place {
        case .decoder(let decoder): try decoder.unkeyedContainer()
        case .field(let key): try innermost.nestedUnkeyedContainer(forKey: key)
        case .element: try lists[lists.count - 1].nestedUnkeyedContainer()
        }
    }

    private func isThere(_ key: String) -> Bool {
        guard error == nil else { return false }
        let key = FieldKey(key)
        let last = fields.count - 1
        guard fields[last].contains(key) else { return false }
        var isNull = true
        attempt { isNull = try fields[last].decodeNil(forKey: key) }
        return !isNull
    }

    private func read<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        var read = Value(Unread())
        visitRequired(key, &read)
        value = read
    }

    /// A constant may be absent, as it is from the items of a typed list, but not different.
    private func check(_ key: String, _ expected: String) {
        attempt {
            let found = try innermost.decodeIfPresent(String.self, forKey: FieldKey(key))
            guard let found, found != expected else { return }
            throw DecodingError.dataCorruptedError(
                forKey: FieldKey(key),
                in: innermost,
                debugDescription: "\(key) is '\(found)', expected '\(expected)'"
            )
        }
    }

    private func attempt(_ read: () throws -> Void) {
        guard error == nil else { return }
        do {
            try read()
        } catch {
            self.error = error
        }
    }
}
