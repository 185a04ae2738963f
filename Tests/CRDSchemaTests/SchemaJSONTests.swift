import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDSchema
import CRDValues
import CRDYAML
import Testing

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
        let json = Array(try JSONValue(node).jsonText.utf8)
        let fromJSON = decoder.schema(try JSONReader.read(json, file: "schema.json"))
        #expect(outline(fromJSON) == outline(fromYAML))
    }
}
