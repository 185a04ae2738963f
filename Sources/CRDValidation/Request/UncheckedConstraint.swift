/// A constraint of a schema that cannot be evaluated.
///
/// API servers reject CRDs with such constraints.
///
///     for constraint in TrainingJob.validator.unchecked { print(constraint) }
///     // spec.name: pattern '(', error parsing regexp: missing closing ): `(`
public struct UncheckedConstraint: Hashable, Sendable, CustomStringConvertible {
    /// The kind of a constraint.
    public enum Kind: Hashable, Sendable {
        /// A CEL rule that is not a valid expression: an entry of `x-kubernetes-validations`.
        ///
        /// - Parameters:
        ///   - rule: The rule.
        ///   - problem: The error message of the API server.
        case rule(Schema.ValidationRule, problem: String)
        /// A `pattern` that is not a valid regular expression.
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
    public let path: String

    /// The path and the constraint.
    public var description: String {
        let words =
            switch kind {
            case .rule(let rule, let problem): "rule '\(rule.rule)', \(problem)"
            case .pattern(let text, let problem): "pattern '\(text)', \(problem)"
            }
        return path.isEmpty ? words : "\(path): \(words)"
    }
}

extension PreparedSchema {
    /// Returns the constraints of the schema and of those below it that cannot be evaluated, in the
    /// order of the schema.
    ///
    /// - Parameters:
    ///   - path: The path of the values.
    ///   - isRoot: Whether the values are whole resources.
    /// - Returns: The constraints.
    func unchecked(at path: String = "", isRoot: Bool = false) -> [UncheckedConstraint] {
        var found = rules(isRoot: isRoot)?.unchecked(at: path) ?? []
        if let pattern = keywords.rare.pattern, let patternProblem {
            let kind = UncheckedConstraint.Kind.pattern(pattern, problem: patternProblem)
            found.append(UncheckedConstraint(kind: kind, path: path))
        }
        for property in keywords.properties {
            guard let schema = properties[property.name] else { continue }
            let path = path.isEmpty ? property.name : "\(path).\(property.name)"
            found += schema.unchecked(at: path, isRoot: schema.keywords.isEmbeddedResource)
        }
        var elements = items.map { [$0] } ?? []
        if case .schema(let schema) = additional { elements.append(schema) }
        for schema in elements {
            found += schema.unchecked(at: path + "[*]", isRoot: schema.keywords.isEmbeddedResource)
        }
        for schema in allOf + anyOf + oneOf + (not.map { [$0] } ?? []) {
            found += schema.unchecked(at: path)
        }
        return found
    }
}

extension CompiledRules {
    fileprivate func unchecked(at path: String) -> [UncheckedConstraint] {
        rules.compactMap { rule in
            guard case .failure(let problem)? = rule.condition else { return nil }
            return UncheckedConstraint(
                kind: .rule(rule.rule, problem: problem.message),
                path: path
            )
        }
    }
}
