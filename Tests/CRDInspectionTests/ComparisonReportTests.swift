import CRDGeneratorCore
import Testing

@testable import CRDCatalog
@testable import CRDComparison
@testable import CRDReports

/// The reports of comparisons for programs.
@Suite struct ComparisonReportTests {
    private static func crd(scope: String, spec: String) -> [String: String] {
        let versions = ["v1", "v2"].map { name in
            "  - {name: \(name), served: true, storage: \(name == "v1"), schema: "
                + "{openAPIV3Schema: {type: object, properties: {spec: {\(spec)}}}}}"
        }
        return ["w.yaml": InspectedText.widget(versions: versions, scope: scope)]
    }

    private static func report() -> Report {
        let new = crd(scope: "Cluster", spec: "type: string, maxLength: 3")
        let comparison = CatalogComparison(crd(scope: "Namespaced", spec: "type: string"), new)
        let catalog = ResourceCatalog(files: new, .init())
        return comparison.report(version: "1", ChangeLevels(failing: .any), of: catalog)
    }

    @Test func `versions and the CRD have different names`() {
        let lines = Self.report().tap.split(separator: "\n").filter { $0.contains("ok ") }
        #expect(
            lines == [
                "not ok 1 - Widget v1 (w.yaml)", "not ok 2 - Widget v2 (w.yaml)",
                "not ok 3 - CustomResourceDefinition widgets.example.com (w.yaml)",
            ]
        )
        let junit = Self.report().junit
        #expect(
            junit.contains(#"<testcase name="Widget v2" classname="Widget@example.com/v2">"#),
            "\(junit)"
        )
    }

    @Test func `a change of all versions is about the CRD`() {
        let objects = Self.report().findings.compactMap { $0.object?.apiVersion }
        #expect(objects == ["apiextensions.k8s.io/v1", "example.com/v1", "example.com/v2"])
    }
}
