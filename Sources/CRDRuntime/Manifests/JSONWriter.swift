import CRDYAML

/// Writes values as JSON, one document per line.
final class JSONWriter: ManifestWriter {
    private var emitter = JSONEmitter()

    override var text: String { emitter.text }

    override var byteCount: Int { emitter.byteCount }

    override func takeBytes() -> [UInt8] { emitter.takeBytes() }

    override func beginDocument() {}

    override func endDocument() { emitter.endDocument() }

    override func beginMapping() { emitter.beginMapping() }

    override func endMapping() { emitter.endMapping() }

    override func beginSequence() { emitter.beginSequence() }

    override func endSequence() { emitter.endSequence() }

    override func writeKey(_ key: String) { emitter.key(key) }

    override func writeString(_ value: String) { emitter.string(value) }

    override func writeBoolean(_ value: Bool) { emitter.boolean(value) }

    override func writeInteger(_ value: Int64) { emitter.numberLiteral(String(value)) }

    // The description of a finite double is valid JSON: `0.1`, `1e+300`.
    override func writeFloat(_ value: Double) { emitter.numberLiteral(value.description) }

    override func writeNumber(_ literal: String) { emitter.numberLiteral(literal) }

    override func writeNull() { emitter.null() }
}
