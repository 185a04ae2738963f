package import CRDRuntime
import Foundation

/// A YAML text and the value that a real API server read from it: one line of
/// `yaml-scalars.jsonl`.
package struct ScalarLine: Decodable, Sendable, CustomStringConvertible {
    /// The part of a manifest that the text is.
    package enum Place: String, Decodable, Sendable {
        case value
        case key
        case body
    }

    /// The text.
    package let yaml: String
    /// The part of a manifest that the text is.
    package let place: Place
    /// The JSON value that the server read; `nil` for `null`, and if it rejected the text.
    package let json: JSONValue?
    /// The name of the case; only bodies have one.
    private let name: String?
    private let type: String

    private enum CodingKeys: String, CodingKey {
        case yaml
        case place = "where"
        case json
        case name = "case"
        case type
    }

    /// Whether the server rejected the text.
    package var isRejected: Bool { type == "error" }

    /// The name of the case, or the text.
    package var description: String { name ?? yaml }

    /// Returns the lines for one part of a manifest.
    package static func lines(at place: Place) throws -> [ScalarLine] {
        let decoder = JSONDecoder()
        return try ResponseTable.lines(of: "yaml-scalars.jsonl")
            .map { try decoder.decode(ScalarLine.self, from: Data($0)) }
            .filter { $0.place == place }
    }
}
