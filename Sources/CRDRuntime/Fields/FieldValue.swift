/// A value that an attribute of a generated type can have: a struct of fields, a list, a map, or a
/// ``LeafValue``.
///
/// You need to conform to it only to put a type of your own in an attribute's place
/// (<doc:Configuration>), and then to ``FieldVisitable`` or ``LeafValue``.
///
/// It does not refine `Codable` and `Hashable`, though generated structs have both: the compiler
/// would have to write code for each struct that finds these conformances when the program runs.
public protocol FieldValue: Sendable {
    /// Creates a stand-in that reading overwrites. No caller can see one: reading either gives the
    /// attribute a value or fails, and only the runtime can create an ``Unread``.
    init(_ unread: Unread)

    /// Shows the value to a visitor, which reads or overwrites it: a struct shows each of its
    /// fields, any other value itself.
    mutating func visit(_ fields: FieldVisitor)
}

/// A value without fields, such as a string, a number or a moment.
public protocol LeafValue: FieldValue, Codable, Hashable {
    /// Reads the value from a manifest.
    ///
    /// - Returns: `nil` after telling `reader` what is wrong.
    static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self?

    /// Writes the value into a manifest.
    ///
    /// - Throws: Any error, which ends the writing and reaches its caller.
    func write(to writer: ManifestWriter) throws
}

extension LeafValue {
    /// Shows the value to a visitor.
    public mutating func visit(_ fields: FieldVisitor) {
        fields.leaf(&self)
    }
}

/// Proof that a stand-in is asked for by the runtime, which overwrites it before anyone sees it.
public struct Unread: Sendable {
    /// Only the runtime can make one, which is the point of the type.
    package init() {}
}
