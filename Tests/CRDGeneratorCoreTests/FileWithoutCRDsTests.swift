import CRDGeneratorCore
import CRDYAML
import Testing

/// Files that give no types.
struct FileWithoutCRDsTests {
    private func messages(_ text: String) -> [String] {
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "a.yaml", bytes: Array(text.utf8))
        let output = Generator().generate(input, &diagnostics)
        #expect(output.resources.isEmpty)
        return diagnostics.map(\.description)
    }

    @Test(arguments: ["", "# nothing\n", "---\n---\n", "kind: List\nitems: []\n"])
    func `a file without a CRD is told of`(text: String) {
        #expect(
            messages(text) == [
                "a.yaml: warning: no CustomResourceDefinition found, so no types are generated"
            ]
        )
    }

    @Test func `a file whose documents are skipped is told of no further`() {
        #expect(
            messages("kind: Pod\n") == [
                "a.yaml:1:7: note: Pod is not a CustomResourceDefinition, skipped"
            ]
        )
    }
}
