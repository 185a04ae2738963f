import CRDGeneratorCore
import CRDSchema
import CRDValues
import CRDYAML
import Testing

/// What is said of a CRD that is questionable, and what becomes of it.
struct CRDReaderWarningTests {
    @Test(
        arguments: [
            (
                "group: example.com", "group: example.com\n1️⃣groups: x",
                "1️⃣ warning: unknown key 'groups', ignored, did you mean 'group'?"
            ),
            ("kind: Widget", "kind: Widget\n1️⃣short: x", "1️⃣ warning: unknown key 'short', ignored"),
            (
                "served: true", "served: true\n1️⃣stored: true",
                "1️⃣ warning: unknown key 'stored', ignored"
            ),
            ("schema:", "schema:\n  1️⃣title: x", "1️⃣ warning: unknown key 'title', ignored"),
            (
                "storage: true", "storage: true\nsubresources: {1️⃣exec: {}}",
                "1️⃣ warning: unknown key 'exec', ignored"
            ),
            (
                "name: widgets.example.com", "name: 1️⃣gadgets.example.com",
                "1️⃣ warning: 'metadata.name' is the string \"gadgets.example.com\", "
                    + "expected 'widgets.example.com'"
            ),
            (
                "name: widgets.example.com", "name: 1️⃣[x]",
                "1️⃣ warning: 'metadata.name' is a sequence, expected 'widgets.example.com'"
            ),
            (
                "served: true", "served: false\n<<: {1️⃣served: true}",
                "1️⃣ warning: duplicate key 'served', first defined on line 13; the merge key '<<' on "
                    + "line 14 defines it too, the last value is used, and kubectl sends it without "
                    + "a warning"
            ),
            (
                "served: true", "served: 1️⃣1",
                "1️⃣ warning: 'served' is the number 1, expected a Boolean, ignored"
            ),
            (
                "served: true", "served: true\ndeprecated: 1️⃣'yes'",
                "1️⃣ warning: 'deprecated' is the string \"yes\", expected a Boolean, ignored"
            ),
            (
                "served: true", "served: true\ndeprecationWarning: 1️⃣{}",
                "1️⃣ warning: 'deprecationWarning' is a mapping, expected a string, ignored"
            ),
            (
                "name: widgets.example.com", "name: widgets.example.com\nlabels: {1️⃣off: a}",
                "1️⃣ warning: the key 'off' is not a string in YAML 1.1, so it is read as 'false'; "
                    + "quote it"
            ),
            (
                "kind: Widget", "kind: Widget\nsingular: 1️⃣5",
                "1️⃣ warning: 'singular' is the number 5, expected a string, ignored"
            ),
            (
                "kind: Widget", "kind: Widget\nshortNames: 1️⃣w",
                "1️⃣ warning: 'shortNames' is the string \"w\", expected a list of strings, ignored"
            ),
            (
                "kind: Widget", "kind: Widget\ncategories: [all, 1️⃣no]",
                "1️⃣ warning: an item of 'categories' is the Boolean no, expected a string, ignored"
            ),
            (
                "storage: true", "storage: true\nsubresources: 1️⃣[status]",
                "1️⃣ warning: 'subresources' is a sequence, expected a mapping, ignored"
            ),
            (
                "storage: true", "storage: true\nsubresources: {status: 1️⃣true}",
                "1️⃣ warning: 'status' is the Boolean true, expected a mapping, ignored"
            ),
            (
                "storage: true", "storage: true\nsubresources: {scale: 1️⃣{specReplicasPath: .a}}",
                "1️⃣ warning: no 'statusReplicasPath', expected a string, ignoring this entry"
            ),
            (
                "storage: true", "storage: true\nadditionalPrinterColumns: 1️⃣{}",
                "1️⃣ warning: 'additionalPrinterColumns' is a mapping, expected a list, ignored"
            ),
            (
                "storage: true", "storage: true\nadditionalPrinterColumns: [1️⃣x]",
                "1️⃣ warning: an item of 'additionalPrinterColumns' is the string \"x\", "
                    + "expected a mapping, ignored"
            ),
            (
                "storage: true",
                "storage: true\nadditionalPrinterColumns: [1️⃣{type: string, jsonPath: .a}]",
                "1️⃣ warning: no 'name', expected a string, ignoring this entry"
            ),
            (
                "storage: true",
                "storage: true\nadditionalPrinterColumns: [{name: 1️⃣on, type: string, jsonPath: .a}]",
                "1️⃣ warning: 'name' is the Boolean on, expected a string, ignoring this entry"
            ),
            (
                "storage: true",
                "storage: true\nadditionalPrinterColumns: "
                    + "[{name: a, type: string, jsonPath: .a, priority: 1️⃣high}]",
                "1️⃣ warning: 'priority' is the string \"high\", expected an integer, ignored"
            ),
            (
                "storage: true", "storage: true\nselectableFields: [1️⃣{path: .a}]",
                "1️⃣ warning: no 'jsonPath', expected a string, ignoring this entry"
            ),
        ] as [(String, String, String)]
    )
    func `what is questionable is a warning where it stands`(
        line: String,
        lines: String,
        expected: String
    ) throws {
        let reading = Reading(try CRDText.replacing(line, by: lines))
        #expect(reading.diagnostics == [expected])
        #expect(reading.definitions.map(\.names.kind) == ["Widget"])
    }

