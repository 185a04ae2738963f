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
    private var resource: Schema

    /// - Parameter root: The schema of a whole resource.
    init(root: Schema) {
        resource = root
    }

    /// Checks a schema and the schemas in it.
    ///
    /// - Parameters:
    ///   - node: The schema in the CRD.
    ///   - schema: The same, decoded.
    mutating func check(_ node: SchemaNode, _ schema: Schema) {
        check(node, schema, isResource: true, isInMetadata: false)
    }

    private mutating func check(
        _ node: SchemaNode,
        _ schema: Schema,
        isResource: Bool,
        isInMetadata: Bool
    ) {
        let outer = (steps, resource)
        let isInMetadata = isInMetadata && !isResource
        if isResource { (steps, resource) = ([], schema) }
        if let value = node.defaultValue {
            check(value, of: node, schema, isResource: isResource, isInMetadata: isInMetadata)
        }
        if let items = node.items, let decoded = schema.keywords.items {
            steps.append(.index(0))
            checkChild(items, decoded, isInMetadata: isInMetadata)
            steps.removeLast()
        }
        // The decoder keeps the order of properties.
        for (property, decoded) in zip(node.properties, schema.keywords.properties) {
            let isMetadata = ["metadata", "apiVersion", "kind"].contains(property.name)
            steps.append(.key(property.name))
            checkChild(
                property.schema,
                decoded.schema,
                isInMetadata: isInMetadata || isResource && isMetadata
            )
            steps.removeLast()
        }
        (steps, resource) = outer
    }

    private mutating func checkChild(_ node: SchemaNode, _ schema: Schema, isInMetadata: Bool) {
        check(
            node,
            schema,
            isResource: schema.keywords.isEmbeddedResource,
            isInMetadata: isInMetadata
        )
    }

    private mutating func check(
        _ value: JSONValue,
        of node: SchemaNode,
        _ schema: Schema,
        isResource: Bool,
        isInMetadata: Bool
    ) {
        let path = "\(node.path).default"
        let valueNode = node.keyNode("default")
        let check = DefaultCheck(schema, isResource: isResource)
        guard isInMetadata else {
            for violation in check.violations(of: value, at: path) {
                list.append(violation, at: valueNode)
            }
            return
        }
        let around = DefaultCheck(resource, isResource: true)
        if let error = around.metadataErrors(in: wrapped(value)) {
            list.invalid(path, at: valueNode, value, "must result in valid metadata: \(error)")
            return
        }
        for violation in check.valueViolations(of: value, at: path) {
            list.append(violation, at: valueNode)
        }
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
