import CRDGeneratorCore
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import TestSupport
import Testing

@testable import CRDInspection

/// The effects on manifests that a comparison reports, against the responses of the API server.
@Suite struct RandomComparisonTests {
    /// A version of a CRD that the server accepts.
    private struct Version {
        let catalog: ResourceCatalog
        let validator: ResourceValidator
        let text: String

        /// Creates a CRD with a schema of `spec`; `nil` if the server rejects it.
        init?(_ schema: JSONObject) throws {
            let schema = Self.withoutDefaultsOfElements(.object(schema))
            text = InspectedText.widget("spec: \(schema.jsonText)")
            let documents = try Node.parse(text, file: "crd.yaml")
            guard case .valid = CRDValidity(documents[0]).verdict else { return nil }
            catalog = ResourceCatalog(files: ["crd.yaml": text], Configuration())
            guard let version = catalog.entries.first?.version else { return nil }
            validator = ResourceValidator(definition: version.definition, schema: version.schema)
        }

        /// Returns a schema in which elements of lists and maps have no defaults, which a comparison
        /// does not report, and no values of maps have any, which the server does not validate.
        private static func withoutDefaultsOfElements(
            _ schema: JSONValue,
            isInMap: Bool = false
        ) -> JSONValue {
            switch schema {
            case .array(let elements):
                return .array(elements.map { withoutDefaultsOfElements($0, isInMap: isInMap) })
            case .object(let object):
                var result: JSONObject = [:]
                for (key, value) in object where key != "default" || !isInMap {
                    let isInMap = isInMap || key == "additionalProperties"
                    result[key] = withoutDefaultsOfElements(value, isInMap: isInMap)
                    if key == "items" { result[key]?["default"] = nil }
                }
                return .object(result)
            default: return schema
            }
        }

        /// Returns the object as the server stores it; `nil` if the server rejects it.
        func stored(_ spec: JSONValue, _ fieldValidation: FieldValidation) -> JSONValue? {
            let object: JSONValue = [
                "apiVersion": "example.com/v1", "kind": "Widget", "metadata": ["name": "a"],
                "spec": spec,
            ]
            return try? validator.create(object, fieldValidation: fieldValidation).result.get()
        }
    }

    // Of random seeds, 3 in 100 find a difference: fields of an embedded resource that are no longer
    // kept, and limits and rules that a default violates.
    @Test(arguments: UInt64(1)...8)
    func `what the new version rejects or stores in another way is a change of manifests`(
        seed: UInt64
    ) throws {
        var random = RandomSchema(seed: seed)
        var counts = (rejected: 0, changed: 0, same: 0)
        while counts.rejected + counts.changed + counts.same < 150 {
            let schema = random.object(depth: 3)
            var other = random.changed(schema, depth: 3)
            if Bool.random(using: &random.generator) { other = random.changed(other, depth: 3) }
            guard let old = try Version(schema), let new = try Version(other) else { continue }
            let comparison = CatalogComparison(old.catalog, new.catalog)
            let effect = comparison.changes.map(\.grade.manifests).max() ?? .same
            switch effect {
            case .rejected:
                counts.rejected += 1
                continue
            case .changed: counts.changed += 1
            case .same: counts.same += 1
            }
            for _ in 0..<40 {
                let spec = random.value(of: Bool.random(using: &random.generator) ? schema : other)
                guard let before = old.stored(spec, .strict) else { continue }
                let after = new.stored(spec, .ignore)
                let isFine = after.map { effect == .changed || includes($0, before) } ?? false
                #expect(
                    isFine,
                    """
                    seed \(seed): \(spec.jsonText) is stored as \(before.jsonText), and then \
                    \(after?.jsonText ?? "rejected")
                    \(comparison.text())
                    \(old.text)\(new.text)
                    """
                )
                if !isFine { return }
            }
        }
        #expect(counts.rejected > 0 && counts.changed > 0 && counts.same > 0, "seed \(seed)")
    }

    /// Whether a value has everything that another one has; it can also have new fields with their
    /// defaults.
    private func includes(_ value: JSONValue, _ other: JSONValue) -> Bool {
        switch (value, other) {
        case (.array(let elements), .array(let others)):
            elements.count == others.count && zip(elements, others).allSatisfy(includes)
        case (.object(let object), .object(let fields)):
            fields.allSatisfy { key, field in object[key].map { includes($0, field) } ?? false }
        default: value == other
        }
    }
}
