extension Evaluation {
    mutating func negate(_ operand: InstructionID) -> Value {
        let value = evaluate(operand)
        charge(1)
        if value.isError { return value }
        if case .string = value { return .noSuchOverload }
        return ArithmeticOperator.negate(value)
    }

    mutating func arithmetic(
        _ first: InstructionID,
        _ second: InstructionID,
        _ operation: ArithmeticOperator,
        _ isText: Bool
    ) -> Value {
        let a = evaluate(first)
        let b = evaluate(second)
        charge(isText ? RuntimeCost.sum(a, b) : 1)
        if a.isError { return a }
        if b.isError { return b }
        return operation.apply(a, b)
    }

    /// Returns the first optional value if it has one, otherwise the second operand.
    mutating func alternative(
        _ first: InstructionID,
        _ second: InstructionID,
        _ isValue: Bool
    ) -> Value {
        let value = evaluate(first)
        guard case .optional(let wrapped) = value else {
            return value.isError ? value : .noSuchOverload
        }
        guard let wrapped else { return evaluate(second) }
        return isValue ? wrapped : value
    }

    mutating func size(_ operand: InstructionID) -> Value {
        let value = evaluate(operand)
        charge(1)
        return value.isError ? value : Value.size(value)
    }

    mutating func textTest(
        _ text: InstructionID,
        _ argument: InstructionID,
        _ test: TextTest
    ) -> Truth {
        let text = evaluate(text)
        let argument = evaluate(argument)
        charge(RuntimeCost.cost(test == .contains ? .contains : .argument, text, argument, .null))
        if text.isError { return fail(text) }
        if argument.isError { return fail(argument) }
        guard case .string(let text) = text, case .string(let argument) = argument else {
            return fail(.noSuchOverload)
        }
        return Truth(test.holds(text, argument))
    }

    mutating func call(_ number: Int32) -> Value {
        let span = program.calls[Int(number)].arguments
        let cost = program.calls[Int(number)].cost
        switch program.calls[Int(number)].direct {
        case .unary(let function)?:
            let argument = evaluate(program.operands[Int(span.start)])
            if stops(cost, [argument]) { return Self.cancelled }
            let result = argument.isError ? argument : function(argument)
            charge(cost == .one ? 1 : RuntimeCost.cost(cost, argument, result))
            return result
        case .binary(let function)?:
            let first = evaluate(program.operands[Int(span.start)])
            let second = evaluate(program.operands[Int(span.start) + 1])
            if stops(cost, [first, second]) { return Self.cancelled }
            let result = first.isError ? first : second.isError ? second : function(first, second)
            charge(cost == .one ? 1 : RuntimeCost.cost(cost, first, second, result))
            return result
        case .variadic?, .builtIn?, nil: return general(program.calls[Int(number)])
        }
    }

    private mutating func general(_ call: Call) -> Value {
        switch arguments(of: call) {
        case .failure(let error): return error.value
        case .success(let arguments):
            if stops(call.cost, arguments) { return Self.cancelled }
            let result = dispatch(call, arguments)
            charge(RuntimeCost.cost(call.cost, arguments, result))
            return result
        }
    }

    /// Whether the evaluation stops before a call, because the limit is exceeded, or because it would
    /// be by a call whose time grows with its cost; such a call is charged.
    @inline(__always)
    private mutating func stops(
        _ cost: CallCost,
        _ arguments: @autoclosure () -> [Value]
    ) -> Bool {
        guard !isCancelled, cost.isQuadratic else { return isCancelled }
        let amount = RuntimeCost.cost(cost, arguments(), .null)
        guard exceedsLimit(by: amount) else { return false }
        charge(amount)
        return true
    }

    /// An error as a value.
    struct Failure: Error { let value: Value }

    /// Evaluates the arguments of a call.
    ///
    /// A call with an error costs something if all of its arguments were evaluated: of more than two
    /// arguments, none is evaluated after an error.
    mutating func arguments(of call: Call) -> Result<[Value], Failure> {
        var arguments: [Value] = []
        let isLong = call.arguments.count > 2
        for index in call.arguments.range {
            let argument = evaluate(program.operands[index])
            arguments.append(argument)
            if isLong, argument.isError { break }
        }
        guard let error = arguments.first(where: \.isError) else { return .success(arguments) }
        if arguments.count == Int(call.arguments.count) {
            charge(RuntimeCost.cost(call.cost, arguments, error))
        }
        return .failure(Failure(value: error))
    }

    /// Calls the overload that fits the arguments.
    private func dispatch(_ call: Call, _ arguments: [Value]) -> Value {
        guard call.isGuarded else { return call.overloads[0].implementation.call(arguments) }
        for overload in call.overloads where overload.admits(arguments) {
            return overload.implementation.call(arguments)
        }
        return missing(call, arguments)
    }

    /// Returns the error of a call that no overload fits.
    func missing(_ call: Call, _ arguments: [Value]) -> Value {
        if call.isOnlyOverload { return .noSuchOverload }
        if call.function == "size" { return .error("no such overload: size") }
        if call.function == "flatten", let receiver = arguments.first {
            let others = arguments.dropFirst().map(\.kindName).joined(separator: ", ")
            return .error("no such overload: \(receiver.fullTypeName).flatten(\(others))")
        }
        let types = arguments.map(\.kindName).joined(separator: ", ")
        return .error("no such overload: \(call.function)(\(types))")
    }

    // MARK: Collections

    mutating func list(_ span: NodeSpan) -> Value {
        var elements: [Value] = []
        elements.reserveCapacity(Int(span.count))
        for index in span.range {
            let number = program.operands[index]
            let value = evaluate(number < 0 ? ~number : number)
            if value.isError {
                charge(10)
                return value
            }
            guard number < 0 else {
                elements.append(value)
                continue
            }
            guard case .optional(let wrapped) = value else { return invalidElement(value) }
            if let wrapped { elements.append(wrapped) }
        }
        charge(10)
        return .list(elements)
    }

    private func invalidElement(_ value: Value) -> Value {
        .error("cannot initialize optional list element from non-optional value \(value.keyText)")
    }

    mutating func map(_ span: NodeSpan) -> Value {
        var entries = MapEntries()
        for index in stride(from: span.range.lowerBound, to: span.range.upperBound, by: 2) {
            let number = program.operands[index]
            let key = evaluate(number < 0 ? ~number : number)
            let value = key.isError ? key : evaluate(program.operands[index + 1])
            if value.isError {
                charge(30)
                return value
            }
            guard number < 0 else {
                entries.set(key, value)
                continue
            }
            guard case .optional(let wrapped) = value else { return invalidElement(value) }
            if let wrapped { entries.set(key, wrapped) }
        }
        charge(30)
        return .map(.literal(entries))
    }

    mutating func bind(_ local: Int32, _ value: InstructionID, _ body: InstructionID) -> Value {
        locals[Int(local)] = evaluate(value)
        return evaluate(body)
    }
}
