import BenchmarkSupport
import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDLibYAML
import CRDPages
import CRDRuntime
import CRDSchema
import CRDValidation
import CRDYAML
import Foundation
import TestSupport

/// Compares the validation of resources of published kinds that have CEL rules with the reading of
/// their JSON.
///
/// A kind is measured with its published manifests if there are some, else with a sample that has
/// all fields.
struct RuleCost {
    private struct Row {
        let name: String
        let reading: Double
        let validation: Double

        var ratio: Double { validation / reading }
    }

    private static let folders = ["corpus/manifests/crds", "corpus/catalog", "corpus/openshift"]
    private let manifests: [String: [JSONValue]]
    private var acceptedCount = 0
    private var count = 0

    /// Measures all kinds and prints the median and the highest ratios.
    static func measure() throws {
        guard SharedFolder.has("corpus/manifests") else {
            return say("CEL rules: skipped, because there is no '../shared/corpus/manifests'")
        }
        var measurement = RuleCost(manifests: try publishedManifests())
        var rows: [Row] = []
        for folder in folders {
            for file in try CRDFiles([SharedFolder.url(folder).path]).paths {
                let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
                let input = Generator.Input(path: file, bytes: bytes)
                try measurement.measure(input, &rows)
            }
        }
        measurement.report(rows.sorted { $0.ratio < $1.ratio })
    }

    private init(manifests: [String: [JSONValue]]) {
        self.manifests = manifests
    }

    /// Returns the manifests that API servers accepted, by kind.
    private static func publishedManifests() throws -> [String: [JSONValue]] {
        var manifests: [String: [JSONValue]] = [:]
        for file in try CRDFiles([SharedFolder.url("corpus/manifests/accepted").path]).paths {
            guard file.hasSuffix(".yaml") else { continue }
            let text = try String(contentsOfFile: file, encoding: .utf8)
            for node in try Node.parse(text, file: file) {
                let value = try JSONValue(sent: node)
                guard let kind = value.kindAndVersion else { continue }
                manifests[kind, default: []].append(value)
            }
        }
        return manifests
    }

    private mutating func measure(_ input: Generator.Input, _ rows: inout [Row]) throws {
        guard input.mayHaveRules else { return }
        var catalog = ResourceCatalog()
        var diagnostics: [Diagnostic] = []
        catalog.add([input], Configuration(), &diagnostics)
        for entry in catalog.entries {
            let schema = PreparedSchema(entry.version.schema)
            guard !schema.ruleSets(isRoot: true).isEmpty else { continue }
            let sample = Sample(of: entry, extent: .full).json
            let values = sample.kindAndVersion.flatMap { manifests[$0] } ?? [sample]
            let validator = ResourceValidator(
                definition: entry.version.definition,
                schema: entry.version.schema
            )
            count += values.count
            for value in values {
                if case .success = validator.create(value).result { acceptedCount += 1 }
            }
            rows.append(try Self.row(entry, values, validator))
        }
    }

    private static func row(
        _ entry: ResourceCatalog.Entry,
        _ values: [JSONValue],
        _ validator: ResourceValidator
    ) throws -> Row {
        let texts = values.map { Array(GoText.json($0).utf8) }
        let bodies = try texts.map { try RequestBody(json: $0, file: "") }
        let repetitions = 1 + 20_000 / texts.reduce(0) { $0 + $1.count }
        let times = try bestSeconds(repetitions) {
            for text in texts {
                guard case .object(let object) = try RequestBody(json: text, file: "").value else {
                    continue
                }
                sum &+= object.count
            }
        } other: {
            for body in bodies {
                let response = validator.create(body, fieldValidation: .strict, namespace: nil)
                sum &+= response.warnings.count
            }
        }
        return Row(
            name: "\(entry.kind) \(entry.version.definition.apiVersion)",
            reading: times.ours,
            validation: times.other
        )
    }

    private func report(_ rows: [Row]) {
        guard let worst = rows.last else { return say("CEL rules: no kind has some") }
        let median = rows[rows.count / 2].ratio.rounded(2)
        say(
            "CEL rules: \(rows.count) kinds, \(acceptedCount) of \(count) resources valid; "
                + "validated in \(median)× of the time in which JSON is read (median), "
                + "\(rows[rows.count * 9 / 10].ratio.rounded(2))× (90 %), "
                + "\(worst.ratio.rounded(2))× (most)"
        )
        for row in rows.suffix(5).reversed() {
            let reading = (row.reading * 1e6).rounded(1)
            let validation = (row.validation * 1e6).rounded(1)
            let ratio = row.ratio.rounded(2)
            say("  \(row.name): \(validation) µs against \(reading) µs, \(ratio)×")
        }
    }
}

extension Generator.Input {
    /// Whether the text contains the keyword of CEL rules.
    fileprivate var mayHaveRules: Bool {
        String(decoding: bytes, as: UTF8.self).contains("x-kubernetes-validations")
    }
}

extension JSONValue {
    /// The API version and kind, such as `v1/Pod`; `nil` if one is missing.
    fileprivate var kindAndVersion: String? {
        guard case .string(let version)? = self["apiVersion"],
            case .string(let kind)? = self["kind"]
        else { return nil }
        return "\(version)/\(kind)"
    }
}
