import CRDRuntime
import CRDSchema
import CRDValues
import CRDYAML

/// The text of parts of a CRD in messages of the server: the JSON of its internal structures, with
/// the Go names of fields (apiextensions-apiserver v0.35, pkg/apis/apiextensions).
struct InternalText {
    /// Whether missing values and empty lists and maps are left out, so that texts are short, and
    /// equal if the server considers the parts equal (`equality.Semantic.DeepEqual`).
    var hidesEmpty = false

    private enum Form: Sendable {
        case string
        /// A string, `null` if it is missing.
        case optionalString
        case boolean
        case optionalBoolean
        case number
        case json
        case jsonList
        case strings
        case schema
        case schemas
        case schemaMap
        case schemaOrList
        case schemaOrBoolean
        case dependencies
        case structure([Field])
        case structures([Field])
    }

    private typealias Field = (name: String, key: String, form: Form)

    private static let schemaFields: [Field] = [
        ("ID", "id", .string), ("Schema", "$schema", .string), ("Ref", "$ref", .optionalString),
        ("Description", "description", .string), ("Type", "type", .string),
        ("Nullable", "nullable", .boolean), ("Format", "format", .string),
        ("Title", "title", .string), ("Default", "default", .json), ("Maximum", "maximum", .number),
        ("ExclusiveMaximum", "exclusiveMaximum", .boolean), ("Minimum", "minimum", .number),
        ("ExclusiveMinimum", "exclusiveMinimum", .boolean), ("MaxLength", "maxLength", .number),
        ("MinLength", "minLength", .number), ("Pattern", "pattern", .string),
        ("MaxItems", "maxItems", .number), ("MinItems", "minItems", .number),
        ("UniqueItems", "uniqueItems", .boolean), ("MultipleOf", "multipleOf", .number),
        ("Enum", "enum", .jsonList), ("MaxProperties", "maxProperties", .number),
        ("MinProperties", "minProperties", .number), ("Required", "required", .strings),
        ("Items", "items", .schemaOrList), ("AllOf", "allOf", .schemas),
        ("OneOf", "oneOf", .schemas), ("AnyOf", "anyOf", .schemas), ("Not", "not", .schema),
        ("Properties", "properties", .schemaMap),
        ("AdditionalProperties", "additionalProperties", .schemaOrBoolean),
        ("PatternProperties", "patternProperties", .schemaMap),
        ("Dependencies", "dependencies", .dependencies),
        ("AdditionalItems", "additionalItems", .schemaOrBoolean),
        ("Definitions", "definitions", .schemaMap),
        (
            "ExternalDocs", "externalDocs",
            .structure([("Description", "description", .string), ("URL", "url", .string)])
        ),
        ("Example", "example", .json),
        ("XPreserveUnknownFields", "x-kubernetes-preserve-unknown-fields", .optionalBoolean),
        ("XEmbeddedResource", "x-kubernetes-embedded-resource", .boolean),
        ("XIntOrString", "x-kubernetes-int-or-string", .boolean),
        ("XListMapKeys", "x-kubernetes-list-map-keys", .strings),
        ("XListType", "x-kubernetes-list-type", .optionalString),
        ("XMapType", "x-kubernetes-map-type", .optionalString),
        ("XValidations", "x-kubernetes-validations", .structures(ruleFields)),
    ]

    private static let ruleFields: [Field] = [
        ("Rule", "rule", .string), ("Message", "message", .string),
        ("MessageExpression", "messageExpression", .string), ("Reason", "reason", .optionalString),
        ("FieldPath", "fieldPath", .string),
        ("OptionalOldSelf", "optionalOldSelf", .optionalBoolean),
    ]

    private static let versionFields: [Field] = [
        ("Name", "name", .string), ("Served", "served", .boolean), ("Storage", "storage", .boolean),
        ("Deprecated", "deprecated", .boolean),
        ("DeprecationWarning", "deprecationWarning", .optionalString),
        ("Schema", "schema", .structure([("OpenAPIV3Schema", "openAPIV3Schema", .schema)])),
        ("Subresources", "subresources", .structure(subresourceFields)),
        ("AdditionalPrinterColumns", "additionalPrinterColumns", .structures(columnFields)),
        ("SelectableFields", "selectableFields", .structures([("JSONPath", "jsonPath", .string)])),
    ]

    private static let subresourceFields: [Field] = [
        ("Status", "status", .structure([])),
        (
            "Scale", "scale",
            .structure([
                ("SpecReplicasPath", "specReplicasPath", .string),
                ("StatusReplicasPath", "statusReplicasPath", .string),
                ("LabelSelectorPath", "labelSelectorPath", .optionalString),
            ])
        ),
    ]

