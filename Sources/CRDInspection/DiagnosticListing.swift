package import CRDRuntime
import CRDValues
import CRDYAML

extension [Diagnostic] {
    /// The diagnostics as a JSON array of objects; all commands with `--json` use this form.
    ///
    ///     [{"file":"crds/w.yaml","line":6,"column":10,"severity":"error","message":"…"}]
    ///
    /// `line` and `column` begin at 1, and are `null` for a diagnostic about a whole file.
    /// `severity` is `error`, `warning`, or `note`.
    package var json: JSONValue {
        .array(
            map { diagnostic in
                let location = diagnostic.location
                return [
                    "file": diagnostic.file.map(JSONValue.string) ?? .null,
                    "line": location.map { .number(JSONNumber($0.line)) } ?? .null,
                    "column": location.map { .number(JSONNumber($0.column)) } ?? .null,
                    "severity": .string(diagnostic.severity.rawValue),
                    "message": .string(diagnostic.message),
                ]
            }
        )
    }
}

extension Diagnostic {
    /// Returns `file:line:column: severity: message`, with source location and severity in a style.
    ///
    /// Of a very long message, only the start and the end are returned.
    package func text(_ style: TextStyle) -> String {
        let location = (location?.description ?? file).map { style.heading("\($0):") + " " } ?? ""
        let word = "\(severity.rawValue):"
        let label =
            switch severity {
            case .error: style.bad(word)
            case .warning: style.warning(word)
            case .note: style.note(word)
            }
        return "\(location)\(label) \(message.withoutMiddle)"
    }
}

extension String {
    /// The maximum length of a message for people, in scalars: the API server repeats whole values.
    private static let longestMessage = 1000

    /// The text, with a number in place of its middle if it is too long to be read.
    fileprivate var withoutMiddle: String {
        let count = unicodeScalars.count
        if count <= Self.longestMessage { return self }
        let start = unicodeScalars.prefix(Self.longestMessage * 6 / 10)
        let end = unicodeScalars.suffix(Self.longestMessage * 2 / 10)
        return "\(String(start))[… \(count - start.count - end.count) characters …]\(String(end))"
    }
}
