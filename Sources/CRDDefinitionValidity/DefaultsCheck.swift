import CRDRuntime
import CRDSchema
import CRDValidation
import CRDValues
import CRDYAML

/// Checks the defaults of a structural schema (apiextensions-apiserver v0.35,
/// pkg/apiserver/schema/defaulting, `ValidateDefaults`).
///
/// As in the server, defaults below `additionalProperties` are not checked.
struct DefaultsCheck {
    private(set) var list = ViolationList()
    /// The path from the nearest enclosing resource, in which metadata is checked.
    private var steps: [NodeStep] = []
    private var resource: PreparedSchema
    /// The cost that remains for the rules of all defaults; `nil` if it is exceeded, which ends
    /// the check.
    private var budget: UInt64? = RuleCheck.Limits().total

    /// - Parameter root: The schema of a whole resource, marked as an embedded resource.
    init(root: PreparedSchema) {
        resource = root
    }

    /// Checks the schema of a whole resource and the schemas in it.
    mutating func check(_ root: SchemaNode) {
        check(root, resource, isInMetadata: false)
    }

    private mutating func check(
        _ node: SchemaNode,
        _ schema: PreparedSchema,
        isInMetadata: Bool
    ) {
        let outer = (steps, resource)
        let isResource = schema.isEmbeddedResource
        let isInMetadata = isInMetadata && !isResource
        if isResource { (steps, resource) = ([], schema) }
        if let value = node.defaultValue {
            check(value, of: node, DefaultCheck(schema), isInMetadata: isInMetadata)
        }
        if let items = node.items, let schema = schema.child(.items) {
            checkChild(items, schema, .index(0), isInMetadata: isInMetadata)
        }
        for (name, property) in node.properties {
            guard let schema = schema.child(.property(name)) else { continue }
            let isMetadata = isResource && ["metadata", "apiVersion", "kind"].contains(name)
            let isInMetadata = isInMetadata || isMetadata
            checkChild(property, schema, .key(name), isInMetadata: isInMetadata)
        }
        (steps, resource) = outer
    }

    private mutating func checkChild(
        _ node: SchemaNode,
        _ schema: PreparedSchema,
        _ step: NodeStep,
        isInMetadata: Bool
    ) {
        guard budget != nil else { return }
        steps.append(step)
        check(node, schema, isInMetadata: isInMetadata)
        steps.removeLast()
    }

    private mutating func check(
        _ value: JSONValue,
        of node: SchemaNode,
        _ check: DefaultCheck,
        isInMetadata: Bool
    ) {
        let path = "\(node.path).default"
        let valueNode = node.keyNode("default")
        let violations: [Violation]
        if isInMetadata {
            if let error = DefaultCheck(resource).metadataErrors(in: wrapped(value)) {
                list.invalid(path, at: valueNode, value, "must result in valid metadata: \(error)")
                return
            }
            violations = check.valueViolations(of: value, at: path, within: &budget)
        } else {
            violations = check.violations(of: value, at: path, within: &budget)
        }
        for violation in violations { list.append(violation, at: valueNode) }
    }

    /// Returns a resource that has only a value at the current path.
    private func wrapped(_ value: JSONValue) -> JSONValue {
        var result = value
        for step in steps.reversed() {
            switch step {
            case .index: result = [result]
            case .key(let key): result = .object(JSONObject(key: key, value: result))
            }
        }
        guard case .object(var object) = result else { return result }
        object["kind"] = "Validation"
        object["apiVersion"] = "validation/v1"
        return .object(object)
    }
}

extension JSONObject {
    /// Returns an object with one field.
    fileprivate init(key: String, value: JSONValue) {
        self.init()
        self[key] = value
    }
}
