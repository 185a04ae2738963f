import CRDGeneratorCore
import CRDYAML
import Testing

/// What is said of a malformed CRD, of which nothing is kept.
struct CRDReaderErrorTests {
    /// Lines of a CRD with what stands in their place, and what is said.
    typealias Row = (edits: [String: String], expected: String)

    private static let document: [Row] = [
        (
            ["apiVersion: apiextensions.k8s.io/v1": "apiVersion: 1️⃣apps/v1"],
            "1️⃣ error: 'apiVersion' is the string \"apps/v1\", expected \(apiVersions)"
        ),
        (
            ["apiVersion: apiextensions.k8s.io/v1": "apiVersion: 1️⃣1"],
            "1️⃣ error: 'apiVersion' is the number 1, expected \(apiVersions)"
        ),
        (
            [
                "apiVersion: apiextensions.k8s.io/v1": "",
                "kind: CustomResourceDefinition": "1️⃣kind: CustomResourceDefinition",
            ],
            "1️⃣ error: no 'apiVersion', expected \(apiVersions)"
        ),
        (["spec:": "spec: 1️⃣x\nother:"], "1️⃣ error: 'spec' is the string \"x\", expected a mapping"),
        (["spec:": "spec: 1️⃣[]\nother:"], "1️⃣ error: 'spec' is a sequence, expected a mapping"),
        (
            [
                "apiVersion: apiextensions.k8s.io/v1": "1️⃣apiVersion: apiextensions.k8s.io/v1",
                "spec:": "other:",
            ],
            "1️⃣ error: no 'spec' with 'group', 'names', and 'versions'; if this is a kustomize patch, "
                + "use the output of 'kubectl kustomize'"
        ),
    ]

    private static let names: [Row] = [
        (
            ["group: example.com": "", "names:": "1️⃣names:"],
            "1️⃣ error: no 'group', expected \(group)"
        ),
        (
            ["group: example.com": "group: 1️⃣7"],
            "1️⃣ error: 'group' is the number 7, expected \(group)"
        ),
        (
            ["group: example.com": "group: 1️⃣example"],
            "1️⃣ error: 'group' is the string \"example\", expected \(group)"
        ),
        (
            ["group: example.com": "group: 1️⃣../../etc"],
            "1️⃣ error: 'group' is the string \"../../etc\", expected \(group)"
        ),
        (
            ["group: example.com": "group: 1️⃣a_b.c"],
            "1️⃣ error: 'group' is the string \"a_b.c\", expected \(group)"
        ),
        (
            ["group: example.com": "1️⃣group: example.com", "names:": "conversion:"],
            "1️⃣ error: no 'names', expected a mapping"
        ),
        (
            ["names:": "names: 1️⃣widgets\nconversion:"],
            "1️⃣ error: 'names' is the string \"widgets\", expected a mapping"
        ),
        (
            ["kind: Widget": "", "plural: widgets": "1️⃣plural: widgets"],
            "1️⃣ error: no 'kind', expected \(kind)"
        ),
        (["kind: Widget": "kind: 1️⃣true"], "1️⃣ error: 'kind' is the Boolean true, expected \(kind)"),
        (
            ["kind: Widget": "kind: 1️⃣'A { } ; import Foundation'"],
            "1️⃣ error: 'kind' is the string \"A { } ; import Foundation\", expected \(kind)"
        ),
        (
            ["kind: Widget": "kind: 1️⃣\"A\\n}\""],
            #"1️⃣ error: 'kind' is the string "A\n}", expected "# + kind
        ),
        (["kind: Widget": "kind: 1️⃣1A"], "1️⃣ error: 'kind' is the string \"1A\", expected \(kind)"),
        (["kind: Widget": "kind: 1️⃣Ä"], "1️⃣ error: 'kind' is the string \"Ä\", expected \(kind)"),
        (
            ["kind: Widget": "1️⃣kind: Widget", "plural: widgets": ""],
            "1️⃣ error: no 'plural', expected \(label)"
        ),
        (
            ["plural: widgets": "plural: 1️⃣Widgets"],
            "1️⃣ error: 'plural' is the string \"Widgets\", expected \(label)"
        ),
        (
            ["group: example.com": "1️⃣group: example.com", "scope: Namespaced": ""],
            "1️⃣ error: no 'scope', expected 'Namespaced' or 'Cluster'"
        ),
        (
            ["scope: Namespaced": "scope: 1️⃣Galaxy"],
            "1️⃣ error: 'scope' is the string \"Galaxy\", expected 'Namespaced' or 'Cluster'"
        ),
    ]

