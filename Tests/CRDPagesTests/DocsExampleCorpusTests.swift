import CRDValidation
import CRDValues
import TestSupport
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// Examples of published CRDs are values that Kubernetes takes.
struct DocsExampleCorpusTests {
    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/provider/crds", "corpus/catalog")
    )
    func `examples of full pages show values that the server accepts`(_ part: CorpusPart) throws {
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            for page in try ReferencePage.pages(of: text, file: file, detail: .full) {
                let minimal = Example(of: page.type, named: page.typeName, schema: page.schema)
                let example = page.example
                let outline = minimal.outline(by: page.schema)
                let validator = ResourceValidator(definition: page.definition, schema: page.schema)
                if outline.showsValues,
                    case .success = validator.create(.object(outline.object)).result
                {
                    #expect(example.showsValues, "\(page.fileName)")
                }
                guard case .success = validator.create(.object(example.object)).result else {
                    Issue.record("\(page.fileName)")
                    continue
                }
            }
        }
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/provider/crds", "corpus/catalog")
    )
    func `every example keeps to its schema`(_ part: CorpusPart) throws {
        var unmatched: [String] = []
        var count = 0
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            for page in try ReferencePage.pages(of: text, file: file) {
                let example = Example(of: page.type, named: page.typeName, schema: page.schema)
                let check = SchemaCheck(.object(example.object), page.schema)
                #expect(check.faults == [], "\(page.fileName)")
                unmatched += check.unmatched
                count += 1
            }
        }
        #expect(count > 0)
        #expect(unmatched == [])
    }
}
