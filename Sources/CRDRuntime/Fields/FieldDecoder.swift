/// Reads fields from a keyed container of any decoder.
///
/// Values are read in place, without a copy, and each field is looked up once or twice. Decoding
/// must not be slower than with the `Codable` code that the compiler synthesises.
final class FieldDecoder: _FieldVisitor {
    /// The source of the next value.
    enum Place {
        case decoder
        case field
        /// A field that may be `null`, which is known when the field is opened.
        case nullableField
        case element
    }

    let decoder: any Decoder
    var place = Place.decoder
    /// The key of the next value if the value is a field.
    var key = FieldKey("")
    /// The struct or map that is being read.
    var level: KeyedLevel?
    /// The lists that are being read, the innermost last.
    var lists: [any UnkeyedDecodingContainer] = []
    private var error: (any Error)?
    /// The number of open structs that are skipped.
    private var skipped = 0
    /// Whether the value of a nullable field is `null`.
    var foundNull = false
    /// Whether the next struct keeps unknown fields.
    private var isOpenStruct = false
    /// The scope of the resource; `nil` if it is not known.
    private var scope: ResourceDefinition.Scope?
    /// Whether `null` in a map of strings is read as `""` instead of being dropped.
    var keepsNulls = false
    /// The way to read maps; `nil` before the first map.
    var knownMapReading: MapReading?

    init(_ decoder: any Decoder) {
        self.decoder = decoder
    }

    /// - Throws: The first error of the visit.
    func finish() throws {
        if let error { throw error }
    }

    override var assigns: Bool { true }

    override func beginFields() {
        guard isReading else {
            skipped += 1
            return
        }
        do {
            level = KeyedLevel(try keyed(), in: level, listsKeys: isOpenStruct)
            isOpenStruct = false
        } catch {
            skipped += 1
            failUnlessNull(error)
        }
    }

    override func endFields() {
        if skipped > 0 {
            skipped -= 1
        } else {
            level = level?.outer
        }
    }

