import CRDCatalog
import CRDDefinitionValidity
package import CRDReports
import CRDValidation
import CRDYAML
import KubernetesCEL

/// Checks the expressions of a policy with the types of the kinds that its rules name (k8s.io/apiserver
/// v0.36, pkg/admission/plugin/policy/validating, `TypeChecker`).
///
/// The server writes the results for validations into the status of the policy. Here, all expressions
/// are checked, and an error counts only if all kinds have it, because expressions distinguish kinds;
/// a kind of unknown type has none.
package struct PolicyTypeCheck {
    /// An error in an expression.
    private struct Problem: Hashable {
        let field: String
        let issue: CompileIssue
        let location: SourceLocation
    }

    private let policy: AdmissionPolicy
    private let params: DeclaredType
    /// The number of kinds.
    private let count: Int
    /// The errors, in the order in which they were found.
    private var problems: [Problem] = []
    /// The kinds that have an error.
    private var kinds: [Problem: [GroupVersionKind]] = [:]

    /// Checks a policy that the server accepts.
    package init(_ policy: AdmissionPolicy, _ types: inout PolicyTypes) {
        self.policy = policy
        params = policy.parameterKind.flatMap { types.type(of: $0, named: "params") } ?? .any
        let named = types.kinds(namedBy: policy.constraints)
        count = named.kinds.count
        guard named.areAll else { return }
        for kind in named.kinds { check(kind, types.type(of: kind) ?? .any) }
    }

    private mutating func check(_ kind: GroupVersionKind, _ object: DeclaredType) {
        var variables: [ObjectType.Field] = []
        for condition in policy.matchConditions { check(condition, kind, object, variables) }
        for variable in policy.variables {
            let type = check(variable.expression, kind, object, variables)
            let name = variable.name
            variables.append(ObjectType.Field(name: name, property: name, type: type))
        }
        let validations = policy.validations.flatMap { validation in
            [validation.condition, validation.messageExpression].compactMap(\.self)
        }
        for expression in validations + policy.auditAnnotations {
            check(expression, kind, object, variables)
        }
    }

    /// Checks an expression; returns the type of its result, which can be anything after an error.
    @discardableResult
    private mutating func check(
        _ expression: PolicyExpression,
        _ kind: GroupVersionKind,
        _ object: DeclaredType,
        _ variables: [ObjectType.Field]
    ) -> DeclaredType {
        do throws(CompileError) {
            return try expression.resultType(ifObjectIs: object, params, variables)
        } catch {
            for issue in error.issues { add(issue, in: expression, for: kind) }
            return .any
        }
    }

    private mutating func add(
        _ issue: CompileIssue,
        in expression: PolicyExpression,
        for kind: GroupVersionKind
    ) {
        let problem = Problem(
            field: expression.field,
            issue: issue,
            location: expression.location(of: issue)
        )
        if kinds[problem] == nil { problems.append(problem) }
        kinds[problem, default: []].append(kind)
    }

    /// The warnings about errors that all kinds have.
    package var findings: [Finding] {
        problems.filter { kinds[$0]?.count == count }.map { problem in
            let message =
                "ValidatingAdmissionPolicy '\(policy.name.excerpt)': \(problem.field): "
                + "\(problem.issue.message) for \(subject(of: problem))"
            let place = problem.location
            let warning = Diagnostic(.warning, message, file: place.file, at: place.position)
            return Finding(.policyType, warning, about: policy.reported)
        }
    }

    /// Returns the kinds that have an error; if there are many, the first one and their number.
    private func subject(of problem: Problem) -> String {
        let names = (kinds[problem] ?? []).map {
            "'\($0.name.apiVersion($0.version)), Kind=\($0.kind)'"
        }
        return names.count < 3
            ? names.joined(separator: " and ") : "\(names[0]) and \(names.count - 1) more kinds"
    }
}

extension DeclaredType {
    /// The type of values that can be anything.
    fileprivate static let any = DeclaredType(.dyn)
}

extension AdmissionPolicy {
    /// The kind of parameters with its version; `nil` if there is none.
    fileprivate var parameterKind: GroupVersionKind? {
        paramKind.map { GroupVersionKind(group: $0.group, version: paramVersion, kind: $0.kind) }
    }
}
