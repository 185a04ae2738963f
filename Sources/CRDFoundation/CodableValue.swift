public import CRDRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value that manifests hold as its `Codable` says, so that a type of another library can take an
/// attribute's place.
///
/// ```swift
/// extension PodTemplate: CodableValue {
///     public static var placeholder: PodTemplate { PodTemplate() }
/// }
/// ```
///
/// A `Date` in it is a string of ISO 8601, as Kubernetes writes it. Reading and writing go through
/// JSON, and messages name the value as a whole; a type of your own is better a `FieldStruct`.
public protocol CodableValue: _LeafValue {
    /// Any value, which reading overwrites: no caller sees it.
    static var placeholder: Self { get }
}

extension CodableValue {
    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) { self = .placeholder }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Self? {
        guard let value = reader.value(of: node, as: JSONValue.self) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            return try decoder.decode(Self.self, from: JSONEncoder().encode(value))
        } catch let error as DecodingError {
            reader.report(node, error.sentence)
        } catch {
            reader.report(node, "expected \(Self.self), found \(error)")
        }
        return nil
    }

    /// Writes the value into a manifest.
    ///
    /// - Throws: What its `encode` throws.
    public func _write(to writer: ManifestWriter) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let value = try JSONDecoder().decode(JSONValue.self, from: encoder.encode(self))
        writer.write(value)
    }
}

extension DecodingError {
    /// What is wrong and where within the value: `size: Expected to decode Int …`.
    fileprivate var sentence: String {
        let context: Context
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
        case .keyNotFound(let key, let found):
            let path = found.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty
                ? "required value '\(key.stringValue)' is missing"
                : "\(path): required value '\(key.stringValue)' is missing"
        @unknown default:
            return "\(self)"
        }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }
}
