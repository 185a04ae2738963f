import CRDDefinitionValidity
import CRDRuntime
import CRDValidation
import CRDYAML
import KubernetesCEL

extension PolicyCheck {
    /// Compiles an expression, and reports its error at the location of its first part.
    ///
    /// - Parameters:
    ///   - text: The text that is compiled, without white space at both ends in some fields.
    ///   - node: The expression.
    ///   - path: The field of the expression.
    ///   - type: The type of the result.
    ///   - hasVariables: Whether the policy's variables can be used.
    ///   - hasAuthorizer: Whether permissions can be checked.
    ///   - shown: The text in the message; `nil` for `text`.
    /// - Returns: The expression; `nil` if it is invalid.
    mutating func compile(
        _ text: String,
        _ node: Node,
        at path: String,
        _ type: PolicyExpression.ResultType,
        hasVariables: Bool = true,
        hasAuthorizer: Bool = true,
        shown: String? = nil
    ) -> PolicyExpression? {
        let environment = PolicyEnvironment(
            hasParams: spec?.value("paramKind") != nil,
            hasAuthorizer: hasAuthorizer,
            variables: hasVariables ? variableTypes : nil
        )
        do throws(PolicyExpression.Problem) {
            return try PolicyExpression(text, at: node, path, type, in: environment)
        } catch {
            guard !error.isInternal else {
                list.internalError(path, at: node, error.message)
                return nil
            }
            let shown = GoText.quoted(shown ?? text)
            let position = error.issues.first?.position(in: text, of: node)
            list.invalid(path, at: node, position, shown: shown, error.message)
            return nil
        }
    }
}
