/// A type of the fields of generated types: a struct of fields, a list, a map, or a value without
/// fields.
///
/// Conform a type to it only to use the type in place of a generated one (<doc:Configuration>). Use
/// ``FieldStruct`` or ``LeafValue`` for that.
///
/// The protocol does not refine `Codable` and `Hashable`, although generated structs conform to
/// both. Otherwise the compiler would emit code for each struct that looks up these conformances at
/// run time.
public protocol _FieldValue: Sendable {
    /// Creates a placeholder, which is overwritten when the value is read. Callers never see a
    /// placeholder: reading either sets the field or fails, and only the runtime can create an
    /// ``_Unread``.
    init(_unread: _Unread)

    /// Passes the value to a visitor, which reads or overwrites it. A struct passes each of its
    /// fields; any other value passes itself.
    mutating func _visit(_ fields: _FieldVisitor)
}

extension _FieldValue {
    /// Whether `null` is a value of the type, as of optional values and JSON values.
    static var canBeNull: Bool {
        self == JSONValue.self || self is any ExpressibleByNilLiteral.Type
    }
}

/// A value without fields, such as a string, a number or a timestamp.
///
/// Your own types conform to ``LeafValue``. The names of the members begin with an underscore, so
/// that completion does not offer them for `String` and `Int`.
public protocol _LeafValue: _FieldValue, Codable, Hashable {
    /// Reads the value from a manifest.
    ///
    /// - Returns: `nil` if the value is invalid, after an error was reported to `reader`.
    static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self?

    /// Writes the value into a manifest.
    ///
    /// - Throws: The errors of types that are not part of this package.
    func _write(to writer: ManifestWriter) throws

    /// Returns the JSON that an encoder writes in place of the value; `nil` if the value encodes
    /// itself.
    ///
    /// - Throws: The errors of types that are not part of this package.
    func _encodedJSON() throws -> JSONValue?
}

extension _LeafValue {
    /// Returns `nil`: the value encodes itself.
    public func _encodedJSON() throws -> JSONValue? { nil }

    /// Passes the value to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.leaf(&self)
    }
}

/// A token that only the runtime can create.
///
/// It shows that the runtime asks for a placeholder and overwrites it.
public struct _Unread: Sendable {
    /// Creates a token.
    package init() {}
}
