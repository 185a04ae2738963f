/// The type that the server decodes a field into, as far as decoding can fail.
package indirect enum GoType: Sendable {
    /// A string, with the name of its type, such as `v1.ResourceScope`.
    case string(String = "string")
    case boolean
    /// An integer, `int32` or `int64`.
    case integer(String)
    case float
    /// A string in base64.
    case bytes
    /// A string in the format of RFC 3339.
    case time
    /// Any value.
    case any
    case list(GoType)
    /// A list or map whose type has its own name.
    case named(String, GoType)
    case map(GoType)
    case structure(GoStructure)
    /// `JSONSchemaProps`, a separate case because it is recursive.
    case schema
    /// `JSONSchemaPropsOrArray`.
    case schemaOrList
    /// `JSONSchemaPropsOrBool`.
    case schemaOrBoolean
    /// `JSONSchemaPropsOrStringArray`.
    case schemaOrStrings

    /// The name of the type in messages.
    var name: String {
        switch self {
        case .string(let name), .integer(let name): name
        case .boolean: "bool"
        case .float: "float64"
        case .bytes: "[]uint8"
        case .time: "string"
        case .any: "v1.JSON"
        case .named(let name, _): "v1.\(name)"
        case .list(let element): "[]\(element.name)"
        case .map(let value): "map[string]\(value.name)"
        case .structure(let structure): "v1.\(structure.name)"
        case .schema: "v1.\(GoStructure.schema.name)"
        case .schemaOrList: "v1.JSONSchemaPropsOrArray"
        case .schemaOrBoolean: "v1.JSONSchemaPropsOrBool"
        case .schemaOrStrings: "v1.JSONSchemaPropsOrStringArray"
        }
    }
}

/// The fields of a structure that the server decodes an object into, such as a CRD
/// (k8s.io/apiextensions-apiserver v0.35, pkg/apis/apiextensions/v1).
package struct GoStructure: Sendable {
    /// The name in Go, such as `CustomResourceDefinition`.
    package let name: String
    /// The types of the fields by their JSON names.
    package let fields: [String: GoType]

    /// Creates a struct with the types of its fields by their JSON names.
    package init(name: String, fields: [String: GoType]) {
        self.name = name
        self.fields = fields
    }
}
