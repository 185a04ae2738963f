/// An enumeration of a schema that also accepts unknown values, such as those of a newer server.
///
/// Generated enumerations have a case for each known value and `unrecognized` for all others.
/// Decoding therefore never fails because of an unknown value:
///
///     switch volume.mode {
///     case .read_only: …
///     case .unrecognized(let value): print("newer than this program: \(value)")
///     …
///     }
public protocol OpenEnumeration: _LeafValue, CaseIterable, CustomStringConvertible {
    /// The type of the values: `String`, `Int` or `Bool`.
    associatedtype RawValue: _LeafValue & LosslessStringConvertible

    /// Returns the case for a value that is not in the schema.
    static func unrecognized(_ value: RawValue) -> Self

    /// The value as manifests contain it.
    var rawValue: RawValue { get }
}

extension OpenEnumeration {
    /// Creates the case for a value: `unrecognized` if the value is not in the schema.
    public init(rawValue: RawValue) {
        self = Self.allCases.first { $0.rawValue == rawValue } ?? .unrecognized(rawValue)
    }

    /// The value as manifests contain it.
    public var description: String { String(rawValue) }

    /// Whether both have the same value.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue == right.rawValue
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }

    /// The hash of the value.
    ///
    /// Declared here, because the compiler would synthesise one for each enumeration otherwise.
    public var hashValue: Int { rawValue.hashValue }

    /// Reads the value.
    ///
    /// - Throws: `DecodingError` if the value has the wrong type.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try RawValue(from: decoder))
    }

    /// Writes the value.
    ///
    /// - Throws: The errors of the encoder.
    public func encode(to encoder: any Encoder) throws {
        try rawValue.encode(to: encoder)
    }

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread unread: _Unread) {
        self = .unrecognized(RawValue(_unread: unread))
    }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self? {
        RawValue._fromManifest(node, reader).map { Self(rawValue: $0) }
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) throws {
        try rawValue._write(to: writer)
    }
}
