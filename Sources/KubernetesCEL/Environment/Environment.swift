/// The variables that an expression can use, with Kubernetes' functions.
///
/// Creating one is cheap: functions and their types are prepared once for all environments.
public struct Environment: Sendable {
    /// A variable with its type.
    public struct Variable: Sendable {
        /// The name.
        public let name: String
        /// The type.
        public let type: DeclaredType

        /// Creates a variable.
        public init(_ name: String, _ type: DeclaredType) {
            self.name = name
            self.type = type
        }
    }

    /// The variables; evaluation takes their values in this order.
    public let variables: [Variable]
    /// The type whose sizes decide estimated costs: of `self`, and of everything that is reached
    /// from it.
    public let sizes: DeclaredType?
    let functions: FunctionTable

    /// Creates an environment.
    ///
    /// - Parameters:
    ///   - variables: At most 64 variables, with different names.
    ///   - sizes: The type of the value that the rule belongs to; without it, sizes are unknown.
    public init(variables: [Variable] = [], sizes: DeclaredType? = nil) {
        self.variables = variables
        self.sizes = sizes
        functions = .kubernetes
    }

    /// Parses and checks an expression.
    ///
    /// - Throws: The syntax errors, or the type errors.
    public func compile(_ text: String) throws(CompileError) -> CheckedExpression {
        let source = Array(text.utf8)
        let scalars = text.unicodeScalars.count
        guard scalars <= Parser.maximumScalars else {
            throw CompileError(issues: [
                CompileIssue(
                    line: -1,
                    column: 0,
                    message: "expression code point size exceeds limit: "
                        + "size: \(scalars), limit \(Parser.maximumScalars)",
                    snippet: ""
                )
            ])
        }
        var parser = Parser(source, symbols: functions.symbols)
        do {
            try parser.parse()
        } catch {
            throw syntaxError(source, parser)
        }
        guard parser.issues.isEmpty else { throw SourceText(bytes: source).error(parser.issues) }
        var checker = Checker(parser.tree, symbols: parser.symbols, environment: self)
        checker.check()
        guard checker.issues.isEmpty else { throw SourceText(bytes: source).error(checker.issues) }
        let checked = checker.checked
        var validator = LiteralValidator(checked)
        validator.validate()
        guard validator.issues.isEmpty else {
            throw SourceText(bytes: source).error(validator.issues)
        }
        return CheckedExpression(checked: checked, environment: self)
    }

    private func syntaxError(_ source: [UInt8], _ parser: Parser) -> CompileError {
        guard !parser.exceedsRecursionLimit else {
            let message = "expression recursion limit exceeded: \(Parser.maximumDepth)"
            return SourceText(bytes: source).error([
                PositionedIssue(position: -1, message: message)
            ])
        }
        let errors = SyntaxErrors.find(source, symbols: functions.symbols)
        let issues =
            errors.isEmpty
            ? [PositionedIssue(position: parser.token.start, message: "Syntax error")] : errors
        return SourceText(bytes: source).error(issues)
    }
}
