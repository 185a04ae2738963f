import CRDYAML

/// An integer or a string, as Kubernetes allows for ports and percentages
/// (`x-kubernetes-int-or-string`).
///
/// `8080` and `"8080"` are different values, and each keeps its type.
public enum IntOrString: Hashable, Sendable {
    /// An integer.
    case integer(Int)
    /// A string, such as `"25%"` or the name of a port.
    case string(String)
}

extension IntOrString: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// Creates a value with an integer.
    public init(integerLiteral value: Int) { self = .integer(value) }

    /// Creates a value with a string.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension IntOrString: CustomStringConvertible {
    /// Creates a value with an integer.
    public init(_ value: Int) { self = .integer(value) }

    /// Creates a value with a string.
    public init(_ value: String) { self = .string(value) }

    /// The integer, also that of a string such as `"8080"`; `nil` for any other string.
    public var intValue: Int? {
        switch self {
        case .integer(let value): value
        case .string(let value): Int(value)
        }
    }

    /// The value as JSON: `8080` or `"http"`.
    public var description: String {
        switch self {
        case .integer(let value): String(value)
        case .string(let value): JSONValue.string(value).jsonText
        }
    }
}

extension IntOrString: Codable {
    /// Reads an integer, or else a string.
    ///
    /// - Throws: `DecodingError` if the value is neither.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else {
            self = .string(try container.decode(String.self))
        }
    }

    /// Writes the integer or the string.
    ///
    /// - Throws: The errors of the encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .integer(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        }
    }
}

extension IntOrString: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = .integer(0) }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> IntOrString?
    {
        guard let scalar = reader.scalar(node, "an integer or a string") else { return nil }
        if scalar == .string { return .string(node.node.string) }
        if let integer = scalar.integer.flatMap(Int.init(exactly:)) { return .integer(integer) }
        reader.expected("an integer or a string", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) {
        switch self {
        case .integer(let value): writer.write(value)
        case .string(let value): writer.write(value)
        }
    }
}
