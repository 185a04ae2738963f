import CRDRuntime
import CRDSchema
import CRDValidation
import TestSupport
import Testing

/// Comparisons of values that do not match their schemas, or have different types.
///
/// The results are those of `UnstructuredToVal` and of cel-go 0.26, where lists and objects of
/// resources fail at the first error, and literals ignore errors.
struct RuleEqualityTests {
    /// The violations of a rule about `self`.
    private static func evaluate(_ rule: String, _ object: JSONValue) -> [String] {
        let schema = #"""
            {"type":"object","properties":{
            "a":{"type":"array","items":{"type":"integer"}},
            "b":{"type":"array","items":{"type":"integer"}},
            "s":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"integer"}},
            "m":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],
            "items":{"type":"object","properties":{"k":{"type":"string"},"v":{"type":"integer"}}}},
            "n":{"type":"array","items":{"type":"object","nullable":true,"properties":{}}},
            "o":{"type":"object","properties":{"v":{"type":"integer"},"w":{"type":"integer"}}},
            "p":{"type":"object","properties":{"v":{"type":"integer"},"w":{"type":"integer"}}},
            "q":{"type":"object","additionalProperties":{"type":"integer"}}},
            "x-kubernetes-validations":[{"rule":"\#(rule)"}]}
            """#
        var check = RuleCheck()
        check.check(object, old: nil, PreparedSchema(Schema(json: schema)))
        return check.violations.map(\.message)
    }

    private static func number(_ text: String) -> JSONValue {
        .number(JSONNumber(text) ?? JSONNumber(0))
    }

    private static let object: JSONValue = [
        "a": [1, number("2.0")], "b": [1, 2], "s": [1, number("2.0")],
        "m": [["k": "x", "v": number("1.0")]], "n": [[:], .null],
        "o": ["v": number("1.0"), "w": 1], "p": ["v": 1, "w": 1], "q": ["v": number("1.0")],
    ]

    private static let error = "invalid data, expected int, got float64"

    @Test(
        arguments: [
            "self.a == self.b", "self.a == [1, 2]", "self.a == self.a", "self.m == self.m",
            "dyn(self.o) == dyn(self.p)", "self.q == {'v': 1}",
            "self.a + [3] == [1, 2, 3]", "2 in self.a",
            "optional.of(self.a) == optional.of(self.b)",
            "!(self.a == self.b)", "dyn(self.a[1]) == 1",
        ]
    )
    func `an error in a comparison is the result`(rule: String) {
        #expect(
            Self.evaluate(rule, Self.object)
                == ["Invalid value: \"object\": \(Self.error) evaluating rule: \(rule)"]
        )
    }

    @Test(
        arguments: [
            // `!=` is true if the values are not equal, for whatever reason.
            "self.a != self.b", "dyn(self.o) != dyn(self.p)",
            // A scalar is not equal to an error.
            "!(self.b == self.a)", "!([1, 2] == self.a)",
            // An element before the error differs.
            "!(self.a == [2, 2])", "1 in self.a", "self.a.size() == 2",
            // Literals ignore errors in what they contain.
            "[self.a] == [self.a]", "{'k': self.a} == {'k': self.b}", "!([self.a] == [[2, 2]])",
            "!(self.a in [self.a])",
            // Sets look for the elements of the right side, and never find an error.
            "!(self.s == self.s)", "!(self.s == [1, 2])",
            // Functions that search count errors as different.
            "self.b.indexOf(7) == -1", "self.a.indexOf(2) == -1", "!sets.contains(self.a, [2])",
            // Null differs from all other values.
            "!(dyn(self.b) == null)", "!(dyn(self.p) == null)",
        ]
    )
    func `an error in a comparison can be without an effect`(rule: String) {
        #expect(Self.evaluate(rule, Self.object) == [])
    }

    @Test(
        arguments: [
            "dyn(self.b) == 1", "dyn(self.p) == 'a'", "dyn(self.b) == dyn(self.p)",
            "dyn(ip('1.2.3.4')) == '1.2.3.4'", "dyn(quantity('1')) == 1",
            "self.n == [self.n[1], self.n[0]]",
        ]
    )
    func `values without a common type cannot be compared`(rule: String) {
        let detail =
            "call arguments did not match a supported operator, function or macro signature"
        #expect(
            Self.evaluate(rule, Self.object) == [
                "Invalid value: \"object\": 'no such overload': \(detail) for rule: \(rule)"
            ]
        )
    }

    @Test(
        arguments: [
            "!(1 == dyn(self.b))", "!('a' == dyn(self.p))", "!(dyn([1]) == 1)", "!(dyn({}) == 1)",
            "!(dyn('1.2.3.4') == ip('1.2.3.4'))", "dyn(self.b) != 1",
        ]
    )
    func `a literal on the left differs from values of other types`(rule: String) {
        #expect(Self.evaluate(rule, Self.object) == [])
    }
}