    private static let versions: [Row] = [
        (
            ["group: example.com": "1️⃣group: example.com", "versions:": "conversion:"],
            "1️⃣ error: no 'versions', expected a list of versions"
        ),
        (
            ["versions:": "versions:1️⃣\nconversion:"],
            "1️⃣ error: no 'versions', expected a list of versions"
        ),
        (
            ["versions:": "versions: 1️⃣v1\nconversion:"],
            "1️⃣ error: 'versions' is the string \"v1\", expected a list of versions"
        ),
        (
            ["versions:": "versions: 1️⃣[]\nconversion:"],
            "1️⃣ error: 'versions' is empty, expected at least one version"
        ),
        (
            ["- name: v1": "- 1️⃣v1\n- name: v2"],
            "1️⃣ error: a version is the string \"v1\", expected a mapping"
        ),
        (["- name: v1": "- 1️⃣deprecated: false"], "1️⃣ error: no 'name', expected \(label)"),
        (["- name: v1": "- name: 1️⃣1"], "1️⃣ error: 'name' is the number 1, expected \(label)"),
        (
            ["- name: v1": "- name: 1️⃣V_1"],
            "1️⃣ error: 'name' is the string \"V_1\", expected \(label)"
        ),
        (
            ["- name: v1": "- {name: v1, schema: {openAPIV3Schema: {}}}\n- name: 1️⃣v1"],
            "1️⃣ error: duplicate version 'v1', first defined on line 12"
        ),
    ]

    @Test(arguments: document + names + versions)
    func `what is missing or wrong is an error where it stands`(row: Row) throws {
        var text = CRDText.v1
        for (line, lines) in row.edits {
            text = try CRDText.replacing(line, by: lines, in: text)
        }
        let reading = Reading(text)
        #expect(reading.diagnostics == [row.expected])
        #expect(reading.definitions.isEmpty)
    }

    private static let apiVersions = "'apiextensions.k8s.io/v1' or 'apiextensions.k8s.io/v1beta1'"
    private static let group = "a group such as 'example.com'"
    private static let kind = "a kind such as 'Widget' (letters, digits and '-')"
    private static let label =
        "a name of lower-case letters, digits and '-' that begins with a letter"
}

// MARK: - Whole files

extension CRDReaderErrorTests {
    @Test(
        arguments: [
            (
                ["kind: Widget": "kind: [Widget", "plural: widgets": "plural1️⃣: widgets"],
                "1️⃣ error: did not find expected ',' or ']', "
                    + "while parsing a flow sequence that begins on line 8, column 11"
            ),
            (
                ["kind: Widget": "1️⃣\tkind: Widget"],
                "1️⃣ error: found character that cannot start any token: a tab, expected spaces"
            ),
            (
                ["scope: Namespaced": " 1️⃣scope: Namespaced"],
                "1️⃣ error: did not find expected key, "
                    + "while parsing a block mapping that begins on line 6, column 3; "
                    + "check the indentation, no line above begins in column 4"
            ),
            (
                ["kind: Widget": "kind: {1️⃣{ .Values.kind }}"],
                "1️⃣ error: a mapping cannot be a key, expected a scalar; "
                    + "the line looks like a template, which must be rendered first"
            ),
            (
                ["kind: Widget": "kind: Widget\n1️⃣kind: Other"],
                "1️⃣ error: duplicate key 'kind', first defined on line 8"
            ),
        ] as [Row]
    )
    func `a file that is not YAML is an error where it stops being some`(row: Row) throws {
        var text = CRDText.v1
        for (line, lines) in row.edits { text = try CRDText.replacing(line, by: lines, in: text) }
        #expect(Reading(text).diagnostics == [row.expected])
    }

    @Test func `a truncated file never gives a CRD that is not whole`() {
        let lines = CRDText.v1.split(separator: "\n")
        for count in 1...11 {
            let reading = Reading(lines.prefix(count).joined(separator: "\n"))
            #expect(reading.definitions.isEmpty, "cut after line \(count)")
            #expect(reading.diagnostics.count >= 1, "cut after line \(count)")
        }
    }

    @Test func `everything that is wrong is told, in the order of the file`() throws {
        let text = CRDText.v1
            .replacing("example.com\n  names", with: "1️⃣Example.com\n  2️⃣extra: 1\n  names")
            .replacing("Widget\n", with: "3️⃣'-'\n")
            .replacing("Namespaced", with: "4️⃣Everywhere")
        #expect(
            Reading(text).diagnostics == [
                "1️⃣ error: 'group' is the string \"Example.com\", expected \(Self.group)",
                "2️⃣ warning: unknown key 'extra', ignored",
                "3️⃣ error: 'kind' is the string \"-\", expected \(Self.kind)",
                "4️⃣ error: 'scope' is the string \"Everywhere\", expected 'Namespaced' or 'Cluster'",
            ]
        )
    }

    @Test func `a CRD without fault is kept beside one with faults`() throws {
        let broken = try CRDText.replacing("scope: Namespaced", by: "scope: 1️⃣x")
        let reading = Reading(broken + "---\n" + CRDText.v1)
        #expect(reading.definitions.count == 1)
        #expect(
            reading.diagnostics
                == ["1️⃣ error: 'scope' is the string \"x\", expected 'Namespaced' or 'Cluster'"]
        )
    }
}
