import Testing

@testable import CRDComparison

/// Changed CEL rules.
@Suite struct RuleComparisonTests {
    /// Returns the differences of a field whose rules change.
    private static func changes(_ old: String, _ new: String) -> [String] {
        func field(_ rules: String) -> String {
            "a: {type: object, properties: {b: {type: string}}, "
                + "x-kubernetes-validations: [\(rules)]}"
        }
        let place = "new.yaml:24:15: "
        return CatalogComparison(field(old), field(new)).lines.map { line in
            line.replacing(place, with: "").replacing("example.com/v1/Widget.", with: "")
        }
    }

    @Test(arguments: [
        ("{rule: self.b  !=  'x'}", #"{rule: 'self.b != "x"'}"#),
        ("{rule: self.b != 'x'}", "{rule: (self.b) != ('x')}"),
        ("{rule: self.b != 'x'}", #"{rule: "self.b != 'x' // never"}"#),
        (
            "{rule: (has(self.b) && self.b > 'x') && self.b < 'z'}",
            "{rule: has(self.b) && (self.b > 'x' && self.b < 'z')}"
        ),
        ("{rule: self.b != 'x', message: m}", "{rule: self.b != 'x', message: n}"),
        ("{rule: self.b != 'x'}", "{rule: self.b != 'x', messageExpression: self.b}"),
        (
            "{rule: self.b != 'x', reason: FieldValueInvalid}",
            "{rule: self.b != 'x', reason: FieldValueForbidden, fieldPath: .b}"
        ),
        (
            "{rule: self.b != 'x'}, {rule: self.b != 'y'}",
            "{rule: self.b != 'y'}, {rule: self.b != 'x'}"
        ),
        ("{rule: not   valid}", "{rule: not valid}"),
    ])
    func `a rule in other words is no change`(_ old: String, _ new: String) {
        #expect(Self.changes(old, new) == [])
    }

    @Test func `a removed rule is compatible`() {
        #expect(
            Self.changes("{rule: self.b != 'x'}", "")
                == ["compatible: spec.a: rule 'self.b != 'x'' removed"]
        )
    }

    @Test func `an added rule is breaking`() {
        #expect(
            Self.changes("", "{rule: self.b != 'x'}")
                == ["breaking (manifests): spec.a: rule 'self.b != 'x'' added"]
        )
    }

    @Test func `rules that begin with the same words are not shortened`() {
        let start = "self.b != 'a' && self.b != 'b' && self.b != 'c' && self.b != 'd' && self.b"
        #expect(
            Self.changes("{rule: \"\(start) != 'e'\"}", "{rule: \"\(start) != 'f'\"}")
                == [
                    "compatible: spec.a: rule '\(start) != 'e'' removed",
                    "breaking (manifests): spec.a: rule '\(start) != 'f'' added",
                ]
        )
        #expect(
            Self.changes("", "{rule: \"\(start) != 'e'\"}")
                == ["breaking (manifests): spec.a: rule '\(start.prefix(60))…' added"]
        )
    }

    @Test(arguments: [
        ("self.b != 'x'", "self.b != 'y'"),
        ("self.b != 'x'", "self.b == 'x'"),
        ("!(self.b == 'x')", "self.b != 'x'"),
        (
            "self.b == 'x' || self.b == 'y' && has(self.b)",
            "(self.b == 'x' || self.b == 'y') && has(self.b)"
        ),
        ("not valid", "not valid either"),
    ])
    func `another rule is a removed one and an added one`(_ old: String, _ new: String) {
        #expect(
            Self.changes(#"{rule: "\#(old)"}"#, #"{rule: "\#(new)"}"#)
                == [
                    "compatible: spec.a: rule '\(old)' removed",
                    "breaking (manifests): spec.a: rule '\(new)' added",
                ]
        )
    }

    @Test func `a rule that applies to new values too is another one`() {
        #expect(
            Self.changes(
                "{rule: self == oldSelf}",
                "{rule: self == oldSelf, optionalOldSelf: true}"
            )
            .count == 2
        )
    }
}
