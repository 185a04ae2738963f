/// A protocol for your own types of scalars that are made from a string, a number or a Boolean.
///
/// A type with a raw value needs one line:
///
/// ```swift
/// struct ARN: ScalarValue { var rawValue: String }
/// enum Color: String, CaseIterable, ScalarValue { case red, green }
/// ```
///
/// Reading reports an error if `init(rawValue:)` returns `nil`. `crdgen.yaml` lists the types that
/// replace generated ones (<doc:Configuration>).
public protocol ScalarValue: LeafValue, RawRepresentable where RawValue: _LeafValue {}

extension ScalarValue {
    /// The first case, or the value with the raw value `""`, `0` or `false`.
    ///
    /// - Precondition: There is one of these. Otherwise the type declares a placeholder itself.
    public static var placeholder: Self {
        let cases = (Self.self as? any CaseIterable.Type)?.allCases as (any Collection)?
        guard let value = cases?.first as? Self ?? Self(rawValue: RawValue(_unread: _Unread()))
        else {
            preconditionFailure("'\(Self.self)' must declare 'static var placeholder'")
        }
        return value
    }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self? {
        guard let raw = RawValue._fromManifest(node, reader) else { return nil }
        if let value = Self(rawValue: raw) { return value }
        reader.expected("a valid \(Self.self)", node)
        return nil
    }

    /// Writes the raw value into a manifest.
    public func write(to writer: ManifestWriter) throws {
        try rawValue._write(to: writer)
    }
}
