import CRDGeneratorCore
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDComparison
@testable import CRDDefinitionValidity

/// The effects on manifests that a comparison reports, against the responses of the API server.
@Suite struct RandomComparisonTests {
    /// The schemas of the fields of a resource.
    private struct Fields {
        var spec: JSONObject
        var status: JSONObject
        var requiresStatus: Bool

        var properties: JSONObject {
            ["spec": .object(spec), "status": .object(status), "note": ["type": "string"]]
        }
    }

    /// A version of a CRD that the server accepts.
    private struct Version {
        let catalog: ResourceCatalog
        let validator: ResourceValidator
        let text: String

        /// Creates a CRD; `nil` if the server rejects it.
        init?(_ definition: RandomDefinition, _ fields: Fields) throws {
            let required = fields.requiresStatus ? ["status"] : []
            text = definition.document(fields.properties, required: required).jsonText
            let documents = try Node.parse(text, file: "crd.yaml")
            guard case .valid = CRDValidity(documents[0]).verdict else { return nil }
            catalog = ResourceCatalog(files: ["crd.yaml": text], Configuration())
            guard let version = catalog.entries.first(where: { $0.version.name == "v1" })?.version
            else { return nil }
            validator = ResourceValidator(definition: version.definition, schema: version.schema)
        }

        /// Returns an object as the server stores it; `nil` if the server rejects it.
        func created(_ object: JSONValue) -> JSONValue? {
            try? validator.create(object).result.get()
        }

        /// Returns an object as the server stores it in place of another one; `nil` if the server
        /// rejects it.
        func updated(
            _ object: JSONValue,
            _ stored: JSONValue,
            _ fieldValidation: FieldValidation = .strict
        ) -> JSONValue? {
            let response = validator.update(object, of: stored, fieldValidation: fieldValidation)
            return try? response.result.get()
        }
    }

    /// The old and the new version, with objects for them.
    private struct Pair {
        let old: Version
        let new: Version
        let fields: (old: Fields, new: Fields)
        let comparison: CatalogComparison

        var effect: ChangeGrade.Manifests {
            comparison.changes.map(\.grade.manifests).max() ?? .same
        }

        /// Creates a random pair; `nil` if the server rejects one of the versions.
        init?(_ random: inout RandomSchema) throws {
            let before = Fields(
                spec: random.object(depth: 3),
                status: random.object(depth: 1),
                requiresStatus: Int.random(in: 0..<5, using: &random.generator) == 0
            )
            var after = before
            let definition = RandomDefinition(&random.generator)
            var changed = definition
            for _ in 0...Int.random(in: 0..<2, using: &random.generator) {
                switch Int.random(in: 0..<10, using: &random.generator) {
                case 0: after.status = random.changed(after.status, depth: 1)
                case 1: changed = changed.changed(&random.generator)
                default: after.spec = random.changed(after.spec, depth: 3)
                }
            }
            guard let old = try Version(definition, before), let new = try Version(changed, after)
            else { return nil }
            self.old = old
            self.new = new
            fields = (before, after)
            comparison = CatalogComparison(old.catalog, new.catalog)
        }

        /// Returns an object that is often valid for both versions.
        func object(_ random: inout RandomSchema) -> JSONValue {
            let isOld = Bool.random(using: &random.generator)
            let fields = isOld ? fields.old : fields.new
            var object: JSONObject = [
                "apiVersion": "example.com/v1", "kind": "Widget", "metadata": ["name": "a"],
                "spec": random.value(of: fields.spec),
            ]
            if Bool.random(using: &random.generator) {
                object["status"] = random.value(of: fields.status)
            }
            return .object(object)
        }
    }

    @Test(arguments: UInt64(1)...8)
    func `what the new version rejects or stores in another way is a change of manifests`(
        seed: UInt64
    ) throws {
        var random = RandomSchema(seed: seed)
        var counts: [ChangeGrade.Manifests: Int] = [:]
        while counts.values.reduce(0, +) < 150 {
            guard let pair = try Pair(&random) else { continue }
            counts[pair.effect, default: 0] += 1
            if pair.effect == .rejected { continue }
            var stored: JSONValue?
            for _ in 0..<40 {
                let object = pair.object(&random)
                guard let before = pair.old.created(object) else { continue }
                let found =
                    difference(pair, object, before)
                    ?? stored.flatMap { difference(pair, object, of: $0) }
                if let found {
                    Issue.record(
                        """
                        seed \(seed): \(found)
                        \(pair.comparison.text())\(pair.old.text)
                        \(pair.new.text)
                        """
                    )
                    return
                }
                stored = before
            }
        }
        #expect(counts.count == 3, "seed \(seed)")
    }

    /// Returns the difference between an object that the old version stores and what the new version
    /// does with it; `nil` if there is none.
    private func difference(_ pair: Pair, _ object: JSONValue, _ before: JSONValue) -> String? {
        let text = "\(object.jsonText) is stored as \(before.jsonText)"
        guard let after = pair.new.created(object) else { return "\(text), and then rejected" }
        if pair.effect == .same, !includes(after, before) {
            return "\(text), and then as \(after.jsonText)"
        }
        // A stored object is read by the new schema, and written back as read. Rules that compare with
        // the old value can reject even that.
        let canBeUpdated = pair.old.updated(before, before) != nil
        if canBeUpdated, pair.new.updated(before, before, .ignore) == nil {
            return "\(text), and can't be updated"
        }
        return nil
    }

    /// Returns the difference between the updates of a stored object in both versions; `nil` if there
    /// is none.
    private func difference(_ pair: Pair, _ object: JSONValue, of stored: JSONValue) -> String? {
        guard let before = pair.old.updated(object, stored) else { return nil }
        let text =
            "\(object.jsonText) in place of \(stored.jsonText) is stored as \(before.jsonText)"
        guard let after = pair.new.updated(object, stored) else {
            return "\(text), and then rejected"
        }
        return pair.effect == .changed || includes(after, before)
            ? nil : "\(text), and then as \(after.jsonText)"
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
