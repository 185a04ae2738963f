import CRDRegularExpressions

/// A rule for names in Kubernetes, with the messages of the API server (k8s.io/apimachinery v0.35,
/// pkg/util/validation).
struct NameRule: Sendable {
    /// The pattern without the anchors.
    private let text: String
    private let pattern: Pattern
    private let limit: Int
    private let unit: String
    private let rule: String
    private let examples: [String]

    private init(
        _ text: String,
        limit: Int = .max,
        unit: String = "characters",
        rule: String = "",
        examples: [String] = []
    ) {
        self.text = text
        self.limit = limit
        self.unit = unit
        self.rule = rule
        self.examples = examples
        do throws(PatternError) {
            pattern = try Pattern("^(\(text))$")
        } catch {
            preconditionFailure("a pattern of Kubernetes is invalid: \(error)")
        }
    }

    /// Returns whether a text matches the pattern.
    func isMatch(_ text: String) -> Bool { pattern.matches(text) }

    /// Returns the messages for a text.
    func errors(in text: String) -> [String] {
        var errors: [String] = []
        if text.utf8.count > limit { errors.append("must be no more than \(limit) \(unit)") }
        if !isMatch(text) { errors.append(message) }
        return errors
    }

    private var message: String {
        let list = examples.map { "'\($0)'" }.joined(separator: ",  or ")
        return "\(rule) (e.g. \(list), regex used for validation is '\(text)')"
    }

    /// Returns the messages for a name with an optional subdomain and `/` in front of it.
    static func qualifiedNameErrors(in text: String) -> [String] {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count <= 2 else {
            return [
                "a valid label key \(name.message) with an optional DNS subdomain prefix and '/' "
                    + "(e.g. 'example.com/MyName')"
            ]
        }
        var errors: [String] = []
        if parts.count == 2 {
            errors =
                parts[0].isEmpty
                ? ["must be non-empty"] : prefix.errors(in: String(Substring(parts[0])))
            errors = errors.map { "prefix part \($0)" }
        }
        let last = String(Substring(parts[parts.count - 1]))
        if last.isEmpty { errors.append("name part must be non-empty") }
        return errors + name.errors(in: last).map { "name part \($0)" }
    }

    // MARK: - Rules

    private static let labelText = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
    private static let nameText = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"

    static let label = NameRule(
        labelText,
        limit: 63,
        rule: "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or "
            + "'-', and must start and end with an alphanumeric character",
        examples: ["my-name", "123-abc"]
    )
    static let subdomain = subdomain(unit: "characters")
    /// The subdomain in front of a name.
    private static let prefix = subdomain(unit: "bytes")
    static let label1035 = NameRule(
        "[a-z]([-a-z0-9]*[a-z0-9])?",
        limit: 63,
        rule: "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start "
            + "with an alphabetic character, and end with an alphanumeric character",
        examples: ["my-name", "abc-123"]
    )
    private static let name = NameRule(
        nameText,
        limit: 63,
        unit: "bytes",
        rule: "must consist of alphanumeric characters, '-', '_' or '.', and must start and end "
            + "with an alphanumeric character",
        examples: ["MyName", "my.name", "123-abc"]
    )
    static let labelValue = NameRule(
        "(\(nameText))?",
        limit: 63,
        unit: "bytes",
        rule: "a valid label must be an empty string or consist of alphanumeric characters, '-', "
            + "'_' or '.', and must start and end with an alphanumeric character",
        examples: ["MyValue", "my_value", "12345"]
    )
    /// The time after the `t` of a timestamp, in lower case.
    static let time = NameRule("[0-9]{2}:[0-9]{2}:[0-9]{2}(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))")

    private static func subdomain(unit: String) -> NameRule {
        NameRule(
            #"\#(labelText)(\.\#(labelText))*"#,
            limit: 253,
            unit: unit,
            rule: "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
                + "characters, '-' or '.', and must start and end with an alphanumeric character",
            examples: ["example.com"]
        )
    }
}
