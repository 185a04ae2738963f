import CRDGeneratorCore
import CRDSchema
import CRDValues
import CRDYAML
import Testing

/// What the versions of a CRD say besides their schemas.
struct CRDReaderVersionTests {
    private func definition(
        replacing line: String = "storage: true",
        by lines: String = "storage: true",
        in text: String = CRDText.v1
    ) throws -> ResourceDefinition {
        let text = try CRDText.replacing(line, by: lines, in: text)
        return try #require(try Reading.only(text).versions.first).definition
    }

    @Test func `several versions are read in order`() throws {
        let text = try CRDText.replacing(
            "- name: v1",
            by: """
                - name: v1beta1
                  served: true
                  deprecated: true
                  deprecationWarning: use v1
                  schema: {openAPIV3Schema: {type: object}}
                - name: v1alpha1
                  deprecated: true
                  schema: {openAPIV3Schema: {type: object}}
                - name: v1
                """
        )
        let versions = try Reading.only(text).versions.map(\.definition)
        #expect(versions.map(\.version) == ["v1beta1", "v1alpha1", "v1"])
        #expect(
            versions.map(\.apiVersion) == ["v1beta1", "v1alpha1", "v1"].map { "example.com/\($0)" }
        )
        #expect(versions.map(\.isServed) == [true, false, true])
        #expect(versions.map(\.isStorage) == [false, false, true])
        #expect(versions.map(\.isDeprecated) == [true, true, false])
        #expect(versions.map(\.deprecationWarning) == ["use v1", nil, nil])
    }

    @Test func `printer columns are read in order`() throws {
        let columns = try definition(
            by: """
                storage: true
                additionalPrinterColumns:
                - {name: Phase, type: string, jsonPath: .status.phase}
                - name: Age
                  type: date
                  format: date-time
                  description: since when
                  priority: 1
                  jsonPath: .metadata.creationTimestamp
                """
        ).printerColumns
        #expect(
            columns == [
                .init(name: "Phase", type: "string", jsonPath: ".status.phase"),
                .init(
                    name: "Age",
                    type: "date",
                    format: "date-time",
                    description: "since when",
                    priority: 1,
                    jsonPath: ".metadata.creationTimestamp"
                ),
            ]
        )
    }

    @Test(arguments: [
        ("subresources: {status: {}}", true), ("subresources: {}", false),
        ("subresources: {status: null}", false), ("subresources: null", false),
    ])
    func `the status subresource is one if it is a mapping`(line: String, isThere: Bool) throws {
        #expect(try definition(by: "storage: true\n\(line)").hasStatusSubresource == isThere)
    }

    @Test func `the scale subresource is read`() throws {
        let paths = "specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas"
        #expect(
            try definition(by: "storage: true\nsubresources: {scale: {\(paths)}}").scale
                == .init(specReplicasPath: ".spec.replicas", statusReplicasPath: ".status.replicas")
        )
        let text =
            "storage: true\nsubresources: {scale: {\(paths), labelSelectorPath: .status.labels}}"
        #expect(try definition(by: text).scale?.labelSelectorPath == ".status.labels")
    }

    @Test func `selectable fields are read in order`() throws {
        let text =
            "storage: true\nselectableFields: [{jsonPath: .spec.color}, {jsonPath: .spec.size}]"
        #expect(try definition(by: text).selectableFields == [".spec.color", ".spec.size"])
    }
}

// MARK: - v1beta1

extension CRDReaderVersionTests {
    @Test func `a CRD of v1beta1 may name one version at the top`() throws {
        let version = try #require(try Reading.only(CRDText.v1beta1).versions.first)
        #expect(version.name == "v1alpha1")
        #expect(version.definition.scope == .namespaced)
        #expect(version.definition.isServed)
        #expect(version.definition.isStorage)
        #expect(version.schema.keywords.type == .object)
    }

    @Test func `what stands at the top of v1beta1 holds for all versions`() throws {
        let text = try CRDText.replacing(
            "version: v1alpha1",
            by: """
                versions:
                - {name: v1, served: true, storage: true}
                - {name: v2, served: true, storage: false}
                subresources: {status: {}}
                additionalPrinterColumns:
                - {name: Phase, type: string, JSONPath: .status.phase}
                """,
            in: CRDText.v1beta1
        )
        let versions = try Reading.only(text).versions
        #expect(versions.map(\.name) == ["v1", "v2"])
        for version in versions {
            #expect(version.schema.keywords.type == .object)
            #expect(version.definition.hasStatusSubresource)
            #expect(version.definition.printerColumns.map(\.jsonPath) == [".status.phase"])
        }
    }

    @Test func `a version of v1beta1 may have a schema of its own`() throws {
        let text = try CRDText.replacing(
            "version: v1alpha1",
            by: """
                versions:
                - name: v1
                  storage: true
                  schema: {openAPIV3Schema: {type: object, title: own}}
                  additionalPrinterColumns:
                  - {name: Own, type: string, JSONPath: .a}
                - {name: v2}
                additionalPrinterColumns:
                - {name: Common, type: string, JSONPath: .b}
                """,
            in: CRDText.v1beta1
        )
        let versions = try Reading.only(text).versions
        #expect(versions.map(\.schema.keywords.rare.title) == ["own", nil])
        #expect(versions.map { $0.definition.printerColumns.map(\.name) } == [["Own"], ["Common"]])
    }
}