    private static let columnFields: [Field] = [
        ("Name", "name", .string), ("Type", "type", .string), ("Format", "format", .string),
        ("Description", "description", .string), ("Priority", "priority", .number),
        ("JSONPath", "jsonPath", .string),
    ]

    // MARK: - Parts

    /// Returns the text of a schema.
    func schema(_ node: Node) -> String { object(node, Self.schemaFields) }

    /// Returns the text of a rule.
    func rule(_ node: Node) -> String { object(node, Self.ruleFields) }

    /// Returns the text of `items`.
    func items(_ node: Node?) -> String { value(node, .schemaOrList) }

    /// Returns the text of the versions, without the parts that the server has moved to the top
    /// level.
    ///
    /// - Parameters:
    ///   - node: The list in the document.
    ///   - moved: The keys of the parts.
    /// - Returns: JSON.
    func versions(_ node: Node?, without moved: Set<String>) -> String {
        guard let node else { return "null" }
        let texts = node.items.map { object($0, Self.versionFields, without: moved) }
        return "[\(texts.joined(separator: ","))]"
    }

    /// Returns the text of a part of a version.
    func part(_ key: String, of version: Node) -> String {
        let field = Self.versionFields.first { $0.key == key }
        return field.map { value(version.value(key), $0.form) } ?? "null"
    }

    // MARK: - Values

    private func object(
        _ node: Node,
        _ fields: [Field],
        without absent: Set<String> = []
    ) -> String {
        let members = fields.compactMap { name, key, form -> String? in
            let found = absent.contains(key) ? nil : node.value(key)
            if found == nil, hidesEmpty { return nil }
            // The priority of a column is the one number that is not absent by default.
            let text = found == nil && key == "priority" ? "0" : value(found, form)
            if hidesEmpty, text == "null" || text == value(nil, form) { return nil }
            return "\"\(name)\":\(text)"
        }
        return "{\(members.joined(separator: ","))}"
    }

    private func value(_ node: Node?, _ form: Form) -> String {
        switch form {
        case .string: return GoText.json(.string(node?.string ?? ""))
        case .boolean: return node?.isTrue == true ? "true" : "false"
        default: break
        }
        guard let node else { return "null" }
        switch form {
        case .string, .optionalString: return GoText.json(.string(node.string))
        case .boolean, .optionalBoolean: return node.isTrue ? "true" : "false"
        case .number: return number(node)
        case .json: return json(node)
        case .jsonList: return list(node) { json($0) }
        case .strings: return list(node) { GoText.json(.string($0.isNull ? "" : $0.string)) }
        case .schema: return schema(node)
        case .schemas: return list(node) { schema($0) }
        case .schemaMap: return map(node) { schema($0) }
        case .schemaOrList:
            let single = node.kind == .mapping ? schema(node) : "null"
            let several = node.kind == .sequence ? list(node) { schema($0) } : "null"
            return "{\"Schema\":\(single),\"JSONSchemas\":\(several)}"
        case .schemaOrBoolean:
            let isSchema = node.kind == .mapping
            let allows = isSchema || node.isTrue
            return "{\"Allows\":\(allows),\"Schema\":\(isSchema ? schema(node) : "null")}"
        case .dependencies:
            return map(node) { entry in
                let single = entry.kind == .mapping ? schema(entry) : "null"
                let names = entry.kind == .sequence ? value(entry, .strings) : "null"
                return "{\"Schema\":\(single),\"Property\":\(names)}"
            }
        case .structure(let fields): return object(node, fields)
        case .structures(let fields): return list(node) { object($0, fields) }
        }
    }

    private func json(_ node: Node) -> String {
        // Values that JSON doesn't have are rejected earlier.
        (try? JSONValue(node)).map { GoText.json($0) } ?? "null"
    }

    /// Returns the text of a number, as for a float64 or an integer in Go.
    private func number(_ node: Node) -> String {
        guard case .number(let number)? = try? JSONValue(node) else { return "null" }
        return JSONNumber(number.double).map { GoText.json(.number($0)) } ?? number.text
    }

    private func list(_ node: Node, _ text: (Node) -> String) -> String {
        if hidesEmpty, node.count == 0 { return "null" }
        return "[\(node.items.map(text).joined(separator: ","))]"
    }

    private func map(_ node: Node, _ text: (Node) -> String) -> String {
        if hidesEmpty, node.count == 0 { return "null" }
        let pairs = node.pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let members = pairs.map { "\(GoText.json(.string($0.key))):\(text($0.value))" }
        return "{\(members.joined(separator: ","))}"
    }
}
