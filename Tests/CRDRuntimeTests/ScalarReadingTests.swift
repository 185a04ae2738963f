import CRDManifests
import CRDRuntime
import Foundation
import TestSupport
import Testing

private let table = "reference/yaml-scalars.jsonl"

/// `Kind(yaml:)` on what a real API server was asked.
@Suite(.enabled(if: SharedFolder.has(table), "yaml-scalars.jsonl is absent"))
struct ScalarReadingTests {
    /// A line of the table.
    struct Answer: Decodable, Sendable, CustomTestStringConvertible {
        let yaml: String
        let place: String
        let type: String
        let json: JSONValue?

        private enum CodingKeys: String, CodingKey {
            case yaml
            case place = "where"
            case type
            case json
        }

        var testDescription: String { yaml }
    }

    static func answers(at place: String) throws -> [Answer] {
        guard SharedFolder.has(table) else { return [] }
        let decoder = JSONDecoder()
        return try SharedFolder.bytes(table).split(separator: 0x0A)
            .map { try decoder.decode(Answer.self, from: Data($0)) }
            .filter { $0.place == place }
    }

    @Test(arguments: try answers(at: "value"))
    func `a value is the one that the API server reads`(answer: Answer) throws {
        let text = manifest(spec: "name: s\nextra:\n  v: \(answer.yaml)")
        if answer.type == "error" {
            #expect(throws: ManifestError.self) { try Widget(yaml: text) }
        } else {
            let value = try Widget(yaml: text).spec?.extra?["v"]
            if case .number(let found)? = value, case .number(let expected)? = answer.json {
                // The table's own numbers went through doubles.
                #expect(found.double == expected.double)
            } else {
                #expect(value == answer.json ?? .null)
            }
        }
    }

    @Test(arguments: try answers(at: "key").filter { $0.yaml != "<<" })
    func `a key is the one that the API server reads`(answer: Answer) throws {
        let text = manifest(spec: "name: s\nextra:\n  \(answer.yaml): val")
        if answer.type == "error" {
            #expect(throws: ManifestError.self) { try Widget(yaml: text) }
        } else {
            #expect(try Widget(yaml: text).spec?.extra == answer.json)
        }
    }
}
