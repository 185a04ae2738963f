import YAML

/// Writes values as YAML, without an encoder in between.
public final class ManifestWriter: FieldVisitor {
    private var emitter = Emitter()

    override init() {}

    /// The text written so far.
    var text: String { emitter.text }

    public override func required<Value: FieldValue>(_ key: String, _ value: inout Value) {
        emitter.key(key)
        value.write(to: self)
    }

    public override func optional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        guard let value else { return }
        emitter.key(key)
        value.write(to: self)
    }

    public override func nullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value != nil || nulls.contains(key) { requiredNullable(key, &value) }
    }

    public override func requiredNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?
    ) {
        emitter.key(key)
        value.write(to: self)
    }

    public override func unknown(_ fields: inout JSONObject, besides known: [String]) {
        for (key, value) in zip(fields.keys, fields.values) where !known.contains(key) {
            emitter.key(key)
            value.write(to: self)
        }
    }

    public override func constants(_ definition: ResourceDefinition) {
        emitter.key("apiVersion")
        emitter.string(definition.apiVersion)
        emitter.key("kind")
        emitter.string(definition.names.kind)
    }
}

extension ManifestWriter {
    /// Begins a document.
    func beginDocument() {
        emitter.beginDocument()
    }

    /// Writes a mapping whose keys `writeFields` writes.
    func writeMapping(_ writeFields: () -> Void) {
        emitter.beginMapping()
        writeFields()
        emitter.endMapping()
    }

    /// Writes a mapping.
    func write(_ pairs: some Sequence<(String, some FieldValue)>) {
        emitter.beginMapping()
        for (key, value) in pairs {
            emitter.key(key)
            value.write(to: self)
        }
        emitter.endMapping()
    }

    /// Writes a sequence.
    func write(_ elements: [some FieldValue]) {
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
