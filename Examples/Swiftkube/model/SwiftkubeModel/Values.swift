// Values as in swiftkube's 'SwiftkubeModel'. Two of them have the names of types of 'CRDRuntime': a
// file that imports both modules writes 'SwiftkubeModel.JSONObject' or 'CRDRuntime.JSONObject'.

/// The group, version, and plural name of a kind, as in the path of a request.
public struct GroupVersionResource: Hashable, Codable, Sendable {
    /// The field `group`.
    public let group: String
    /// The field `version`.
    public let version: String
    /// The field `resource`.
    public let resource: String

    /// Creates a value.
    public init(group: String, version: String, resource: String) {
        self.group = group
        self.version = version
        self.resource = resource
    }
}

/// An integer or a string.
public enum IntOrString: Hashable, Codable, Sendable {
    /// An integer.
    case int(Int)
    /// A string.
    case string(String)

    /// Reads a value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let integer = try? container.decode(Int.self) {
            self = .int(integer)
        } else {
            self = .string(try container.decode(String.self))
        }
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .int(let integer): try container.encode(integer)
        case .string(let string): try container.encode(string)
        }
    }
}

/// An object with any members.
///
/// This one has objects as members only, as `fieldsV1` does.
public struct JSONObject: Hashable, Codable, Sendable {
    /// The field `properties`.
    public var properties: [String: JSONObject]

    /// Reads an object.
    public init(from decoder: any Decoder) throws {
        properties = try decoder.singleValueContainer().decode([String: JSONObject].self)
    }

    /// Writes the object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(properties)
    }
}
