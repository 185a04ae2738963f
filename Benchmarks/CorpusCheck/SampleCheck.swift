import BenchmarkSupport
import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDPages
import CRDSchema
import CRDValidation
import CRDYAML
import Foundation

/// How many samples of kinds are resources that the API server accepts.
struct SampleCheck {
    /// The samples of one extent.
    struct Share {
        let name: String
        let extent: Example.Extent
        var valid = 0
        var count = 0
        /// Those of versions with CEL rules.
        var validWithRules = 0
        var countWithRules = 0

        var text: String {
            "\(name) samples: \(Self.text(valid, count)) valid; "
                + "of kinds with rules: \(Self.text(validWithRules, countWithRules))"
        }

        private static func text(_ valid: Int, _ count: Int) -> String {
            let percent = Double(valid) * 100 / Double(max(count, 1))
            return "\(valid) of \(count) (\(percent.rounded(1)) %)"
        }
    }

    private(set) var shares = [
        Share(name: "minimal", extent: .minimal), Share(name: "full", extent: .full),
    ]
    /// A line for each sample that the server would reject, with the first reason.
    private(set) var failures: [String] = []

    /// Creates and validates the samples of a file.
    mutating func add(_ path: String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let input = Generator.Input(path: path, bytes: bytes)
        var catalog = ResourceCatalog()
        var diagnostics: [Diagnostic] = []
        catalog.add([input], Configuration(), &diagnostics)
        for entry in catalog.entries {
            let schema = entry.version.schema
            let definition = entry.version.definition
            let validator = ResourceValidator(definition: definition, schema: schema)
            for index in shares.indices {
                let sample = Sample(of: entry, extent: shares[index].extent)
                var isValid = true
                if case .failure(let rejection) = validator.create(sample.json).result {
                    isValid = false
                    let reason = rejection.violations.first?.description ?? rejection.message
                    let name = "\(entry.kind) \(definition.version), \(shares[index].name)"
                    failures.append("\(path): \(name): \(reason)")
                }
                shares[index].count += 1
                shares[index].valid += isValid ? 1 : 0
                guard schema.hasRules else { continue }
                shares[index].countWithRules += 1
                shares[index].validWithRules += isValid ? 1 : 0
            }
        }
    }
}

extension Schema {
    /// Whether the schema or a schema in it has CEL rules.
    fileprivate var hasRules: Bool {
        if !keywords.rare.validations.isEmpty { return true }
        var inner = keywords.properties.map(\.schema)
        if let items = keywords.items { inner.append(items) }
        if case .schema(let values) = keywords.additionalProperties { inner.append(values) }
        return inner.contains(where: \.hasRules)
    }
}
