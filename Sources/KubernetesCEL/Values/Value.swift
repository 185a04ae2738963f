public import KubernetesUnits

/// A value of the expression language.
///
/// Errors are values, because `&&`, `||`, `all`, and `exists` can ignore them.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list(List)
    case map(Map)
    case timestamp(Timestamp)
    /// A duration in nanoseconds.
    case duration(Int64)
    /// The name of a type, such as `int`.
    case type(String)
    indirect case optional(Value?)
    indirect case quantity(Quantity)
    indirect case ip(IPAddress)
    indirect case cidr(CIDR)
    indirect case url(URLReference)
    indirect case semver(SemanticVersion)
    case format(NamedFormat)
    /// An error, with the text that Kubernetes prints.
    case error(String)
}

extension Value {
    static let noSuchOverload = Value.error("no such overload")

    /// Whether the value is an error.
    public var isError: Bool {
        if case .error = self { return true }
        return false
    }

    /// Returns a list of values.
    public static func list(_ elements: [Value]) -> Value { .list(.array(elements)) }

    /// Returns a map; of pairs with equal keys, the last one counts.
    static func map(_ pairs: [(Value, Value)]) -> Value {
        var entries = MapEntries()
        for (key, value) in pairs { entries.set(key, value) }
        return .map(.literal(entries))
    }

    /// The name of the type, as `type()` prints it.
    package var kindName: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "map"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .type: "type"
        case .optional: "optional_type"
        case .quantity: "kubernetes.Quantity"
        case .ip: "net.IP"
        case .cidr: "net.CIDR"
        case .url: "kubernetes.URL"
        case .semver: "kubernetes.Semver"
        case .format: "kubernetes.NamedFormat"
        case .error: "error"
        }
    }

    /// The type of the value with parameters, which are `dyn`.
    var fullTypeName: String {
        switch self {
        case .list: "list(dyn)"
        case .map: "map(dyn, dyn)"
        default: kindName
        }
    }

    /// The name of the server's type for this value, which some messages print.
    var serverTypeName: String {
        switch self {
        case .null: "types.Null"
        case .bool: "types.Bool"
        case .int: "types.Int"
        case .uint: "types.Uint"
        case .double: "types.Double"
        case .string: "types.String"
        case .bytes: "types.Bytes"
        case .list: "*types.baseList"
        case .map: "*types.baseMap"
        case .timestamp: "types.Timestamp"
        case .duration: "types.Duration"
        case .type: "*types.Type"
        case .optional: "*types.Optional"
        case .quantity: "cel.Quantity"
        case .ip: "cel.IP"
        case .cidr: "cel.CIDR"
        case .url: "cel.URL"
        case .semver: "cel.Semver"
        case .format: "*cel.Format"
        case .error: "*types.Err"
        }
    }
}
