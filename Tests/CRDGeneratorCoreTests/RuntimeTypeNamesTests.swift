import Foundation
import Testing

@testable import CRDGeneratorCore

struct RuntimeTypeNamesTests {
    @Test func `the list of the runtime's public types is complete`() throws {
        let sources = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        var names: Set<String> = []
        let modules = [
            "CRDConventions", "CRDJSON", "CRDManifests", "CRDRuntime", "CRDSchema", "CRDValidation",
            "CRDValues",
            "CRDYAML",
        ]
        for module in modules {
            let folder = sources.appendingPathComponent(module)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                let declaration =
                    /^public (?:final )?(?:class|struct|enum|protocol|typealias) ([A-Z]\w*)/
                for match in text.matches(of: declaration.anchorsMatchLineEndings()) {
                    names.insert(String(match.1))
                }
            }
        }
        #expect(names == SwiftKeywords.runtimeTypeNames)
    }
}
