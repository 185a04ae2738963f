extension Checker {
    mutating func call(
        _ function: Symbol,
        _ target: NodeID,
        _ arguments: NodeSpan,
        _ node: NodeID
    ) -> TypeID {
        if function == .optionalSelect { return optionalSelect(arguments, node) }
        for index in 0..<Int(arguments.count) { check(tree.child(arguments, index)) }
        guard target != .none else {
            guard let number = functions.function(bare(function)) else {
                report(undeclared(symbols.text(function)), at: node)
                return .error
            }
            return resolve(number, .none, arguments, node)
        }
        if let prefix = qualifiedName(target),
            let symbol = functions.symbols.find("\(prefix).\(symbols.text(function))"),
            let number = functions.function(symbol)
        {
            return resolve(number, .none, arguments, node)
        }
        check(target)
        guard let number = functions.function(function) else {
            report(undeclared(symbols.text(function)), at: node)
            return .error
        }
        return resolve(number, target, arguments, node)
    }

    /// Returns a name without the dot at its start.
    private func bare(_ name: Symbol) -> Symbol {
        guard Int(name.rawValue) >= functions.symbols.count else { return name }
        let text = symbols.text(name)
        guard text.utf8.first == 0x2E else { return name }
        return functions.symbols.find(String(text.dropFirst())) ?? name
    }

    private mutating func optionalSelect(_ arguments: NodeSpan, _ node: NodeID) -> TypeID {
        guard case .constant(let number) = tree[tree.child(arguments, 1)],
            case .string(let field) = tree.constants[Int(number)]
        else { return .error }
        check(tree.child(arguments, 1))
        let type = selectField(tree.child(arguments, 0), field, node, isOptional: true)
        if let number = functions.function(Symbol(.optionalSelect)) {
            references[node.index] = .function(Int32(number), 1, hasTarget: false)
        }
        return substitution.resolve(type)
    }

    private mutating func resolve(
        _ number: Int,
        _ target: NodeID,
        _ arguments: NodeSpan,
        _ node: NodeID
    ) -> TypeID {
        let group = functions.groups[number]
        if group.name == "_&&_" || group.name == "_||_" {
            references[node.index] = .function(Int32(number), 1, hasTarget: false)
            return logical(arguments)
        }
        let types = argumentTypes(target, arguments)
        var result = TypeID.none
        var mask: UInt32 = 0
        for (index, entry) in group.entries.enumerated()
        where entry.overload.isMember == (target != .none) {
            guard let found = match(entry, types) else { continue }
            mask |= 1 << UInt32(index)
            if result == .none {
                result = found
            } else if result != .dyn, result != found {
                result = .dyn
            }
        }
        guard result != .none else {
            reportNoOverload(group.name, types, hasTarget: target != .none, node)
            return .error
        }
        references[node.index] = .function(Int32(number), mask, hasTarget: target != .none)
        return result
    }

    private func argumentTypes(_ target: NodeID, _ arguments: NodeSpan) -> ArgumentTypes {
        var types = ArgumentTypes()
        if target != .none { types.append(type(target)) }
        for index in 0..<Int(arguments.count) { types.append(type(tree.child(arguments, index))) }
        return types
    }

    /// Returns the result type of an overload, or `nil` if it can't be called with these types.
    private mutating func match(
        _ entry: FunctionTable.Entry,
        _ types: ArgumentTypes
    ) -> TypeID? {
        let first = substitution.addVariables(entry.parameterCount)
        guard entry.parameters.count == types.count else { return nil }
        guard substitution.isAssignable(types, to: entry.parameters, from: first) else {
            return nil
        }
        return substitution.resolve(substitution.instantiate(entry.result, from: first))
    }

    private mutating func logical(_ arguments: NodeSpan) -> TypeID {
        var result = TypeID.bool
        for index in 0..<Int(arguments.count) {
            let node = tree.child(arguments, index)
            guard !substitution.isAssignable(type(node), .bool) else { continue }
            mismatch(node, expected: .bool, found: type(node))
            result = .error
        }
        return result
    }

    private mutating func reportNoOverload(
        _ name: String,
        _ types: ArgumentTypes,
        hasTarget: Bool,
        _ node: NodeID
    ) {
        var texts: [String] = []
        for index in 0..<types.count {
            let type = substitution.resolve(types[index], isFinal: true)
            texts.append(text(type))
        }
        let target = hasTarget ? "\(texts.removeFirst())." : ""
        let signature = "\(target)(\(texts.joined(separator: ", ")))"
        report(
            "found no matching overload for '\(name)' applied to '\(signature)'",
            at: node
        )
    }
}

/// The types of the arguments of a call, the first three without an array.
struct ArgumentTypes {
    private var first = TypeID.none
    private var second = TypeID.none
    private var third = TypeID.none
    private var others: [TypeID] = []
    private(set) var count = 0

    mutating func append(_ type: TypeID) {
        switch count {
        case 0: first = type
        case 1: second = type
        case 2: third = type
        default: others.append(type)
        }
        count += 1
    }

    subscript(index: Int) -> TypeID {
        switch index {
        case 0: first
        case 1: second
        case 2: third
        default: others[index - 3]
        }
    }
}
