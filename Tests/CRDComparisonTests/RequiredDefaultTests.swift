import TestSupport
import Testing

@testable import CRDComparison

/// Defaults of fields that every object has.
@Suite struct RequiredDefaultTests {
    private static func object(_ field: String, required: String = "b", more: String = "") -> String
    {
        "{type: object, required: [\(required)], properties: {b: {\(field)}, c: {}}\(more)}"
    }

    @Test(
        arguments: [
            (object("type: string"), object("type: string, default: x"), .same),
            (
                object("type: string, nullable: true"),
                object("type: string, nullable: true, default: x"), .same
            ),
            // Null is replaced now.
            (
                object("type: string, nullable: true"), object("type: string, default: x"),
                .changed
            ),
            // The field is optional now, or was optional before.
            (object("type: string"), object("type: string, default: x", required: "c"), .rejected),
            (
                object("type: string", required: "b, c"),
                object("type: string, default: x", required: "c"), .same
            ),
            (
                object("type: string", required: "c"),
                object("type: string, default: x", required: "b, c"), .changed
            ),
            // Objects can lack a field with a default.
            (
                object("type: string, default: w"), object("type: string, default: x"), .changed
            ),
            // Whether a rule reads the field doesn't matter.
            (
                object("type: string", more: ", x-kubernetes-validations: [{rule: has(self.b)}]"),
                object(
                    "type: string, default: x",
                    more: ", x-kubernetes-validations: [{rule: has(self.b)}]"
                ), .same
            ),
            (
                "{type: array, items: \(object("type: string"))}",
                "{type: array, items: \(object("type: string, default: x"))}", .same
            ),
            // The Swift type changes too.
            (
                object("type: integer"), object("type: integer, format: int32, default: 1"), .same
            ),
        ] as [(String, String, ChangeGrade.Manifests)]
    )
    func `a default for a required field changes nothing`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let comparison = CatalogComparison("a: \(old)", "a: \(new)")
        #expect(
            comparison.changes.map(\.grade.manifests).max() == effect,
            "\(comparison.lines)"
        )
    }

    /// Returns a CRD in which `v2` requires `b`.
    private static func crd(
        _ v1: String,
        served: Bool,
        stored: String,
        _ field: String,
        webhook: Bool
    ) -> String {
        func version(_ name: String, _ spec: String) -> String {
            "  - {name: \(name), served: \(name == "v2" || served), storage: \(name == stored), "
                + "schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, "
                + "\(spec)}}}}}"
        }
        let client = "webhook: {conversionReviewVersions: [v1], clientConfig: {url: 'https://a.b'}}"
        let v2 = "required: [b], properties: {b: {\(field)}, z: {}}"
        return InspectedText.widget(
            versions: [version("v1", v1), version("v2", v2)],
            conversion: "{\(webhook ? "strategy: Webhook, \(client)" : "strategy: None")}"
        )
    }

    @Test(
        arguments: [
            ("properties: {b: {type: string}}", true, "v2", false, .changed),
            ("properties: {a: {type: string}}", true, "v2", false, .changed),
            // Objects of 'v1' have the field, are not stored as 'v2', are converted, or don't exist.
            ("required: [b], properties: {b: {type: string}}", true, "v2", false, .same),
            ("properties: {b: {type: string, default: y}}", true, "v2", false, .same),
            ("properties: {b: {type: string}}", true, "v1", false, .same),
            ("properties: {b: {type: string}}", true, "v2", true, .same),
            ("properties: {b: {type: string}}", false, "v2", false, .same),
        ] as [(String, Bool, String, Bool, ChangeGrade.Manifests)]
    )
    func `objects of another version can lack the field`(
        _ v1: String,
        _ isServed: Bool,
        _ stored: String,
        _ webhook: Bool,
        _ effect: ChangeGrade.Manifests
    ) {
        func crd(_ field: String) -> [String: String] {
            let crd = Self.crd(v1, served: isServed, stored: stored, field, webhook: webhook)
            return ["crd.yaml": crd]
        }
        let comparison = CatalogComparison(
            crd("type: string"),
            crd("type: string, default: x")
        )
        #expect(comparison.changes.map(\.rule) == [.defaultAdded])
        #expect(comparison.changes.map(\.grade.manifests) == [effect], "\(comparison.lines)")
    }
}
