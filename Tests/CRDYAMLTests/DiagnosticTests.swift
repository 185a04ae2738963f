import CRDLibYAML
import CRDYAML
import Testing

struct DiagnosticTests {
    @Test func `a diagnostic reads like a compiler's`() {
        let position = SourcePosition(line: 31, column: 15)
        #expect(
            Diagnostic(.warning, "unknown", file: "crds/widget.yaml", at: position).description
                == "crds/widget.yaml:31:15: warning: unknown"
        )
        #expect(Diagnostic(.note, "empty", file: "a.yaml").description == "a.yaml: note: empty")
        #expect(Diagnostic(.error, "none", file: nil).description == "error: none")
    }

    @Test func `the path of a field stands before the message`() {
        let path = FieldPath(wire: "spec.roleARN", swift: "spec.role_arn")
        let diagnostic = Diagnostic(.error, "odd", file: "a.yaml", field: path)
        #expect(diagnostic.description == "a.yaml: error: spec.role_arn: odd")
        #expect(diagnostic.description(.wire) == "a.yaml: error: spec.roleARN: odd")
        let whole = Diagnostic(.error, "odd", file: "a.yaml", field: FieldPath(wire: "", swift: ""))
        #expect(whole.fieldPath == nil)
    }

    @Test func `a location is that of the position, and there is none without a position`() {
        let position = SourcePosition(line: 2, column: 3)
        let location = Diagnostic(.error, "odd", file: "a.yaml", at: position).location
        #expect(location == CRDYAML.SourceLocation(file: "a.yaml", line: 2, column: 3))
        #expect(Diagnostic(.error, "odd", file: "a.yaml").location == nil)
    }

    @Test func `locations are in the order of files, lines and columns`() {
        let texts = ["a:2:1", "a:10:1", "a:10:2", "b:1:1"]
        let locations = [("b", 1, 1), ("a", 10, 2), ("a", 10, 1), ("a", 2, 1)].map {
            CRDYAML.SourceLocation(file: $0.0, line: $0.1, column: $0.2)
        }
        #expect(locations.sorted().map(\.description) == texts)
    }

    @Test func `diagnostics are put in the order of the file, each once`() {
        let diagnostics = [(3, 1, "d"), (1, 9, "b"), (1, 10, "c"), (1, 9, "a"), (3, 1, "d")].map {
            Diagnostic(.error, $0.2, file: "a.yaml", at: SourcePosition(line: $0.0, column: $0.1))
        }
        let whole = Diagnostic(.error, "whole", file: "a.yaml")
        #expect(
            (diagnostics + [whole]).inFileOrder().map(\.message) == ["whole", "b", "a", "c", "d"]
        )
    }

    @Test(arguments: [
        ("[1]", "a sequence"), ("{}", "a mapping"), ("~", "null"), ("yes", "the Boolean yes"),
        ("010", "the number 010"), ("1.50", "the number 1.50"), (".inf", "'.inf'"),
        ("two", "the string \"two\""),
        ("'5'", "the string \"5\""), ("!!int x", "the string \"x\""),
        (#""a\nb\0""#, #"the string "a\nb\0""#),
        (#""\L\e[31m""#, #"the string "\u{2028}\u{1B}[31m""#),
    ])
    func `what was found is told in one line`(yaml: String, found: String) throws {
        let node = try #require(try Node.parse("- " + yaml, file: "a.yaml").first?.items.first)
        #expect(node.found == found)
    }

    @Test func `long text is cut`() {
        #expect(String(repeating: "é", count: 60).excerpt == String(repeating: "é", count: 60))
        #expect(
            String(repeating: "é", count: 61).excerpt == String(repeating: "é", count: 60) + "…"
        )
    }
}
