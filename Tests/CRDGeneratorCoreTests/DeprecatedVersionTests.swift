import CRDYAML
import Testing

@testable import CRDGeneratorCore

/// Versions that the API server warns about or does not serve.
struct DeprecatedVersionTests {
    private func swift(_ line: String) throws -> String {
        let text = try CRDText.replacing("served: true", by: line)
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crd.yaml", bytes: Array(text.utf8))
        let swift = Generator().generate(input, &diagnostics).swift.text
        #expect(diagnostics.isEmpty)
        return swift
    }

    @Test(arguments: [
        ("", "example.com/v1 Widget is deprecated"),
        ("deprecationWarning: use v2", "use v2"),
        (#"deprecationWarning: 'a "b" \(c)'"#, #"a \"b\" \\(c)"#),
    ])
    func `a deprecated version warns with the CRD's words`(line: String, message: String) throws {
        #expect(
            try swift("served: true\ndeprecated: true\n\(line)").contains(
                """
                    @available(*, deprecated, message: "\(message)")
                    public struct Widget:
                """
            )
        )
    }

    @Test func `a version that is not served says so`() throws {
        #expect(
            try swift("served: false").contains(
                """
                    ///
                    /// The API server does not serve this version.
                    public struct Widget:
                """
            )
        )
    }
}
