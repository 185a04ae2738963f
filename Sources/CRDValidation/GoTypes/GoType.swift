import CRDRuntime
import CRDSchema

/// The Go type of the API server that the values of a schema in an OpenAPI document are decoded
/// into.
enum GoType {
    /// A value that is kept as it is, such as `runtime.RawExtension`.
    case any
    case boolean
    case string
    /// `[]byte`, which is base64 in JSON.
    case bytes
    case integer(bits: Int)
    case float(bits: Int)
    /// `resource.Quantity`.
    case quantity
    /// `intstr.IntOrString`.
    case integerOrString
    /// `v1.Time`, or `v1.MicroTime`.
    case time(isMicro: Bool)
    /// `v1.Duration`.
    case duration
    case list(PreparedSchema)
    case map(PreparedSchema)
    case structure

    /// Finds the type for a schema.
    init(_ schema: PreparedSchema) {
        let keywords = schema.keywords
        if let type = keywords.rare.definition.flatMap({ Self(definition: $0.name) }) {
            self = type
            return
        }
        switch keywords.type {
        case .boolean: self = .boolean
        case .string: self = Self(formatOfString: keywords.format)
        case .integer: self = .integer(bits: keywords.format == "int32" ? 32 : 64)
        case .number: self = .float(bits: keywords.format == "float" ? 32 : 64)
        case .array: self = schema.items.map { .list($0) } ?? .any
        case .object, nil: self = Self(object: schema)
        case .other: self = .any
        }
    }

    private init(object schema: PreparedSchema) {
        if schema.keywords.isIntOrString {
            self = .integerOrString
        } else if schema.keywords.preservesUnknownFields {
            self = .any
        } else if !schema.properties.isEmpty {
            self = .structure
        } else if case .schema(let values) = schema.additional {
            self = .map(values)
        } else if schema.keywords.type == .object, schema.isDefinitionOfKubernetes {
            self = .structure
        } else {
            // A type with its own decoder, such as `apiextensions.JSON`.
            self = .any
        }
    }

    private init(formatOfString format: String?) {
        switch format {
        case "byte": self = .bytes
        case "date-time": self = .time(isMicro: false)
        case "int-or-string": self = .integerOrString
        default: self = .string
        }
    }

    /// Finds the type for a definition with a decoder of its own; `nil` for other definitions.
    private init?(definition name: String) {
        guard name.hasPrefix("io.k8s.apimachinery.pkg.") else { return nil }
        switch name.dropFirst("io.k8s.apimachinery.pkg.".count) {
        case "api.resource.Quantity": self = .quantity
        case "apis.meta.v1.Duration": self = .duration
        case "apis.meta.v1.MicroTime": self = .time(isMicro: true)
        case "apis.meta.v1.Time": self = .time(isMicro: false)
        case "runtime.RawExtension", "apis.meta.v1.FieldsV1": self = .any
        case "util.intstr.IntOrString": self = .integerOrString
        default: return nil
        }
    }
}

extension GoType {
    /// Returns the name of the Go type for a schema, such as `[]v1.Container`.
    ///
    /// A string or a map can have a type with a name in Go, which OpenAPI doesn't show.
    static func name(of schema: PreparedSchema) -> String {
        if let definition = schema.keywords.rare.definition {
            return definition.name.split(separator: ".").suffix(2).joined(separator: ".")
        }
        return switch GoType(schema) {
        case .any: "interface {}"
        case .boolean: "bool"
        case .string, .quantity, .integerOrString, .time, .duration: "string"
        case .bytes: "[]uint8"
        case .integer(let bits): "int\(bits)"
        case .float(let bits): "float\(bits)"
        case .list(let items): "[]\(name(of: items))"
        case .map(let values): "map[string]\(name(of: values))"
        case .structure: "struct {}"
        }
    }
}

extension PreparedSchema {
    /// Whether the schema is a definition of Kubernetes, where an object without properties is a
    /// struct without fields; elsewhere it can be a type with its own decoder.
    fileprivate var isDefinitionOfKubernetes: Bool {
        keywords.rare.definition?.name.hasPrefix("io.k8s.") ?? false
    }
}
