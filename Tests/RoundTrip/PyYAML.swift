package import CRDRuntime
package import Foundation
import TestSupport

/// PyYAML, a reader of YAML 1.1 that others wrote.
package enum PyYAML {
    private static let python = Program("python3")

    /// Whether Python and its module `yaml` are installed.
    package static let isPresent =
        (try? python?.output(["-c", "import yaml"], input: "")) != nil

    /// A JSON array of what the documents of a stream mean.
    ///
    /// - Throws: What the system says if Python cannot be run.
    /// - Returns: `nil` where PyYAML refuses the text.
    package static func json(of yaml: String) throws -> Data? {
        let script =
            "import json, sys, yaml; json.dump(list(yaml.safe_load_all(sys.stdin.buffer)), sys.stdout)"
        return try python?.output(["-c", script], input: yaml)
    }

    /// Where PyYAML reads something else from a value's YAML than stands in its JSON.
    ///
    /// - Throws: What the system says if Python cannot be run, and `InvalidResource`.
    /// - Returns: A line for each value with a difference, which names its kind.
    package static func differences(in values: [any Resource]) throws -> [String] {
        guard let read = try json(of: ManifestList(values).yaml) else {
            return ["PyYAML refuses the YAML"]
        }
        let documents = try JSONDecoder().decode([JSONValue].self, from: read)
        guard documents.count == values.count else {
            return ["PyYAML reads \(documents.count) documents, expected \(values.count)"]
        }
        return try zip(values, documents).compactMap { value, document in
            let json = try JSONDecoder().decode(JSONValue.self, from: Data(value.json.utf8))
            return json.difference(from: document).map { difference in
                "\(type(of: value).kind): through PyYAML, \(difference)"
            }
        }
    }
}
