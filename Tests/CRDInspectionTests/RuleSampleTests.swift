import CRDLibYAML
import CRDPages
import CRDRuntime
import CRDSchema
import CRDYAML
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDInspection

/// Samples of kinds with CEL rules.
@Suite struct RuleSampleTests {
    /// A kind with a required field that has a schema.
    private static func entry(_ schema: String) throws -> ResourceCatalog.Entry {
        let text = InspectedText.widget(
            "spec: {type: object, required: [f], properties: {f: \(schema)}}"
        )
        return try ResourceCatalog(text).entry(at: AttributePath("Widget"), apiVersion: nil)
    }

    /// The field in a sample, as JSON.
    private static func field(_ schema: String, _ extent: Example.Extent) throws -> String {
        let sample = Sample(of: try entry(schema), extent: extent)
        #expect(sample.warnings == [])
        return sample.json["spec"]?["f"]?.jsonText ?? ""
    }

    /// An object with three optional strings and a rule.
    private static func object(_ rule: String, required: String = "[]") -> String {
        """
        {type: object, required: \(required), properties: {a: {type: string}, b: {type: string}, \
        c: {type: string}}, x-kubernetes-validations: [{rule: "\(rule)"}]}
        """
    }

    @Test(
        arguments: [
            ("has(self.b)", #"{"b":"b"}"#, #"{"a":"a","b":"b","c":"c"}"#),
            ("!has(self.b)", "{}", #"{"a":"a","c":"c"}"#),
            ("has(self.a) != has(self.b)", #"{"a":"a"}"#, #"{"a":"a","c":"c"}"#),
            ("!(has(self.a) && has(self.b))", "{}", #"{"a":"a","c":"c"}"#),
            (
                "[has(self.a), has(self.b), has(self.c)].exists_one(x, x)", #"{"a":"a"}"#,
                #"{"a":"a"}"#
            ),
            (
                "(has(self.a) ? 1 : 0) + (has(self.b) ? 1 : 0) + (has(self.c) ? 1 : 0) == 2",
                #"{"a":"a","b":"b"}"#, #"{"a":"a","b":"b"}"#
            ),
            ("self.b == 'x'", #"{"b":"x"}"#, #"{"a":"a","b":"x","c":"c"}"#),
            (
                "has(self.a) && self.b in ['x', 'y']", #"{"a":"a","b":"x"}"#,
                #"{"a":"a","b":"x","c":"c"}"#
            ),
            ("self.a == self.b", nil, #"{"a":"b","b":"b","c":"c"}"#),
            ("self.a.split('.').size() > 2", #"{"a":"a.a.a"}"#, #"{"a":"a.a.a","b":"b","c":"c"}"#),
            ("self.?b.orValue('') == 'x'", #"{"b":"x"}"#, #"{"a":"a","b":"x","c":"c"}"#),
            ("self.a.startsWith('/')", nil, #"{"a":"/a","b":"b","c":"c"}"#),
            ("self.a.endsWith('/')", nil, #"{"a":"a/","b":"b","c":"c"}"#),
            ("self.a.matches('^v[0-9]+$')", nil, #"{"a":"v1","b":"b","c":"c"}"#),
            ("isURL(self.a)", nil, #"{"a":"https://example.com","b":"b","c":"c"}"#),
            ("isCIDR(self.a)", nil, #"{"a":"192.0.2.0/24","b":"b","c":"c"}"#),
            ("duration(self.a) > duration('1m')", nil, #"{"a":"1h","b":"b","c":"c"}"#),
            (
                "self.a.startsWith('id-') && self.a.substring(3).matches('^[0-9]{2}$')", nil,
                #"{"a":"id-11","b":"b","c":"c"}"#
            ),
        ] as [(String, String?, String?)]
    )
    func `fields and values are chosen by a rule`(
        _ rule: String,
        _ minimal: String?,
        _ full: String?
    ) throws {
        let schema = Self.object(rule)
        let own = try Self.field(schema, .minimal)
        if let minimal { #expect(own == minimal) }
        let whole = try Self.field(schema, .full)
        if let full { #expect(whole == full) }
    }

    @Test(
        arguments: [
            (
                "{type: array, minItems: 1, items: {type: object, properties: {a: {type: string}}, "
                    + "x-kubernetes-validations: [{rule: has(self.a)}]}}",
                #"[{"a":"a"}]"#
            ),
            (
                "{type: array, items: {type: string}, "
                    + "x-kubernetes-validations: [{rule: self.size() == 2}]}",
                #"["f","f-2"]"#
            ),
            (
                "{type: array, minItems: 1, items: {type: object, required: [a], "
                    + "properties: {a: {type: string}}}, "
                    + "x-kubernetes-validations: [{rule: \"self.all(x, x.a == 'v')\"}]}",
                #"[{"a":"v"}]"#
            ),
            (
                "{type: object, minProperties: 1, additionalProperties: {type: string}, "
                    + "x-kubernetes-validations: [{rule: \"self.all(k, k in ['v'])\"}]}",
                #"{"v":"f"}"#
            ),
            (
                "{type: object, additionalProperties: {type: integer}, "
                    + "x-kubernetes-validations: [{rule: \"'cpu' in self && self.cpu > 2\"}]}",
                nil
            ),
            (
                "{type: integer, x-kubernetes-validations: [{rule: self > 5}]}", #"6"#
            ),
            (
                "{type: string, default: '', x-kubernetes-validations: [{rule: self != ''}]}",
                #""f""#
            ),
            (
                // The rules of the added field are satisfied too.
                "{type: object, properties: {a: {type: object, properties: {b: {type: string}}, "
                    + "x-kubernetes-validations: [{rule: has(self.b)}]}}, "
                    + "x-kubernetes-validations: [{rule: has(self.a)}]}",
                #"{"a":{"b":"b"}}"#
            ),
            (
                // A default that a rule excludes is changed.
                "{type: object, properties: {a: {type: string, default: x}, b: {type: string}}, "
                    + "x-kubernetes-validations: [{rule: \"self.a == 'y' && !has(self.b)\"}]}",
                #"{"a":"y"}"#
            ),
        ] as [(String, String?)]
    )
    func `rules apply at any depth`(_ schema: String, _ field: String?) throws {
        let own = try Self.field(schema, .minimal)
        if let field { #expect(own == field) }
        _ = try Self.field(schema, .full)
    }

    @Test func `keys are in the order of the schema`() throws {
        let schema = Self.object("has(self.a) == has(self.b)", required: "[b, c]")
        #expect(try Self.field(schema, .minimal) == #"{"a":"a","b":"b","c":"c"}"#)
    }

    @Test func `a rule can require a name`() throws {
        let text = InspectedText.widget("spec: {type: object}").replacing(
            "openAPIV3Schema:",
            with: "openAPIV3Schema:\n        x-kubernetes-validations: "
                + "[{rule: \"self.metadata.name == 'cluster'\"}]"
        )
        let entry = try ResourceCatalog(text).entry(at: AttributePath("Widget"), apiVersion: nil)
        let sample = Sample(of: entry)
        #expect(sample.warnings == [])
        #expect(sample.json["metadata"]?["name"] == "cluster")
        #expect(sample.swift.contains(#"name: "cluster""#))
    }

    @Test func `a rule that no value satisfies is reported`() throws {
        let schema = Self.object("self.a != self.a', message: 'must differ", required: "[a]")
            .replacing("\"", with: "'")
        let sample = Sample(of: try Self.entry(schema))
        #expect(
            sample.warnings.map(\.message) == [
                "no valid value found, so the API server would reject the sample: "
                    + "spec.f: rule 'self.a != self.a' not satisfied: must differ"
            ]
        )
    }

    @Test func `other rules are satisfied nevertheless`() throws {
        let schema = """
            {type: object, properties: {a: {type: string}}, x-kubernetes-validations: \
            [{rule: 'false'}, {rule: has(self.a)}]}
            """
        let sample = Sample(of: try Self.entry(schema))
        #expect(sample.json["spec"]?["f"]?["a"] == "a")
        #expect(sample.warnings.count == 1)
    }

    @Test(.timeLimit(.minutes(15)))
    func `the search for values is bounded`() throws {
        let names = (0..<60).map { "a\($0)" }
        let properties = names.map { "\($0): {type: string}" }.joined(separator: ", ")
        let sum = names.map { "(has(self.\($0)) ? 1 : 0)" }.joined(separator: " + ")
        let schema = """
            {type: object, properties: {\(properties)}, \
            x-kubernetes-validations: [{rule: "\(sum) == 31"}]}
            """
        for extent in [Example.Extent.minimal, .full] {
            #expect(Sample(of: try Self.entry(schema), extent: extent).warnings.count == 1)
        }
    }
}
