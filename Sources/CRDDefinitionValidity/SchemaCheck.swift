import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

/// Checks the keywords of a schema (apiextensions-apiserver v0.35,
/// pkg/apis/apiextensions/validation, `ValidateCustomResourceDefinitionOpenAPISchema`).
struct SchemaCheck {
    var list = ViolationList()
    /// The errors that the server finds when it compiles rules, which it does only if the schema
    /// has no other errors.
    var ruleErrors = ViolationList()
    /// The costs of the rules.
    var budget = RuleBudget()
    /// Whether the schema is that of the old CRD, so that the cost of each expression is not
    /// limited.
    let isUnchanged: Bool
    /// The lines of the file, once an error inside of a rule has been found.
    var lines: SourceLines?

    /// The properties that depend on the position of a schema.
    struct Surroundings {
        /// The reason why defaults are forbidden; `nil` if they are allowed.
        var reasonAgainstDefaults: String?
        /// Whether the schema is that of kind, apiVersion, or metadata, or is nested in it.
        var isInMetadata = false
        /// What the server needs to compile the rules of the schema; `nil` if it does not compile
        /// them.
        var rules: RuleScope?
        /// The outermost schema whose parts cannot be correlated with the old object; `nil` if all
        /// can.
        var uncorrelatablePath: String?
    }

    private static let types = ["array", "boolean", "integer", "number", "object", "string"]

    /// Checks the schema of a whole resource.
    ///
    /// - Parameters:
    ///   - root: The schema.
    ///   - rules: What the server needs to compile the rules of the schema; `nil` if it has none,
    ///     or is not structural.
    mutating func check(_ root: SchemaNode, _ rules: RuleScope?) {
        check(root, Surroundings(rules: rules), isRoot: true)
    }

    private mutating func check(
        _ schema: SchemaNode,
        _ surroundings: Surroundings,
        isRoot: Bool = false
    ) {
        let earlier = list.violations.count
        checkKeywords(schema, surroundings)
        checkChildren(schema, surroundings, isRoot: isRoot)
        if let preserves = schema["x-kubernetes-preserve-unknown-fields"], !preserves.isTrue {
            let path = "\(schema.path).x-kubernetes-preserve-unknown-fields"
            list.invalid(path, at: preserves, false, "must be true or undefined")
        }
        checkMapType(schema)
        checkListType(schema)
        checkValidations(schema)
        if list.violations.count == earlier { compileRules(schema, surroundings) }
    }

    // MARK: - Keywords

    /// `specStandardValidatorV3.validate`.
    private mutating func checkKeywords(_ schema: SchemaNode, _ surroundings: Surroundings) {
        if !schema.type.isEmpty, !Self.types.contains(schema.type) {
            list.unsupported(
                "\(schema.path).type",
                at: schema.keyNode("type"),
                schema.type,
                Self.types
            )
        }
        if let value = schema["default"], let reason = surroundings.reasonAgainstDefaults {
            list.forbidden("\(schema.path).default", at: value, "must not be set \(reason)")
        }
        for keyword in [
            "id", "additionalItems", "patternProperties", "definitions", "dependencies",
            "$ref",
        ] where isSet(keyword, in: schema) {
            let path = "\(schema.path).\(keyword)"
            list.forbidden(path, at: schema.keyNode(keyword), "\(keyword) is not supported")
        }
        if schema.type == "null" {
            let detail = "type cannot be set to null, use nullable as an alternative"
            list.forbidden("\(schema.path).type", at: schema.keyNode("type"), detail)
        }
        if !schema.listedItems.isEmpty {
            let detail = "items must be a schema object and not an array"
            list.forbidden("\(schema.path).items", at: schema.keyNode("items"), detail)
        }
        let embedded = "x-kubernetes-embedded-resource"
        if surroundings.isInMetadata, schema.flag(embedded) {
            let detail = "must not be used inside of resource meta"
            list.forbidden("\(schema.path).\(embedded)", at: schema.keyNode(embedded), detail)
        }
        if schema.flag("uniqueItems") {
            let detail =
                "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"
            list.forbidden("\(schema.path).uniqueItems", at: schema.keyNode("uniqueItems"), detail)
        }
    }

    private func isSet(_ keyword: String, in schema: SchemaNode) -> Bool {
        guard let value = schema[keyword] else { return false }
        switch keyword {
        case "id": return !value.string.isEmpty
        case "patternProperties", "definitions": return value.count > 0
        default: return true
        }
    }

    // MARK: - Children

    private mutating func checkChildren(
        _ schema: SchemaNode,
        _ surroundings: Surroundings,
        isRoot: Bool
    ) {
        checkAdditionalProperties(schema, surroundings)
        let isResource = isRoot || schema.flag("x-kubernetes-embedded-resource")
        for (name, property) in schema.properties {
            var inner = surroundings
            inner.rules = surroundings.rules?.child(.property(name))
            // Only fields of a map of an unknown type are not correlated (`MapIsCorrelatable`).
            if let type = schema["x-kubernetes-map-type"]?.string,
                !Self.mapTypes.contains(type)
            {
                inner.uncorrelatablePath = inner.uncorrelatablePath ?? schema.path
            }
            if isResource, ["metadata", "kind", "apiVersion"].contains(name) {
                inner.isInMetadata = true
                if isRoot { inner.reasonAgainstDefaults = "in top-level \(name)" }
            }
            check(property, inner)
        }
        var others = [schema.not].compactMap(\.self)
        for keyword in ["allOf", "oneOf", "anyOf"] { others += schema.schemas(keyword) }
        others += schema.members("definitions").map(\.schema)
        others += schema.members("dependencies").map(\.schema).filter { $0.node.kind == .mapping }
        var inner = surroundings
        inner.rules = nil
        for other in others { check(other, inner) }
        checkItems(schema, surroundings)
    }

    private mutating func checkItems(_ schema: SchemaNode, _ surroundings: Surroundings) {
        var inner = surroundings
        inner.rules = surroundings.rules?.child(.items)
        // Items are correlated only by the keys of a map.
        if schema.text("x-kubernetes-list-type") != "map" {
            inner.uncorrelatablePath = inner.uncorrelatablePath ?? schema.path
        }
        for items in [schema.items].compactMap(\.self) + schema.listedItems {
            check(items, inner)
        }
    }

    private mutating func checkAdditionalProperties(
        _ schema: SchemaNode,
        _ surroundings: Surroundings
    ) {
        switch schema.additionalProperties {
        case nil, .allowed(true): return
        case .allowed(false): break
        case .schema(let additional):
            var inner = surroundings
            inner.rules = surroundings.rules?.child(.additionalProperties)
            if inner.isInMetadata {
                inner.reasonAgainstDefaults =
                    "inside additionalProperties applying to object metadata"
            }
            check(additional, inner)
        }
        guard schema.hasProperties else { return }
        list.forbidden(
            "\(schema.path).additionalProperties",
            at: schema.keyNode("additionalProperties"),
            "additionalProperties and properties are mutual exclusive"
        )
    }
}
