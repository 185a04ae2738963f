import YAML

/// Writes values as YAML, without an encoder in between.
public final class ManifestWriter: FieldVisitor {
    private var emitter = Emitter()

    override init() {}

    /// The text written so far.
    var text: String { emitter.text }

    override func beginFields() {
        emitter.beginMapping()
    }

    override func endFields() {
        emitter.endMapping()
    }

    override func visitRequired<Value: FieldValue>(_ key: String, _ value: inout Value) {
        emitter.key(key)
        visit(&value)
    }

    override func visitOptional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        if var value { visitRequired(key, &value) }
    }

    override func visitNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value != nil || nulls.contains(key) { visitRequiredNullable(key, &value) }
    }

    override func visitRequiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        emitter.key(key)
        visitElement(&value)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        for (key, var value) in zip(fields.keys, fields.values) where !known.contains(key) {
            visitRequired(key, &value)
        }
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        emitter.key("apiVersion")
        emitter.string(definition.apiVersion)
        emitter.key("kind")
        emitter.string(definition.names.kind)
    }

    override func visitLeaf<Value: LeafValue>(_ value: inout Value) {
        value.write(to: self)
    }

    override func visitElements<Element: FieldValue>(_ elements: inout [Element]) {
        emitter.beginSequence()
        for var element in elements { visit(&element) }
        emitter.endSequence()
    }

    override func visitPairs<Value: FieldValue>(_ pairs: inout [String: Value]) {
        emitter.beginMapping()
        for (key, var value) in pairs.sortedByKey { visitRequired(key, &value) }
        emitter.endMapping()
    }

    override func visitElement<Value: FieldValue>(_ value: inout Value?) {
        if var value {
            visit(&value)
        } else {
            emitter.null()
        }
    }
}

extension ManifestWriter {
    /// Writes a document with one value.
    func writeDocument(_ value: some FieldValue) {
        var copy = value
        emitter.beginDocument()
        visit(&copy)
    }

    /// Writes an object.
    func write(_ object: JSONObject) {
        emitter.beginMapping()
        for (key, value) in zip(object.keys, object.values) {
            emitter.key(key)
            value.write(to: self)
        }
        emitter.endMapping()
    }

    /// Writes an array.
    func write(_ elements: [JSONValue]) {
        emitter.beginSequence()
        for element in elements { element.write(to: self) }
        emitter.endSequence()
    }

    /// Writes a string, quoted where a reader would take it for something else.
    public func write(_ value: String) {
        emitter.string(value)
    }

    /// Writes a Boolean.
    public func write(_ value: Bool) {
        emitter.boolean(value)
    }

    /// Writes an integer.
    public func write(_ value: Int) {
        emitter.integer(Int64(value))
    }

    /// Writes a number; infinities and NaN, which JSON does not have, as `null`.
    public func write(_ value: Double) {
        if value.isFinite {
            emitter.float(value)
        } else {
            emitter.null()
        }
    }

    /// Writes a number as its text.
    func write(_ value: JSONNumber) {
        emitter.numberLiteral(value.text)
    }

    /// Writes `null`.
    func writeNull() {
        emitter.null()
    }
}
