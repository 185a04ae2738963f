import CRDGeneratorCore
import TestSupport
import Testing
import YAML

/// CRDs that nobody writes, and that must not bring the generator down.
struct HostileTests {
    private func generate(schema: String) throws -> (swift: String, diagnostics: [Diagnostic]) {
        let text = try CRDText.replacing("type: object", by: schema)
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crd.yaml", bytes: Array(text.utf8))
        let output = Generator().generate(input, &diagnostics)
        #expect(output.pages.allSatisfy { !$0.text.isEmpty })
        return (output.swift.text, diagnostics)
    }

    @Test func `keys that Swift takes for equal are attributes of their own`() throws {
        let (swift, diagnostics) = try generate(
            schema: "type: object\nproperties: {é: {type: string}, e\u{301}: {type: integer}}"
        )
        #expect(diagnostics.allSatisfy { $0.severity != .error })
        let lines = swift.split(separator: "\n").map { Array($0.utf8) }
        for (key, type) in [("é", "string"), ("e\u{301}", "integer")] {
            let visit = Array("fields.\(type)(\"\(key)\", ".utf8)
            #expect(lines.contains { $0.drop { $0 == UInt8(ascii: " ") }.starts(with: visit) })
        }
    }

    @Test(arguments: [
        "properties: {a: ", "items: ", "additionalProperties: ", "not: ", "allOf: [",
    ])
    func `a schema as deep as a text may be is read`(step: String) throws {
        let close = step.hasPrefix("properties") ? "}}" : step.hasPrefix("allOf") ? "]}" : "}"
        let levels = step.hasPrefix("properties") || step.hasPrefix("allOf") ? 250 : 500
        let type = step.hasPrefix("items") ? "type: array, " : "type: object, "
        let deep =
            String(repeating: "{\(type)\(step)", count: levels) + "{type: string}"
            + String(repeating: close, count: levels)
        let (swift, diagnostics) = try generate(
            schema: "type: object\nproperties: {deep: \(deep)}"
        )
        #expect(diagnostics.allSatisfy { $0.severity != .error })
        #expect(swift.contains("var deep:"))
    }
}
