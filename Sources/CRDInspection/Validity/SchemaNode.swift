import CRDRuntime
import CRDSchema
import CRDYAML

/// A schema as it stands in a CRD, with the path that the server gives it.
///
/// Values have the right types, as `DefinitionDecoder` found nothing; `null` is as good as absent.
struct SchemaNode {
    let node: Node
    /// `spec.validation.openAPIV3Schema.properties[spec]`.
    let path: String
    private let fields: [String: Node]

    init(_ node: Node, path: String) {
        self.node = node
        self.path = path
        var fields: [String: Node] = [:]
        for pair in node.pairs where !pair.value.isNull { fields[pair.key] = pair.value }
        self.fields = fields
    }

    /// The value of a keyword.
    subscript(keyword: String) -> Node? { fields[keyword] }

    /// Where a keyword stands, or the schema where it does not.
    func place(_ keyword: String) -> Node { fields[keyword] ?? node }

    /// A string, empty where there is none.
    func text(_ keyword: String) -> String { fields[keyword]?.string ?? "" }

    /// A Boolean, false where there is none.
    func flag(_ keyword: String) -> Bool { fields[keyword]?.isTrue ?? false }

    /// A list of strings.
    func strings(_ keyword: String) -> [String] { fields[keyword]?.strings ?? [] }

    /// The value under `default`, unless it is null.
    var defaultValue: JSONValue? { fields["default"].flatMap { try? JSONValue($0) } }

    var type: String { text("type") }

    // MARK: - Schemas

    /// The schema under `not`.
    var not: SchemaNode? { fields["not"].map { SchemaNode($0, path: "\(path).not") } }

    /// The schemas under `allOf`, `anyOf` or `oneOf`.
    func schemas(_ keyword: String) -> [SchemaNode] {
        fields[keyword]?.items.enumerated().map { index, item in
            SchemaNode(item, path: "\(path).\(keyword)[\(index)]")
        } ?? []
    }

    /// The schemas under `properties` or `definitions`.
    func members(_ keyword: String) -> [(name: String, schema: SchemaNode)] {
        fields[keyword]?.pairs.map { pair in
            (pair.key, SchemaNode(pair.value, path: "\(path).\(keyword)[\(pair.key)]"))
        } ?? []
    }

    var properties: [(name: String, schema: SchemaNode)] { members("properties") }

    /// Whether there is at least one property.
    var hasProperties: Bool { (fields["properties"]?.count ?? 0) > 0 }

    /// The schema of a property.
    func property(_ name: String) -> SchemaNode? {
        fields["properties"]?[name].map { SchemaNode($0, path: "\(path).properties[\(name)]") }
    }

    /// The schema under `items`, unless that is a list or no schema at all.
    var items: SchemaNode? {
        guard let node = fields["items"], node.kind == .mapping else { return nil }
        return SchemaNode(node, path: "\(path).items")
    }

    /// The schemas under `items`, if that is a list.
    var listedItems: [SchemaNode] {
        guard fields["items"]?.kind == .sequence else { return [] }
        return schemas("items")
    }

    /// What `additionalProperties` or `additionalItems` may be.
    enum Additional {
        case allowed(Bool)
        case schema(SchemaNode)
    }

    /// The value under `additionalProperties`.
    var additionalProperties: Additional? {
        guard let node = fields["additionalProperties"] else { return nil }
        if node.kind == .scalar { return .allowed(node.isTrue) }
        return .schema(SchemaNode(node, path: "\(path).additionalProperties"))
    }

    /// The schema under `additionalProperties`, if it is one.
    var additionalSchema: SchemaNode? {
        if case .schema(let schema)? = additionalProperties { return schema }
        return nil
    }

    /// Every schema right below.
    var children: [SchemaNode] {
        var children = properties.map(\.schema)
        for keyword in ["allOf", "anyOf", "oneOf"] { children += schemas(keyword) }
        children += [items, additionalSchema, not].compactMap(\.self)
        return children
    }
}

// MARK: - What is set

extension SchemaNode {
    /// Whether nothing that a structural schema consists of is set, save some keywords.
    ///
    /// Compares as `reflect.DeepEqual` does with an empty structure of
    /// apiextensions-apiserver, pkg/apiserver/schema.
    ///
    /// - Parameters:
    ///   - keywords: The keywords that do not count.
    ///   - isNested: Whether the schema stands below `allOf` and the like, where empty
    ///     `properties` count, and `additionalProperties: false` does not.
    /// - Returns: Whether the others are all empty.
    func isEmpty(besides keywords: Set<String>, isNested: Bool) -> Bool {
        fields.allSatisfy { keyword, value in
            if keywords.contains(keyword) { return true }
            switch keyword {
            case "description", "type", "title", "format", "pattern": return value.string.isEmpty
            case "nullable", "exclusiveMinimum", "exclusiveMaximum", "uniqueItems",
                "x-kubernetes-embedded-resource", "x-kubernetes-int-or-string":
                return !value.isTrue
            case "enum", "allOf", "anyOf", "oneOf": return value.count == 0
            case "properties": return value.count == 0 && !isNested
            case "items": return value.kind == .scalar
            case "additionalProperties":
                return isNested && value.kind == .scalar && !value.isTrue
            case "default", "maximum", "minimum", "multipleOf", "maxLength", "minLength",
                "maxItems", "minItems", "maxProperties", "minProperties", "required", "not",
                "x-kubernetes-preserve-unknown-fields", "x-kubernetes-list-map-keys",
                "x-kubernetes-list-type", "x-kubernetes-map-type", "x-kubernetes-validations":
                return false
            default: return true
            }
        }
    }

    /// Why the schema cannot become a structural one (`NewStructural`); `nil` if it can.
    var conversionFault: String? {
        for (keyword, name) in [
            ("id", "id"), ("$schema", "schema"), ("$ref", "$ref"),
            ("patternProperties", "patternProperties"), ("dependencies", "dependencies"),
            ("additionalItems", "additionalItems"), ("definitions", "definitions"),
        ] where isUnsupported(keyword) {
            return "OpenAPIV3Schema '\(name)' is not supported"
        }
        if let preserves = fields["x-kubernetes-preserve-unknown-fields"], !preserves.isTrue {
            return
                "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined"
        }
        if !listedItems.isEmpty {
            return "OpenAPIV3Schema 'items' must be a schema, but is an array"
        }
        return children.lazy.compactMap(\.conversionFault).first
    }

    private func isUnsupported(_ keyword: String) -> Bool {
        guard let value = fields[keyword] else { return false }
        switch keyword {
        case "additionalItems": return true
        case "id", "$schema", "$ref": return !value.string.isEmpty
        default: return value.count > 0
        }
    }
}

extension Node {
    /// Whether this is a Boolean that is true.
    var isTrue: Bool {
        guard kind == .scalar, case .boolean(true) = try? resolved() else { return false }
        return true
    }

    /// The items as strings; `null` is an empty one.
    var strings: [String] { items.map { $0.isNull ? "" : $0.string } }

    /// The value of a key, unless it is null.
    func value(_ key: String) -> Node? {
        self[key].flatMap { $0.isNull ? nil : $0 }
    }

    /// The string under a key, empty where there is none.
    func text(_ key: String) -> String { value(key)?.string ?? "" }
}
