import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

/// Checks that a schema is structural: that its types and properties are outside of `allOf`,
/// `anyOf`, `oneOf`, and `not` (apiextensions-apiserver v0.35, pkg/apiserver/schema,
/// `ValidateStructural`).
struct StructureCheck {
    private(set) var list = ViolationList()

    /// The position of a schema.
    private enum Level {
        case root
        case item
        case field
    }

    /// Checks the schema of a whole resource.
    mutating func check(_ root: SchemaNode) {
        checkStructure(root, .root)
        checkCompleteness(of: root, against: root, at: root.path)
    }

    // MARK: - Structure

    private mutating func checkStructure(_ schema: SchemaNode, _ level: Level) {
        if schema.type == "array", schema.items == nil {
            list.required("\(schema.path).items", at: schema.node, "must be specified")
        }
        if let items = schema.items { checkStructure(items, .item) }
        for property in schema.properties { checkStructure(property.schema, .field) }
        if schema.additionalProperties != nil, level == .root {
            list.forbidden(
                "\(schema.path).additionalProperties",
                at: schema.keyNode("additionalProperties"),
                "must not be used at the root"
            )
        }
        if let additional = schema.additionalSchema { checkStructure(additional, .field) }
        checkExtensions(schema)
        checkRules(
            schema,
            skipsAnyOf: schema.isIntOrString("anyOf"),
            skipsFirstAllOf: schema.schemas("allOf").first?.isIntOrString("anyOf") ?? false
        )
        checkType(schema, level)
        checkResourceFields(schema, level)
    }

    private mutating func checkExtensions(_ schema: SchemaNode) {
        guard schema.flag("x-kubernetes-int-or-string") else { return }
        for keyword in ["x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource"]
        where schema.flag(keyword) {
            let detail = "must be false if x-kubernetes-int-or-string is true"
            list.invalid("\(schema.path).\(keyword)", at: schema.keyNode(keyword), true, detail)
        }
    }

    private mutating func checkType(_ schema: SchemaNode, _ level: Level) {
        let path = "\(schema.path).type"
        let isEmbedded = schema.flag("x-kubernetes-embedded-resource")
        let mayBeUntyped =
            schema.flag("x-kubernetes-int-or-string")
            || schema.flag("x-kubernetes-preserve-unknown-fields")
        if isEmbedded, schema.type != "object" {
            let detail = "must be object if x-kubernetes-embedded-resource is true"
            if schema.type.isEmpty {
                list.required(path, at: schema.node, detail)
            } else {
                list.invalid(path, at: schema.keyNode("type"), .string(schema.type), detail)
            }
        } else if schema.type.isEmpty, !mayBeUntyped {
            let detail =
                switch level {
                case .root: "must not be empty at the root"
                case .item: "must not be empty for specified array items"
                case .field: "must not be empty for specified object fields"
                }
            list.required(path, at: schema.node, detail)
        }
        if isEmbedded, schema.additionalProperties != nil {
            list.forbidden(
                "\(schema.path).additionalProperties",
                at: schema.keyNode("additionalProperties"),
                "must not be used if x-kubernetes-embedded-resource is set"
            )
        }
        if level == .root, !schema.type.isEmpty, schema.type != "object" {
            let value = JSONValue.string(schema.type)
            list.invalid(path, at: schema.keyNode("type"), value, "must be object at the root")
        }
    }

    // MARK: - Kind, apiVersion and metadata

    private mutating func checkResourceFields(_ schema: SchemaNode, _ level: Level) {
        let isEmbedded = schema.flag("x-kubernetes-embedded-resource")
        if level == .root || isEmbedded {
            for (name, type) in [
                ("kind", "string"), ("apiVersion", "string"), ("metadata", "object"),
            ] {
                guard let property = schema.property(name), property.type != type else { continue }
                list.invalid(
                    "\(property.path).type",
                    at: property.keyNode("type"),
                    .string(property.type),
                    "must be \(type)"
                )
            }
        }
        if level == .root, let metadata = schema.property("metadata") {
            checkRootMetadata(metadata)
        }
        if isEmbedded, !schema.flag("x-kubernetes-preserve-unknown-fields"),
            !schema.hasProperties
        {
            list.required(
                "\(schema.path).properties",
                at: schema.node,
                "must not be empty if x-kubernetes-embedded-resource is true without "
                    + "x-kubernetes-preserve-unknown-fields"
            )
        }
    }

    private mutating func checkRootMetadata(_ metadata: SchemaNode) {
        var ignored: Set = ["type", "default"]
        let isOfNames = metadata.properties.allSatisfy {
            $0.name == "name" || $0.name == "generateName"
        }
        if isOfNames { ignored.insert("properties") }
        if metadata.isEmpty(besides: ignored, isNested: false) { return }
        list.forbidden(
            metadata.path,
            at: metadata.node,
            "must not specify anything other than name and generateName, but metadata is "
                + "implicitly specified"
        )
    }

