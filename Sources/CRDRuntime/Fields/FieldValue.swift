/// A value that an attribute of a generated type can have.
///
/// Generated structs conform through ``FieldVisitable``; the runtime's own types and the types of
/// the standard library that attributes use conform here. You need to conform to it only to put a
/// type of your own in an attribute's place.
public protocol FieldValue: Codable, Hashable, Sendable {
    /// Creates a stand-in that reading overwrites. No caller can see one: reading either gives the
    /// attribute a value or fails, and only the runtime can create an ``Unread``.
    init(_ unread: Unread)

    /// Reads the value from a manifest.
    ///
    /// - Returns: `nil` after telling `reader` what is wrong.
    static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self?

    /// Writes the value into a manifest.
    func write(to writer: ManifestWriter)

    /// Adds what makes the value equal to another, in a fixed order.
    func appendTokens(to tokens: FieldTokens)
}

/// Proof that a stand-in is asked for by the runtime, which overwrites it before anyone sees it.
public struct Unread: Sendable {
    /// Only the runtime can make one, which is the point of the type.
    package init() {}
}
