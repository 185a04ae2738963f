import CRDReports
import CRDRuntime
import CRDYAML
import Testing

/// How diagnostics are printed for people at a terminal and for programs.
@Suite struct DiagnosticListingTests {
    private let placed = Diagnostic(
        .warning,
        "odd",
        file: "a.yaml",
        at: SourcePosition(line: 2, column: 3)
    )
    private let whole = Diagnostic(.error, "no \"a\"", file: "b.yaml")

    @Test func `a program gets an object for each`() {
        #expect(
            [placed, whole].json.jsonText == """
                [{"file":"a.yaml","line":2,"column":3,"severity":"warning","message":"odd"},\
                {"file":"b.yaml","line":null,"column":null,"severity":"error",\
                "message":"no \\"a\\""}]
                """
        )
        #expect([Diagnostic]().json.jsonText == "[]")
        #expect([Diagnostic(.note, "m", file: nil)].json.jsonText.contains(#""file":null"#))
    }

    @Test func `without colours the text is the description`() {
        for diagnostic in [placed, whole, Diagnostic(.error, "m", file: nil)] {
            #expect(diagnostic.text(.plain) == diagnostic.description)
        }
    }

    @Test func `the middle of a long message is left out for people only`() {
        let value = String(repeating: "é", count: 9000)
        let diagnostic = Diagnostic(.error, "spec: \(value): must be short", file: nil)
        let text = diagnostic.text(.plain)
        #expect(text.hasPrefix("error: spec: éé"))
        #expect(text.hasSuffix("éé: must be short"))
        #expect(text.contains("é[… 8221 characters …]é"))
        #expect(text.count < 900)
        #expect([diagnostic].json.jsonText.contains(value))
        let short = Diagnostic(.error, String(repeating: "é", count: 1000), file: nil)
        #expect(short.text(.plain) == short.description)
    }

    @Test func `a long line of an expression is shown around its caret`() {
        let source = String(repeating: "a", count: 200) + String(repeating: "é", count: 100)
        let caret = String(repeating: ".", count: 200) + "\u{FF3E}"
        let message = "failed: ERROR: <input>:1:201: no\n | \(source)\n | \(caret)\nmore"
        let diagnostic = Diagnostic(.error, message, file: nil)
        let shown = String(repeating: "a", count: 64) + String(repeating: "é", count: 32)
        #expect(
            diagnostic.text(.plain) == """
                error: failed: ERROR: <input>:1:201: no
                 | …\(shown)…
                 | .\(String(repeating: ".", count: 64))\u{FF3E}
                more
                """
        )
        #expect([diagnostic].json.jsonText.contains(source))
    }

    @Test func `of many lines the first are shown`() {
        let message = (1...30).map { "line \($0)" }.joined(separator: "\n")
        let text = Diagnostic(.error, message, file: nil).text(.plain)
        #expect(text.hasSuffix("\nline 24\n[… 6 lines …]"))
    }

    @Test(arguments: [
        (Diagnostic.Severity.error, "31;1"), (.warning, "35;1"), (.note, "36;1"),
    ])
    func `place and severity are set off`(_ severity: Diagnostic.Severity, _ code: String) {
        let diagnostic = Diagnostic(
            severity,
            "m",
            file: "a",
            at: SourcePosition(line: 1, column: 2)
        )
        #expect(
            diagnostic.text(.terminal)
                == "\u{1B}[1ma:1:2:\u{1B}[0m \u{1B}[\(code)m\(severity.rawValue):\u{1B}[0m m"
        )
    }
}
