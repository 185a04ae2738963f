import CRDRuntime
package import CRDValues
package import CRDYAML

extension [Diagnostic] {
    /// The diagnostics as a JSON array of objects; all commands with `--json` use this form.
    ///
    ///     [{"file":"crds/w.yaml","line":6,"column":10,"severity":"error","message":"…"}]
    ///
    /// `line` and `column` begin at 1, and are `null` for a diagnostic about a whole file.
    /// `severity` is `error`, `warning`, or `note`.
    package var json: JSONValue {
        .array(map { .object($0.json) })
    }
}

extension Diagnostic {
    /// The members of a diagnostic in JSON.
    var json: JSONObject {
        [
            "file": file.map(JSONValue.string) ?? .null,
            "line": location.map { .number(JSONNumber($0.line)) } ?? .null,
            "column": location.map { .number(JSONNumber($0.column)) } ?? .null,
            "severity": .string(severity.rawValue),
            "message": .string(message),
        ]
    }

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
        return "\(location)\(label) \(MessageExcerpt.text(message))"
    }
}
