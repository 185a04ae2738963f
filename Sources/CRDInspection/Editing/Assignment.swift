import CRDCatalog
package import CRDEditing
import CRDLibYAML
import CRDRuntime
import CRDSchema
import CRDValues
package import CRDYAML

/// A change on the command line: `PATH=VALUE`, such as `spec.replicas=3`.
package struct Assignment: Sendable {
    /// The path of the field.
    package let path: DocumentPath
    /// The value as it is written.
    package let value: String

    /// Parses a change.
    ///
    /// The first `=` outside brackets ends the path.
    ///
    /// - Throws: `Diagnostic` if there is no `=`, or if the path is not well-formed.
    package init(_ text: String) throws(Diagnostic) {
        var isInBrackets = false
        let end = text.indices.first { index in
            switch text[index] {
            case "[": isInBrackets = true
            case "]": isInBrackets = false
            case "=": return !isInBrackets
            default: break
            }
            return false
        }
        guard let end else {
            let message = "'\(text.excerpt)' has no '=', expected PATH=VALUE, such as 'spec.size=3'"
            throw Diagnostic(.error, message, file: nil)
        }
        path = try DocumentPath(String(text[..<end]), file: nil)
        value = String(text[text.index(after: end)...])
    }

    /// Reads the value with the type that a schema has at the path.
    ///
    /// Without a schema there, the value has the type of a plain scalar in YAML.
    ///
    /// - Parameter schema: The schema of the object.
    /// - Returns: The value.
    /// - Throws: `Diagnostic` if the text is not a value of the type.
    func typedValue(_ schema: Schema?) throws(Diagnostic) -> JSONValue {
        var steps = path.steps[...]
        var root = schema
        if steps.first == .key("metadata") {
            root = ExplainedAttribute.metadataSchema
            steps = steps.dropFirst()
        }
        guard let schema = root?.schema(at: steps) else {
            return try yamlValue("a value")
        }
        let keywords = schema.keywords
        if keywords.isNullable, value == "null" { return .null }
        if keywords.isIntOrString {
            return Int64(value) == nil ? .string(value) : .number(JSONNumber(uncheckedText: value))
        }
        switch keywords.type {
        case .string: return .string(value)
        case .boolean:
            guard value == "true" || value == "false" else { throw error("'true' or 'false'") }
            return .boolean(value == "true")
        case .integer:
            guard let number = JSONNumber(value), number.integer64 != nil else {
                throw error("an integer")
            }
            return .number(number)
        case .number:
            guard let number = JSONNumber(value) else { throw error("a number") }
            return .number(number)
        case .array:
            let value = try yamlValue("a list, such as '[a, b]'")
            guard case .array = value else { throw error("a list, such as '[a, b]'") }
            return value
        case .object:
            let value = try yamlValue("a map, such as '{a: b}'")
            guard case .object = value else { throw error("a map, such as '{a: b}'") }
            return value
        case .other, nil:
            return try yamlValue("a value")
        }
    }

    private func yamlValue(_ expectation: String) throws(Diagnostic) -> JSONValue {
        if value.isEmpty { return .string("") }
        guard let nodes = try? Node.parse(value, file: "value"), let node = nodes.first,
            nodes.count == 1, let value = try? JSONValue(node)
        else { throw error(expectation) }
        return value
    }

    private func error(_ expectation: String) -> Diagnostic {
        let message = "\(path.text): found '\(value.excerpt)', expected \(expectation)"
        return Diagnostic(.error, message, file: nil)
    }
}

extension Schema {
    /// Returns the schema of a value in a value of this schema; `nil` if it is not known.
    fileprivate func schema(at steps: ArraySlice<DocumentPath.Step>) -> Schema? {
        guard let step = steps.first else { return self }
        let rest = steps.dropFirst()
        switch (step, elements) {
        case (.item, .items(let items)), (.end, .items(let items)), (.bracket, .items(let items)):
            return items.schema(at: rest)
        case (.key(let key), let elements), (.bracket(let key), let elements):
            if let property = objectProperties.first(where: { $0.name == key }) {
                return property.schema.schema(at: rest)
            }
            guard case .values(let values) = elements else { return nil }
            return values.schema(at: rest)
        case (.item, _), (.end, _):
            return nil
        }
    }
}
