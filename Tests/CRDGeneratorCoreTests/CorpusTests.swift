import CRDGeneratorCore
import CRDPages
import CRDYAML
import Foundation
import TestSupport
import Testing

/// Published CRDs, which are read and generated without a fault.
struct CorpusTests {
    @Test(
        .enabled(if: SharedFolder.has("corpus/provider/crds"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: parts(of: SharedFolder.yamlFiles(below: "corpus/provider/crds"))
    )
    func `every CRD of the provider generates`(files: [String]) throws {
        try generate(files)
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus/catalog"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: parts(of: SharedFolder.yamlFiles(below: "corpus/catalog"))
    )
    func `every CRD of the catalogue generates`(files: [String]) throws {
        try generate(files)
    }

    private func generate(_ files: [String]) throws {
        for file in files {
            let input = Generator.Input(path: file, bytes: try SharedFolder.bytes(file))
            var diagnostics: [Diagnostic] = []
            let output = Generator().generate(input, &diagnostics)
            #expect(diagnostics.filter { $0.severity == .error } == [])
            #expect(output.swift.text.contains("extension "), "\(file) gives no type")
            #expect(output.pages().allSatisfy { !$0.text.isEmpty })
        }
    }

    /// The files in several parts of equal length, which are tested in parallel.
    private static func parts(of files: [String]) -> [[String]] {
        (0..<8).map { part in files.indices.filter { $0 % 8 == part }.map { files[$0] } }
    }
}
