import CRDYAML

/// Writes values as YAML.
final class YAMLWriter: ManifestWriter {
    private var emitter = Emitter()

    override var text: String { emitter.text }

    override var byteCount: Int { emitter.byteCount }

    override func takeBytes() -> [UInt8] { emitter.takeBytes() }

    override func beginDocument() { emitter.beginDocument() }

    override func endDocument() {}

    override func beginMapping() { emitter.beginMapping() }

    override func endMapping() { emitter.endMapping() }

    override func beginSequence() { emitter.beginSequence() }

    override func endSequence() { emitter.endSequence() }

    override func writeKey(_ key: String) { emitter.key(key) }

    override func writeString(_ value: String) { emitter.string(value) }

    override func writeBoolean(_ value: Bool) { emitter.boolean(value) }

    override func writeInteger(_ value: Int64) { emitter.integer(value) }

    override func writeFloat(_ value: Double) { emitter.float(value) }

    override func writeNumber(_ literal: String) { emitter.numberLiteral(literal) }

    override func writeNull() { emitter.null() }
}
