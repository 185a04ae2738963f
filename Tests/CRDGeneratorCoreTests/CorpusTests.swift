import CRDGeneratorCore
import CRDPages
import CRDYAML
import Foundation
import TestSupport
import Testing

/// Published CRDs, which are read and generated without a fault.
struct CorpusTests {
    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/provider/crds", "corpus/catalog")
    )
    func `every published CRD generates`(part: CorpusPart) throws {
        for file in part.files {
            let input = Generator.Input(path: file, bytes: try SharedFolder.bytes(file))
            var diagnostics: [Diagnostic] = []
            let output = Generator().generate(input, &diagnostics)
            #expect(diagnostics.filter { $0.severity == .error } == [])
            #expect(output.swift.text.contains("extension "), "\(file) gives no type")
            #expect(output.pages().allSatisfy { !$0.text.isEmpty })
        }
    }
}
