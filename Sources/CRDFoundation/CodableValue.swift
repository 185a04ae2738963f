public import CRDRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A value that is read and written with its `Codable` conformance, so that a type of another
/// library can be the type of a field.
///
/// ```swift
/// extension PodTemplate: CodableValue {
///     public static var placeholder: PodTemplate { PodTemplate() }
/// }
/// ```
///
/// A `Date` in it is an ISO 8601 string, as in Kubernetes. A key that the type encodes as `null` is
/// left out: the API server would store the `null` where fields are unknown to it. The value is read and written through
/// JSON, and errors refer to the value as a whole. Prefer `FieldStruct` for your own types.
public protocol CodableValue: _LeafValue {
    /// A placeholder, which is overwritten when the value is read. Callers never see it.
    static var placeholder: Self { get }
}

extension CodableValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = .placeholder }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
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
    /// - Throws: The errors of its `encode(to:)`.
    public func _write(to writer: ManifestWriter) throws {
        writer.write(try json)
    }

    /// Returns the JSON that an encoder writes in place of the value.
    ///
    /// - Throws: The errors of its `encode(to:)`.
    public func _encodedJSON() throws -> JSONValue? {
        try json
    }

    /// The value without keys that are `null`.
    private var json: JSONValue {
        get throws {
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .iso8601
            return try JSONDecoder().decode(JSONValue.self, from: encoder.encode(self)).withoutNulls
        }
    }
}

extension JSONValue {
    /// The value without the members of objects that are `null`.
    fileprivate var withoutNulls: JSONValue {
        switch self {
        case .array(let elements):
            return .array(elements.map(\.withoutNulls))
        case .object(let object):
            var members = JSONObject()
            for (key, value) in zip(object.keys, object.values) where value != .null {
                members[key] = value.withoutNulls
            }
            return .object(members)
        case .null, .boolean, .number, .string:
            return self
        }
    }
}

extension DecodingError {
    /// The message with the path in the value: `size: Expected to decode Int …`.
    fileprivate var sentence: String {
        let context: Context
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
        case .keyNotFound(let key, let found):
            let path = found.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty
                ? "required field '\(key.stringValue)' is missing"
                : "\(path): required field '\(key.stringValue)' is missing"
        @unknown default:
            return "\(self)"
        }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }
}
