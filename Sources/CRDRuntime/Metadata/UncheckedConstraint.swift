/// Something that a schema asks for and that is not checked here.
///
///     for constraint in TrainingJob.validator.unchecked { print(constraint) }
///     // spec.ports[*].name: rule 'self.size() > 0'
public struct UncheckedConstraint: Hashable, Sendable, CustomStringConvertible {
    /// What kind of constraint it is.
    public enum Kind: Hashable, Sendable {
        /// A rule of the Common Expression Language, an entry of `x-kubernetes-validations`.
        case rule(Schema.ValidationRule)
        /// A `pattern` that is no regular expression; no API server takes a CRD that has one.
        ///
        /// - Parameters:
        ///   - text: The pattern.
        ///   - fault: What Go says of it.
        case pattern(String, fault: String)
    }

    /// What it is.
    public let kind: Kind
    /// Which values it is about: `spec.ports[*].name`, where `[*]` is any element of a list or value
    /// of a map; empty for the whole resource.
    public private(set) var path: String

    package init(_ kind: Kind) {
        self.kind = kind
        path = ""
    }

    /// The path with what is not checked.
    public var description: String {
        let words =
            switch kind {
            case .rule(let rule): "rule '\(rule.rule)'"
            case .pattern(let text, let fault): "pattern '\(text)', \(fault)"
            }
        return path.isEmpty ? words : "\(path): \(words)"
    }

    /// Whether this is a rule.
    package var isRule: Bool {
        if case .rule = kind { return true }
        return false
    }

    /// The constraint as seen from the schema that has this one under a key, or as its elements.
    package func below(_ step: String) -> UncheckedConstraint {
        var constraint = self
        let isElement = path.isEmpty || path.hasPrefix("[")
        constraint.path = step + (isElement ? path : ".\(path)")
        return constraint
    }
}

extension [UncheckedConstraint] {
    /// What is left out, for a note: `2 rules not evaluated`; `nil` where nothing is.
    package var note: String? {
        let rules = count(where: \.isRule)
        let words = [(rules, "rule"), (count - rules, "pattern")].compactMap { count, word in
            count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
        }
        return words.isEmpty ? nil : "\(words.joined(separator: " and ")) not evaluated"
    }
}
