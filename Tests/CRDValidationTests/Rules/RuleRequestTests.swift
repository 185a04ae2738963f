import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDSchema
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// Rules decide about requests.
struct RuleRequestTests {
    private static func text(_ response: ServerResponse) -> [String] {
        switch response.result {
        case .success: []
        case .failure(let rejection): rejection.violations.map(\.description)
        }
    }

    private static func thing(_ value: JSONValue) -> JSONValue {
        [
            "apiVersion": "x.test/v1", "kind": "Thing", "metadata": ["name": "t"],
            "spec": ["f": value],
        ]
    }

    private static func update(
        _ schema: String,
        _ old: JSONValue,
        _ new: JSONValue
    ) -> (violations: [String], warnings: [String]) {
        let response = Request.validator(schema).update(thing(new), of: thing(old))
        return (text(response), response.warnings)
    }

    @Test func `a rule that compares with the old value is evaluated only in an update`() {
        let schema = #"""
            {"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf","message":"no"}]}
            """#
        #expect(Self.text(Request.validator(schema).create(Self.thing("a"))).isEmpty)
        #expect(Self.update(schema, "a", "a").violations.isEmpty)
        #expect(Self.update(schema, "a", "b").violations == [#"spec.f: Invalid value: "b": no"#])
    }

    @Test func `an unchanged value that violates a rule has a warning`() {
        let schema = #"""
            {"type":"object","properties":{"a":{"type":"integer","x-kubernetes-validations":[
            {"rule":"self > 5"}]},"b":{"type":"integer","maximum":1}}}
            """#
        let warning = "spec.f.a: Invalid value: 1: failed rule: self > 5"
        #expect(Self.update(schema, ["a": 1], ["a": 1, "b": 0]).warnings == [warning])
        #expect(Self.update(schema, ["a": 1], ["a": 1, "b": 0]).violations.isEmpty)
        #expect(Self.update(schema, ["a": 2], ["a": 1]).violations == [warning])
        #expect(Self.update(schema, ["a": 9, "b": 3], ["a": 8, "b": 3]).violations.isEmpty)
    }

    @Test func `elements with keys have old values, others have not`() {
        func schema(_ type: String) -> String {
            #"""
            {"type":"array","x-kubernetes-list-type":"\#(type)","x-kubernetes-list-map-keys":["k"],
            "items":{"type":"object","properties":{"k":{"type":"string"},"v":{"type":"integer",
            "x-kubernetes-validations":[{"rule":"self >= oldSelf"}]}}}}
            """#
        }
        let old: JSONValue = [["k": "a", "v": 1], ["k": "b", "v": 5]]
        let new: JSONValue = [["k": "b", "v": 4], ["k": "a", "v": 1]]
        #expect(
            Self.update(schema("map"), old, new).violations
                == ["spec.f[0].v: Invalid value: 4: failed rule: self >= oldSelf"]
        )
        #expect(Self.update(schema("atomic"), old, new).violations.isEmpty)
    }

    @Test func `the name in an update is that of the stored resource`() {
        var new = Self.thing("a")
        if case .object(var object) = new {
            object["metadata"] = ["name": "u"]
            new = .object(object)
        }
        let validator = Request.validator(#"{"type":"string"}"#)
        guard case .failure(let rejection) = validator.update(new, of: Self.thing("a")).result
        else {
            Issue.record("the update is accepted")
            return
        }
        #expect(
            rejection.message
                == "the name of the object (u) does not match the name on the URL (t)"
        )
    }

    @Test func `a violation is at the field that the rule names`() throws {
        let schema = #"""
            {"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}},
            "x-kubernetes-validations":[{"rule":"self.a < self.b","fieldPath":".b",
            "reason":"FieldValueRequired","messageExpression":"'more than ' + string(self.a)"}]}
            """#
        let text = MarkedText(
            """
            apiVersion: x.test/v1
            kind: Thing
            metadata: {name: t}
            spec:
              f:
                a: 1
                b: 1️⃣1
            """
        )
        let root = try #require(
            Node.parse(Array(text.text.utf8), file: "a.yaml", duplicateRule: .lastCounts).first
        )
        let response = Request.validator(schema).response(toCreating: root)
        #expect(
            text.show(response.diagnostics)
                == ["1️⃣ error: spec.f.b: Required value: more than 1"]
        )
    }

    @Test func `the cost of all rules of a resource is limited`() {
        let schema = #"""
            {"type":"array","items":{"type":"array","items":{"type":"integer"},
            "x-kubernetes-validations":[{"rule":"self.all(x, self.all(y, x + y >= 0))"}]}}
            """#
        let list = JSONValue.array(Array(repeating: 1, count: 300))
        let response = Request.validator(schema).create(
            Self.thing(.array(Array(repeating: list, count: 30)))
        )
        let words = "running out of cost budget, no further validation rules will be run"
        #expect(Self.text(response).count == 1)
        #expect(Self.text(response).first?.contains(words) == true)
    }
}
