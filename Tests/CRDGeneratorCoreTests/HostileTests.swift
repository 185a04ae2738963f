import CRDGeneratorCore
import CRDPages
import CRDYAML
import TestSupport
import Testing

/// CRDs that nobody writes, and that must not bring the generator down.
struct HostileTests {
    private func generate(schema: String) throws -> (swift: String, diagnostics: [Diagnostic]) {
        let text = try CRDText.replacing("type: object", by: schema)
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crd.yaml", bytes: Array(text.utf8))
        let output = Generator().generate(input, &diagnostics)
        #expect(output.pages().allSatisfy { !$0.text.isEmpty })
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

// MARK: - Text that is meant to become code

extension HostileTests {
    private static let texts = [
        "*/ evil() /*", "a\nevil()\n", "a\r\nevil()", "a\revil()", "\"\"\"\nevil()\n\"\"\"",
        "\\(evil())", "```\nevil()\n```", "`evil()`", "a\u{2028}evil()", "a\u{85}evil()",
        "a\0evil()", "<script>evil()</script>", "\t|evil()|\\", "\")\n}\nevil()", "\"#; evil()",
        "\u{FEFF}evil()",
    ]

    @Test(arguments: texts)
    func `no text becomes code`(text: String) throws {
        let short = quoted(text)
        let long = quoted(String(repeating: text + " ", count: 2_000))
        let mode = """
            {type: string, description: \(long), enum: [\(short)], default: \(short), \
            pattern: \(short)}
            """
        let version = try GeneratedVersion(
            schema: """
                {type: object, description: \(long), properties: {mode: \(mode), \(short): {}}}
                """
        )
        for line in version.swift.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = String(decoding: line.drop { $0 == 0x20 }, as: UTF8.self)
            if line.hasPrefix("///") { continue }
            // An escape that a literal must not have, as that of an interpolation, leaves a rest.
            let code = line.replacing(/#"[^#]*"#/, with: "")
                .replacing(/"(?:[^"\\]|\\[\\"nrt0u])*"/, with: "")
            #expect(!code.contains("evil()"), "\(line)")
        }
    }

    @Test(arguments: ["a\nevil().yaml", "a\r\nevil()", "*/ evil()", "\u{2028}evil()"])
    func `a file name stays in its comment`(path: String) {
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: path, bytes: Array(CRDText.v1.utf8))
        let swift = Generator().generate(input, &diagnostics).swift.text
        for line in swift.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = String(decoding: line, as: UTF8.self)
            #expect(!line.contains("evil()") || line.hasPrefix("//"), "\(line)")
        }
    }

    /// A text as YAML and JSON write it between quotes, in ASCII.
    private func quoted(_ text: String) -> String {
        var emitter = JSONEmitter()
        emitter.string(text)
        return emitter.text.unicodeScalars
            .map {
                $0.isASCII
                    ? String($0) : #"\u\#(String($0.value + 0x10000, radix: 16).dropFirst())"#
            }
            .joined()
    }
}
