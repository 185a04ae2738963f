import CRDSchema
import CRDValues
import CRDYAML
import Testing

struct SchemaDecoderTests {
    typealias Keyword = SchemaDecoder.Keyword

    /// Each keyword with a value, and what the schema says then; `nil` for what says nothing.
    private static let values: [(keyword: Keyword, yaml: String, outline: String?)] = [
        (.id, "x", nil),
        (.schema, "http://json-schema.org/schema#", nil),
        (.ref, "'#/a'", nil),
        (.description, "text", "description: text"),
        (.description, "1.50", "description: 1.50"),
        (.type, "object", "type: object"),
        (.type, "array", "type: array"),
        (.type, "string", "type: string"),
        (.type, "integer", "type: integer"),
        (.type, "number", "type: number"),
        (.type, "boolean", "type: boolean"),
        (.format, "date-time", "format: date-time"),
        (.title, "A title", "title: A title"),
        (.title, "yes", "title: yes"),
        (
            .defaultValue, "{b: [1.50, yes, x], a: null}",
            "defaultValue: {b: [1.50, true, 'x'], a: null}"
        ),
        (.defaultValue, "null", "defaultValue: null"),
        (.maximum, "9223372036854775807", "maximum: 9223372036854775807"),
        (.exclusiveMaximum, "true", "exclusiveMaximum: true"),
        (.minimum, "-1.5", "minimum: -1.5"),
        (.exclusiveMinimum, "true", "exclusiveMinimum: true"),
        (.maxLength, "63", "maxLength: 63"),
        (.minLength, "0", "minLength: 0"),
        (.pattern, "'^\\d+$'", "pattern: ^\\d+$"),
        (.maxItems, "1e2", "maxItems: 100"),
        (.minItems, "1", "minItems: 1"),
        (.uniqueItems, "true", "uniqueItems: true"),
        (.multipleOf, "0.01", "multipleOf: 0.01"),
        (.enumeration, "[a, 1, yes, null]", "enumeration: ['a', 1, true, null]"),
        (.enumeration, "[]", "enumeration: []"),
        (.maxProperties, "9", "maxProperties: 9"),
        (.minProperties, "1", "minProperties: 1"),
        (.required, "[b, a]", "required: [b, a]"),
        (.items, "{type: string}", "items: {type: string}"),
        (.allOf, "[{title: a}, {}]", "allOf: [{title: a}, {}]"),
        (.oneOf, "[{title: a}]", "oneOf: [{title: a}]"),
        (.anyOf, "[{title: a}]", "anyOf: [{title: a}]"),
        (.not, "{title: a}", "not: {title: a}"),
        (.properties, "{b: {title: x}, a: {}}", "properties: [b: {title: x}, a: {}]"),
        (.additionalProperties, "false", "additionalProperties: allowed(false)"),
        (.additionalProperties, "{type: string}", "additionalProperties: schema({type: string})"),
        (.patternProperties, "{a: {}}", nil),
        (.dependencies, "{a: [b]}", nil),
        (.additionalItems, "true", nil),
        (.definitions, "{a: {}}", nil),
        (.externalDocs, "{url: http://a}", nil),
        (.example, "{a: 1}", "example: {a: 1}"),
        (.nullable, "true", "isNullable: true"),
        (.preserveUnknownFields, "true", "preservesUnknownFields: true"),
        (.embeddedResource, "true", "isEmbeddedResource: true"),
        (.intOrString, "true", "isIntOrString: true"),
        (.listMapKeys, "[name, port]", "listMapKeys: [name, port]"),
        (.listType, "map", "listType: map"),
        (.mapType, "atomic", "mapType: atomic"),
        (
            .validations,
            "[{rule: a, message: b, messageExpression: c, reason: d, fieldPath: .e, optionalOldSelf: true}]",
            "validations: [(rule: a, message: b, messageExpression: c, reason: d, fieldPath: .e, "
                + "optionalOldSelf: true)]"
        ),
    ]

    @Test(arguments: values.map { ($0.keyword, $0.yaml, $0.outline) })
    func `a keyword is read`(keyword: Keyword, yaml: String, expected: String?) throws {
        let decoded = try DecodedSchema("\(keyword.rawValue): \(yaml)")
        #expect(outline(decoded.schema) == "{\(expected ?? "")}")
        #expect(decoded.diagnostics.isEmpty != Self.unsupported.contains(keyword))
    }

    private static let unsupported: Set<Keyword> = [
        .ref, .patternProperties, .dependencies, .additionalItems, .definitions,
    ]

