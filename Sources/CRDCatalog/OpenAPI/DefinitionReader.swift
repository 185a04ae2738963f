import CRDSchema
import CRDValues
import CRDYAML

/// Reads the definitions of Go types in an OpenAPI document as schemas.
///
/// References to one definition share its schema. A definition that contains itself is read again
/// when a value needs it.
struct DefinitionReader {
    /// The maximum number of definitions in each other; there are 15 in Kubernetes.
    private static let deepestNesting = 100

    private let document: OpenAPIDocument
    /// The schemas that are read, by the names of their definitions.
    private var schemas: [String: Schema] = [:]
    /// The names of the definitions that are being read.
    private var open: Set<String> = []

    init(_ document: OpenAPIDocument) {
        self.document = document
    }

    /// Returns the schema of a definition; it allows everything if there is none.
    mutating func schema(named name: String) -> Schema {
        if let schema = schemas[name] { return schema }
        if open.contains(name) { return repeated(name) }
        guard open.count < Self.deepestNesting, let node = document.node(ofDefinition: name)
        else { return .anything }
        open.insert(name)
        var keywords = keywords(node)
        keywords.rare.definition = Schema.Definition(name: name)
        if name == "io.k8s.apimachinery.pkg.api.resource.Quantity" { keywords.setQuantity() }
        keywords.rare.example = DefinitionExample.value(of: name)
        let schema = Schema(keywords)
        open.remove(name)
        schemas[name] = schema
        return schema
    }

    /// Returns a schema that is read when a value needs it.
    private func repeated(_ name: String) -> Schema {
        var keywords = Schema.Keywords()
        keywords.type = .object
        keywords.preservesUnknownFields = true
        keywords.rare.definition = Schema.Definition(name: name) { [document] in
            var reader = DefinitionReader(document)
            return reader.schema(named: name)
        }
        return Schema(keywords)
    }

    private mutating func schema(_ node: Node) -> Schema {
        Schema(keywords(node))
    }

    /// Returns the keywords of a node.
    ///
    /// Beside a reference, a description and a default can be given.
    private mutating func keywords(_ node: Node) -> Schema.Keywords {
        var keywords = Schema.Keywords()
        if let name = node.referencedDefinition { keywords = schema(named: name).keywords }
        for pair in node.pairs {
            switch pair.key {
            case "description": keywords.description = pair.value.text
            case "default":
                let value = try? JSONValue(pair.value)
                keywords.rare.defaultValue = value.flatMap { $0.isZero ? nil : $0 }
            case "type": keywords.type = Schema.Kind(word: pair.value.text)
            case "format":
                keywords.format = pair.value.text
                keywords.isIntOrString = pair.value.text == "int-or-string"
            case "enum":
                guard pair.value.kind == .sequence else { continue }
                keywords.enumeration = pair.value.items.compactMap { try? JSONValue($0) }
            case "required": keywords.required = pair.value.items.map(\.text)
            case "properties":
                keywords.properties = properties(pair.value)
                // Without the properties, all fields would be unknown.
                if pair.value.kind != .mapping { keywords.preservesUnknownFields = true }
            case "items": keywords.items = schema(pair.value)
            case "additionalProperties":
                switch pair.value.kind == .scalar ? pair.value.text : "" {
                case "true": keywords.additionalProperties = .allowed(true)
                case "false": keywords.additionalProperties = .allowed(false)
                default: keywords.additionalProperties = .schema(schema(pair.value))
                }
            case "x-kubernetes-list-type": keywords.rare.listType = pair.value.text
            case "x-kubernetes-list-map-keys":
                keywords.rare.listMapKeys = pair.value.items.map(\.text)
            case "x-kubernetes-map-type": keywords.rare.mapType = pair.value.text
            case "x-kubernetes-preserve-unknown-fields":
                keywords.preservesUnknownFields = pair.value.text == "true"
            case "x-kubernetes-int-or-string":
                keywords.isIntOrString = pair.value.text == "true"
            // The other keywords constrain no values of Go types.
            default: break
            }
        }
        return keywords
    }

    private mutating func properties(_ node: Node) -> [Schema.Property] {
        node.pairs.map { pair in
            Schema.Property(
                name: pair.key,
                schema: schema(pair.value),
                position: pair.keyNode.position
            )
        }
    }
}

extension Schema.Keywords {
    /// Makes the type that of quantities in CRDs: a number or a string.
    fileprivate mutating func setQuantity() {
        type = nil
        isIntOrString = true
    }
}

extension Node {
    /// The name of the definition that a schema refers to: with `$ref`, or with an `allOf` of one
    /// reference, beside which OpenAPI 3 allows other keywords.
    var referencedDefinition: String? {
        let alternatives = self["allOf"]?.items
        let target = self["$ref"] ?? (alternatives?.count == 1 ? alternatives?.first?["$ref"] : nil)
        guard let text = target?.text else { return nil }
        for prefix in OpenAPIDocument.referencePrefixes where text.hasPrefix(prefix) {
            return String(text.dropFirst(prefix.count))
        }
        return nil
    }
}

extension JSONValue {
    /// Whether a value is the zero value of its Go type, which OpenAPI shows as the default of
    /// fields that aren't pointers.
    fileprivate var isZero: Bool {
        switch self {
        case .null: true
        case .boolean(let value): !value
        case .number(let number): number.double == 0
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let object): object.isEmpty
        }
    }
}
