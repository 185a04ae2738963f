import CRDYAML
import KubernetesCEL

/// An expression of a policy that can be evaluated.
struct PolicyExpression: Sendable {
    /// The types that the result of an expression can have.
    enum ResultType: Sendable {
        case bool
        case string
        case stringOrNull
        case any
    }

    /// The reason why an expression is invalid (`CompileCELExpression`).
    struct Problem: Error {
        let message: String
        /// The syntax or type errors in the expression; empty for other problems.
        var issues: [CompileIssue] = []
        /// Whether the server calls the problem an internal error.
        var isInternal = false
    }

    /// The text as the server compiles it.
    let text: String
    /// The expression in the policy.
    let node: Node
    /// The field of the expression, such as `spec.validations[0].expression`.
    let field: String
    /// The paths of the fields of `object` that the expression selects.
    let objectPaths: [[String]]
    /// The names of the policy's variables that it selects; `nil` if it uses all.
    let usedVariables: Set<String>?
    /// The type of a variable with the result.
    let resultType: DeclaredType
    private let program: Program
    private let environment: PolicyEnvironment

    /// Compiles an expression.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - node: The expression in the policy.
    ///   - field: The field of the expression.
    ///   - type: The type of the result.
    ///   - environment: The variables.
    /// - Throws: `Problem` if the server would reject the expression.
    init(
        _ text: String,
        at node: Node,
        _ field: String,
        _ type: ResultType,
        in environment: PolicyEnvironment
    ) throws(Problem) {
        let checked: CheckedExpression
        do throws(CompileError) {
            checked = try environment.environment.compile(text)
        } catch {
            throw Problem(message: "compilation failed: \(error)", issues: error.issues)
        }
        if let message = type.mismatch(with: checked.resultType) { throw Problem(message: message) }
        do throws(ProgramError) {
            program = try checked.program()
        } catch {
            throw Problem(message: "program instantiation failed: \(error)", isInternal: true)
        }
        self.text = text
        self.node = node
        self.field = field
        self.environment = environment
        objectPaths = checked.paths(from: "object")
        resultType = checked.declaredResultType
        let selected = environment.variables == nil ? [] : checked.paths(from: "variables")
        usedVariables = selected.contains([]) ? nil : Set(selected.compactMap(\.first))
    }

    /// Returns the type of the result if the variables have other types.
    ///
    /// - Throws: The errors in the expression.
    func resultType(
        ifObjectIs object: DeclaredType,
        _ params: DeclaredType,
        _ variables: [ObjectType.Field]
    ) throws(CompileError) -> DeclaredType {
        var environment = environment
        environment.object = object
        environment.params = params
        if environment.variables != nil { environment.variables = variables }
        return try environment.environment.compile(text).declaredResultType
    }

    /// Returns the source location of an error; that of the expression if it is unknown.
    func location(of issue: CompileIssue) -> SourceLocation {
        issue.position(in: text, of: node).map { SourceLocation(file: node.file, $0) }
            ?? node.location
    }

    /// Evaluates the expression.
    func evaluate(_ values: PolicyEnvironment.Values) -> Evaluated {
        program.evaluate(environment.ordered(values))
    }
}

extension PolicyExpression.ResultType {
    /// Returns the message about a result of another type; `nil` if the type is right.
    fileprivate func mismatch(with type: String) -> String? {
        let (types, expected) =
            switch self {
            case .any: ([type], "")
            case .bool: (["bool"], "bool")
            case .string: (["string"], "string")
            case .stringOrNull: (["string", "null"], "one of [string null_type]")
            }
        if types.contains(type) { return nil }
        return "must evaluate to \(expected) but got \(Self.longNames[type] ?? type)"
    }

    /// The names that the message has for types with two names.
    private static let longNames = [
        "null": "null_type", "timestamp": "google.protobuf.Timestamp",
        "duration": "google.protobuf.Duration",
    ]
}
