import CRDDefinitionValidity
import CRDLibYAML
import CRDYAML
import TestSupport
import Testing

/// An error inside of an expression is reported at its place in the file.
///
/// `self` is an integer in all rules, so `self > 'a'` is an error at the operator.
@Suite struct RuleLocationTests {
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
                  f:
                    type: integer
                    x-kubernetes-validations:
                    - message: ä
                      RULE
                      reason: FieldValueInvalid

        """

    private func check(_ rule: String, in text: String = definition) throws {
        let lines = rule.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = MarkedText(
            text.replacing("RULE", with: lines.joined(separator: "\n              "))
        )
        for bytes in [Array(marked.text.utf8), Self.utf16(marked.text)] {
            let document = try #require(Node.parse(bytes, file: "crd.yaml").first)
            let positions = CRDValidity(document).diagnostics.map(\.position)
            #expect(positions.map { $0.map(marked.place) } == ["1️⃣"], "\(marked.text)")
        }
    }

    /// Returns a text in UTF-16 with a byte order mark.
    private static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test(
        arguments: [
            "rule: self 1️⃣> 'a'",
            "rule:   self 1️⃣> 'a'   # a comment",
            "rule: size('ä😀') > 0 && self 1️⃣> 'a'",
            "rule: self > 1 &&\n  self 1️⃣> 'a'",
            "rule: self > 1 &&   \n\n  \n  self < 9\n  && self 1️⃣> 'a'",
            "rule:\n  self > 1 && self\n    1️⃣> 'a'",
            "rule: self ==1️⃣",
        ]
    )
    func `in a plain scalar`(rule: String) throws { try check(rule) }

    @Test(
        arguments: [
            "rule: 'self 1️⃣> ''a'''",
            "rule: '''ä😀'' != ''b'' && self 1️⃣> ''a'''",
            "rule: 'self > 1   \n  && ''it''  != ''''\n\n  && self 1️⃣> ''a'''",
            "rule: 'self ==1️⃣ '",
        ]
    )
    func `in single quotes`(rule: String) throws { try check(rule) }

    @Test(
        arguments: [
            #"rule: "self 1️⃣> 'a'""#,
            #"rule: "'\u00e4\x41\U0001F600\t\"\\\\' != 'b' && self 1️⃣> 'a'""#,
            "rule: \"self > 1 \\\n    && self 1️⃣> 'a'\"",
            "rule: \"self > 1 \\\n\n    \\ && self  \n  1️⃣> 'a'\"",
            "rule: \"self > 1\n   \n  && self 1️⃣> 'a'\"",
            #"rule: "self\u00201️⃣\x3E 'a'""#,
            #"rule: !!str &rule "self 1️⃣> 'a'""#,
            "rule: !!str\n  &rule \"self 1️⃣> 'a'\"",
        ]
    )
    func `in double quotes`(rule: String) throws { try check(rule) }

    @Test(
        arguments: [
            "rule: |\n  self 1️⃣> 'a'",
            "rule: |-  # a comment\n  // ä😀\n\n  self > 1 &&\n    self 1️⃣> 'a'\n",
            "rule: |2-\n    self > 1 &&\n  self 1️⃣> 'a'",
            "rule: |+\n\n\n  self > 1 && 'ä'\n  .size() > 0 && self 1️⃣> 'a'\n\n",
            "rule: &rule |\n  self > 1 &&\n  self ==1️⃣\n",
        ]
    )
    func `in a literal block scalar`(rule: String) throws { try check(rule) }

    @Test(
        arguments: [
            "rule: >\n  self 1️⃣> 'a'",
            "rule: >-\n  self > 1\n  && 'ä' != 'b'\n  && self 1️⃣> 'a'\n",
            "rule: >-\n  self > 1\n\n\n  && self\n\n    < 9\n     && self < 8\n  && self 1️⃣> 'a'",
            "rule: >1-\n  self > 1\n  && self 1️⃣> 'a'",
            "rule: >+\n\n  self > 1 &&\n  self ==1️⃣\n\n",
        ]
    )
    func `in a folded block scalar`(rule: String) throws { try check(rule) }

    @Test func `in a message expression`() throws {
        try check("rule: self > 1\nmessageExpression: >-\n  'ä' + string(self)\n  1️⃣+ self")
    }

    @Test func `an error of the whole expression is reported at the scalar`() throws {
        try check("rule: 1️⃣|\n  self\n    + 1")
    }

    @Test func `in JSON`() throws {
        let rule = #"{"rule": "'\ud83d\ude00\/\u00e4\"' != 'a' &&\tself 1️⃣> 'a'"}"#
        let text = """
            {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": {"name": "things.x.test"}, "spec": {"group": "x.test", "scope": "Cluster",
            "names": {"plural": "things", "kind": "Thing"}, "versions": [{"name": "v1",
            "served": true, "storage": true, "schema": {"openAPIV3Schema": {"type": "object",
            "properties": {"f": {"type": "integer", "x-kubernetes-validations": [\(rule)]}}}}}]}}
            """
        let marked = MarkedText(text)
        let document = try #require(Node.parse(marked.text, file: "crd.json").first)
        #expect(document.isJSON)
        let positions = CRDValidity(document).diagnostics.map(\.position)
        #expect(positions.map { $0.map(marked.place) } == ["1️⃣"])
    }
}
