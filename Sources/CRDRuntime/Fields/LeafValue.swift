/// A protocol for your own types of values without fields, such as strings and numbers of a special
/// form.
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
/// `crdgen.yaml` lists the types that replace generated ones (<doc:Configuration>).
public protocol LeafValue: _LeafValue {
    /// A placeholder, which is overwritten when the value is read. Callers never see it.
    static var placeholder: Self { get }

    /// Reads a value from a manifest.
    ///
    /// - Returns: `nil` if the value is invalid, after an error was reported to `reader`.
    static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self?

    /// Writes the value into a manifest.
    ///
    /// - Throws: Any error. It ends the writing and is passed to the caller.
    func write(to writer: ManifestWriter) throws
}

extension LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
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
