import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import Testing

/// Numbers in YAML, which is converted to JSON before the API server reads it.
struct YAMLNumberTests {
    private func response(_ schema: String, _ value: String) throws -> String {
        let head = "apiVersion: x.test/v1\nkind: Thing\nmetadata: {name: t}\nspec:\n  f: "
        let documents = try Node.parse(
            Array((head + value).utf8),
            file: "a.yaml",
            duplicateRule: .lastCounts
        )
        let root = try #require(documents.first)
        switch Request.validator(schema).response(toCreating: root).response.result {
        case .success(let object): return object["spec"]?.jsonText ?? "nothing"
        case .failure(let rejection): return rejection.message
        }
    }

    private static let set = #"{"type":"array","x-kubernetes-list-type":"set"}"#

    private static func wrongType(_ expected: String, _ found: String) -> String {
        #"Thing.x.test "t" is invalid: spec.f: Invalid value: "\#(found)": spec.f in body must be "#
            + #"of type \#(expected): "\#(found)""#
    }

    @Test(
        arguments: [
            (#"{"type":"integer"}"#, "1e18", #"{"f":1000000000000000000}"#),
            (#"{"type":"integer"}"#, "1.0", #"{"f":1}"#),
            (#"{"type":"integer"}"#, "0999", #"{"f":999}"#),
            (#"{"type":"integer"}"#, "-0.0", #"{"f":0}"#),
            (#"{"type":"integer"}"#, "9223372036854775807", #"{"f":9223372036854775807}"#),
            (#"{"type":"number"}"#, "18446744073709551616", #"{"f":18446744073709552000}"#),
            (#"{"type":"number"}"#, "1e21", #"{"f":1e+21}"#),
            (#"{"type":"number"}"#, "0.1e1", #"{"f":1}"#),
            (#"{"type":"string"}"#, "1e400", #"{"f":"1e400"}"#),
            (#"{"type":"integer"}"#, "1e400", wrongType("integer", "string")),
            (#"{"type":"string"}"#, "0999", wrongType("string", "integer")),
            (#"{"type":"string"}"#, "1e3", wrongType("string", "integer")),
            (#"{"type":"string"}"#, "1.50", wrongType("string", "number")),
            (set, "[1, 1.0]", #"Thing.x.test "t" is invalid: spec.f[1]: Duplicate value: 1"#),
            (set, "[0999, 999]", #"Thing.x.test "t" is invalid: spec.f[1]: Duplicate value: 999"#),
            (set, "[1, '1']", #"{"f":[1,"1"]}"#),
        ]
    )
    func `a number is the JSON number that the API server reads`(
        schema: String,
        value: String,
        expected: String
    ) throws {
        #expect(try response(schema, value) == expected)
    }

    @Test func `a file of JSON has the numbers of JSON`() throws {
        func response(_ schema: String, _ value: String) throws -> ServerResponse {
            let bytes = Array(Request.thing(value).utf8)
            let root = try #require(try Node.parse(bytes, file: "a.json").first)
            return Request.validator(schema).response(toCreating: root).response
        }
        guard case .success = try response(Self.set, "[1, 1.0]").result else {
            Issue.record("the set is rejected")
            return
        }
        guard case .failure = try response(#"{"type":"string"}"#, "1e400").result else {
            Issue.record("the number is accepted")
            return
        }
    }
}
