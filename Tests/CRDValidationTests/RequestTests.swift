import CRDRuntime
import CRDValidation
import Testing

/// What a value in a request gets that is easily got wrong: numbers, nulls, strict decoding.
struct RequestTests {
    @Test(
        arguments: [
            // A whole number is an integer however it is written, up to 2^53.
            (#"{"type":"integer"}"#, "1.0", #"{"f":1}"#),
            (#"{"type":"integer"}"#, "1e3", #"{"f":1000}"#),
            (#"{"type":"integer"}"#, "-0", #"{"f":0}"#),
            (#"{"type":"integer"}"#, "9223372036854775807", #"{"f":9223372036854775807}"#),
            (
                #"{"type":"integer"}"#, "1e18",
                #"422 spec.f: Invalid value: "number": spec.f in body must be of type integer: "#
                    + #""number""#
            ),
            (#"{"type":"integer"}"#, "123456789.123456789", #"{"f":123456789.12345679}"#),
            (
                #"{"type":"number"}"#, "1e400",
                "400 json: cannot unmarshal number 1e400 into Go value of type float64"
            ),
            (#"{"type":"number"}"#, "9223372036854775808", #"{"f":9223372036854776000}"#),
            (#"{"type":"number"}"#, "1e21", #"{"f":1e+21}"#),
            // Limits of integers are cut down to integers.
            (#"{"type":"integer","minimum":1.5}"#, "1", #"{"f":1}"#),
            (
                #"{"type":"number","minimum":1.5}"#, "1.25",
                "422 spec.f: Invalid value: 1.25: spec.f in body should be greater than or equal to "
                    + "1.5"
            ),
            // Characters are counted, patterns searched; '$' is the end, not the last line's.
            (#"{"type":"string","maxLength":1}"#, #""é""#, #"{"f":"é"}"#),
            (
                #"{"type":"string","pattern":"^a$"}"#, #""a\n""#,
                #"422 spec.f: Invalid value: "a\n": spec.f in body should match '^a$'"#
            ),
            (#"{"type":"string","pattern":"b"}"#, #""abc""#, #"{"f":"abc"}"#),
            // What is no Unicode becomes a replacement character; NUL is one like others.
            (#"{"type":"string"}"#, #""\ud800""#, "{\"f\":\"\u{FFFD}\"}"),
            (#"{"type":"string"}"#, #""\u0000""#, #"{"f":"\u0000"}"#),
            // A null is dropped, or defaulted, where it may not be; an item cannot be dropped.
            (#"{"type":"string"}"#, "null", "{}"),
            (#"{"type":"string","default":"d"}"#, "null", #"{"f":"d"}"#),
            (#"{"type":"string","nullable":true,"default":"d"}"#, "null", #"{"f":null}"#),
            (#"{"x-kubernetes-preserve-unknown-fields":true}"#, "null", "{}"),
            (
                #"{"x-kubernetes-preserve-unknown-fields":true,"type":"object"}"#, #"{"a":null}"#,
                #"{"f":{"a":null}}"#
            ),
            (
                #"{"type":"object","additionalProperties":{"type":"string"}}"#, #"{"a":null}"#,
                #"{"f":{}}"#
            ),
            (
                #"{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}"#,
                #"{"a":null}"#, "422 spec.f.a: Required value"
            ),
            (
                #"{"type":"array","items":{"type":"string"}}"#, "[null]",
                #"422 spec.f[0]: Invalid value: "null": spec.f[0] in body must be of type string: "#
                    + #""null""#
            ),
            (
                #"{"type":"string","nullable":true,"enum":["a"]}"#, "null",
                #"422 spec.f: Unsupported value: null: supported values: "a""#
            ),
            // Scalars of a set are equal as they are in Go, other elements by their JSON.
            (
                #"{"type":"array","x-kubernetes-list-type":"set","items":{"type":"number"}}"#,
                "[1,1.0]", #"{"f":[1,1]}"#
            ),
            (
                #"{"type":"array","x-kubernetes-list-type":"set","items":{"type":"array","#
                    + #""x-kubernetes-list-type":"atomic","items":{"type":"number"}}}"#,
                "[[1],[1.0]]", "422 spec.f[1]: Duplicate value: [1]"
            ),
            (
                #"{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],"#
                    + #""items":{"type":"object","required":["k"],"#
                    + #""properties":{"k":{"type":"number"}}}}"#,
                #"[{"k":1},{"k":1.0}]"#, #"422 spec.f[1]: Duplicate value: {"k":1}"#
            ),
            (
                #"{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],"#
                    + #""items":{"type":"object","properties":{"k":{"type":"string"}}}}"#,
                "[1]",
                "422 spec.f[0]: Invalid value: 1: must be an object for an array of list-type map; "
                    + #"spec.f[0]: Invalid value: "integer": spec.f[0] in body must be of type "#
                    + #"object: "integer""#
            ),
            (
                #"{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}"#,
                #"["\u00e9","e\u0301"]"#, "{\"f\":[\"\u{E9}\",\"e\u{301}\"]}"
            ),
            // Two errors for an int-or-string, numbers of an enum in quotes.
            (
                #"{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]}"#,
                "true",
                #"422 <nil>: Invalid value: "": "spec.f" must validate at least one schema (anyOf); "#
                    + #"spec.f: Invalid value: "boolean": spec.f in body must be of type integer,"#
                    + #"string: "boolean"; spec.f: Invalid value: "boolean": spec.f in body must be "#
                    + #"of type integer: "boolean""#
            ),
            (
                #"{"type":"array","items":{"x-kubernetes-int-or-string":true}}"#, #"[1,"a",1.5]"#,
                #"422 spec.f[2]: Invalid value: "number": spec.f[2] in body must be of type integer,"#
                    + #"string: "number""#
            ),
            (
                #"{"type":"integer","enum":[724]}"#, "5",
                #"422 spec.f: Unsupported value: 5: supported values: "724""#
            ),
            (
                #"{"type":"integer","not":{"enum":[1]},"allOf":[{"minimum":5},{"maximum":9}]}"#,
                "1",
                #"422 <nil>: Invalid value: "": "spec.f" must not validate the schema (not); "#
                    + #"<nil>: Invalid value: "": "spec.f" must validate all the schemas (allOf); "#
                    + "spec.f: Invalid value: 1: spec.f in body should be greater than or equal to 5"
            ),
            // A list that preserves unknown fields hands this on to its items.
            (
                #"{"type":"array","x-kubernetes-preserve-unknown-fields":true,"#
                    + #""items":{"type":"object","properties":{"a":{"type":"object"}}}}"#,
                #"[{"b":1}]"#, #"{"f":[{"b":1}]}"#
            ),
            (
                #"{"type":"array","x-kubernetes-preserve-unknown-fields":true,"#
                    + #""items":{"type":"object","properties":{"a":{"type":"object"}}}}"#,
                #"[{"a":{"b":1}}]"#,
                #"400 Thing in version "v1" cannot be handled as a Thing: strict decoding error: "#
                    + #"unknown field "spec.f[0].a.b""#
            ),
        ] as [(String, String, String)]
    )
    func `a value gets the server's answer`(schema: String, value: String, answer: String) {
        #expect(Request.response(Request.validator(schema), Request.thing(value)) == answer)
    }

    // MARK: - Strict decoding

    @Test(
        arguments: [
            (#"{"a":1,"b":2,"a":"x"}"#, FieldValidation.ignore, #"{"f":{"a":"x"}}"#),
            (#"{"A":1}"#, .ignore, #"{"f":{}}"#),
            (
                #"{"a":1,"b":2,"a":3}"#, .strict,
                #"400 Thing in version "v1" cannot be handled as a Thing: strict decoding error: "#
                    + #"duplicate field "spec.f.a", unknown field "spec.f.b""#
            ),
            (
                #"{"a":1}"#, .warn,
                #"422 spec.f.a: Invalid value: "integer": spec.f.a in body must be "#
                    + #"of type string: "integer""#
            ),
        ] as [(String, FieldValidation, String)]
    )
    func `strict decoding hides what else is wrong`(
        value: String,
        fieldValidation: FieldValidation,
        answer: String
    ) {
        let validator = Request.validator(
            #"{"type":"object","properties":{"a":{"type":"string"}}}"#
        )
        #expect(Request.response(validator, Request.thing(value), fieldValidation) == answer)
    }

    @Test(
        arguments: [
            (
                #"{"apiVersion":"x.test/v1","kind":"Other","metadata":{"name":"t"}}"#,
                #"422 kind: Invalid value: "Other": must be Thing"#
            ),
            (
                #"{"apiVersion":"x.test/v2","kind":"Thing","metadata":{"name":"t"}}"#,
                "400 the API version in the data (x.test/v2) does not match the expected API version "
                    + "(x.test/v1)"
            ),
            (#"{"apiVersion":"x.test/v1","kind":null}"#, "400 Object 'Kind' is missing"),
            (#"{"apiVersion":"x.test/v1"}"#, "400 Object 'Kind' is missing"),
        ]
    )
    func `an object must say what it is`(body: String, answer: String) {
        #expect(Request.response(Request.validator("{}"), body) == answer)
    }

    @Test(arguments: ["\u{FEFF}{}", "{} // comment", "{} {}", "{\"a\":}"])
    func `a body must be one value of JSON`(body: String) {
        #expect(Request.response(Request.validator("{}"), body).hasPrefix("400 "))
    }
}