    override func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        guard isReading else { return }
        place = .field
        self.key = FieldKey(key)
        visit(&value)
    }

    override func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard isReading, contains(key) else { return }
        _ = readUnlessNull(key, &value)
    }

    override func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        guard isReading, contains(key) else { return }
        if !readUnlessNull(key, &value) { nulls.insert(key) }
    }

    override func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard isReading else { return }
        _ = readUnlessNull(key, &value)
    }

    override func visitDefaulted<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        guard isReading, contains(key) else { return }
        var read: Value?
        if readUnlessNull(key, &read), let read { value = read }
    }

    override func visitDefaultedNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard isReading, contains(key) else { return }
        _ = readUnlessNull(key, &value)
    }

    override func visitMetadata(_ metadata: inout ObjectMeta) {
        isOpenStruct = true
        visitRequired("metadata", &metadata)
        if scope == .cluster { metadata.namespace = nil }
        guard isReading, metadata.isNameless else { return }
        fail(corrupted("metadata", ObjectMeta.namelessMessage))
    }

    override func visitUnknown(_ unknown: inout JSONObject, besides known: [String]) {
        attempt {
            let keys = (level?.keys ?? fields.allKeys).filter { !known.contains($0.stringValue) }
            for key in keys.inOrder {
                unknown[key.stringValue] = try fields.decode(JSONValue.self, forKey: key)
            }
        }
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        scope = definition.scope
        check("apiVersion", definition.apiVersion)
        check("kind", definition.names.kind)
    }

    /// Checks a constant, which may be missing, as in the items of a typed list, but not different.
    private func check(_ key: String, _ expected: String) {
        var found: String?
        visitString(key, &found)
        guard isReading, let found, found != expected else { return }
        fail(corrupted(key, "\(key) is '\(found)', expected '\(expected)'"))
    }

    private func corrupted(_ key: String, _ description: String) -> DecodingError {
        .dataCorruptedError(forKey: FieldKey(key), in: fields, debugDescription: description)
    }

    override func visitString(_ key: String, _ value: inout String?) {
        guard mayContain(key) else { return }
        attempt { value = try fields.decodeIfPresent(String.self, forKey: FieldKey(key)) }
    }

    override func visitString(_ key: String, _ value: inout String) {
        attempt { value = try fields.decode(String.self, forKey: FieldKey(key)) }
    }

    override func visitInteger(_ key: String, _ value: inout Int?) {
        guard mayContain(key) else { return }
        attempt { value = try fields.decodeIfPresent(Int.self, forKey: FieldKey(key)) }
    }

    override func visitInteger(_ key: String, _ value: inout Int32?) {
        guard mayContain(key) else { return }
        attempt { value = try fields.decodeIfPresent(Int32.self, forKey: FieldKey(key)) }
    }

    override func visitBoolean(_ key: String, _ value: inout Bool?) {
        guard mayContain(key) else { return }
        attempt { value = try fields.decodeIfPresent(Bool.self, forKey: FieldKey(key)) }
    }

    // Decoding `[String]` and `[String: String]` directly is several times faster than decoding
    // their elements one by one.

    override func visitStrings(_ key: String, _ value: inout [String]?) {
        readOptional(key) {
            var list = try unkeyed()
            var strings: [String] = []
            while !list.isAtEnd { strings.append(try list.decode(String.self)) }
            value = strings
        }
    }

    override func visitStrings(_ key: String, _ value: inout [String: String]?) {
        readOptional(key) {
            switch mapReading() {
            case .asFields:
                value = try strings(in: keyed())
            case .asDictionary:
                let strings = try whole([String: String?].self)
                value = strings.compactMapValues { $0 ?? (keepsNulls ? "" : nil) }
            }
        }
    }

    override func visitMetadataStrings(_ key: String, _ value: inout [String: String]?) {
        keepsNulls = true
        visitStrings(key, &value)
        keepsNulls = false
    }

    /// Reads a field unless it is missing or `null`.
    private func readOptional(_ key: String, _ read: () throws -> Void) {
        guard isReading, contains(key) else { return }
        place = .nullableField
        self.key = FieldKey(key)
        do {
            try read()
        } catch {
            failUnlessNull(error)
            foundNull = false
        }
    }

    override func visitLeaf<Value: _LeafValue>(_ value: inout Value) {
        attempt {
            guard case .nullableField = place else {
                value = try whole(Value.self)
                return
            }
            if let found = try fields.decodeIfPresent(Value.self, forKey: key) {
                value = found
            } else {
                foundNull = true
            }
        }
    }

    override func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        guard isReading else { return }
        do {
            lists.append(try unkeyed())
        } catch {
            return failUnlessNull(error)
        }
        while isReading, !lists[lists.count - 1].isAtEnd {
            place = .element
            elements.append(Element(_unread: _Unread()))
            visit(&elements[elements.count - 1])
        }
        lists.removeLast()
    }

    override func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        guard isReading else { return }
        switch mapReading() {
        case .asFields:
            beginFields()
            if isReading { readPairs(&pairs) }
            endFields()
        case .asDictionary:
            do {
                let values = try whole([String: DecodedValue<Value>?].self)
                // A placeholder of a type with null is null.
                let null = Value.canBeNull ? Value(_unread: _Unread()) : nil
                pairs = values.compactMapValues { $0.map(\.value) ?? null }
            } catch {
                failUnlessNull(error)
            }
        }
    }

    override func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        attempt {
            if try !isNull() { readInPlace(&value) }
        }
    }

    private var isReading: Bool { skipped == 0 }

    private func attempt(_ read: () throws -> Void) {
        guard isReading else { return }
        do {
            try read()
        } catch {
            fail(error)
        }
    }

    /// Keeps the first error and stops reading.
    private func fail(_ error: any Error) {
        self.error = error
        skipped = .max / 2
    }

    /// Keeps the error of opening a value, unless the value is `null`.
    private func failUnlessNull(_ error: any Error) {
        // Only the first error is kept.
        if case .nullableField = place, (try? fields.decodeNil(forKey: key)) == true {
            foundNull = true
        } else {
            fail(error)
        }
    }
}
