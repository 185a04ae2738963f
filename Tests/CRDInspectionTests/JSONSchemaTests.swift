import CRDEditing
import CRDRuntime
import CRDSchema
import Foundation
import Testing

@testable import CRDInspection

/// `crdgen schema`.
@Suite struct JSONSchemaTests {
    @Test(arguments: [
        (#"{"type":"string"}"#, #"{"type":"string"}"#),
        (#"{"type":"string","nullable":true}"#, #"{"type":["string","null"]}"#),
        (#"{"x-kubernetes-int-or-string":true}"#, #"{"type":["integer","string"]}"#),
        (#"{"x-kubernetes-preserve-unknown-fields":true}"#, #"{}"#),
        (
            #"{"type":"object","x-kubernetes-preserve-unknown-fields":true}"#,
            #"{"type":"object"}"#
        ),
        (#"{"type":"object"}"#, #"{"type":"object","additionalProperties":false}"#),
        (
            #"{"type":"object","additionalProperties":{"type":"string"}}"#,
            #"{"type":"object","additionalProperties":{"type":["string","null"]}}"#
        ),
        (
            #"{"type":"object","required":["a"],"properties":{"a":{"type":"boolean"},"b":{"type":"string","enum":["x"]}}}"#,
            #"{"type":"object","properties":{"a":{"type":"boolean"},"b":{"type":["string","null"],"enum":["x",null]}},"required":["a"],"additionalProperties":false}"#
        ),
        (
            #"{"type":"integer","minimum":1,"exclusiveMinimum":true,"maximum":9}"#,
            #"{"type":"integer","exclusiveMinimum":1,"maximum":9}"#
        ),
        (
            #"{"type":"integer","format":"int32","minimum":0}"#,
            #"{"type":"integer","minimum":0}"#
        ),
        (#"{"type":"string","format":"byte"}"#, #"{"type":"string","contentEncoding":"base64"}"#),
        (#"{"type":"string","format":"duration"}"#, #"{"type":"string"}"#),
        (#"{"type":"string","format":"uri"}"#, #"{"type":"string","format":"uri-reference"}"#),
        (
            #"{"type":"string","default":"a","enum":["a","b"]}"#,
            #"{"type":"string","enum":["a","b"],"default":"a"}"#
        ),
        (
            #"{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}"#,
            #"{"type":"array","items":{"type":"string"},"uniqueItems":true}"#
        ),
        (
            #"{"type":"object","nullable":true,"additionalProperties":true,"not":{"required":["a"]}}"#,
            #"{"anyOf":[{"type":"null"},{"type":["object","null"],"not":{"required":["a"]}}]}"#
        ),
        (
            #"{"type":"object","x-kubernetes-preserve-unknown-fields":true,"anyOf":[{"properties":{"a":{"minLength":1}}}]}"#,
            #"{"type":"object","anyOf":[{"properties":{"a":{"minLength":1}}}]}"#
        ),
        (
            #"{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a"],"x-kubernetes-validations":[{"rule":"self.size() > 1"}]}"#,
            #"{"type":"array","$comment":"items are unique by a\nCEL rule: self.size() > 1"}"#
        ),
    ])
    func `a schema becomes a JSON Schema`(schema: String, expected: String) {
        let object = JSONSchema().object(Schema(json: schema))
        #expect(JSONValue.object(object).jsonText == expected)
    }

    @Test(
        arguments: [
            (#"^[a-z]+$"#, #"^[a-z]+$"#),
            (#"\A[[:alpha:]_]\z"#, #"^[A-Za-z_]$"#),
            (#"a\-b\_\@"#, #"a-b_@"#),
            (#"[a\-z]\."#, #"[a\-z]\."#),
            (#"(?P<year>\d{4})"#, #"(?<year>\d{4})"#),
            (#"(?:a|b){2,3}x{"#, #"(?:a|b){2,3}x\{"#),
            (#"[]a]"#, #"[\]a]"#),
            (#"[^]]"#, #"[^\]]"#),
            (#"a]}"#, #"a\]\}"#),
            (#"\p{L}\x41"#, #"\p{L}\x41"#),
            (#"\s"#, #"[\t\n\f\r ]"#),
            (#"(?i)abc"#, nil),
            (#"\pN"#, nil),
            (#"\p{Greek}"#, nil),
            (#"\Qa.b\E"#, nil),
            (#"[[:foo:]]"#, nil),
        ] as [(String, String?)]
    )
    func `a pattern becomes one of JavaScript`(pattern: String, expected: String?) {
        #expect(ScriptPattern(pattern)?.text == expected)
    }

    @Test func `the schema of the configuration has the keys of the article`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/CRDRuntime/CRDRuntime.docc/Configuration.md")
        let article = try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
        let table = try #require(article.components(separatedBy: "\n## Keys\n").last)
            .components(separatedBy: "\n## ")[0]
        let keys = table.matches(of: #/(?m)^\| `([a-zA-Z.]+)` \|/#).map { String($0.1) }
        #expect(keys.count >= 20)
        let schema = ConfigurationSchema.jsonSchema
        for key in keys {
            let names = key.split(separator: ".").map(String.init)
            var found = schema["properties"]?[names[0]]
            for name in names.dropFirst() {
                if case .string(let reference) = found?["$ref"] {
                    found = schema["$defs"]?[reference.replacing("#/$defs/", with: "")]
                }
                found = (found?["items"] ?? found)?["properties"]?[name]
            }
            #expect(found != nil, "\(key)")
        }
        guard case .object(let properties) = schema["properties"] else {
            Issue.record("the schema has no properties")
            return
        }
        #expect(Set(properties.keys) == Set(keys.filter { !$0.contains(".") }))
    }
}
