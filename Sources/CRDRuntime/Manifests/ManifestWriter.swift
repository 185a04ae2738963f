/// Writes values into a manifest without an encoder.
///
/// It visits values and passes them to one of two subclasses, for YAML and for JSON.
public class ManifestWriter: _FieldVisitor {
    /// The receiver of the text in chunks; `nil` if the whole text is kept.
    private var sink: (([UInt8]) throws -> Void)?
    private var error: (any Error)?
    /// Whether the visited value without fields was written.
    private var hasValue = false

    /// The size of a chunk in bytes.
    private static let chunkSize = 64 * 1024

    // MARK: - Methods that formats override

    /// The text that was written and not yet passed on.
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

    /// Writes any JSON value.
    func writeValue(_ value: JSONValue) { writeSteps(of: value) }

    private final func unsupported(_ function: String = #function) -> Never {
        preconditionFailure("\(Self.self) has no \(function)")
    }

    // MARK: - Visited values

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
            // A key requires a value, although the text is discarded.
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
}

// MARK: - Chunks

extension ManifestWriter {
    /// Passes the text that `body` writes to a function, in chunks.
    ///
    /// - Throws: The errors of ``finish()``.
    func write(
        to sink: ([UInt8]) throws -> Void,
        _ body: (ManifestWriter) -> Void
    ) throws {
        try withoutActuallyEscaping(sink) { sink in
            self.sink = sink
            defer { self.sink = nil }
            body(self)
            try finish()
        }
    }

    /// Passes the rest of the text to the sink.
    ///
    /// - Throws: The first error of a value or of the sink. Nothing is passed to the sink after an
    ///   error.
    func finish() throws {
        handOut()
        if let error { throw error }
    }

    final func handOutIfLarge() {
        if sink != nil, byteCount >= Self.chunkSize { handOut() }
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
    /// Writes a JSON value step by step, without recursion.
    final func writeSteps(of value: JSONValue) {
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

    /// Writes a string.
    ///
    /// It is quoted if a reader could read it as another type.
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

    /// Writes a number.
    ///
    /// Infinities and NaN, which JSON does not support, are written as `null`.
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
