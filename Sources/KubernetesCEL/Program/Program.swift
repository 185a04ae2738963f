/// An expression that is ready to be evaluated, from many tasks at once.
public struct Program: Sendable {
    var instructions: [Instruction] = []
    var constants: [Value] = []
    /// The names of fields and properties.
    var names: [String] = []
    var calls: [Call] = []
    var loops: [Loop] = []
    /// Arguments, elements, and entries; an optional one is stored as its complement.
    var operands: [Int32] = []
    var sets: [ConstantSet] = []
    var patterns: [CompiledPattern] = []
    var root: InstructionID = 0
    var localCount = 0

    /// Evaluates the expression.
    ///
    /// - Parameters:
    ///   - variables: The values of the variables of the environment, in its order.
    ///   - costLimit: The cost at which evaluation stops; that of Kubernetes by default.
    /// - Returns: The value or the error, and the cost.
    public func evaluate(
        _ variables: Variables = Variables(),
        costLimit: UInt64 = 1_000_000
    ) -> Evaluated {
        var evaluation = Evaluation(self, variables, costLimit: costLimit)
        var value = evaluation.evaluate(root)
        var position = evaluation.limitPosition
        let isCancelled = evaluation.isCancelled
        if isCancelled {
            value = Evaluation.cancelled
        } else if case .error(let text) = value, let error = LocatedError(text) {
            value = .error(error.message)
            position = error.position
        }
        return Evaluated(
            value: value,
            cost: evaluation.cost,
            exceedsCostLimit: isCancelled,
            errorPosition: position
        )
    }
}

/// The result of an evaluation.
public struct Evaluated: Sendable {
    /// The value; `Value.error` if there is an error.
    public let value: Value
    /// The cost, in the units of Kubernetes.
    public let cost: UInt64
    /// Whether the evaluation was stopped because of its cost.
    public let exceedsCostLimit: Bool
    /// The position of the operator, call, or selection that raised the error.
    ///
    /// It is the offset in the UTF-8 bytes of the expression; `nil` if there is no error, or if the
    /// program has no positions.
    package let errorPosition: Int32?
}

/// The values of the variables of an environment, in its order.
public struct Variables: Sendable {
    private let first: Value?
    private let second: Value?
    private let others: [Value]

    /// Creates the values of at most two variables, without an allocation.
    public init(_ first: Value? = nil, _ second: Value? = nil) {
        self.first = first
        self.second = second
        others = []
    }

    /// Creates the values of any number of variables.
    public init(_ values: [Value]) {
        first = values.first
        second = values.count > 1 ? values[1] : nil
        others = values.count > 2 ? Array(values[2...]) : []
    }

    subscript(index: Int) -> Value? {
        switch index {
        case 0: first
        case 1: second
        default: index - 2 < others.count ? others[index - 2] : nil
        }
    }
}

/// A list of constants, for quick search.
struct ConstantSet: Sendable {
    private var keys: Set<ConstantKey> = []

    /// Creates the set of some constants.
    ///
    /// - Returns: `nil` if they aren't all numbers, strings, and Booleans.
    init?(_ elements: [Value]) {
        for element in elements {
            guard let key = ConstantKey(element) else { return nil }
            keys.insert(key)
        }
    }

    func contains(_ value: Value) -> Bool {
        ConstantKey(value).map(keys.contains) ?? false
    }
}

/// A scalar; numbers with the same value are equal.
private enum ConstantKey: Hashable {
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(ExactString)

    init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let number): self = .int(number)
        case .uint(let number): self = Int64(exactly: number).map { .int($0) } ?? .uint(number)
        case .double(let number):
            if let int = Int64(exactly: number) {
                self = .int(int)
            } else {
                self = UInt64(exactly: number).map { .uint($0) } ?? .double(number)
            }
        case .string(let text): self = .string(ExactString(text: text))
        default: return nil
        }
    }
}
