import CRDSchema
import KubernetesCEL

/// A CEL rule, equal to other rules with the same meaning.
///
/// Two rules are equal if they differ only in white space, comments, quotes, redundant parentheses,
/// and in what they report, such as the message.
struct ComparedRule: Hashable {
    /// The rule in one line.
    let text: String
    private let condition: Condition
    private let hasOptionalOldSelf: Bool

    private enum Condition: Hashable {
        case parsed(ParsedExpression)
        /// A text with a syntax error, in one line.
        case unknown(String)
    }

    init(_ rule: Schema.ValidationRule) {
        text = rule.rule.oneLine
        condition = ParsedExpression(rule.rule).map { .parsed($0) } ?? .unknown(text)
        hasOptionalOldSelf = rule.optionalOldSelf == true
    }

    /// Returns whether the rule is true for all old objects, because of the fields that they have.
    ///
    /// With an optional old value, the rule also applies to objects without one.
    func isSatisfied(by presence: FieldPresence) -> Bool {
        guard case .parsed(let expression) = condition, !hasOptionalOldSelf else { return false }
        return presence.satisfies(expression)
    }

    static func == (rule: ComparedRule, other: ComparedRule) -> Bool {
        rule.condition == other.condition && rule.hasOptionalOldSelf == other.hasOptionalOldSelf
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(condition)
        hasher.combine(hasOptionalOldSelf)
    }
}

extension String {
    /// The words, separated by single spaces.
    fileprivate var oneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