    // MARK: - Alternatives

    /// Checks `allOf`, `anyOf`, `oneOf`, `not` and the pattern of a schema.
    private mutating func checkRules(
        _ schema: SchemaNode,
        skipsAnyOf: Bool = false,
        skipsFirstAllOf: Bool = false
    ) {
        if !skipsAnyOf {
            for branch in schema.schemas("anyOf") { checkNested(branch) }
        }
        for (index, branch) in schema.schemas("allOf").enumerated() {
            checkNested(branch, skipsAnyOf: skipsFirstAllOf && index == 0)
        }
        for branch in schema.schemas("oneOf") { checkNested(branch) }
        if let not = schema.not { checkNested(not) }
        let pattern = schema.text("pattern")
        guard !pattern.isEmpty, let rejection = GoText.rejection(ofPattern: pattern) else { return }
        list.invalid(
            "\(schema.path).pattern",
            at: schema.keyNode("pattern"),
            .string(pattern),
            "must be a valid regular expression, but isn't: \(rejection)"
        )
    }

    private mutating func checkNested(_ schema: SchemaNode, skipsAnyOf: Bool = false) {
        checkRules(schema, skipsAnyOf: skipsAnyOf)
        if let items = schema.items { checkNested(items) }
        for property in schema.properties {
            checkNested(property.schema)
            if property.name == "metadata" {
                let detail = "must not be specified in a nested context"
                list.forbidden(property.schema.path, at: property.schema.node, detail)
            }
        }
        switch schema.additionalProperties {
        case .schema, .allowed(true):
            forbid("additionalProperties", in: schema, unless: "undefined")
        case .allowed(false), nil: break
        }
        forbidKeywords(in: schema)
    }

    private mutating func forbidKeywords(in schema: SchemaNode) {
        for keyword in ["type", "title", "description"] where !schema.text(keyword).isEmpty {
            forbid(keyword, in: schema, unless: "empty")
        }
        for keyword in [
            "nullable", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource",
            "x-kubernetes-int-or-string",
        ] where schema.flag(keyword) {
            forbid(keyword, in: schema, unless: "false")
        }
        for keyword in ["default", "x-kubernetes-list-type", "x-kubernetes-map-type"]
        where schema[keyword] != nil {
            forbid(keyword, in: schema, unless: "undefined")
        }
        for keyword in ["x-kubernetes-list-map-keys", "x-kubernetes-validations"]
        where schema.keyNode(keyword).kind == .sequence && schema.keyNode(keyword).count > 0 {
            forbid(keyword, in: schema, unless: "empty")
        }
    }

    private mutating func forbid(
        _ keyword: String,
        in schema: SchemaNode,
        unless state: String
    ) {
        let detail = "must be \(state) to be structural"
        list.forbidden("\(schema.path).\(keyword)", at: schema.keyNode(keyword), detail)
    }

    // MARK: - Completeness

    /// Checks that the fields in alternatives at the root are specified outside of them.
    ///
    /// As in the server (`validateStructuralCompleteness`), nested alternatives are not checked.
    private mutating func checkCompleteness(
        of rules: SchemaNode,
        against schema: SchemaNode?,
        at path: String
    ) {
        var branches = [rules.not].compactMap(\.self)
        for keyword in ["allOf", "anyOf", "oneOf"] { branches += rules.schemas(keyword) }
        for branch in branches { checkNestedCompleteness(of: branch, against: schema, at: path) }
    }

    private mutating func checkNestedCompleteness(
        of rules: SchemaNode,
        against schema: SchemaNode?,
        at path: String
    ) {
        guard let schema else {
            return list.required(path, at: rules.node, "because it is defined in \(rules.path)")
        }
        checkCompleteness(of: rules, against: schema, at: path)
        if let items = rules.items {
            checkNestedCompleteness(of: items, against: schema.items, at: "\(path).items")
        }
        for (name, property) in rules.properties {
            let inner = "\(path).properties[\(name)]"
            checkNestedCompleteness(of: property, against: schema.property(name), at: inner)
        }
    }
}

extension SchemaNode {
    /// Whether the alternatives under a keyword are exactly an integer and a string.
    fileprivate func isIntOrString(_ keyword: String) -> Bool {
        let branches = schemas(keyword)
        guard branches.map(\.type) == ["integer", "string"] else { return false }
        return branches.allSatisfy { $0.isEmpty(besides: ["type"], isNested: true) }
    }
}