    @Test(arguments: unsupported)
    func `a keyword that no CRD may have is told`(keyword: Keyword) throws {
        #expect(
            try DecodedSchema("1️⃣\(keyword.rawValue): 2️⃣{}").diagnostics == [
                "2️⃣ warning: Kubernetes does not support '\(keyword.rawValue)' in a CRD, ignored"
            ]
        )
    }

    @Test(arguments: Keyword.allCases)
    func `every keyword has a row in the tables`(keyword: Keyword) {
        #expect(Self.values.contains { $0.keyword == keyword })
        #expect(Self.faults.contains { $0.keyword == keyword } != Self.anything.contains(keyword))
    }

    /// Keywords that any value fits, or of which none is read.
    private static let anything = unsupported.union([
        .id, .schema, .externalDocs, .defaultValue, .example,
    ])

    @Test(arguments: Keyword.allCases)
    func `a keyword that is null says nothing`(keyword: Keyword) throws {
        let decoded = try DecodedSchema("\(keyword.rawValue): null")
        let isValue = keyword == .defaultValue || keyword == .example
        #expect((outline(decoded.schema) == "{}") != isValue)
        #expect(decoded.diagnostics.isEmpty != Self.unsupported.contains(keyword))
    }

    /// Each keyword with what it cannot be, and what is said.
    private static let faults: [(keyword: Keyword, yaml: String, message: String)] = [
        (.description, "1️⃣{}", "'description' is a mapping, expected a string, ignored"),
        (.type, "1️⃣[string, 'null']", "'type' is a sequence, expected a string, ignored"),
        (.type, "1️⃣text", "unknown type 'text', using any JSON value"),
        (.format, "1️⃣32", "'format' is the number 32, expected a string, ignored"),
        (.title, "1️⃣[a]", "'title' is a sequence, expected a string, ignored"),
        (.maximum, "1️⃣'5'", "'maximum' is the string \"5\", expected a number, ignored"),
        (.maximum, "1️⃣[1]", "'maximum' is a sequence, expected a number, ignored"),
        (
            .exclusiveMaximum, "1️⃣5",
            "'exclusiveMaximum' is the number 5, expected a Boolean, ignored"
        ),
        (.minimum, "1️⃣true", "'minimum' is the Boolean true, expected a number, ignored"),
        (.exclusiveMinimum, "1️⃣{}", "'exclusiveMinimum' is a mapping, expected a Boolean, ignored"),
        (
            .maxLength, "1️⃣-1",
            "'maxLength' is the number -1, expected a non-negative integer, using 0"
        ),
        (
            .minLength, "1️⃣1.5",
            "'minLength' is the number 1.5, expected a non-negative integer, ignored"
        ),
        (.pattern, "1️⃣[0-9]", "'pattern' is a sequence, expected a string, ignored"),
        (
            .maxItems, "1️⃣many",
            "'maxItems' is the string \"many\", expected a non-negative integer, ignored"
        ),
        (.minItems, "1️⃣{}", "'minItems' is a mapping, expected a non-negative integer, ignored"),
        (
            .uniqueItems, "1️⃣'true'",
            "'uniqueItems' is the string \"true\", expected a Boolean, ignored"
        ),
        (.multipleOf, "1️⃣x", "'multipleOf' is the string \"x\", expected a number, ignored"),
        (.enumeration, "1️⃣a", "'enum' is the string \"a\", expected a list of values, ignored"),
        (
            .maxProperties, "1️⃣false",
            "'maxProperties' is the Boolean false, expected a non-negative integer, ignored"
        ),
        (
            .minProperties, "1️⃣''",
            "'minProperties' is the string \"\", expected a non-negative integer, ignored"
        ),
        (.required, "1️⃣true", "'required' is the Boolean true, expected a list of strings, ignored"),
        (.required, "[a, 1️⃣1]", "an item of 'required' is the number 1, expected a string, ignored"),
        (.required, "[a, 1️⃣~]", "an item of 'required' is null, expected a string, ignored"),
        (.items, "1️⃣x", "found the string \"x\", expected a schema, allowing any value"),
        (
            .items, "1️⃣[{type: string}]",
            "'items' is a list of schemas, expected one schema, using the first"
        ),
        (.allOf, "1️⃣{}", "'allOf' is a mapping, expected a list of schemas, ignored"),
        (.oneOf, "1️⃣5", "'oneOf' is the number 5, expected a list of schemas, ignored"),
        (
            .oneOf, "[{title: a}, 1️⃣x]",
            "found the string \"x\", expected a schema, ignoring all of 'oneOf'"
        ),
        (.anyOf, "[1️⃣x]", "found the string \"x\", expected a schema, allowing any value"),
        (.not, "1️⃣x", "'not' is the string \"x\", expected a schema, ignored"),
        (
            .properties, "1️⃣[]",
            "'properties' is a sequence, expected a mapping from names to schemas, ignored"
        ),
        (
            .properties, "{a: 1️⃣string}",
            "found the string \"string\", expected a schema, allowing any value"
        ),
        (
            .additionalProperties, "1️⃣string",
            "'additionalProperties' is the string \"string\", expected a schema or a Boolean, ignored"
        ),
        (.nullable, "1️⃣1", "'nullable' is the number 1, expected a Boolean, ignored"),
        (
            .preserveUnknownFields, "1️⃣'yes'",
            "'x-kubernetes-preserve-unknown-fields' is the string \"yes\", expected a Boolean, ignored"
        ),
        (
            .embeddedResource, "1️⃣x",
            "'x-kubernetes-embedded-resource' is the string \"x\", expected a Boolean, ignored"
        ),
        (
            .intOrString, "1️⃣[]",
            "'x-kubernetes-int-or-string' is a sequence, expected a Boolean, ignored"
        ),
        (
            .listMapKeys, "1️⃣name",
            "'x-kubernetes-list-map-keys' is the string \"name\", expected a list of strings, ignored"
        ),
        (.listType, "1️⃣[map]", "'x-kubernetes-list-type' is a sequence, expected a string, ignored"),
        (.mapType, "1️⃣5", "'x-kubernetes-map-type' is the number 5, expected a string, ignored"),
        (
            .validations, "1️⃣{}",
            "'x-kubernetes-validations' is a mapping, expected a list of validation rules, ignored"
        ),
        (
            .validations, "[1️⃣x]",
            "an item of 'x-kubernetes-validations' is the string \"x\", expected a mapping, ignored"
        ),
        (
            .validations, "[1️⃣{message: a}]",
            "'rule' is missing, expected a CEL expression, ignoring this validation rule"
        ),
        (.validations, "[{rule: 1️⃣5}]", "'rule' is the number 5, expected a string, ignored"),
        (
            .validations, "[{rule: a, reason: 1️⃣5}]",
            "'reason' is the number 5, expected a string, ignored"
        ),
        (
            .validations, "[{rule: a, 1️⃣rules: 5}]",
            "unknown field 'rules' in a validation rule, ignored"
        ),
    ]

    @Test(arguments: faults.map { ($0.keyword, $0.yaml, $0.message) })
    func `a keyword that is malformed is left out with a warning`(
        keyword: Keyword,
        yaml: String,
        message: String
    ) throws {
        let decoded = try DecodedSchema("\(keyword.rawValue): \(yaml)")
        #expect(decoded.diagnostics == ["1️⃣ warning: \(message)"])
    }

    @Test(arguments: [
        ("not: x", "{}"), ("oneOf: [{title: a}, x]", "{}"),
        ("anyOf: [{title: a}, x]", "{anyOf: [{title: a}, {}]}"),
        ("enum: x", "{}"), ("maxItems: x", "{}"), ("required: [a, 1]", "{required: [a]}"),
        ("items: x", "{items: {}}"), ("type: [a]", "{}"), ("additionalProperties: x", "{}"),
    ])
    func `what is left out allows more`(yaml: String, expected: String) throws {
        #expect(outline(try DecodedSchema(yaml).schema) == expected)
    }

    @Test(arguments: [
        ("1️⃣if: {}", "1️⃣ warning: unknown schema keyword 'if', ignored"),
        (
            "1️⃣propertys: {}",
            "1️⃣ warning: unknown schema keyword 'propertys', ignored, did you mean 'properties'?"
        ),
        (
            "1️⃣x-kubernetes-list-map-key: []",
            "1️⃣ warning: unknown schema keyword 'x-kubernetes-list-map-key', ignored, "
                + "did you mean 'x-kubernetes-list-map-keys'?"
        ),
        (
            "1️⃣x-kubernetes-patch-strategy: merge",
            "1️⃣ warning: unknown schema keyword 'x-kubernetes-patch-strategy', ignored"
        ),
        ("1️⃣\"a\\nb\": 1", #"1️⃣ warning: unknown schema keyword 'a\nb', ignored"#),
        ("1️⃣x", "1️⃣ warning: found the string \"x\", expected a schema, allowing any value"),
        ("maximum: 1️⃣.inf", "1️⃣ error: '.inf' is no JSON number"),
        ("enum: [a, 1️⃣.nan]", "1️⃣ error: '.nan' is no JSON number"),
        ("default: {a: 1️⃣-.inf}", "1️⃣ error: '-.inf' is no JSON number"),
        ("format: 1️⃣!!int x", "1️⃣ error: cannot read the string 'x' as !!int"),
    ])
    func `what is no schema is told once`(yaml: String, expected: String) throws {
        #expect(try DecodedSchema(yaml).diagnostics == [expected])
    }
}
