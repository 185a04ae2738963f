/// A function: its overloads, how each is evaluated, and what it costs.
struct Function: Sendable {
    let name: String
    /// The cost of every overload, if Kubernetes decides it by the name of the function.
    let cost: CallCost?
    var overloads: [Overload]

    init(_ name: String, cost: CallCost? = nil, _ overloads: [Overload]) {
        self.name = name
        self.cost = cost
        self.overloads = overloads
    }
}

/// One of the functions of the same name.
struct Overload: Sendable {
    /// The name in cel-go or Kubernetes, on which costs depend.
    let id: String
    /// Whether it is called on its first argument: `a.f(b)`.
    let isMember: Bool
    let parameters: [Signature]
    let result: Signature
    let cost: CallCost
    let implementation: Implementation

    static func global(
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature,
        cost: CallCost = .one,
        _ implementation: @escaping @Sendable (Value) -> Value
    ) -> Overload {
        Overload(id, false, parameters, result, cost, .unary(implementation))
    }

    static func global(
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature,
        cost: CallCost = .one,
        _ implementation: @escaping @Sendable (Value, Value) -> Value
    ) -> Overload {
        Overload(id, false, parameters, result, cost, .binary(implementation))
    }

    static func globalN(
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature,
        cost: CallCost = .one,
        _ implementation: @escaping @Sendable ([Value]) -> Value
    ) -> Overload {
        Overload(id, false, parameters, result, cost, .variadic(implementation))
    }

    static func member(
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature,
        cost: CallCost = .one,
        _ implementation: @escaping @Sendable (Value) -> Value
    ) -> Overload {
        Overload(id, true, parameters, result, cost, .unary(implementation))
    }

    static func member(
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature,
        cost: CallCost = .one,
        _ implementation: @escaping @Sendable (Value, Value) -> Value
    ) -> Overload {
        Overload(id, true, parameters, result, cost, .binary(implementation))
    }

    static func memberN(
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature,
        cost: CallCost = .one,
        _ implementation: @escaping @Sendable ([Value]) -> Value
    ) -> Overload {
        Overload(id, true, parameters, result, cost, .variadic(implementation))
    }

    /// An overload that the evaluator knows itself.
    static func builtIn(
        _ id: String,
        member isMember: Bool = false,
        _ parameters: [Signature],
        _ result: Signature,
        cost: CallCost = .one
    ) -> Overload {
        Overload(id, isMember, parameters, result, cost, .builtIn)
    }

    init(
        _ id: String,
        _ isMember: Bool,
        _ parameters: [Signature],
        _ result: Signature,
        _ cost: CallCost,
        _ implementation: Implementation
    ) {
        self.id = id
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.cost = cost
        self.implementation = implementation
    }

    /// Returns whether the overload can be called with these values.
    func admits(_ arguments: [Value]) -> Bool {
        parameters.count == arguments.count
            && zip(parameters, arguments).allSatisfy { $0.admits($1) }
    }
}

/// The code of an overload.
///
/// It is called with arguments that aren't errors and have the kinds of the parameters.
enum Implementation: Sendable {
    case unary(@Sendable (Value) -> Value)
    case binary(@Sendable (Value, Value) -> Value)
    case variadic(@Sendable ([Value]) -> Value)
    /// An operator, which the evaluator has instructions for.
    case builtIn

    /// Returns the result of a call.
    func call(_ arguments: [Value]) -> Value {
        switch self {
        case .unary(let function) where arguments.count == 1: function(arguments[0])
        case .binary(let function) where arguments.count == 2:
            function(arguments[0], arguments[1])
        case .variadic(let function): function(arguments)
        default: .noSuchOverload
        }
    }
}
