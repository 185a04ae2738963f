import CRDYAML
import TestSupport
import Testing

@testable import CRDGeneratorCore

/// The types of groups and versions in the files of CRDs.
struct GroupDeclarationTests {
    /// The Swift files of CRDs of one group, one kind each.
    private func swift(_ kinds: [(kind: String, version: String)]) throws -> [String] {
        var module = ModuleGenerator(module: "M")
        var diagnostics: [Diagnostic] = []
        for (kind, version) in kinds {
            let text = CRDText.v1.replacing("Widget", with: kind)
                .replacing("name: v1", with: "name: \(version)")
            let input = Generator.Input(path: "\(kind).yaml", bytes: Array(text.utf8))
            module.add(input, &diagnostics)
        }
        #expect(diagnostics.isEmpty)
        let sharing = module.sharing
        return module.outputs.map { $0.swift(sharing).text }
    }

    @Test func `the first file of a group declares all of its versions`() throws {
        let files = try swift([("One", "v1"), ("Two", "v1beta1"), ("Three", "v1")])
        let declaration = """
            /// API group `example.com`.
            public enum ExampleCom {
                /// Version `v1`.
                public enum V1 {}
                /// Version `v1beta1`.
                public enum V1Beta1 {}
            }

            extension ExampleCom.V1 {
            """
        #expect(files[0].contains(declaration))
        #expect(files[1...].allSatisfy { !$0.contains("enum ExampleCom") })
    }

    @Test func `a version that a new kind has is declared with the group`() throws {
        let files = try swift([("One", "v1"), ("Two", "v2")])
        let before = try swift([("One", "v1")])
        let version = "    /// Version `v2`.\n    public enum V2 {}\n"
        #expect(files[0].replacing(version, with: "") == before[0])
    }
}
