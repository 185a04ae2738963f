import CRDGeneratorCore
import CRDYAML
import TestSupport
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

    private static func files(
        spec: String = "type: object, properties: {a: {type: string}}",
        v1: String = "",
        more: [String] = [],
        conversion: String? = nil
    ) -> [String: String] {
        let version =
            "  - {name: v1, served: true, storage: true\(v1), schema: "
            + "{openAPIV3Schema: {type: object, properties: {spec: {\(spec)}}}}}"
        let crd = InspectedText.widget(versions: [version] + more, conversion: conversion)
        return ["w.yaml": "kind: Namespace\n---\n" + crd]
    }

    private static let v2 =
        "  - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}"
    private static let webhook =
        "{strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {url: x}}}"

    @Test(
        arguments: [
            (files(spec: "type: object, properties: {a: {type: string}, b: {}}"), "spec: {type"),
            (
                files(spec: "type: object, properties: {a: {type: string}, b: {type: object}}"),
                "spec: {type"
            ),
            (files(v1: ", subresources: {status: {}}"), "{name: v1"),
            (files(more: [v2]), "versions:"),
            (files(conversion: webhook), "group:"),
        ]
    )
    func `programs that show files get the location around a removed part`(
        _ old: [String: String],
        _ parent: String
    ) throws {
        let new = Self.files()
        let revision = Dictionary(uniqueKeysWithValues: old.map { ("git:v1:\($0)", $1) })
        let comparison = CatalogComparison(revision, new)
        let catalog = ResourceCatalog(files: new, .init())
        let report = comparison.report(version: "1", ChangeLevels(failing: .any), of: catalog)
        let text = try #require(new["w.yaml"])
        let before = text[..<(try #require(text.firstRange(of: parent))).lowerBound]
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let finding = try #require(report.findings.first { $0.diagnostic.file != "w.yaml" })
        let location = report.location(of: finding)
        #expect(location?.file.text == "w.yaml")
        let column = (lines.last?.count ?? 0) + 1
        #expect(location?.position == SourcePosition(line: lines.count, column: column))
    }

    @Test(arguments: [
        (["old/a.yaml"], ["new/a.yaml"], "new/a.yaml"),
        (["git:v1:crds/b/a.yaml"], ["crds/b/a.yaml", "crds/c/a.yaml"], "crds/b/a.yaml"),
        (["git:v1:crds/a.yaml"], ["crds/b.yaml"], "crds/a.yaml"),
        (["old/a.yaml"], ["new/b.yaml"], "old/a.yaml"),
    ])
    func `a removed kind is shown in the file with the same name, or in the old file`(
        _ old: [String],
        _ new: [String],
        _ shown: String
    ) throws {
        let kinds = ["Widget", "Gadget", "Gizmo"]
        func crds(_ files: [String], _ kinds: ArraySlice<String>) -> [String: String] {
            let texts = kinds.map { kind in
                InspectedText.widget("spec: {type: object}")
                    .replacing("Widget", with: kind)
                    .replacing("widget", with: kind.lowercased())
            }
            return Dictionary(uniqueKeysWithValues: zip(files, texts))
        }
        let after = crds(new, kinds[1...])
        let comparison = CatalogComparison(crds(old, kinds[..<1]), after)
        let catalog = ResourceCatalog(files: after, .init())
        let report = comparison.report(version: "1", ChangeLevels(failing: .any), of: catalog)
        let finding = try #require(report.findings.first { $0.rule.id == "kind-removed" })
        #expect(report.location(of: finding)?.file.text == shown)
    }

    @Test func `a removed version is in the new file in all forms`() {
        let old = ["git:v1:w.yaml": Self.files(more: [Self.v2])["w.yaml"] ?? ""]
        let new = Self.files()
        let catalog = ResourceCatalog(files: new, .init())
        let report = CatalogComparison(old, new)
            .report(version: "1", ChangeLevels(failing: .any), of: catalog)
        #expect(report.tap.contains("not ok 2 - Widget v2 (w.yaml)"), "\(report.tap)")
        #expect(report.junit.contains(#"<testsuite name="w.yaml" tests="2""#), "\(report.junit)")
        #expect(
            report.sarif.contains(
                #""name":"Widget","fullyQualifiedName":"example.com/v2/Widget","kind":"resource""#
            ),
            "\(report.sarif)"
        )
    }
}
