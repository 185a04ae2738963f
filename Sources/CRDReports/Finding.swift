import CRDRuntime
package import CRDValues
package import CRDYAML

/// A diagnostic with the rule that it is about, for programs that read a report.
package struct Finding: Hashable, Sendable {
    /// The kind of the finding.
    package let rule: FindingRule
    /// The severity, the message, and the source location.
    package let diagnostic: Diagnostic
    /// The object; `nil` if the finding isn't about one.
    package let object: ReportedObject?
    /// The location for programs that show files, if it isn't that of the diagnostic: of an object
    /// that a finding about the whole input is about, or of what is around a removed part.
    let shown: SourceLocation?

    /// Creates a finding.
    package init(
        _ rule: FindingRule,
        _ diagnostic: Diagnostic,
        about object: ReportedObject? = nil,
        shownAt shown: SourceLocation? = nil
    ) {
        self.rule = rule
        self.diagnostic = diagnostic
        self.object = object
        self.shown = shown
    }

    /// The file for programs that show files; `nil` if there is none.
    package var shownFile: String? { shown?.file ?? diagnostic.file }

    /// Whether it is an error.
    package var isError: Bool { diagnostic.severity == .error }

    /// The finding as JSON: the members of a diagnostic, `rule`, and `object`.
    var json: JSONValue {
        var finding = diagnostic.json
        finding["rule"] = .string(rule.id)
        finding["object"] = object.map { .object($0.json) } ?? .null
        return .object(finding)
    }
}

/// The object that a finding is about.
package struct ReportedObject: Hashable, Sendable {
    /// Group and version, such as `apps/v1`.
    package let apiVersion: String
    /// The kind.
    package let kind: String
    /// The name; empty if it has none.
    package let name: String
    /// The version of a kind, if that is reported; `nil` for an object.
    package var version: String?

    /// Creates a reported object.
    package init(apiVersion: String, kind: String, name: String, version: String? = nil) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.name = name
        self.version = version
    }

    /// Kind and name, such as `Widget a`, or kind and version, such as `Widget v1`.
    var title: String {
        [kind, version, name.isEmpty ? nil : name].compactMap(\.self).joined(separator: " ")
    }

    /// The title with group and version, which the title of a kind has too.
    var qualifiedName: String {
        let title = [kind, name.isEmpty ? nil : name].compactMap(\.self).joined(separator: " ")
        return "\(apiVersion)/\(title)"
    }

    /// The members `apiVersion`, `kind`, and `name`.
    package var json: JSONObject {
        ["apiVersion": .string(apiVersion), "kind": .string(kind), "name": .string(name)]
    }
}
