/// A constraint of a schema that is not evaluated.
///
///     for constraint in TrainingJob.validator.unchecked { print(constraint) }
///     // spec.ports[*].name: rule 'self.size() > 0'
public struct UncheckedConstraint: Hashable, Sendable, CustomStringConvertible {
    /// The kind of a constraint.
    public enum Kind: Hashable, Sendable {
        /// A CEL rule: an entry of `x-kubernetes-validations`.
        case rule(Schema.ValidationRule)
        /// A `pattern` that is not a valid regular expression. API servers reject CRDs with such a
        /// pattern.
        ///
        /// - Parameters:
        ///   - text: The pattern.
        ///   - problem: The error message of Go.
        case pattern(String, problem: String)
    }

    /// The kind of the constraint.
    public let kind: Kind
    /// The path of the values to which it applies, such as `spec.ports[*].name`, where `[*]` is any
    /// element of a list or any value of a map.
    ///
    /// It is empty for the whole resource.
    public private(set) var path: String

    package init(_ kind: Kind) {
        self.kind = kind
        path = ""
    }

    /// The path and the constraint.
    public var description: String {
        let words =
            switch kind {
            case .rule(let rule): "rule '\(rule.rule)'"
            case .pattern(let text, let problem): "pattern '\(text)', \(problem)"
            }
        return path.isEmpty ? words : "\(path): \(words)"
    }

    /// Whether this is a CEL rule.
    package var isRule: Bool {
        if case .rule = kind { return true }
        return false
    }

    /// Returns the constraint with a path from the parent schema, which has this schema under a key
    /// or for its elements.
    package func below(_ step: String) -> UncheckedConstraint {
        var constraint = self
        let isElement = path.isEmpty || path.hasPrefix("[")
        constraint.path = step + (isElement ? path : ".\(path)")
        return constraint
    }
}

extension [UncheckedConstraint] {
    /// A note about constraints that are not evaluated, such as `2 rules not evaluated`; `nil` if
    /// there are none.
    package var note: String? { counts.map { "\($0) not evaluated" } }

    /// The numbers of the constraints, such as `2 rules and 1 pattern`; `nil` if there are none.
    package var counts: String? {
        let rules = count(where: \.isRule)
        let words = [(rules, "rule"), (count - rules, "pattern")].compactMap { count, word in
            count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
        }
        return words.isEmpty ? nil : words.joined(separator: " and ")
    }
}
