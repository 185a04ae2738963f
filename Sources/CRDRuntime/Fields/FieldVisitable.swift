/// A struct whose properties are the fields of an object in a manifest.
///
/// Generated structs conform to it. They have one method, `_visit`; reading, writing, comparing and
/// hashing are built on it here, once for all types. That is what makes generated code cheap to
/// compile: synthesised `Codable` and `Hashable` cost several times as much (see "Visiting fields"
/// in CONTRIBUTING.md).
public typealias FieldStruct = _FieldStruct & Codable & Hashable

/// A struct whose `_visit` shows its fields one by one; see ``FieldStruct``.
public protocol _FieldStruct: _FieldValue {}

extension _FieldStruct {
    /// Reads the fields from a keyed container with the keys of the manifest.
    ///
    /// - Throws: `DecodingError` if a required key is missing or a value has another type.
    public init(from decoder: any Decoder) throws {
        self.init(_unread: _Unread())
        let fields = FieldDecoder(decoder)
        fields.visit(&self)
        try fields.finish()
    }

    /// Writes the fields into a keyed container with the keys of the manifest; absent ones are left
    /// out.
    ///
    /// - Throws: Whatever the encoder throws.
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
    /// It stands here since the compiler would write one for each struct otherwise.
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }
}
