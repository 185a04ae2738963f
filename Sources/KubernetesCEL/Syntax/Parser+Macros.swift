/// Macros: calls that become loops. Costs depend on the exact form of what they become.
extension Parser {
    /// Expands a call.
    ///
    /// - Returns: `nil` if no macro has this name, style, and number of arguments.
    mutating func expandMacro(
        _ function: Symbol,
        on target: NodeID,
        _ arguments: [Int32],
        at position: Int32
    ) -> NodeID? {
        guard function.rawValue >= KnownName.has.rawValue,
            function.rawValue <= KnownName.sortBy.rawValue,
            let name = KnownName(rawValue: function.rawValue)
        else { return nil }
        let arguments = arguments.map { NodeID($0) }
        guard target != .none else {
            guard name == .has, arguments.count == 1 else { return nil }
            return presence(arguments[0], at: position)
        }
        var macro = Macro(target: target, arguments: arguments, position: position)
        switch (name, arguments.count) {
        case (.all, 2), (.exists, 2), (.existsOne, 2), (.map, 2), (.map, 3), (.filter, 2):
            return expand(&macro, name, variables: 1)
        case (.all, 3), (.exists, 3), (.existsOne, 3), (.existsOneCamel, 3),
            (.transformList, 3), (.transformList, 4), (.transformMap, 3), (.transformMap, 4),
            (.transformMapEntry, 3), (.transformMapEntry, 4):
            return expand(&macro, name, variables: 2)
        case (.optMap, 2), (.optFlatMap, 2): return expandOptional(macro, name)
        case (.sortBy, 2): return expandSort(&macro)
        default: return nil
        }
    }

    private struct Macro {
        var target: NodeID
        let arguments: [NodeID]
        let position: Int32
        var first = Symbol.none
        var second = Symbol.none

        var body: NodeID { arguments[arguments.count - 1] }
    }

    private mutating func presence(_ argument: NodeID, at position: Int32) -> NodeID {
        guard case .select(let operand, let field) = tree[argument] else {
            return report("invalid argument to has() macro", at: tree.position(argument))
        }
        return tree.add(.presence(operand: operand, field: field), at: position)
    }

    private func variable(_ node: NodeID) -> Symbol? {
        if case .identifier(let name) = tree[node] { return name }
        return nil
    }

    private mutating func expand(
        _ macro: inout Macro,
        _ name: KnownName,
        variables: Int
    ) -> NodeID {
        var names: [Symbol] = []
        for argument in macro.arguments.prefix(variables) {
            let position = tree.position(argument)
            guard let name = variable(argument) else {
                let isOld = variables == 1 && (name == .map || name == .filter)
                return report(
                    isOld ? "argument is not an identifier" : "argument must be a simple name",
                    at: position
                )
            }
            guard name != .result, name != .resultLegacy else {
                return report(
                    "iteration variable overwrites accumulator variable",
                    at: position
                )
            }
            guard !names.contains(name) else {
                return report("duplicate variable name: \(symbols.text(name))", at: position)
            }
            names.append(name)
        }
        macro.first = names[0]
        macro.second = variables == 2 ? names[1] : .none
        return loop(macro, name, hasFilter: macro.arguments.count - variables == 2)
    }

    private mutating func loop(_ macro: Macro, _ name: KnownName, hasFilter: Bool) -> NodeID {
        let filter = hasFilter ? macro.arguments[macro.arguments.count - 2] : NodeID.none
        switch name {
        case .all: return quantifier(macro, .all, .logicalAnd)
        case .exists: return quantifier(macro, .exists, .logicalOr)
        case .existsOne, .existsOneCamel: return existsOne(macro)
        case .filter:
            return collect(
                macro,
                .filter,
                filter: macro.body,
                element: tree.add(.identifier(macro.first), at: macro.position)
            )
        case .transformMap, .transformMapEntry:
            return collectEntries(macro, isEntry: name == .transformMapEntry, filter)
        default: return collect(macro, .map, filter: filter, element: macro.body)
        }
    }

    private mutating func accumulator(_ macro: Macro) -> NodeID {
        tree.add(.identifier(Symbol(.result)), at: macro.position)
    }

    private mutating func constant(_ value: Value, _ macro: Macro) -> NodeID {
        tree.add(constant: value, at: macro.position)
    }

    private mutating func quantifier(
        _ macro: Macro,
        _ kind: Comprehension.Kind,
        _ operation: KnownName
    ) -> NodeID {
        let position = macro.position
        let start = constant(.bool(kind == .all), macro)
        var condition = accumulator(macro)
        if kind == .exists { condition = tree.call(.logicalNot, condition, at: position) }
        condition = tree.call(.notStrictlyFalse, condition, at: position)
        let step = tree.call(operation, accumulator(macro), macro.body, at: position)
        return comprehension(
            macro,
            kind,
            start: start,
            condition: condition,
            step: step,
            result: accumulator(macro),
            predicate: macro.body
        )
    }

