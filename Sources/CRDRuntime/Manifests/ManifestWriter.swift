/// Writes values into a manifest, without an encoder in between.
///
/// It visits values, and says what it meets to one of two subclasses, for YAML and for JSON.
public class ManifestWriter: _FieldVisitor {
    /// Takes what is written, piece by piece; `nil` where the text is kept whole.
    private let sink: (([UInt8]) throws -> Void)?
    private var error: (any Error)?
    /// Whether the value without fields that is visited is written.
    private var hasValue = false

    /// How much is kept before the sink gets it, in bytes.
    private static let pieceSize = 64 * 1024

    init(sink: (([UInt8]) throws -> Void)? = nil) {
        self.sink = sink
    }

    // MARK: - What a format says

    /// What is written and not taken yet.
    var text: String { unsupported() }

    var byteCount: Int { unsupported() }

    func takeBytes() -> [UInt8] { unsupported() }

    func beginDocument() { unsupported() }

    func endDocument() { unsupported() }

    func beginMapping() { unsupported() }

    func endMapping() { unsupported() }

    func beginSequence() { unsupported() }

    func endSequence() { unsupported() }

    func writeKey(_ key: String) { unsupported() }

    func writeString(_ value: String) { unsupported() }

    func writeBoolean(_ value: Bool) { unsupported() }

    func writeInteger(_ value: Int64) { unsupported() }

    func writeFloat(_ value: Double) { unsupported() }

    func writeNumber(_ literal: String) { unsupported() }

    func writeNull() { unsupported() }

    /// Writes a JSON value, whatever it is.
    func writeValue(_ value: JSONValue) { writePieces(of: value) }

    private final func unsupported(_ function: String = #function) -> Never {
        preconditionFailure("\(Self.self) has no \(function)")
    }

    // MARK: - What is visited

    override final func beginFields() {
        beginMapping()
    }

    override final func endFields() {
        endMapping()
        handOutIfLarge()
    }

    override final func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        writeKey(key)
        visit(&value)
    }

    override final func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        guard value != nil else { return }
        writeKey(key)
        visitInPlace(&value)
    }

    override final func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value != nil || nulls.contains(key) { visitRequiredNullable(key, &value) }
    }

    override final func visitRequiredNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?
    ) {
        writeKey(key)
        visitElement(&value)
    }

    override final func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        for (key, value) in zip(fields.keys, fields.values) where !known.contains(key) {
            writeKey(key)
            writeValue(value)
        }
    }

    override final func visitConstants(_ definition: ResourceDefinition) {
        writeKey("apiVersion")
        writeString(definition.apiVersion)
        writeKey("kind")
        writeString(definition.names.kind)
    }

    override final func visitString(_ key: String, _ value: inout String?) {
        guard let value else { return }
        writeKey(key)
        writeString(value)
    }

    override final func visitString(_ key: String, _ value: inout String) {
        writeKey(key)
        writeString(value)
    }

    override final func visitInteger(_ key: String, _ value: inout Int?) {
        guard let value else { return }
        writeKey(key)
        writeInteger(Int64(value))
    }

    override final func visitInteger(_ key: String, _ value: inout Int32?) {
        guard let value else { return }
        writeKey(key)
        writeInteger(Int64(value))
    }

    override final func visitBoolean(_ key: String, _ value: inout Bool?) {
        guard let value else { return }
        writeKey(key)
        writeBoolean(value)
    }

    override final func visitLeaf<Value: _LeafValue>(_ value: inout Value) {
        hasValue = false
        do {
            try value._write(to: self)
        } catch {
            self.error = self.error ?? error
            // Keys need a value, though nobody will see this one.
            if !hasValue { writeNull() }
        }
    }

    override final func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        beginSequence()
        for var element in elements {
            visit(&element)
            handOutIfLarge()
        }
        endSequence()
    }

    override final func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        beginMapping()
        for key in pairs.sortedKeys {
            guard var value = pairs[key] else { continue }
            visitRequired(key, &value)
            handOutIfLarge()
        }
        endMapping()
    }

    override final func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        if value == nil {
            writeNull()
        } else {
            visitInPlace(&value)
        }
    }

    /// Visits a value that is there, without the copy that would retain everything in it.
    private final func visitInPlace<Value: _FieldValue>(_ value: inout Value?) {
        // No pattern gives access to what is in an optional where it stands.
        // swift-format-ignore: NeverForceUnwrap
        visit(&value!)
    }
}

// MARK: - Pieces

extension ManifestWriter {
    /// Hands out the rest of what is written.
    ///
    /// - Throws: The first error of a value or of the sink, which gets nothing after it.
    func finish() throws {
        handOut()
        if let error { throw error }
    }

    final func handOutIfLarge() {
        if sink != nil, byteCount >= Self.pieceSize { handOut() }
    }

    private final func handOut() {
        guard let sink, byteCount > 0 else { return }
        let bytes = takeBytes()
        guard error == nil else { return }
        do {
            try sink(bytes)
        } catch {
            self.error = error
        }
    }
}

// MARK: - Values

extension ManifestWriter {
    /// Writes a JSON value piece by piece; its depth costs no stack.
    final func writePieces(of value: JSONValue) {
        for event in JSONWalk(value) {
            switch event {
            case .value(.null): writeNull()
            case .value(.boolean(let value)): writeBoolean(value)
            case .value(.number(let value)): writeNumber(value.text)
            case .value(.string(let value)): writeString(value)
            case .value(.array): beginSequence()
            case .value(.object): beginMapping()
            case .key(let key): writeKey(key)
            case .end(.array): endSequence()
            case .end: endMapping()
            }
            handOutIfLarge()
        }
    }

    /// Writes a string, quoted where a reader would take it for something else.
    public final func write(_ value: String) {
        hasValue = true
        writeString(value)
    }

    /// Writes a Boolean.
    public final func write(_ value: Bool) {
        hasValue = true
        writeBoolean(value)
    }

    /// Writes an integer.
    public final func write(_ value: Int) {
        hasValue = true
        writeInteger(Int64(value))
    }

    /// Writes a number; infinities and NaN, which JSON does not have, as `null`.
    public final func write(_ value: Double) {
        hasValue = true
        if value.isFinite {
            writeFloat(value)
        } else {
            writeNull()
        }
    }

    /// Writes a JSON value.
    public final func write(_ value: JSONValue) {
        hasValue = true
        writeValue(value)
    }
}
