package import CRDRuntime
import CRDSchema
import CRDYAML

extension [Diagnostic] {
    /// The one form in which commands print diagnostics for programs: an array of objects.
    ///
    ///     [{"file":"crds/w.yaml","line":6,"column":10,"severity":"error","message":"…"}]
    ///
    /// `line` and `column` count from 1, and are `null` where the whole file is meant; so is `file` where
    /// none is. `severity` is
    /// `error`, `warning` or `note`.
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
    /// `file:line:column: severity: message`, with the place and the severity set off.
    package func text(_ style: TextStyle) -> String {
        let place = location?.description ?? file
        let heading = place.map { style.heading("\($0):") + " " } ?? ""
        let word = "\(severity.rawValue):"
        let label =
            switch severity {
            case .error: style.bad(word)
            case .warning: style.warning(word)
            case .note: style.note(word)
            }
        return "\(heading)\(label) \(message)"
    }
}
