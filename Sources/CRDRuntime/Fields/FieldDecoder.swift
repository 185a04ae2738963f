/// Fills fields from a keyed container of any decoder.
///
/// After the first error the visit goes on without reading anything.
final class FieldDecoder: FieldVisitor {
    /// Where the next value comes from.
    private enum Place {
        case decoder
        case field
        case element
    }

    private let decoder: any Decoder
    private var place = Place.decoder
    /// The key of the next value, if it is a field.
    private var key = FieldKey("")
    /// The struct or map that is read.
    private var level: Level?
    /// The lists that are read, the innermost last.
    private var lists: [any UnkeyedDecodingContainer] = []
    private var error: (any Error)?
    /// How many structs began after the first error.
    private var skipped = 0

    init(_ decoder: any Decoder) {
        self.decoder = decoder
    }

    /// - Throws: The first error of the visit.
    func finish() throws {
        if let error { throw error }
    }

    override var assigns: Bool { true }

    override func beginFields() {
        attempt { level = Level(try keyed(), in: level) }
        if error != nil { skipped += 1 }
    }

    override func endFields() {
        if skipped > 0 {
            skipped -= 1
        } else {
            level = level?.outer
        }
    }

    override func visitRequired<Value: FieldValue>(_ key: String, _ value: inout Value) {
        guard error == nil else { return }
        place = .field
        self.key = FieldKey(key)
        visit(&value)
    }

    override func visitOptional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        inFields { fields in
            let key = FieldKey(key)
            guard fields.contains(key), try !fields.decodeNil(forKey: key) else { return }
            read(key.stringValue, &value)
        }
    }

    override func visitNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        inFields { fields in
            guard fields.contains(FieldKey(key)) else { return }
            if try fields.decodeNil(forKey: FieldKey(key)) {
                nulls.insert(key)
            } else {
                read(key, &value)
            }
        }
    }

    override func visitRequiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        inFields { fields in
            if try !fields.decodeNil(forKey: FieldKey(key)) { read(key, &value) }
        }
    }

    override func visitMetadata(_ metadata: inout ObjectMeta) {
        visitRequired("metadata", &metadata)
        inFields { fields in
            guard metadata.isNameless else { return }
            throw DecodingError.dataCorruptedError(
                forKey: FieldKey("metadata"),
                in: fields,
                debugDescription: ObjectMeta.namelessMessage
            )
        }
    }

    override func visitUnknown(_ unknown: inout JSONObject, besides known: [String]) {
        inFields { fields in
            let keys = fields.allKeys.filter { !known.contains($0.stringValue) }
            for key in keys.sorted(by: { $0.stringValue < $1.stringValue }) {
                unknown[key.stringValue] = try fields.decode(JSONValue.self, forKey: key)
            }
        }
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        check("apiVersion", definition.apiVersion)
        check("kind", definition.names.kind)
    }

    override func visitString(_ key: String, _ value: inout String?) {
        inFields { value = try $0.decodeIfPresent(String.self, forKey: FieldKey(key)) }
    }

    override func visitString(_ key: String, _ value: inout String) {
        inFields { value = try $0.decode(String.self, forKey: FieldKey(key)) }
    }

    override func visitInteger(_ key: String, _ value: inout Int?) {
        inFields { value = try $0.decodeIfPresent(Int.self, forKey: FieldKey(key)) }
    }

    override func visitInteger(_ key: String, _ value: inout Int32?) {
        inFields { value = try $0.decodeIfPresent(Int32.self, forKey: FieldKey(key)) }
    }

    override func visitBoolean(_ key: String, _ value: inout Bool?) {
        inFields { value = try $0.decodeIfPresent(Bool.self, forKey: FieldKey(key)) }
    }

    // Asked for as a whole: decoders have short ways for these, and keep the keys of maps away from
    // their strategies for keys.

    override func visitStrings(_ key: String, _ value: inout [String]?) {
        inFields { value = try $0.decodeIfPresent([String].self, forKey: FieldKey(key)) }
    }

    override func visitStrings(_ key: String, _ value: inout [String: String]?) {
        inFields { value = try $0.decodeIfPresent([String: String].self, forKey: FieldKey(key)) }
    }

    override func visitLeaf<Value: LeafValue>(_ value: inout Value) {
        attempt { value = try whole(Value.self) }
    }

    override func visitElements<Element: FieldValue>(_ elements: inout [Element]) {
        attempt {
            lists.append(try unkeyed())
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
        if Value.self == String.self {
            attempt { pairs = try whole([String: String].self) as? [String: Value] ?? [:] }
            return
        }
        beginFields()
        inFields { fields in
            for key in fields.allKeys {
                var value = Value(Unread())
                visitRequired(key.stringValue, &value)
                pairs[key.stringValue] = value
            }
        }
        endFields()
    }

    override func visitElement<Value: FieldValue>(_ value: inout Value?) {
        attempt {
            let isNull =
                switch place {
                case .decoder: try decoder.singleValueContainer().decodeNil()
                case .field: try fields.decodeNil(forKey: key)
                case .element: try lists[lists.count - 1].decodeNil()
                }
            if isNull { return }
            var read = Value(Unread())
            visit(&read)
            value = read
        }
    }
}

extension FieldDecoder {
    /// A struct or map, in another.
    ///
    /// A class, as the containers of the standard library are costly to move.
    private final class Level {
        let fields: KeyedDecodingContainer<FieldKey>
        let outer: Level?

        init(_ fields: KeyedDecodingContainer<FieldKey>, in outer: Level?) {
            self.fields = fields
            self.outer = outer
        }
    }

    /// The next value, which reads itself.
    private func whole<Value: Decodable>(_ type: Value.Type) throws -> Value {
        switch place {
        case .decoder: try Value(from: decoder)
        case .field: try fields.decode(type, forKey: key)
        case .element: try lists[lists.count - 1].decode(type)
        }
    }

    private func keyed() throws -> KeyedDecodingContainer<FieldKey> {
        switch place {
        case .decoder: try decoder.container(keyedBy: FieldKey.self)
        case .field: try fields.nestedContainer(keyedBy: FieldKey.self, forKey: key)
        case .element: try lists[lists.count - 1].nestedContainer(keyedBy: FieldKey.self)
        }
    }

    private func unkeyed() throws -> any UnkeyedDecodingContainer {
        switch place {
        case .decoder: try decoder.unkeyedContainer()
        case .field: try fields.nestedUnkeyedContainer(forKey: key)
        case .element: try lists[lists.count - 1].nestedUnkeyedContainer()
        }
    }

    private var fields: KeyedDecodingContainer<FieldKey> {
        guard let level else { preconditionFailure("a field outside a struct") }
        return level.fields
    }

    private func read<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        var read = Value(Unread())
        visitRequired(key, &read)
        value = read
    }

    /// A constant may be absent, as it is from the items of a typed list, but not different.
    private func check(_ key: String, _ expected: String) {
        inFields { fields in
            let found = try fields.decodeIfPresent(String.self, forKey: FieldKey(key))
            guard let found, found != expected else { return }
            throw DecodingError.dataCorruptedError(
                forKey: FieldKey(key),
                in: fields,
                debugDescription: "\(key) is '\(found)', expected '\(expected)'"
            )
        }
    }

    private func inFields(_ read: (KeyedDecodingContainer<FieldKey>) throws -> Void) {
        attempt { try read(fields) }
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
