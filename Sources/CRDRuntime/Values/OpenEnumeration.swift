/// An enumeration of a schema, open for values that a newer server sends.
///
/// Generated enumerations have a case for each known value and `unrecognized` for all others, so
/// that decoding never fails for a value's sake:
///
///     switch volume.mode {
///     case .read_only: …
///     case .unrecognized(let value): print("newer than this program: \(value)")
///     …
///     }
public protocol OpenEnumeration: _LeafValue, CaseIterable, CustomStringConvertible {
    /// `String`, `Int` or `Bool`, as the schema's type says.
    associatedtype RawValue: _LeafValue & LosslessStringConvertible

    /// A value that the schema does not list.
    static func unrecognized(_ value: RawValue) -> Self

    /// The value as manifests write it.
    var rawValue: RawValue { get }
}

extension OpenEnumeration {
    /// The case of a value; `unrecognized` if the schema does not list it.
    public init(rawValue: RawValue) {
        self = Self.allCases.first { $0.rawValue == rawValue } ?? .unrecognized(rawValue)
    }

    /// The value as manifests write it.
    public var description: String { String(rawValue) }

    /// Whether both are the same value.
    public static func == (left: Self, right: Self) -> Bool {
        left.rawValue == right.rawValue
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }

    /// Reads the value.
    ///
    /// - Throws: `DecodingError` if the value has another type.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try RawValue(from: decoder))
    }

    /// Writes the value.
    ///
    /// - Throws: Whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try rawValue.encode(to: encoder)
    }

    /// Creates a placeholder that reading overwrites.
    public init(_unread unread: _Unread) {
        self = .unrecognized(RawValue(_unread: unread))
    }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self? {
        RawValue._fromManifest(node, reader).map { Self(rawValue: $0) }
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) throws {
        try rawValue._write(to: writer)
    }
}
