import CRDRuntime
import LibYAML
import Testing
import YAML

struct SchemaJSONTests {
    @Test(arguments: [
        "{}",
        "type: object\nrequired: [b, a]\nproperties: {b: {type: string}, a: {type: integer}}",
        "type: object\nproperties: {description: {type: string}, properties: {type: object}}",
        "type: array\nitems: {type: string, enum: [a, 'yes', null]}\nx-kubernetes-list-type: set",
        "type: object\nadditionalProperties: {type: object, additionalProperties: false}",
        "type: number\nminimum: -1.50\nexclusiveMinimum: true\nmultipleOf: 0.1\ndefault: 1e3",
        "type: integer\nmaximum: 9223372036854775807\nminimum: 0x10",
        "anyOf: [{type: integer}, {type: string}]\nx-kubernetes-int-or-string: true\npattern: 'a\\d'",
        "default: {b: [1, yes, ~], a: {}}\nnullable: true\nnot: {enum: []}",
        "x-kubernetes-validations: [{rule: 'self.a == \"x\"', message: \"é\\n\"}]",
    ])
    func `a schema read from JSON is the one read from YAML`(yaml: String) throws {
        let node = try #require(try Node.parse(yaml, file: "schema.yaml").first)
        var decoder = SchemaDecoder()
        let fromYAML = decoder.schema(node)
        #expect(decoder.diagnostics == [])
        #expect(outline(Schema(json: try JSONValue(node).encodedText)) == outline(fromYAML))
    }
}

extension JSONValue {
    /// JSON on one line, with the order of the keys and the texts of the numbers.
    fileprivate var encodedText: String {
        var emitter = JSONEmitter()
        write(to: &emitter)
        return emitter.text
    }

    private func write(to emitter: inout JSONEmitter) {
        switch self {
        case .null: emitter.null()
        case .boolean(let value): emitter.boolean(value)
        case .number(let number): emitter.numberLiteral(number.text)
        case .string(let text): emitter.string(text)
        case .array(let elements):
            emitter.beginSequence()
            for element in elements { element.write(to: &emitter) }
            emitter.endSequence()
        case .object(let object):
            emitter.beginMapping()
            for (key, value) in zip(object.keys, object.values) {
                emitter.key(key)
                value.write(to: &emitter)
            }
            emitter.endMapping()
        }
    }
}
