import CRDDefinitionValidity
package import CRDReports
import CRDSchema
import CRDValidation
import CRDYAML
import KubernetesCEL

extension RuleListing {
    /// The maximum width of a line.
    static let width = 100

    /// Returns the rules for people, with a paragraph for each; versions without rules are left out.
    ///
    ///     Widget v1 (example.com), widgets.yaml: 1 rule, 0.01 % of the limit for all rules
    ///
    ///       spec.ports, line 24
    ///         self.all(p, p.number > 0)
    ///         message: numbers of ports are positive
    ///         cost 53: less than 0.01 % of the limit
    package func text(style: TextStyle) -> String {
        let paragraphs = versions.filter { !$0.rules.isEmpty }
            .map { $0.lines(style).map { "\($0)\n" }.joined() }
        return paragraphs.isEmpty ? "no CEL rules\n" : paragraphs.joined(separator: "\n")
    }
}

extension RuleListing.Version {
    fileprivate func lines(_ style: TextStyle) -> [String] {
        let count = rules.count == 1 ? "1 rule" : "\(rules.count) rules"
        let share = totalCost.share(of: RuleBudget.totalLimit)
        let title = style.heading("\(kind) \(name)") + " (\(group)), \(file): \(count)"
        return ["\(title), \(share) for all rules"] + rules.flatMap { [""] + $0.lines(style) }
    }
}

extension ListedRule {
    fileprivate func lines(_ style: TextStyle) -> [String] {
        let place = path.isEmpty ? "whole resource" : path
        var lines = ["  \(style.heading(place)), line \(position.line)"]
        for line in rule.rule.trimmed.split(separator: "\n") {
            let whole = "    \(line)"
            let isShort = whole.unicodeScalars.count <= RuleListing.width
            lines += isShort ? [whole] : paragraph(String(line))
        }
        if let message = rule.message, !message.isEmpty {
            lines += paragraph("message: \(message)")
        }
        if let expression = rule.messageExpression, !expression.isEmpty {
            lines += paragraph("messageExpression: \(expression)")
        }
        if isTransition {
            let isOptional = rule.optionalOldSelf == true
            lines.append(
                "    transition rule: compares with the old value"
                    + (isOptional ? ", which is optional" : "")
            )
        }
        lines += estimate.lines("cost", style)
        return lines + (messageEstimate?.lines("messageExpression cost", style) ?? [])
    }

    private func paragraph(_ text: String) -> [String] {
        WrappedText.wrapped(text, first: "    ", rest: "      ", width: RuleListing.width)
    }
}

extension ListedRule.Estimate {
    fileprivate func lines(_ name: String, _ style: TextStyle) -> [String] {
        switch self {
        case .invalid(let message):
            let lines = MessageExcerpt.text(message).split(separator: "\n")
            return lines.enumerated().map { index, line in
                index == 0 ? "    \(style.bad("invalid")): \(line)" : "     \(line)"
            }
        case .cost(let cost, let reductions):
            let share = cost.share(of: RuleBudget.expressionLimit)
            let isTooHigh = cost > RuleBudget.expressionLimit
            let shown = isTooHigh ? style.bad(share) : share
            return ["    \(name) \(cost.grouped): \(shown)"] + reductions.flatMap(\.lines)
        }
    }
}

extension CostReduction {
    fileprivate var lines: [String] {
        let limits = limits.map(\.text).joined(separator: " and ")
        let share = cost.share(of: RuleBudget.expressionLimit)
        return WrappedText.wrapped(
            "with \(limits): \(share)",
            first: "      ",
            rest: "        ",
            width: RuleListing.width
        )
    }
}

extension UInt64 {
    /// The number with separators between thousands.
    fileprivate var grouped: String {
        let digits = Array(String(self))
        return digits.enumerated().map { index, digit in
            let isStart = index > 0 && (digits.count - index).isMultiple(of: 3)
            return isStart ? ",\(digit)" : String(digit)
        }
        .joined()
    }

    /// Returns the part of a limit that a cost is: `12 % of the limit` or `3.2 times the limit`.
    fileprivate func share(of limit: UInt64) -> String {
        let share = Double(self) / Double(limit)
        if share > 100 { return "more than 100 times the limit" }
        if self > limit {
            return "\(GoFloat.fixed(share, places: share < 1.5 ? 2 : 1)) times the limit"
        }
        let percent = share * 100
        if percent < 0.01 { return "less than 0.01 % of the limit" }
        let places = percent < 1 ? 2 : percent < 10 ? 1 : 0
        return "\(GoFloat.fixed(percent, places: places)) % of the limit"
    }
}
