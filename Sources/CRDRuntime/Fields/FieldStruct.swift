/// A struct whose properties are the fields of an object in a manifest.
///
/// Generated structs conform to it. They have one method, `_visit`. Reading, writing, comparing,
/// hashing and printing are implemented here with it, once for all types. This makes generated code fast to
/// compile: synthesised `Codable` and `Hashable` conformances cost several times as much.
public typealias FieldStruct = _FieldStruct & Codable & Hashable & CustomStringConvertible
    & CustomDebugStringConvertible & CustomReflectable

/// A struct whose `_visit` passes its fields to a visitor; see ``FieldStruct``.
public protocol _FieldStruct: _FieldValue {}

extension _FieldStruct {
    /// Reads the fields from a keyed container, which has the keys of the manifest.
    ///
    /// - Throws: `DecodingError` if a required key is missing or a value has the wrong type.
    public init(from decoder: any Decoder) throws {
        self.init(_unread: _Unread())
        let fields = FieldDecoder(decoder)
        fields.visit(&self)
        try fields.finish()
    }

    /// Writes the fields into a keyed container, with the keys of the manifest.
    ///
    /// Fields that are `nil` are omitted.
    ///
    /// - Throws: The errors of the encoder.
    public func encode(to encoder: any Encoder) throws {
        var copy = self
        let fields = FieldEncoder(encoder)
        fields.visit(&copy)
        try fields.finish()
    }

    /// Whether all fields are equal.
    public static func == (left: Self, right: Self) -> Bool {
        FieldComparison.areEqual(left, right)
    }

    /// Hashes all fields.
    public func hash(into hasher: inout Hasher) {
        FieldHasher.hash(self, into: &hasher)
    }

    /// The hash of all fields.
    ///
    /// Declared here, because the compiler would synthesise one for each struct otherwise.
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }
}