    @Test func `a CRD without metadata is one that Kubernetes does not take`() throws {
        let text = try CRDText.replacing("metadata:", by: "status:")
        let reading = Reading("1️⃣" + text)
        #expect(
            reading.diagnostics == ["1️⃣ warning: no 'metadata.name', expected 'widgets.example.com'"]
        )
        #expect(reading.definitions.count == 1)
    }

    @Test(arguments: ["schema: {}", "schema: {openAPIV3Schema: null}", ""])
    func `a version without a schema keeps everything`(schema: String) throws {
        let text =
            CRDText.v1.prefix { $0 != "-" } + "- 1️⃣name: v1\n    storage: true\n    \(schema)\n"
        let reading = Reading(String(text))
        #expect(
            reading.diagnostics == [
                "1️⃣ warning: version 'v1' has no schema, expected 'openAPIV3Schema', "
                    + "keeping everything but metadata as JSON"
            ]
        )
        let version = try #require(reading.definitions.first?.versions.first)
        #expect(version.schema.keywords.preservesUnknownFields)
        #expect(version.schemaNode == nil)
    }

    @Test func `a schema that is none is told besides`() {
        let head = CRDText.v1.prefix { $0 != "-" }
        #expect(
            Reading(head + "- 1️⃣name: v1\n    storage: true\n    schema: 2️⃣x\n").diagnostics == [
                "1️⃣ warning: version 'v1' has no schema, expected 'openAPIV3Schema', "
                    + "keeping everything but metadata as JSON",
                "2️⃣ warning: 'schema' is the string \"x\", expected a mapping, ignored",
            ]
        )
    }

    @Test(arguments: ["version: v1", "validation: {}", "subresources: {}", "selectableFields: []"])
    func `what belongs to v1beta1 is not read in v1`(line: String) throws {
        let key = line.prefix { $0 != ":" }
        let text = try CRDText.replacing("scope: Namespaced", by: "scope: Namespaced\n1️⃣\(line)")
        #expect(
            Reading(text).diagnostics == [
                "1️⃣ warning: '\(key)' in 'spec' is of 'apiextensions.k8s.io/v1beta1', "
                    + "expected it in 'versions', ignored"
            ]
        )
    }

    @Test func `a CRD that stores no version gives no short name`() throws {
        let text = try CRDText.replacing("- name: v1", by: "1️⃣- name: v1")
        let reading = Reading(text.replacing("storage: true", with: "storage: false"))
        #expect(
            reading.diagnostics == [
                "1️⃣ warning: no version has 'storage: true', expected exactly one, "
                    + "giving none of them a short name"
            ]
        )
        #expect(reading.definitions.first?.versions.map(\.definition.isStorage) == [false])
    }

    @Test func `a CRD that stores two versions gives the first the short name`() throws {
        let text = try CRDText.replacing(
            "- name: v1",
            by: "1️⃣- {name: v2, storage: true, schema: {openAPIV3Schema: {}}}\n- name: v1"
        )
        #expect(
            Reading(text).diagnostics == [
                "1️⃣ warning: versions 'v2', 'v1' have 'storage: true', expected exactly one, "
                    + "giving the short name to v2"
            ]
        )
    }

    @Test func `what is wrong for all versions of v1beta1 is said once`() throws {
        let text = try CRDText.replacing(
            "version: v1alpha1",
            by: "versions: [{name: v1, storage: true}, {name: v2}]\nsubresources: 1️⃣x",
            in: CRDText.v1beta1
        )
        let reading = Reading(text)
        #expect(
            reading.diagnostics
                == ["1️⃣ warning: 'subresources' is the string \"x\", expected a mapping, ignored"]
        )
        #expect(reading.definitions.first?.versions.count == 2)
    }
}
