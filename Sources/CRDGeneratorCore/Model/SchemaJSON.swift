import CRDRuntime
import YAML

/// The schema as generated code carries it: JSON on one line, without descriptions.
///
/// One string, since the same schema as nested Swift literals takes a hundred times as long to
/// compile.
enum SchemaJSON {
    /// The JSON of a schema's node.
    ///
    /// `{type: object, description: A widget, properties: {…}}` gives `{"type":"object",…}`. A
    /// property that is called `description` stays. `#` is written as an escape, so that the text
    /// can stand in a raw string literal. What JSON cannot hold, which the schema decoder
    /// has reported, is `null`.
    static func text(_ schema: Node) -> String {
        var emitter = JSONEmitter(escapesNumberSigns: true)
        write(schema, .schema, to: &emitter)
        return emitter.text
    }

    /// The types of nearly all schemas, which need no look at what they mean or hold.
    private static let types: Set<String> = [
        "array", "boolean", "integer", "number", "object", "string",
    ]

    /// What a node is, which decides whether `description` is one.
    private enum Role {
        case schema
        /// A mapping from names to schemas.
        case schemas
        /// Any value, such as a default.
        case value
    }

    private static func write(_ node: Node, _ role: Role, to emitter: inout JSONEmitter) {
        switch node.kind {
        case .scalar:
            writeScalar(node, to: &emitter)
        case .sequence:
            emitter.beginSequence()
            for item in node.items { write(item, role, to: &emitter) }
            emitter.endSequence()
        case .mapping:
            emitter.beginMapping()
            for pair in node.pairs {
                if role == .schema, pair.key == "description" || pair.key == "example" { continue }
                let key = pair.key
                let isKeyword = role == .schema && SchemaDecoder.Keyword.named[key] != nil
                emitter.key(key, isOrdinary: isKeyword)
                let value = pair.value
                if isKeyword, key == "type", types.contains(value.text) {
                    emitter.string(value.text, isOrdinary: true)
                } else if value.kind == .scalar {
                    writeScalar(value, to: &emitter)
                } else {
                    write(value, Self.role(of: key, in: role), to: &emitter)
                }
            }
            emitter.endMapping()
        }
    }

    private static func role(of key: String, in role: Role) -> Role {
        switch role {
        case .schemas: return .schema
        case .value: return .value
        case .schema:
            switch key {
            case "properties": return .schemas
            case "items", "additionalProperties", "allOf", "anyOf", "oneOf", "not": return .schema
            default: return .value
            }
        }
    }

    private static func writeScalar(_ node: Node, to emitter: inout JSONEmitter) {
        switch try? node.resolved() {
        case .boolean(let value): emitter.boolean(value)
        case .string: emitter.string(node.string)
        case .integer(let value): emitter.numberLiteral(number(node, String(value)))
        case .unsigned(let value): emitter.numberLiteral(number(node, String(value)))
        case .float(let value): emitter.numberLiteral(number(node, value.description))
        case .null, .notFinite, nil: emitter.null()
        }
    }

    private static func number(_ node: Node, _ canonical: String) -> String {
        JSONGrammar.isNumber(node.text) ? node.text : canonical
    }
}
