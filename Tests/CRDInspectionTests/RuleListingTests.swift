import CRDGeneratorCore
import CRDInspection
import CRDReports
import CRDRuntime
import CRDValues
import CRDYAML
import TestSupport
import Testing

/// `crdgen rules`: each rule with its place and cost.
@Suite struct RuleListingTests {
    /// A CRD with rules at several places.
    private static let definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.x.test}
        spec:
          group: x.test
          scope: Namespaced
          names: {plural: things, kind: Thing}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    x-kubernetes-validations:
                    - rule: self.size == oldSelf.size
                      message: size is immutable
                    properties:
                      size: {type: integer}
                      ports:
                        type: array
                        items:
                          type: object
                          properties: {name: {type: string, maxLength: 63}}
                        x-kubernetes-validations:
                        - rule: |
                            self.all(p,
                              self.exists_one(q, q.name == p.name))
                          message: names are unique
                      labels:
                        type: object
                        additionalProperties:
                          type: string
                          maxLength: 63
                          x-kubernetes-validations:
                          - rule: self.matches('^[a-z]+$')
                          - rule: self > 1

        """

    private static func listing(_ text: String = definition) -> RuleListing {
        RuleListing(of: Generator.Input(path: "crd.yaml", bytes: Array(text.utf8)))
    }

    @Test func `rules are listed with their costs and what reduces them`() {
        #expect(
            Self.listing().text(style: .plain) == """
                Thing v1 (x.test), crd.yaml: 4 rules, more than 100 times the limit for all rules

                  spec.labels[*], line 40
                    self > 1
                    invalid: compilation failed: ERROR: <input>:1:6: found no matching overload for \
                '_>_' applied to '(string, int)'
                      | self > 1
                      | .....^

                  spec.ports, line 29
                    self.all(p,
                      self.exists_one(q, q.name == p.name))
                    message: names are unique
                    cost 35,184,311,271,452: more than 100 times the limit
                      with maxItems: 64 on spec.ports: 1.3 % of the limit

                  spec.labels[*], line 39
                    self.matches('^[a-z]+$')
                    cost 55,574,528: 5.6 times the limit
                      with maxProperties: 64 on spec.labels: 0.03 % of the limit

                  spec, line 19
                    self.size == oldSelf.size
                    message: size is immutable
                    transition rule: compares with the old value
                    cost 4: less than 0.01 % of the limit

                """
        )
    }

    @Test func `a limit brings the cost that the listing says`() {
        let rules = Self.listing().versions[0].rules
        for rule in rules {
            guard case .cost(_, let reductions) = rule.estimate else { continue }
            for reduction in reductions where reduction.limits.map(\.path) == ["spec.ports"] {
                let limited = Self.definition.replacing(
                    "ports:\n",
                    with: "ports:\n                maxItems: 64\n"
                )
                let same = Self.listing(limited).versions[0].rules
                    .first { $0.rule == rule.rule }
                #expect(same?.estimate.cost == reduction.cost)
            }
        }
    }

    @Test func `JSON has an object for each rule`() throws {
        guard case .array(let rules) = Self.listing().json else { return }
        #expect(rules.count == 4)
        let transition = try #require(rules.first { $0["transition"] == true })
        #expect(
            transition == [
                "group": "x.test", "version": "v1", "kind": "Thing", "path": "spec",
                "file": "crd.yaml", "line": 19, "column": 21,
                "rule": "self.size == oldSelf.size", "message": "size is immutable",
                "messageExpression": .null, "transition": true, "limit": 10_000_000, "cost": 4,
                "share": 4e-07, "error": .null, "reductions": [],
                "messageExpressionCost": .null, "messageExpressionError": .null,
            ]
        )
    }

    @Test func `limits that reduce a cost only together are listed together`() throws {
        // One level of lists without a limit makes the number of strings unknown.
        let text = Self.definition.replacing(
            "{name: {type: string, maxLength: 63}}",
            with: "{name: {type: array, items: {type: string, maxLength: 9, "
                + "x-kubernetes-validations: [{rule: 'self.matches(\"^a.*b.*c$\")'}]}}}"
        )
        let rules = Self.listing(text).versions[0].rules
        let rule = try #require(rules.first { $0.path == "spec.ports[*].name[*]" })
        guard case .cost(_, let reductions) = rule.estimate else { return }
        #expect(
            reductions.map { $0.limits.map { "\($0.keyword) \($0.path)" } }
                == [["maxItems spec.ports", "maxItems spec.ports[*].name"]]
        )
    }

    @Test func `message expressions have costs of their own`() {
        let text = Self.definition.replacing(
            "message: size is immutable",
            with: #"messageExpression: "self.size > 1 ? 'a' : 'b'""#
        )
        let costs = Self.listing(text).versions[0].rules.map(\.messageEstimate?.cost)
        #expect(costs == [nil, nil, nil, 3])
        let invalid = text.replacing("'b'", with: "self.size")
        let found = Self.listing(invalid).text(style: .plain)
        #expect(found.contains("\n    invalid: messageExpression compilation failed: ERROR: "))
    }

    @Test func `CRDs without rules are left out of the text`() {
        #expect(Self.listing(ValidityText.definition).text(style: .plain) == "no CEL rules\n")
    }

    @Test func `a CRD that cannot be read is an error`() {
        let text = Self.definition.replacing("scope: Namespaced", with: "scope: []")
        let listing = Self.listing(text)
        #expect(listing.versions.isEmpty)
        #expect(listing.errors.map(\.severity) == [.error])
    }
}
