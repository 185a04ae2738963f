extension Evaluation {
    mutating func field(_ operand: InstructionID, _ name: Int32, isProperty: Bool) -> Value {
        let container = evaluate(operand)
        switch container {
        case .map(let map):
            charge(1)
            let name = program.names[Int(name)]
            let value = isProperty ? map.property(name) : map.value(forKey: .string(name))
            return value ?? noKey(.string(name))
        case .error: return container
        default:
            charge(1)
            return noField(container, .string(program.names[Int(name)]))
        }
    }

    private func noKey(_ key: Value) -> Value { .error("no such key: \(key.keyText)") }

    /// Returns the error of a look-up in a value that has no keys.
    private func noField(_ container: Value, _ key: Value) -> Value {
        guard case .list(let list) = container else { return noKey(key) }
        switch position(key) {
        case .success(let position):
            return list.count > position && position >= 0
                ? list[position] : .error("index out of bounds: \(position)")
        case .failure(let error): return error.value
        }
    }

    /// An error as a value.
    private struct LookUpError: Error { let value: Value }

    /// Returns the position that a value means in a list.
    private func position(_ index: Value) -> Result<Int, LookUpError> {
        switch index {
        case .int(let number): return .success(Int(number))
        case .uint(let number):
            return .success(Int(exactly: number) ?? .max)
        case .double(let number):
            guard let position = Int(exactly: number) else {
                let text = GoFloat.text(number)
                return .failure(
                    LookUpError(value: .error("unsupported index value \(text) in list"))
                )
            }
            return .success(position)
        default:
            let message = "unsupported index type '\(index.kindName)' in list"
            return .failure(LookUpError(value: .error(message)))
        }
    }

    /// Returns the value of a key, `nil` if it is absent, or an error.
    private func find(_ container: Value, _ key: Value) -> Value? {
        switch container {
        case .map(let map): return map.value(forKey: key)
        case .list(let list):
            switch position(key) {
            case .success(let position):
                return position >= 0 && position < list.count ? list[position] : nil
            case .failure(let error): return error.value
            }
        case .error: return container
        default: return nil
        }
    }

    /// Returns the optional value of a key, and charges for it only if it is there.
    private mutating func optional(_ container: Value, _ key: Value) -> Value {
        guard let value = find(container, key) else { return .optional(nil) }
        charge(1)
        return value.isError ? value : .optional(value)
    }

    /// Selects a key of the value of an optional; of other values, as usual.
    mutating func liftedField(_ operand: InstructionID, _ name: Int32) -> Value {
        let container = evaluate(operand)
        let key = Value.string(program.names[Int(name)])
        guard case .optional(let wrapped) = container else {
            if container.isError { return container }
            charge(1)
            return find(container, key) ?? noField(container, key)
        }
        guard let wrapped else { return container }
        return optional(wrapped, key)
    }

    mutating func optionalField(_ operand: InstructionID, _ name: Int32) -> Value {
        let key = Value.string(program.names[Int(name)])
        let container = evaluate(operand)
        guard case .optional(let wrapped) = container else { return optional(container, key) }
        guard let wrapped else { return container }
        return optional(wrapped, key)
    }

    mutating func presence(
        _ operand: InstructionID,
        _ name: Int32,
        _ isLifted: Bool
    ) -> Truth {
        let container = evaluate(operand)
        let name = program.names[Int(name)]
        if isLifted, case .optional(let wrapped) = container {
            guard let wrapped, let value = find(wrapped, .string(name)) else { return .no }
            charge(1)
            return value.isError ? fail(value) : .yes
        }
        if container.isError { return fail(container) }
        charge(1)
        guard case .map(let map) = container else {
            guard let value = find(container, .string(name)) else { return .no }
            return value.isError ? fail(value) : .yes
        }
        guard let value = map.value(forKey: .string(name)) else { return .no }
        return value.isError ? fail(value) : .yes
    }

    // MARK: Indexes

    mutating func index(_ operand: InstructionID, _ index: InstructionID) -> Value {
        let container = evaluate(operand)
        if container.isError { return container }
        if case .optional(let wrapped) = container {
            guard let wrapped else { return container }
            let key = evaluate(index)
            return key.isError ? key : optional(wrapped, key)
        }
        let key = evaluate(index)
        charge(1)
        if key.isError { return key }
        guard case .map(let map) = container else { return noField(container, key) }
        return map.value(forKey: key) ?? noKey(key)
    }

    mutating func optionalIndex(_ operand: InstructionID, _ index: InstructionID) -> Value {
        var container = evaluate(operand)
        if container.isError { return container }
        if case .optional(let wrapped) = container {
            guard let wrapped else { return container }
            container = wrapped
        }
        let key = evaluate(index)
        return key.isError ? key : optional(container, key)
    }
}

extension Value {
    /// A key as messages print it.
    var keyText: String {
        if case .string(let text) = Value.toText(self) { return text }
        switch self {
        case .null: return "null"
        case .type(let name): return name
        default: return kindName
        }
    }
}
