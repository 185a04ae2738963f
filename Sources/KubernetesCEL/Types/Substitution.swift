/// What type variables stand for, and the rules of assignability.
struct Substitution {
    /// The number of steps after which checking an expression ends.
    private static let maximumSteps = 3_000_000

    var types: TypeTable
    private var bindings: [TypeID] = []
    /// The bindings that were replaced, newest last.
    private var trail: [(variable: Int32, type: TypeID)] = []
    private var steps = 0

    init(_ types: TypeTable) { self.types = types }

    /// Whether the expression is too complex to be checked.
    var isExhausted: Bool { steps > Self.maximumSteps }

    // MARK: Variables

    /// Adds type variables.
    ///
    /// - Returns: The number of the first.
    mutating func addVariables(_ count: Int32) -> Int32 {
        let first = Int32(bindings.count)
        for _ in 0..<count { bindings.append(.none) }
        return first
    }

    /// Returns a new type variable.
    mutating func newVariable() -> TypeID {
        types.intern(.variable(addVariables(1)))
    }

    /// Returns a type of a declaration with type variables instead of its parameters.
    mutating func instantiate(_ type: TypeID, from first: Int32) -> TypeID {
        guard types.hasVariables(type) else { return type }
        switch types[type] {
        case .parameter(let number): return types.intern(.variable(first + number))
        case .list(let element): return types.list(instantiate(element, from: first))
        case .map(let key, let value):
            let key = instantiate(key, from: first)
            return types.map(key, instantiate(value, from: first))
        case .optional(let wrapped): return types.optional(instantiate(wrapped, from: first))
        case .typeOf(let instance):
            return types.intern(.typeOf(instantiate(instance, from: first)))
        case .basic, .opaque, .object, .variable: return type
        }
    }

    /// Returns a type with the types that variables stand for.
    ///
    /// If it is final, variables that stand for nothing become `dyn`.
    mutating func resolve(_ type: TypeID, isFinal: Bool = false) -> TypeID {
        guard types.hasVariables(type) else { return type }
        steps += 1
        guard !isExhausted else { return .dyn }
        switch types[type] {
        case .variable(let number):
            let bound = bindings[Int(number)]
            if bound != .none { return resolve(bound, isFinal: isFinal) }
            return isFinal ? .dyn : type
        case .list(let element): return types.list(resolve(element, isFinal: isFinal))
        case .map(let key, let value):
            let key = resolve(key, isFinal: isFinal)
            return types.map(key, resolve(value, isFinal: isFinal))
        case .optional(let wrapped): return types.optional(resolve(wrapped, isFinal: isFinal))
        case .typeOf(let instance):
            return types.intern(.typeOf(resolve(instance, isFinal: isFinal)))
        case .basic, .opaque, .object, .parameter: return type
        }
    }

    // MARK: Assignability

    /// Returns whether a value of the first type can be used as the second; if so, variables are
    /// bound.
    mutating func isAssignable(_ first: TypeID, _ second: TypeID) -> Bool {
        let mark = trail.count
        if fits(first, second) { return true }
        undo(to: mark)
        return false
    }

    /// Returns whether arguments can be passed to parameters; if so, variables are bound.
    ///
    /// The first type parameter is the variable of the given number, and so on.
    mutating func isAssignable(
        _ arguments: ArgumentTypes,
        to parameters: [TypeID],
        from first: Int32
    ) -> Bool {
        let mark = trail.count
        for index in parameters.indices {
            let parameter = instantiate(parameters[index], from: first)
            guard fits(arguments[index], parameter) else {
                undo(to: mark)
                return false
            }
        }
        return true
    }

    private mutating func undo(to mark: Int) {
        while trail.count > mark {
            let (variable, type) = trail.removeLast()
            bindings[Int(variable)] = type
        }
    }

    private mutating func bind(_ variable: Int32, _ type: TypeID) {
        trail.append((variable, bindings[Int(variable)]))
        bindings[Int(variable)] = type
    }

