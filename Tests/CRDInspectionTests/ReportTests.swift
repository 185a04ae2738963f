import CRDValues
import CRDYAML
import Foundation
import Testing

@testable import CRDReports

/// The forms of reports.
@Suite struct ReportTests {
    /// A report with an error, a warning, and an object that is not checked.
    private static func report(file: String = "a.yaml", message: String = "wrong") -> Report {
        let object = ReportedObject(apiVersion: "example.com/v1", kind: "Widget", name: "a")
        let error = Finding(
            .invalidValue,
            Diagnostic(.error, message, file: file, at: SourcePosition(line: 4, column: 7)),
            about: object
        )
        let warning = Finding(
            .serverWarning,
            Diagnostic(.warning, "old", file: file, at: SourcePosition(line: 1, column: 1)),
            about: object
        )
        let pod = ReportedObject(apiVersion: "v1", kind: "Pod", name: "b")
        let note = Finding(.information, Diagnostic(.note, "new", file: "b.yaml"))
        let whole = Finding(.noContent, Diagnostic(.error, "empty", file: "crds"))
        return Report(
            command: "crdgen validate",
            version: "1.0.0",
            parts: [
                Report.Part(file: file, object: object, findings: [warning, error]),
                Report.Part(file: file, object: pod, outcome: .skipped("no CRD"), findings: []),
                Report.Part(file: "b.yaml", object: object, findings: []),
            ],
            findings: [warning, error, note, whole],
            summary: "3 objects: 1 valid, 1 invalid, 1 not checked",
            members: ["summary": ["objects": 3]]
        )
    }

