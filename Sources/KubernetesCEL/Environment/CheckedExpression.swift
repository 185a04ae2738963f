/// An expression without errors.
public struct CheckedExpression: Sendable {
    let checked: CheckedTree
    let environment: Environment

    /// The type of the result, as Kubernetes prints it, such as `list(int)`.
    public var resultType: String { checked.types.text(checked.type(checked.tree.root)) }

    /// Whether the result is a Boolean.
    public var isBoolean: Bool { checked.type(checked.tree.root) == .bool }

    /// Whether the result is a string.
    public var isString: Bool { checked.type(checked.tree.root) == .string }

    /// The type of a variable with the result of the expression.
    package var declaredResultType: DeclaredType {
        checked.types.declaration(checked.type(checked.tree.root))
    }

    /// Returns whether a variable with this name is used, also if a macro declares it.
    public func uses(_ name: String) -> Bool {
        checked.usedNames.contains { checked.symbols.text(Symbol(rawValue: $0)) == name }
    }

    /// The estimated cost of one evaluation.
    public var estimatedCost: CostRange {
        var estimator = CostEstimator(checked, environment)
        return estimator.estimate()
    }

    /// Makes the program.
    ///
    /// - Throws: The error of a constant that can't be converted, or of a pattern.
    public func program() throws(ProgramError) -> Program {
        try program(hasPositions: false)
    }

    /// Makes the program.
    ///
    /// - Parameter hasPositions: Whether the program finds the positions of errors; this takes more
    ///   time and memory.
    /// - Returns: The program.
    /// - Throws: The error of a constant that can't be converted, or of a pattern.
    package func program(hasPositions: Bool) throws(ProgramError) -> Program {
        var planner = Planner(checked, environment, hasPositions: hasPositions)
        return try planner.plan()
    }
}

/// The error of an expression that can't become a program.
public struct ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The error, such as `type conversion error from 'string' to 'int'`.
    public let description: String
}
