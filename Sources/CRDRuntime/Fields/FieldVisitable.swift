/// A struct whose fields can be visited one by one.
///
/// Generated types have this one method; reading, writing, comparing and hashing are built on it
/// here, once for all types. That is what makes generated code cheap to compile: synthesised
/// `Codable` and `Hashable` cost several times as much (see "Compile cost" in CONTRIBUTING.md).
public protocol FieldVisitable: FieldValue {
    /// Shows every field to a visitor, which reads or overwrites it.
    mutating func visit(_ fields: FieldVisitor)
}

extension FieldVisitable {
    /// Reads the fields from a keyed container with the keys of the manifest.
    ///
    /// - Throws: `DecodingError` if a required key is missing or a value has another type.
    public init(from decoder: any Decoder) throws {
        self.init(Unread())
        let fields = FieldDecoder(decoder)
        visit(fields)
        try fields.finish()
    }

    /// Writes the fields into a keyed container with the keys of the manifest; absent ones are left
    /// out.
    ///
    /// - Throws: Whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var copy = self
        let fields = FieldEncoder(encoder)
        copy.visit(fields)
        try fields.finish()
    }

    /// Whether all fields are equal.
    public static func == (left: Self, right: Self) -> Bool {
        FieldTokens(left).tokens == FieldTokens(right).tokens
    }

    /// Hashes all fields.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(FieldTokens(self).tokens)
    }

    /// Adds the tokens of all fields.
    public func appendTokens(to tokens: FieldTokens) {
        var copy = self
        tokens.append(.fields)
        copy.visit(tokens)
    }

    /// Reads the fields from a mapping.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self? {
        var value = Self(Unread())
        return reader.readFields(of: &value, from: node) ? value : nil
    }

    /// Writes the fields as a mapping.
    public func write(to writer: ManifestWriter) {
        var copy = self
        writer.writeMapping { copy.visit(writer) }
    }
}
