import CRDGeneratorCore
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

@testable import CRDComparison

/// `crdgen diff`, what it says of kinds and versions.
@Suite struct KindComparisonTests {
    /// A CRD with versions, each of which is what stands behind its name.
    private static func crd(
        _ kind: String = "Widget",
        scope: String = "Namespaced",
        names: String = "",
        versions: [(name: String, words: String)] = [("v1", "storage: true")]
    ) -> String {
        let plural = kind.lowercased() + "s"
        let list = versions.map { name, words in
            let served = words.contains("served") ? "" : "served: true, "
            let schema = "schema: {openAPIV3Schema: {type: object}}"
            return "  - {name: \(name), \(served)\(words), \(schema)}"
        }
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: \(plural).example.com}
            spec:
              group: example.com
              scope: \(scope)
              names: {kind: \(kind), plural: \(plural)\(names)}
              versions:
            \(list.joined(separator: "\n"))

            """
    }

    private static let two = [("v1", "storage: false"), ("v2", "storage: true")]

    @Test(
        arguments: [
            (crd(), crd(), []),
            (
                crd(), crd("Widgets"),
                [
                    "old.yaml:7:11: breaking (source, manifests): example.com/Widget: "
                        + "kind removed, perhaps renamed to 'Widgets'",
                    "new.yaml:7:11: compatible: example.com/Widgets: kind added",
                ]
            ),
            (
                crd(), crd(versions: [("v1", "storage: true"), ("v2", "storage: false")]),
                ["new.yaml:10:5: compatible: example.com/v2/Widget: version added"]
            ),
            (
                crd(versions: two), crd(versions: [("v2", "storage: true")]),
                [
                    "old.yaml:9:5: breaking (source, manifests): example.com/v1/Widget: version removed"
                ]
            ),
            (
                crd(versions: [("v1", "storage: true"), ("v2", "storage: false")]),
                crd(versions: two),
                [
                    "new.yaml:10:30: breaking (source): example.com/Widget: "
                        + "Swift short name 'Widget' changed from 'v1' to the stored version 'v2'",
                    "new.yaml:10:30: compatible: example.com/Widget: "
                        + "stored version changed from 'v1' to 'v2'",
                ]
            ),
            (
                crd(), crd(versions: [("v2", "storage: true")]),
                [
                    "new.yaml:9:30: breaking (source): example.com/Widget: "
                        + "Swift short name 'Widget' changed from 'v1' to the stored version 'v2'",
                    "old.yaml:9:5: breaking (source, manifests): example.com/v1/Widget: "
                        + "version removed",
                    "new.yaml:9:5: compatible: example.com/v2/Widget: version added",
                ]
            ),
            (
                crd(), crd(versions: [("v1", "storage: true, deprecated: true")]),
                [
                    "new.yaml:9:45: compatible: example.com/v1/Widget: "
                        + "version is deprecated now, the compiler warns about its types"
                ]
            ),
            (
                crd(), crd(versions: [("v1", "storage: true, served: false")]),
                [
                    "new.yaml:9:31: breaking (manifests): example.com/v1/Widget: "
                        + "version is no longer served"
                ]
            ),
            (
                crd(), crd(scope: "Cluster"),
                [
                    "new.yaml:6:3: breaking (manifests): example.com/Widget: "
                        + "scope changed from 'Namespaced' to 'Cluster'"
                ]
            ),
            (
                crd(), crd(names: ", shortNames: [wd], listKind: Widgets, singular: w"),
                [
                    "new.yaml:7:60: changed (manifests): example.com/Widget: "
                        + "listKind changed from 'WidgetList' to 'Widgets'",
                    "new.yaml:7:79: compatible: example.com/Widget: "
                        + "singular changed from 'widget' to 'w'",
                    "new.yaml:7:42: compatible: example.com/Widget: "
                        + "short names changed from none to 'wd'",
                ]
            ),
            (
                crd(), crd(versions: [("v1", "storage: true, subresources: {status: {}}")]),
                [
                    "new.yaml:9:60: changed (manifests): example.com/v1/Widget: "
                        + "'status' is a subresource now, which is written separately"
                ]
            ),
        ] as [(String, String, [String])]
    )
    func `kinds and versions are compared by name`(
        _ old: String,
        _ new: String,
        _ lines: [String]
    ) {
        let comparison = CatalogComparison(["old.yaml": old], ["new.yaml": new])
        #expect(comparison.lines == lines)
        #expect(comparison.isBreaking == lines.contains { !$0.contains(": compatible: ") })
    }

    @Test func `a removed kind is looked for in other groups`() {
        let other = Self.crd().replacing("example.com", with: "example.org")
        let comparison = CatalogComparison(["old.yaml": Self.crd()], ["new.yaml": other])
        #expect(
            comparison.lines == [
                "old.yaml:7:11: breaking (source, manifests): example.com/Widget: "
                    + "kind removed, perhaps moved to group 'example.org'",
                "new.yaml:7:11: compatible: example.org/Widget: kind added",
            ]
        )
    }

    @Test func `a subresource that is removed has the old location`() {
        let old = Self.crd(versions: [("v1", "storage: true, subresources: {status: {}}")])
        let comparison = CatalogComparison(["old.yaml": old], ["new.yaml": Self.crd()])
        #expect(
            comparison.lines == [
                "old.yaml:9:60: changed (manifests): example.com/v1/Widget: 'status' is no longer a "
                    + "subresource, and the schema doesn't have the field"
            ]
        )
    }

    @Test(arguments: [
        ("{status: {type: object}}", "it is written with the other fields"),
        ("{}", "and the schema doesn't have the field"),
    ])
    func `a status without subresource is only written if it is a field`(
        _ properties: String,
        _ words: String
    ) {
        func crd(_ subresources: String, _ properties: String) -> String {
            InspectedText.widget(versions: [
                "  - {name: v1, served: true, storage: true\(subresources), schema: "
                    + "{openAPIV3Schema: {type: object, properties: \(properties)}}}"
            ])
        }
        let old = crd(", subresources: {status: {}}", "{status: {type: object}}")
        let comparison = CatalogComparison(["w.yaml": old], ["w.yaml": crd("", properties)])
        let messages = comparison.changes.map(\.message)
        #expect(messages.contains("'status' is no longer a subresource, \(words)"), "\(messages)")
    }

    @Test(arguments: [(true, ChangeGrade.both), (false, .source)])
    func `no manifests have a version that is not served`(_ isServed: Bool, _ grade: ChangeGrade) {
        let served = [("v1", "storage: true"), ("v2", "storage: false, served: \(isServed)")]
        let old = ["old.yaml": Self.crd(versions: served)]
        let comparison = CatalogComparison(old, ["new.yaml": Self.crd()])
        #expect(comparison.changes.map(\.rule) == [.versionRemoved])
        #expect(comparison.changes.map(\.grade) == [grade])
    }

    @Test func `files do not matter`() {
        let both = Self.crd() + "---\n" + Self.crd("Gadget")
        let apart = ["a.yaml": Self.crd("Gadget"), "b/c.yaml": Self.crd()]
        #expect(CatalogComparison(["old.yaml": both], apart).text() == "no changes\n")
    }

    @Test(
        arguments: [
            (
                "groups: {example.com: Things}",
                "9:5: breaking (source): example.com/v1/Widget: "
                    + "type renamed from 'ExampleCom.V1.Widget' to 'Things.V1.Widget'"
            ),
            (
                "groups: {example.com: Widget}",
                "9:30: breaking (source): example.com/Widget: Swift short name 'Widget' removed"
            ),
            (
                "access: package",
                "7:11: breaking (source): example.com/Widget: "
                    + "access changed from 'public' to 'package'"
            ),
            (
                "conformances: {resources: [Tracked]}",
                "9:5: compatible: example.com/v1/Widget: conformances added: 'Tracked'"
            ),
        ]
    )
    func `what crdgen.yaml changes is told`(_ text: String, _ line: String) {
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crdgen.yaml", bytes: Array(text.utf8))
        let configuration = Configuration(input, &diagnostics)
        #expect(diagnostics == [])
        let files = ["crd.yaml": Self.crd()]
        let comparison = CatalogComparison(files, files, configurations: (.init(), configuration))
        #expect(comparison.lines.first == "crd.yaml:\(line)")
    }

    @Test func `programs get objects`() {
        let old = ["old.yaml": Self.crd(versions: Self.two)]
        let json = CatalogComparison(
            old,
            ["new.yaml": Self.crd(versions: [("v2", "storage: true")])]
        ).json(ChangeLevels(failing: .any))
        #expect(
            json.jsonText
                == #"{"changes":[{"rule":"version-removed","severity":"error","#
                + #""manifests":"rejected","source":"breaking","group":"example.com","#
                + #""version":"v1","kind":"Widget","path":"","manifestPath":"","#
                + #""message":"version removed","file":"old.yaml","line":9,"column":5}],"#
                + #""summary":{"source":1,"rejected":1,"changed":0,"compatible":0,"ignored":0,"#
                + #""descriptions":0}}"#
        )
    }
}