    private mutating func fits(_ first: TypeID, _ second: TypeID) -> Bool {
        if first == second, !types.hasVariables(first) { return true }
        steps += 1
        guard !isExhausted else { return false }
        if case .variable(let variable) = types[second] {
            switch substitute(first, for: variable, second) {
            case .valid: return true
            case .conflict: return false
            case .invalid: break
            }
        }
        if case .variable(let variable) = types[first] {
            return substitute(second, for: variable, first) == .valid
        }
        if isWildcard(first) || isWildcard(second) { return true }
        if first == .null { return isNullable(second) }
        if second == .null { return isNullable(first) }
        return fitsForm(first, second)
    }

    private mutating func fitsForm(_ first: TypeID, _ second: TypeID) -> Bool {
        switch (types[first], types[second]) {
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)): return fits(a, b)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            return fits(aKey, bKey) && fits(aValue, bValue)
        default: return first == second || isTypeOfType(first) && isTypeOfType(second)
        }
    }

    private func isTypeOfType(_ type: TypeID) -> Bool {
        if case .typeOf = types[type] { return true }
        return type == .type
    }

    private func isWildcard(_ type: TypeID) -> Bool {
        type == .dyn || type == .error || types.isAnyValue(type)
    }

    private func isNullable(_ type: TypeID) -> Bool {
        switch types[type] {
        case .object, .opaque, .optional: true
        default: type == .timestamp || type == .duration || type == .null
        }
    }

    private enum Verdict {
        case valid
        /// The variable stands for a type that doesn't fit.
        case conflict
        case invalid
    }

    private mutating func substitute(
        _ type: TypeID,
        for variable: Int32,
        _ variableType: TypeID
    ) -> Verdict {
        if type == variableType { return .valid }
        let bound = bindings[Int(variable)]
        guard bound != .none else {
            guard !occurs(variableType, in: type) else { return .invalid }
            bind(variable, type)
            return .valid
        }
        if type == bound { return .valid }
        guard fits(type, bound) else { return .conflict }
        let general = mostGeneral(type, bound)
        if !occurs(variableType, in: general) { bind(variable, general) }
        return .valid
    }

    private mutating func occurs(_ variable: TypeID, in type: TypeID) -> Bool {
        if type == variable { return true }
        guard types.hasVariables(type) else { return false }
        steps += 1
        guard !isExhausted else { return true }
        switch types[type] {
        case .variable(let number):
            let bound = bindings[Int(number)]
            return bound != .none && occurs(variable, in: bound)
        case .list(let element), .optional(let element), .typeOf(let element):
            return occurs(variable, in: element)
        case .map(let key, let value):
            return occurs(variable, in: key) || occurs(variable, in: value)
        case .basic, .opaque, .object, .parameter: return false
        }
    }

    /// Returns the first type if it is as general as the second, otherwise the second; with `dyn`
    /// where an object that can be used as any value has another type there.
    mutating func mostGeneral(_ first: TypeID, _ second: TypeID) -> TypeID {
        isAsGeneral(first, second) ? first : common(first, second)
    }

    private mutating func common(_ first: TypeID, _ second: TypeID) -> TypeID {
        if first == second { return first }
        switch (types[first], types[second]) {
        case (.variable, _), (_, .variable): return second
        case (.list(let a), .list(let b)): return types.list(common(a, b))
        case (.optional(let a), .optional(let b)): return types.optional(common(a, b))
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            let key = common(aKey, bKey)
            return types.map(key, common(aValue, bValue))
        default: return types.isAnyValue(first) || types.isAnyValue(second) ? .dyn : second
        }
    }

    private mutating func isAsGeneral(_ first: TypeID, _ second: TypeID) -> Bool {
        steps += 1
        guard !isExhausted else { return true }
        switch (types[first], types[second]) {
        case (.variable, _): return true
        case _ where first == .dyn: return true
        case (_, .variable): return false
        case _ where second == .dyn: return false
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)):
            return isAsGeneral(a, b)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            return isAsGeneral(aKey, bKey) && isAsGeneral(aValue, bValue)
        default: return first == second || isTypeOfType(first) && isTypeOfType(second)
        }
    }
}