    private mutating func existsOne(_ macro: Macro) -> NodeID {
        let position = macro.position
        let increased = tree.call(
            .add,
            accumulator(macro),
            constant(.int(1), macro),
            at: position
        )
        let step = tree.call(
            .conditional,
            macro.body,
            increased,
            accumulator(macro),
            at: position
        )
        let result = tree.call(
            .equals,
            accumulator(macro),
            constant(.int(1), macro),
            at: position
        )
        return comprehension(
            macro,
            .existsOne,
            start: constant(.int(0), macro),
            condition: constant(.bool(true), macro),
            step: step,
            result: result,
            predicate: macro.body
        )
    }

    private mutating func collect(
        _ macro: Macro,
        _ kind: Comprehension.Kind,
        filter: NodeID,
        element: NodeID
    ) -> NodeID {
        let position = macro.position
        let single = tree.span(element)
        let list = tree.add(.list(single), at: position)
        var step = tree.call(.add, accumulator(macro), list, at: position)
        if filter != .none {
            step = tree.call(.conditional, filter, step, accumulator(macro), at: position)
        }
        return comprehension(
            macro,
            kind,
            start: tree.add(.list(.empty), at: position),
            condition: constant(.bool(true), macro),
            step: step,
            result: accumulator(macro),
            predicate: filter,
            transform: element
        )
    }

    private mutating func collectEntries(
        _ macro: Macro,
        isEntry: Bool,
        _ filter: NodeID
    ) -> NodeID {
        let position = macro.position
        let key = isEntry ? NodeID.none : tree.add(.identifier(macro.first), at: position)
        var step =
            isEntry
            ? tree.call(.mapInsert, accumulator(macro), macro.body, at: position)
            : tree.call(.mapInsert, accumulator(macro), key, macro.body, at: position)
        if filter != .none {
            step = tree.call(.conditional, filter, step, accumulator(macro), at: position)
        }
        return comprehension(
            macro,
            isEntry ? .transformMapEntry : .transformMap,
            start: tree.add(.map(.empty), at: position),
            condition: constant(.bool(true), macro),
            step: step,
            result: accumulator(macro),
            predicate: filter,
            key: key,
            transform: macro.body
        )
    }

    private mutating func comprehension(
        _ macro: Macro,
        _ kind: Comprehension.Kind,
        start: NodeID,
        condition: NodeID,
        step: NodeID,
        result: NodeID,
        predicate: NodeID,
        key: NodeID = .none,
        transform: NodeID = .none
    ) -> NodeID {
        tree.add(
            comprehension: Comprehension(
                kind: kind,
                range: macro.target,
                variable: macro.first,
                secondVariable: macro.second,
                accumulator: Symbol(.result),
                start: start,
                condition: condition,
                step: step,
                result: result,
                predicate: predicate,
                key: key,
                transform: transform
            ),
            at: macro.position
        )
    }

    // MARK: Names for values

    /// Makes a loop over nothing, whose accumulator gives a value a name.
    private mutating func bind(
        _ name: Symbol,
        to value: NodeID,
        in body: NodeID,
        at position: Int32
    ) -> NodeID {
        let comprehension = Comprehension(
            kind: .bind,
            range: tree.add(.list(.empty), at: position),
            variable: Symbol(.unused),
            secondVariable: .none,
            accumulator: name,
            start: value,
            condition: tree.add(constant: .bool(false), at: position),
            step: tree.add(.identifier(name), at: position),
            result: body,
            predicate: .none,
            key: .none,
            transform: body
        )
        return tree.add(comprehension: comprehension, at: position)
    }

    private mutating func expandOptional(_ macro: Macro, _ name: KnownName) -> NodeID {
        let position = macro.position
        guard let variable = variable(macro.arguments[0]) else {
            return report(
                "\(name.text)() variable name must be a simple identifier",
                at: tree.position(macro.arguments[0])
            )
        }
        let hasValue = memberCall(.hasValue, on: macro.target, at: position)
        let value = memberCall(.value, on: macro.target, at: position)
        var body = bind(variable, to: value, in: macro.body, at: position)
        if name == .optMap { body = tree.call(.optionalOf, body, at: position) }
        let none = tree.call(.optionalNone, at: position)
        return tree.call(.conditional, hasValue, body, none, at: position)
    }

    private mutating func memberCall(
        _ name: KnownName,
        on target: NodeID,
        _ argument: NodeID? = nil,
        at position: Int32
    ) -> NodeID {
        let arguments = argument.map { tree.span($0) } ?? .empty
        return tree.add(
            .call(function: Symbol(name), target: target, arguments: arguments),
            at: position
        )
    }

    private mutating func expandSort(_ macro: inout Macro) -> NodeID {
        switch tree[macro.target] {
        case .list, .identifier, .comprehension, .call, .select: break
        case .constant, .presence, .map, .message:
            return report(
                "sortBy can only be applied to a list, identifier, comprehension, call or select expression",
                at: tree.position(macro.target)
            )
        }
        let position = macro.position
        let list = macro.target
        let name = Symbol(.sortInput)
        let issueCount = issues.count
        macro.target = tree.add(.identifier(name), at: position)
        let keys = expand(&macro, .map, variables: 1)
        guard issues.count == issueCount else { return keys }
        let sorted = memberCall(
            .sortByKeys,
            on: tree.add(.identifier(name), at: position),
            keys,
            at: position
        )
        return bind(name, to: list, in: sorted, at: position)
    }
}
