/// A value that a field of a generated type can have: a struct of fields, a list, a map, or a value
/// without fields.
///
/// You need to conform to it only to put a type of your own in a generated type's place
/// (<doc:Configuration>), and then by ``FieldStruct`` or ``LeafValue``.
///
/// It does not refine `Codable` and `Hashable`, though generated structs have both: the compiler
/// would have to write code for each struct that finds these conformances when the program runs.
public protocol _FieldValue: Sendable {
    /// Creates a placeholder that reading overwrites. No caller can see one: reading either gives
    /// the field a value or fails, and only the runtime can create an ``_Unread``.
    init(_unread: _Unread)

    /// Shows the value to a visitor, which reads or overwrites it: a struct shows each of its
    /// fields, any other value itself.
    mutating func _visit(_ fields: _FieldVisitor)
}

/// A value without fields, such as a string, a number or a timestamp.
///
/// Types of your own conform to ``LeafValue``. The members have underscores so that completion does
/// not show them for `String` and `Int`.
public protocol _LeafValue: _FieldValue, Codable, Hashable {
    /// Reads the value from a manifest.
    ///
    /// - Returns: `nil` after `reader` reported what is wrong.
    static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self?

    /// Writes the value into a manifest.
    ///
    /// - Throws: Any error of a type of the adopter.
    func _write(to writer: ManifestWriter) throws
}

extension _LeafValue {
    /// Shows the value to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.leaf(&self)
    }
}

/// Proof that a placeholder is asked for by the runtime, which overwrites it before anyone sees it.
public struct _Unread: Sendable {
    /// Only the runtime can make one, which is the point of the type.
    package init() {}
}
