import CRDRuntime
import CRDYAML
import KubernetesCEL

extension RuleValue {
    /// Finds the values that don't match their schemas, and are errors in rules.
    ///
    /// - Parameters:
    ///   - json: The value.
    ///   - schema: Its schema.
    ///   - isRoot: Whether the value is a whole resource.
    ///   - path: The path of the value.
    ///   - report: Receives each error, with the path of its value.
    static func findErrors(
        in json: JSONValue,
        _ schema: PreparedSchema,
        isRoot: Bool,
        at path: [NodeStep] = [],
        _ report: (String, [NodeStep]) -> Void
    ) {
        // Rules cannot use values without a type, whatever they are.
        if schema.keywords.type == nil, !schema.keywords.isIntOrString { return }
        if case .error(let text) = of(json, schema, isRoot: isRoot) { return report(text, path) }
        func visit(_ value: JSONValue, _ step: NodeStep) {
            guard let next = schema.schema(at: step, isRoot: isRoot) else { return }
            let isResource = next.keywords.isEmbeddedResource
            findErrors(in: value, next, isRoot: isResource, at: path + [step], report)
        }
        switch json {
        case .null, .boolean, .number, .string: break
        case .array(let elements):
            for (index, element) in elements.enumerated() { visit(element, .index(index)) }
        case .object(let object):
            for (key, value) in zip(object.keys, object.values) { visit(value, .key(key)) }
        }
    }
}
