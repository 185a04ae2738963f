import CRDGeneratorCore
import CRDLibYAML
import CRDPages
import CRDRuntime
import CRDSchema
import CRDValidation
import CRDYAML
import Foundation
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDInspection

/// Samples are resources that the API server takes.
@Suite struct SampleCorpusTests {
    @Test(arguments: ["crds", "Tests/TestResources/crds"])
    func `the API server takes every sample of this package's kinds`(_ folder: String) throws {
        let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        let url = package.appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
            // No value satisfies the schemas of the faults.
            .filter { $0.hasSuffix(".yaml") && $0 != "faults.yaml" }.sorted()
        let inputs = try names.map { name in
            let bytes = try Data(contentsOf: url.appending(path: name))
            return Generator.Input(path: name, bytes: Array(bytes))
        }
        let found = try Self.refusals(inputs)
        #expect(found.count > 0)
        #expect(found.refusals == [])
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/provider/crds", "corpus/catalog", "corpus/openshift")
    )
    func `the API server takes every sample of published kinds`(_ part: CorpusPart) throws {
        var count = 0
        var refusals: [String] = []
        for file in part.files {
            let input = Generator.Input(path: file, bytes: try SharedFolder.bytes(file))
            let found = try Self.refusals([input])
            count += found.count
            refusals += found.refusals
        }
        #expect(count > 0)
        #expect(refusals == [])
    }

    /// What the server says to the samples of some files.
    private static func refusals(
        _ inputs: [Generator.Input]
    ) throws -> (count: Int, refusals: [String]) {
        var catalog = ResourceCatalog()
        var diagnostics: [Diagnostic] = []
        catalog.add(inputs, Configuration(), &diagnostics)
        var refusals: [String] = []
        for entry in catalog.entries {
            let definition = entry.version.definition
            let validator = ResourceValidator(
                definition: definition,
                schema: entry.version.schema
            )
            for extent in [Example.Extent.minimal, .full] {
                let sample = Sample(of: entry, extent: extent)
                let node = try #require(try Node.parse(sample.manifest, file: "sample").first)
                #expect(try JSONValue(node) == sample.json)
                guard case .failure(let rejection) = validator.create(sample.json).result else {
                    continue
                }
                refusals.append("\(entry.file) \(definition.version) \(extent): \(rejection)")
            }
        }
        return (catalog.entries.count, refusals)
    }
}