    @Test func `JSON has all findings with rule and object`() {
        #expect(
            Self.report().json
                == #"{"findings":[{"file":"a.yaml","line":1,"column":1,"severity":"warning","#
                + #""message":"old","rule":"server-warning","object":{"apiVersion":"#
                + #""example.com/v1","kind":"Widget","name":"a"}},{"file":"a.yaml","line":4,"#
                + #""column":7,"severity":"error","message":"wrong","rule":"invalid-value","#
                + #""object":{"apiVersion":"example.com/v1","kind":"Widget","name":"a"}},"#
                + #"{"file":"b.yaml","line":null,"column":null,"severity":"note","#
                + #""message":"new","rule":"information","object":null},"#
                + #"{"file":"crds","line":null,"column":null,"severity":"error","#
                + #""message":"empty","rule":"no-content","object":null}],"#
                + #""summary":{"objects":3}}"# + "\n"
        )
    }

    @Test func `GitHub shows a command for each finding, and the summary`() {
        #expect(
            Self.report().gitHubCommands == """
                ::warning file=a.yaml,line=1,col=1,title=Warning of the API server \
                (server-warning)::old
                ::error file=a.yaml,line=4,col=7,title=Invalid value (invalid-value)::wrong
                ::notice file=b.yaml,title=Information about the check (information)::new
                ::error file=crds,title=Input without objects or CRDs (no-content)::empty
                ::notice title=crdgen validate::3 objects: 1 valid, 1 invalid, 1 not checked

                """
        )
    }

    @Test(arguments: [
        ("a,b:c%d.yaml", "50 %: a,b\r\nc::d", "a%2Cb%3Ac%25d.yaml", "50 %25: a,b%0D%0Ac::d"),
        ("./a\nb.yaml", "x", "a%0Ab.yaml", "x"),
    ])
    func `GitHub reads properties and messages with escapes`(
        file: String,
        message: String,
        escapedFile: String,
        escapedMessage: String
    ) {
        let line = Self.report(file: file, message: message).gitHubCommands.split(separator: "\n")[
            1
        ]
        #expect(line.hasPrefix("::error file=\(escapedFile),line=4,col=7,title="))
        #expect(line.hasSuffix("::\(escapedMessage)"))
    }

    @Test(arguments: ["<stdin>", "/dev/fd/63"])
    func `standard input and a pipe are no files`(_ path: String) {
        let report = Self.report(file: path)
        #expect(report.gitHubCommands.contains("::error title=Invalid value (invalid-value)::"))
        let location =
            #""artifactLocation":{"uri":"stdin"},"region":{"startLine":4,"startColumn":7}"#
        #expect(report.sarif.contains(location))
        #expect(report.sarif.components(separatedBy: "physicalLocation").count == 5)
    }

    @Test(arguments: [
        ("crds/new.yaml", #"crds/new.yaml"},"region":{"startLine":9,"startColumn":1}"#),
        ("git:v2:crds/a.yaml", #"crds/old.yaml"},"region":{"startLine":1}"#),
        (nil, #"crds/old.yaml"},"region":{"startLine":1}"#),
    ])
    func `a finding in a git revision is in a file that exists`(file: String?, expected: String) {
        let place = SourcePosition(line: 4, column: 7)
        let removed = Finding(
            .invalidValue,
            Diagnostic(.error, "removed", file: "git:v1:crds/old.yaml", at: place),
            shownAt: file.map { SourceLocation(file: $0, line: 9, column: 1) }
        )
        let report = Report(
            command: "crdgen diff",
            version: "1.0.0",
            parts: [],
            findings: [removed],
            members: [:]
        )
        #expect(report.sarif.contains(#""artifactLocation":{"uri":"\#(expected)"#))
        let name = expected.prefix { $0 != "\"" }
        #expect(report.gitHubCommands.hasPrefix("::error file=\(name),"))
    }

    @Test func `a finding about the input has the location of an object`() {
        let finding = Finding(
            .unchecked,
            Diagnostic(.error, "1 object not checked", file: nil),
            shownAt: SourceLocation(file: "a.yaml", line: 9, column: 1)
        )
        let report = Report(
            command: "crdgen validate",
            version: "1.0.0",
            parts: [],
            findings: [finding],
            members: [:]
        )
        #expect(
            report.sarif.contains(
                #""artifactLocation":{"uri":"a.yaml"},"region":{"startLine":9,"startColumn":1}"#
            )
        )
        #expect(report.gitHubCommands.hasPrefix("::error file=a.yaml,line=9,col=1,title="))
        #expect(report.json.contains(#""file":null"#))
    }

    @Test(arguments: [
        ("a/b.yaml", "a/b.yaml"), ("./a b.yaml", "a%20b.yaml"), (".//é#.yaml", "%C3%A9%23.yaml"),
        ("/a/b.yaml", "file:///a/b.yaml"), ("a:b/c.yaml", "a%3Ab/c.yaml"),
        ("a%20?.yaml", "a%2520%3F.yaml"),
    ])
    func `a path is a URI reference`(path: String, uri: String) {
        #expect(ReportPath(path).uri == uri)
        #expect(URL(string: uri) != nil)
    }

    @Test func `SARIF has results, and the rules that they refer to`() throws {
        let log = try JSONSerialization.jsonObject(with: Data(Self.report().sarif.utf8))
        let run = try #require((log as? [String: Any])?["runs"] as? [[String: Any]]).first
        let tool = try #require(run?["tool"] as? [String: [String: Any]])
        let rules = try #require(tool["driver"]?["rules"] as? [[String: Any]])
        let ids = rules.compactMap { $0["id"] as? String }
        #expect(ids == ["server-warning", "invalid-value", "information", "no-content"])
        let results = try #require(run?["results"] as? [[String: Any]])
        #expect(results.compactMap { $0["ruleIndex"] as? Int } == [0, 1, 2, 3])
        #expect(results.compactMap { $0["ruleId"] as? String } == ids)
        #expect(
            results.compactMap { $0["level"] as? String } == ["warning", "error", "note", "error"]
        )
        #expect(Self.report().sarif.contains(#""region":{"startLine":4,"startColumn":7}"#))
        #expect(
            Self.report().sarif.contains(
                #""toolExecutionNotifications":[{"level":"note","message":{"text":"3 objects: 1 valid, "#
            )
        )
    }

    @Test func `JUnit has a suite for each file and a case for each object`() {
        #expect(
            Self.report().junit == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="crdgen validate" tests="4" failures="2" errors="0">
                  <testsuite name="a.yaml" tests="2" failures="1" errors="0" skipped="1">
                    <testcase name="Widget a" classname="Widget@example.com/v1">
                      <failure message="wrong" type="invalid-value">a.yaml:4:7: error: wrong</failure>
                      <system-out>a.yaml:1:1: warning: old</system-out>
                    </testcase>
                    <testcase name="Pod b" classname="Pod@v1">
                      <skipped message="no CRD"/>
                    </testcase>
                  </testsuite>
                  <testsuite name="b.yaml" tests="1" failures="0" errors="0" skipped="0">
                    <testcase name="Widget a" classname="Widget@example.com/v1">
                    </testcase>
                    <system-out>b.yaml: note: new</system-out>
                  </testsuite>
                  <testsuite name="crds" tests="1" failures="1" errors="0" skipped="0">
                    <testcase name="crds" classname="crdgen validate">
                      <failure message="empty" type="no-content">crds: error: empty</failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """
        )
    }

    @Test(arguments: [
        ("a&b<c>\"d'", "a&amp;b&lt;c&gt;&quot;d'", "a&amp;b&lt;c&gt;&quot;d'"),
        ("a\tb\nc\rd", "a&#9;b&#10;c&#13;d", "a\tb\nc&#13;d"),
        ("a\u{0}b\u{1B}\u{FFFE}", "a\\u{0}b\\u{1B}\\u{FFFE}", "a\\u{0}b\\u{1B}\\u{FFFE}"),
        ("]]>é\u{1F600}\u{85}", "]]&gt;é\u{1F600}\u{85}", "]]&gt;é\u{1F600}\u{85}"),
    ])
    func `XML has no forbidden characters`(text: String, attribute: String, content: String) {
        #expect(XMLText.attribute(text) == "\"\(attribute)\"")
        #expect(XMLText.content(text) == content)
    }

    @Test func `TAP has a test point for each part`() {
        #expect(
            Self.report(message: "50 \u{7F}\"\nb").tap == #"""
                TAP version 14
                1..4
                not ok 1 - Widget a (a.yaml)
                  ---
                  findings:
                    - file: "a.yaml"
                      line: 1
                      column: 1
                      severity: "warning"
                      message: "old"
                      rule: "server-warning"
                      object: {"apiVersion":"example.com/v1","kind":"Widget","name":"a"}
                    - file: "a.yaml"
                      line: 4
                      column: 7
                      severity: "error"
                      message: "50 \u007F\"\nb"
                      rule: "invalid-value"
                      object: {"apiVersion":"example.com/v1","kind":"Widget","name":"a"}
                  ...
                ok 2 - Pod b (a.yaml) # SKIP no CRD
                ok 3 - Widget a (b.yaml)
                not ok 4 - crds
                  ---
                  findings:
                    - file: "crds"
                      severity: "error"
                      message: "empty"
                      rule: "no-content"
                  ...
                # b.yaml: note: new

                """#
        )
    }

    @Test func `a name in TAP is no directive`() {
        let tap = Self.report(file: "a # TODO\\\n.yaml").tap
        #expect(tap.contains("not ok 1 - Widget a (a \\# TODO\\\\ .yaml)\n"))
    }

    @Test func `Markdown is a table`() {
        #expect(
            Self.report(message: "a|b @c <d>\n`e` http://f").markdown == """
                ### crdgen validate: 2 errors, 1 warning

                3 objects: 1 valid, 1 invalid, 1 not checked

                | | Location | Object | Message |
                |---|---|---|---|
                | warning | <code>a.yaml:1:1</code> | Widget a | old |
                | error | <code>a.yaml:4:7</code> | Widget a | a\\|b &#64;c &lt;d&gt;<br>\\`e\\` http&#58;//f |
                | note | <code>b.yaml</code> |  | new |
                | error | <code>crds</code> |  | empty |

                """
        )
    }
}
