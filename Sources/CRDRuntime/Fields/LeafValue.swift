/// A type of your own for values without fields, such as strings and numbers of a special form.
///
/// ```swift
/// struct Temperature: LeafValue {
///     var kelvin: Double
///
///     static var placeholder: Temperature { Temperature(kelvin: 0) }
///
///     static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Temperature? {
///         reader.value(of: node, as: Double.self).map { Temperature(kelvin: $0) }
///     }
///
///     func write(to writer: ManifestWriter) {
///         writer.write(kelvin)
///     }
/// }
/// ```
///
/// `crdgen.yaml` puts the type in the place of a generated one (<doc:Configuration>).
public protocol LeafValue: _LeafValue {
    /// Any value, which reading overwrites: no caller sees it.
    static var placeholder: Self { get }

    /// Reads a value from a manifest.
    ///
    /// - Returns: `nil` after `reader` reported what is wrong.
    static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self?

    /// Writes the value into a manifest.
    ///
    /// - Throws: Any error, which ends the writing and reaches its caller.
    func write(to writer: ManifestWriter) throws
}

extension LeafValue {
    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) { self = .placeholder }

    /// Reads a value from a manifest.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self? {
        fromManifest(node, reader)
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) throws {
        try write(to: writer)
    }
}
