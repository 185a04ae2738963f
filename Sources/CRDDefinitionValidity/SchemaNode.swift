import CRDRuntime
import CRDValidation
import CRDValues
package import CRDYAML

/// A schema in the text of a CRD, with its path in messages of the server.
///
/// Values have the right types, as `DefinitionDecoder` has found no errors; `null` counts as
/// missing.
package struct SchemaNode {
    /// The schema in the document.
    package let node: Node
    /// The path, such as `spec.validation.openAPIV3Schema.properties[spec]`.
    let path: String
    private let fields: [String: Node]

    /// Creates the schema at a path.
    package init(_ node: Node, path: String) {
        self.node = node
        self.path = path
        var fields: [String: Node] = [:]
        for pair in node.pairs where !pair.value.isNull { fields[pair.key] = pair.value }
        self.fields = fields
    }

    /// Returns the value of a keyword.
    subscript(keyword: String) -> Node? { fields[keyword] }

    /// Returns the node of a keyword, or of the schema if the keyword is missing.
    package func keyNode(_ keyword: String) -> Node { fields[keyword] ?? node }

    /// Returns a string; empty if it is missing.
    func text(_ keyword: String) -> String { fields[keyword]?.string ?? "" }

    /// Returns a Boolean; false if it is missing.
    func flag(_ keyword: String) -> Bool { fields[keyword]?.isTrue ?? false }

    /// Returns a list of strings.
    func strings(_ keyword: String) -> [String] { fields[keyword]?.strings ?? [] }

    /// The value under `default`, unless it is null.
    var defaultValue: JSONValue? { fields["default"].flatMap { try? JSONValue(sent: $0) } }

    var type: String { text("type") }

    // MARK: - Schemas

    /// The schema under `not`.
    var not: SchemaNode? { fields["not"].map { SchemaNode($0, path: "\(path).not") } }

    /// Returns the schemas under `allOf`, `anyOf`, or `oneOf`.
    func schemas(_ keyword: String) -> [SchemaNode] {
        fields[keyword]?.items.enumerated().map { index, item in
            SchemaNode(item, path: "\(path).\(keyword)[\(index)]")
        } ?? []
    }

    /// Returns the schemas under `properties` or `definitions`.
    func members(_ keyword: String) -> [(name: String, schema: SchemaNode)] {
        fields[keyword]?.pairs.map { pair in
            (pair.key, SchemaNode(pair.value, path: "\(path).\(keyword)[\(pair.key)]"))
        } ?? []
    }

    /// The schemas under `properties`, in the order of the document.
    package var properties: [(name: String, schema: SchemaNode)] { members("properties") }

    /// Whether there is at least one property.
    var hasProperties: Bool { (fields["properties"]?.count ?? 0) > 0 }

    /// Returns the schema of a property.
    func property(_ name: String) -> SchemaNode? {
        fields["properties"]?[name].map { SchemaNode($0, path: "\(path).properties[\(name)]") }
    }

    /// The schema under `items`; `nil` if it is a list or missing.
    package var items: SchemaNode? {
        guard let node = fields["items"], node.kind == .mapping else { return nil }
        return SchemaNode(node, path: "\(path).items")
    }

    /// The schemas under `items`, if it is a list.
    var listedItems: [SchemaNode] {
        guard fields["items"]?.kind == .sequence else { return [] }
        return schemas("items")
    }

    /// The value of `additionalProperties` or `additionalItems`.
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
    package var additionalSchema: SchemaNode? {
        if case .schema(let schema)? = additionalProperties { return schema }
        return nil
    }

    /// The schemas one level below.
    var children: [SchemaNode] {
        var children = properties.map(\.schema)
        for keyword in ["allOf", "anyOf", "oneOf"] { children += schemas(keyword) }
        children += [items, additionalSchema, not].compactMap(\.self)
        return children
    }
}

// MARK: - Set keywords

extension SchemaNode {
    /// Returns whether no keyword of a structural schema is set, with some exceptions.
    ///
    /// Compares as `reflect.DeepEqual` does with an empty structure of
    /// apiextensions-apiserver, pkg/apiserver/schema.
    ///
    /// - Parameters:
    ///   - keywords: The keywords that are ignored.
    ///   - isNested: Whether the schema is below `allOf` and similar keywords, where empty
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

    /// The reason why the schema cannot be converted (`NewStructural`); `nil` if it can.
    var conversionError: String? {
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
        return children.lazy.compactMap(\.conversionError).first
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
    /// Whether the node is the Boolean true.
    var isTrue: Bool {
        guard kind == .scalar, case .boolean(true) = try? resolved() else { return false }
        return true
    }

    /// The items as strings; `null` is an empty string.
    package var strings: [String] { items.map { $0.isNull ? "" : $0.string } }

    /// Returns the value of a key, unless it is null.
    package func value(_ key: String) -> Node? {
        self[key].flatMap { $0.isNull ? nil : $0 }
    }

    /// Returns the string for a key; empty if it is missing.
    package func text(_ key: String) -> String { value(key)?.string ?? "" }
}
