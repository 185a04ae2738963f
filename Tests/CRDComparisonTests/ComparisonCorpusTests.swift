import CRDLibYAML
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

@testable import CRDComparison

/// `crdgen diff` on published CRDs.
@Suite struct ComparisonCorpusTests {
    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/catalog", "corpus/openshift")
    )
    func `the order of keys does not matter`(_ part: CorpusPart) throws {
        #expect(!part.files.isEmpty)
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            let documents = try Node.parse(text, file: file).map { try JSONValue($0).reversed }
            let reversed = documents.map(\.jsonText).joined(separator: "\n---\n")
            let comparison = CatalogComparison([file: text], [file: reversed])
            #expect(comparison.text() == "no changes\n", "\(file)")
        }
    }
}

extension JSONValue {
    /// The value with the members of all objects in the opposite order.
    fileprivate var reversed: JSONValue {
        switch self {
        case .null, .boolean, .number, .string: return self
        case .array(let elements): return .array(elements.map(\.reversed))
        case .object(let object):
            var result = JSONObject()
            for (key, value) in zip(object.keys, object.values).reversed() {
                result[key] = value.reversed
            }
            return .object(result)
        }
    }
}
