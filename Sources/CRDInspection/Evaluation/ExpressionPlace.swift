import CRDCatalog
import CRDValidation
import CRDValues
package import CRDYAML

/// The place of `self` in the objects on which an expression is evaluated.
package struct ExpressionPlace: Sendable {
    /// The path, such as `spec.ports[0]`; empty for the whole object.
    let text: String
    let steps: [NodeStep]

    /// Parses a path with the names of manifests.
    ///
    ///     spec.ports[0].name
    ///     metadata.labels["example.com/name"]
    ///
    /// - Throws: `Diagnostic` for an unclosed bracket, or for brackets with something else than an
    ///   index or a key in quotes.
    package init(_ text: String) throws(Diagnostic) {
        self.text = text
        steps = try PathStep.all(in: text[...]).map { step throws(Diagnostic) in
            switch step {
            case .name(let name): return .key(name)
            case .element(let element):
                if let index = Int(element), index >= 0 { return .index(index) }
                throw Diagnostic(
                    .error,
                    "'\(text)' has '[\(element.excerpt)]', expected an index or a key in quotes",
                    file: nil
                )
            }
        }
    }

    /// Compiles an expression for the place in the objects of a kind.
    ///
    /// - Parameters:
    ///   - expression: The expression.
    ///   - validator: The validator of the kind.
    ///   - hasOptionalOldSelf: Whether `oldSelf` is optional.
    /// - Returns: The compiled expression, or its errors.
    func compile(
        _ expression: String,
        _ validator: ResourceValidator,
        hasOptionalOldSelf: Bool
    ) -> Result<RuleTrial, ExpressionErrors> {
        do throws(RulePlace.Missing) {
            let place = try RulePlace(steps, of: validator)
            return Result { () throws(RuleProblem) in
                try RuleTrial(expression, at: place, hasOptionalOldSelf: hasOptionalOldSelf)
            }
            .mapError { ExpressionErrors($0) }
        } catch {
            return .failure(ExpressionErrors(diagnostic(error, validator)))
        }
    }

    private func diagnostic(
        _ missing: RulePlace.Missing,
        _ validator: ResourceValidator
    ) -> Diagnostic {
        var path = ""
        for step in steps[...missing.index] {
            switch step {
            case .key(let key): StepText.append(key, to: &path)
            case .index(let index): path += "[\(index)]"
            }
        }
        var question = ""
        if case .key(let key) = steps[missing.index] {
            question = NearestName.question(key, among: missing.names)
        }
        let definition = validator.definition
        let message =
            "the schema of \(definition.names.kind) in '\(definition.apiVersion)' has no "
            + "'\(path.excerpt)'\(question)"
        return Diagnostic(.error, message, file: nil)
    }
}
