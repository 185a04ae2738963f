import CRDSchema
import CRDYAML

/// The schema in generated code: JSON on one line, without descriptions.
///
/// It is a string, because nested Swift literals of a schema take a hundred times as long to
/// compile.
enum SchemaJSON {
    /// Returns the JSON of a schema's node.
    ///
    /// `{type: object, description: A widget, properties: {…}}` gives `{"type":"object",…}`. A
    /// property with the name `description` is kept. `#` is escaped, so that the text is valid in a
    /// raw string literal. Values that JSON doesn't have, which the schema decoder has reported,
    /// become `null`.
    static func text(_ schema: Node) -> String {
        var emitter = JSONEmitter(escapesNumberSigns: true)
        write(schema, .schema, to: &emitter)
        return emitter.text
    }

    /// The role of a node, which decides whether a key `description` is a description.
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
            let pairs = node.pairs
            let count = pairs.count
            // A loop over indexes, as the iterator is slow in a debug build.
            var position = 0
            while position < count {
                write(pairs.key(at: position), pairs.value(at: position), role, to: &emitter)
                position += 1
            }
            emitter.endMapping()
        }
    }

    /// Writes a pair of a mapping with a role.
    private static func write(
        _ key: String,
        _ value: Node,
        _ role: Role,
        to emitter: inout JSONEmitter
    ) {
        switch role {
        case .schema:
            if let keyword = SchemaDecoder.Keyword(key) {
                write(keyword, key, value, to: &emitter)
            } else {
                emitter.key(key)
                write(value, .value, to: &emitter)
            }
        case .schemas:
            emitter.key(key)
            write(value, .schema, to: &emitter)
        case .value:
            emitter.key(key)
            write(value, .value, to: &emitter)
        }
    }

    /// Writes a keyword of a schema, which needs no escapes.
    private static func write(
        _ keyword: SchemaDecoder.Keyword,
        _ key: String,
        _ value: Node,
        to emitter: inout JSONEmitter
    ) {
        switch keyword {
        case .description, .example:
            break
        case .type:
            emitter.key(key, isOrdinary: true)
            let word = value.text
            // Nearly all types are such words, which need neither resolving nor escaping.
            if Schema.Kind(word: word) != nil {
                emitter.string(word, isOrdinary: true)
            } else {
                write(value, .value, to: &emitter)
            }
        case .properties:
            emitter.key(key, isOrdinary: true)
            write(value, .schemas, to: &emitter)
        case .items, .additionalProperties, .allOf, .anyOf, .oneOf, .not:
            emitter.key(key, isOrdinary: true)
            write(value, .schema, to: &emitter)
        case .id, .schema, .ref, .format, .title, .defaultValue, .maximum, .exclusiveMaximum,
            .minimum, .exclusiveMinimum, .maxLength, .minLength, .pattern, .maxItems, .minItems,
            .uniqueItems, .multipleOf, .enumeration, .maxProperties, .minProperties, .required,
            .patternProperties, .dependencies, .additionalItems, .definitions, .externalDocs,
            .nullable, .preserveUnknownFields, .embeddedResource, .intOrString, .listMapKeys,
            .listType, .mapType, .validations:
            emitter.key(key, isOrdinary: true)
            write(value, .value, to: &emitter)
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
