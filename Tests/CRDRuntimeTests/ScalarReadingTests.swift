import CRDManifests
import CRDRuntime
import TestSupport
import Testing

/// `Kind(yaml:)` on what a real API server was asked.
struct ScalarReadingTests {
    @Test(arguments: try ScalarLine.lines(at: .value))
    func `a value is the one that the API server reads`(line: ScalarLine) throws {
        let text = manifest(spec: "name: s\nextra:\n  v: \(line.yaml)")
        if line.isRejected {
            #expect(throws: ManifestError.self) { try Widget(yaml: text) }
        } else {
            let value = try Widget(yaml: text).spec?.extra?["v"]
            if case .number(let found)? = value, case .number(let expected)? = line.json {
                // The table's own numbers went through doubles.
                #expect(found.double == expected.double)
            } else {
                #expect(value == line.json ?? .null)
            }
        }
    }

    @Test(arguments: try ScalarLine.lines(at: .key).filter { $0.yaml != "<<" })
    func `a key is the one that the API server reads`(line: ScalarLine) throws {
        let text = manifest(spec: "name: s\nextra:\n  \(line.yaml): val")
        if line.isRejected {
            #expect(throws: ManifestError.self) { try Widget(yaml: text) }
        } else {
            #expect(try Widget(yaml: text).spec?.extra == line.json)
        }
    }
}
