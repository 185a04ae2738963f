import CRDCatalog
import CRDDefinitionValidity
import CRDInspection
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// The validity of a CRD as an update of another one.
struct DefinitionUpdateTests {
    private static func violations(_ new: String, replacing old: String) throws -> [String] {
        let documents = try [new, old].map {
            try #require(Node.parse($0, file: "crd.yaml").first)
        }
        let validity = CRDValidity(documents[0], replacing: documents[1])
        return (validity.rejection?.violations ?? []).map(\.description)
    }

    /// Returns the CRD with some versions, of which the first is stored.
    private static func definition(versions: String, status: String = "{}") -> String {
        let entries = versions.split(separator: " ").enumerated().map { index, name in
            "  - {name: \(name), served: true, storage: \(index == 0), "
                + "schema: {openAPIV3Schema: {type: object}}}\n"
        }
        let parts = ValidityText.definition.split(separator: "  - name: v1")
        return parts[0] + entries.joined() + "status: \(status)\n"
    }

    // MARK: - Immutable fields

    private static let established = "status: {conditions: [{type: Established, status: 'True'}]}\n"

    @Test(
        arguments: [
            (
                "plural: things", "plural: items", established,
                ["spec.names.plural: Invalid value: \"items\": field is immutable"]
            ),
            (
                "group: x.test", "group: y.test", "",
                ["spec.group: Invalid value: \"y.test\": field is immutable"]
            ),
            (
                "scope: Namespaced", "scope: Cluster", established,
                ["spec.scope: Invalid value: \"Cluster\": field is immutable"]
            ),
            (
                "kind: Thing", "kind: Item", established,
                ["spec.names.kind: Invalid value: \"Item\": field is immutable"]
            ),
            ("scope: Namespaced", "scope: Cluster", "", []),
            (
                "kind: Thing", "kind: Item",
                established.replacing("True", with: "False"), []
            ),
            ("kind: Thing", "kind: Thing\n    shortNames: [th]", established, []),
        ] as [(String, String, String, [String])]
    )
    func `some fields cannot change`(
        field: String,
        changed: String,
        status: String,
        expected: [String]
    ) throws {
        let old = ValidityText.definition
        let new = old.replacing(field, with: changed)
        #expect(try Self.violations(new, replacing: old + status) == expected)
    }

    // MARK: - Stored versions

    private static func missing(_ index: Int, _ name: String) -> String {
        "status.storedVersions[\(index)]: Invalid value: \"\(name)\": missing from spec.versions; "
            + "\(name) was previously a storage version, and must remain in spec.versions until a "
            + "storage migration ensures no data remains persisted in \(name) and removes \(name) "
            + "from status.storedVersions"
    }

    @Test(
        arguments: [
            ("v2 v1", "v1", "{}", []),
            ("v2", "v1", "{}", [missing(0, "v1")]),
            // The new status does not count.
            ("v2", "v1", "{storedVersions: [v1, v2]}", [missing(0, "v1")]),
            ("v2", "v1 v2", "{storedVersions: [v2]}", []),
            ("v3", "v1 v2", "{storedVersions: [v1, v2]}", [missing(0, "v1"), missing(1, "v2")]),
        ] as [(String, String, String, [String])]
    )
    func `stored versions cannot be removed`(
        new: String,
        old: String,
        status: String,
        expected: [String]
    ) throws {
        let found = try Self.violations(
            Self.definition(versions: new, status: "{storedVersions: [\(new.prefix(2))]}"),
            replacing: Self.definition(versions: old, status: status)
        )
        #expect(found == expected)
    }

    // MARK: - Costs

    private static func definition(maxItems: Int) -> String {
        let schema = """
            {type: array, maxItems: \(maxItems), items: {type: integer}, \
            x-kubernetes-validations: [{rule: 'self.all(x, true)'}]}
            """
        return ValidityText.definition.replacing("{type: string}", with: schema)
    }

    private static let expensive = definition(maxItems: 5_000_000)

    /// Returns the expensive CRD with a further version, with the same schema or another one.
    private static func twoVersions(hasOtherSchema: Bool = false) throws -> String {
        let start = try #require(expensive.firstRange(of: "  - name: v1")).lowerBound
        let version = expensive[start...].replacing("v1", with: "v2")
            .replacing("storage: true", with: "storage: false")
        return expensive
            + (hasOtherSchema ? version.replacing("type: integer", with: "type: number") : version)
    }

    @Test func `the cost of an expression is not limited in an unchanged schema`() throws {
        let renamed = Self.expensive.replacing("kind: Thing", with: "kind: Item")
        #expect(try Self.violations(renamed, replacing: Self.expensive) == [])
        let changed = Self.definition(maxItems: 5_000_001)
        let found = try Self.violations(changed, replacing: Self.expensive)
        #expect(found.map { $0.contains("exceeds budget by factor of 1.5x") } == [true])
    }

    @Test func `a new version is limited unless it has the schema of the first version`() throws {
        let same = try Self.twoVersions()
        #expect(try Self.violations(same, replacing: Self.expensive) == [])
        let other = try Self.twoVersions(hasOtherSchema: true)
        let found = try Self.violations(other, replacing: Self.expensive)
        #expect(found.map { $0.prefix(16) } == ["spec.versions[1]"])
    }

    @Test func `the cost of all expressions is limited in an unchanged schema too`() throws {
        let crd = Self.definition(maxItems: 50_000_000)
        let messages = ["exceeds budget by factor of 1.5x", "exceeding cost limit for entire"]
        let found = try Self.violations(crd, replacing: crd)
        #expect(found.count == 2)
        for message in messages { #expect(found.contains { $0.contains(message) }) }
        #expect(!found.contains { $0.contains("estimated rule cost exceeds") })
    }

    // MARK: - Manifests

    @Test func `a CRD among the manifests is paired with the old one`() {
        let crd = InspectedText.widget(ManifestText.properties)
        let other = crd.replacing("Widget", with: "Gadget").replacing("widgets", with: "gadgets")
        let new = MarkedText(
            crd.replacingOnce("scope: Namespaced", by: "scope: 1️⃣Cluster")
                + "---\n2️⃣" + other
        )
        var check = ManifestCheck(KnownKinds())
        check.check(
            [ManifestText.input("new.yaml", new.text)],
            replacing: [ManifestText.input("old.yaml", crd + Self.established)]
        )
        #expect(
            new.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: spec.scope: Invalid value: \"Cluster\": field is immutable",
                "2️⃣ note: CustomResourceDefinition 'gadgets.example.com' is not among the old "
                    + "objects, so it is validated as a new one",
            ]
        )
        #expect(check.objects.map(\.operation) == [.update, .create])
    }

    @Test func `an old CRD that cannot be read is an error`() {
        let crd = InspectedText.widget(ManifestText.properties)
        let old = MarkedText(crd.replacingOnce("scope: Namespaced", by: "scope: 1️⃣[]"))
        var check = ManifestCheck(KnownKinds())
        check.check(
            [ManifestText.input("new.yaml", crd)],
            replacing: [ManifestText.input("old.yaml", old.text)]
        )
        #expect(
            old.show(check.storedDiagnostics) == [
                "1️⃣ error: CustomResourceDefinition in version \"v1\" cannot be handled as a "
                    + "CustomResourceDefinition: json: cannot unmarshal array into Go struct field "
                    + "CustomResourceDefinitionSpec.spec.scope of type v1.ResourceScope"
            ]
        )
        #expect(check.objects.map(\.operation) == [.create])
    }
}
