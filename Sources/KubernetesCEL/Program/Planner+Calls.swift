import CRDRegularExpressions

extension Planner {
    mutating func call(
        _ node: NodeID,
        _ target: NodeID,
        _ arguments: NodeSpan,
        isFree: Bool
    ) throws(ProgramError) -> InstructionID {
        guard case .function(let number, let mask, let hasTarget) = checked.reference(node) else {
            throw ProgramError(description: "unresolved call")
        }
        let group = environment.functions.groups[Int(number)]
        var nodes: [NodeID] = hasTarget ? [target] : []
        for index in 0..<Int(arguments.count) { nodes.append(tree.child(arguments, index)) }
        if let known = KnownName.operators[group.name] {
            return try planOperator(known, nodes, group, mask, isFree: isFree)
        }
        return try planFunction(group, mask, nodes)
    }

    // MARK: Operators

    private mutating func planOperator(
        _ name: KnownName,
        _ nodes: [NodeID],
        _ group: FunctionTable.Group,
        _ mask: UInt32,
        isFree: Bool
    ) throws(ProgramError) -> InstructionID {
        switch name {
        case .conditional: return try conditional(nodes)
        case .index, .optionalIndex:
            return try index(nodes, isOptional: name == .optionalIndex, isFree: isFree)
        case .optionalSelect:
            let base = try base(nodes[0], isFree: isFree)
            guard case .string(let text)? = checked.constant(nodes[1]) else {
                throw ProgramError(description: "no field name")
            }
            return add(.optionalField(base, name: self.name(property(text, of: nodes[0]))))
        default: break
        }
        let first = try plan(nodes[0])
        guard nodes.count > 1 else {
            switch name {
            case .logicalNot: return add(.not(first))
            case .negate: return add(.negate(first))
            default: return first
            }
        }
        let second = try plan(nodes[1])
        switch name {
        case .logicalAnd: return add(.and(first, second))
        case .logicalOr: return add(.or(first, second))
        case .equals: return add(.equality(first, second, isEqual: true))
        case .notEquals: return add(.equality(first, second, isEqual: false))
        case .inList: return contained(first, second, mask)
        case .or, .orValue: return add(.alternative(first, second, isValue: name == .orValue))
        default: return binary(name, first, second, isText: isText(group, mask))
        }
    }

    private mutating func binary(
        _ name: KnownName,
        _ first: InstructionID,
        _ second: InstructionID,
        isText: Bool
    ) -> InstructionID {
        switch name {
        case .less: add(.comparison(first, second, .less, isText: isText))
        case .lessEquals: add(.comparison(first, second, .lessEquals, isText: isText))
        case .greater: add(.comparison(first, second, .greater, isText: isText))
        case .greaterEquals: add(.comparison(first, second, .greaterEquals, isText: isText))
        case .add: add(.arithmetic(first, second, .add, isText: isText))
        case .subtract: add(.arithmetic(first, second, .subtract, isText: isText))
        case .multiply: add(.arithmetic(first, second, .multiply, isText: isText))
        case .divide: add(.arithmetic(first, second, .divide, isText: isText))
        default: add(.arithmetic(first, second, .modulo, isText: isText))
        }
    }

    /// Returns whether the only overload that fits is one of strings or bytes.
    private func isText(_ group: FunctionTable.Group, _ mask: UInt32) -> Bool {
        guard mask.nonzeroBitCount == 1 else { return false }
        let cost = group.entries[mask.trailingZeroBitCount].overload.cost
        return cost == .ordering || cost == .add
    }

    private func property(_ text: String, of operand: NodeID) -> String {
        guard case .object(let number) = checked.form(operand) else { return text }
        return checked.types.objects[Int(number)].field(text)?.property ?? text
    }

    private mutating func conditional(_ nodes: [NodeID]) throws(ProgramError) -> InstructionID {
        let condition = try plan(nodes[0])
        let first = try branch(nodes[1])
        return add(.conditional(condition, first, try branch(nodes[2])))
    }

    /// Plans a branch of `?:`, where a variable costs nothing.
    private mutating func branch(_ node: NodeID) throws(ProgramError) -> InstructionID {
        isAttribute(node) ? try attribute(node, isFree: true) : try plan(node)
    }

    private mutating func index(
        _ nodes: [NodeID],
        isOptional: Bool,
        isFree: Bool
    ) throws(ProgramError) -> InstructionID {
        let base = try base(nodes[0], isFree: isFree)
        let index = try branch(nodes[1])
        if let constant = constant(index), !constant.isKey {
            throw ProgramError(description: "invalid qualifier type: \(constant.serverTypeName)")
        }
        return add(isOptional ? .optionalIndex(base, index) : .index(base, index))
    }

    private mutating func contained(
        _ element: InstructionID,
        _ container: InstructionID,
        _ mask: UInt32
    ) -> InstructionID {
        let isList = mask == 1
        if isList, case .list(let list)? = constant(container) {
            if list.count == 0 { return add(constant: .bool(false)) }
            if let set = ConstantSet(list.elements) {
                program.sets.append(set)
                return add(.member(element, set: Int32(program.sets.count - 1)))
            }
        }
        return add(.contained(element, container, isList: isList))
    }

    // MARK: Functions

    private mutating func planFunction(
        _ group: FunctionTable.Group,
        _ mask: UInt32,
        _ nodes: [NodeID]
    ) throws(ProgramError) -> InstructionID {
        var arguments: [Int32] = []
        for node in nodes { arguments.append(try plan(node)) }
        let entries = group.entries.indices.filter { mask & 1 << UInt32($0) != 0 }
            .map { group.entries[$0] }
        let cost = group.cost ?? (entries.count == 1 ? entries[0].overload.cost : .one)
        if group.name == "matches" {
            return try matches(arguments, isCosted: cost == .matches)
        }
        let isGuarded = entries.count > 1 || isUncertain(entries[0], nodes)
        if !isGuarded {
            if group.name == "size" { return add(.size(arguments[0])) }
            if let test = TextTest.named(group.name) {
                return add(.textTest(arguments[0], arguments[1], test))
            }
        }
        let call = Call(
            function: group.name,
            overloads: entries.map(\.overload),
            isGuarded: isGuarded,
            isOnlyOverload: group.entries.count == 1,
            cost: cost,
            arguments: operands(arguments)
        )
        if let folded = try fold(call, arguments) { return folded }
        program.calls.append(call)
        let number = Int32(program.calls.count - 1)
        guard cost == .find else { return add(.call(number)) }
        return add(.find(call: number, pattern: try pattern(ifConstant: arguments[1])))
    }

    /// Returns whether an argument may have another type than the parameter at run time.
    private func isUncertain(_ entry: FunctionTable.Entry, _ nodes: [NodeID]) -> Bool {
        zip(entry.parameters, nodes).contains { parameter, node in
            let type = checked.type(node)
            if parameter == type || parameter == .dyn { return false }
            if case .parameter = environment.functions.types[parameter] { return false }
            return type == .dyn || type == .null
        }
    }

    /// Evaluates a conversion of a constant.
    private mutating func fold(
        _ call: Call,
        _ arguments: [Int32]
    ) throws(ProgramError) -> InstructionID? {
        guard arguments.count == 1, Self.conversions.contains(call.function),
            constant(arguments[0]) != nil
        else { return nil }
        program.calls.append(call)
        var evaluation = Evaluation(program, Variables(), costLimit: .max)
        let value = evaluation.call(Int32(program.calls.count - 1))
        program.calls.removeLast()
        if case .error(let message) = value { throw ProgramError(description: message) }
        return add(constant: value)
    }

    private static let conversions: Set<String> = [
        "bool", "bytes", "double", "dyn", "duration", "int", "string", "timestamp", "type", "uint",
    ]

    private mutating func matches(
        _ arguments: [InstructionID],
        isCosted: Bool
    ) throws(ProgramError) -> InstructionID {
        let number = try pattern(ifConstant: arguments[1])
        return add(.matches(arguments[0], arguments[1], pattern: number, isCosted: isCosted))
    }

    /// Returns the number of a pattern that is known, otherwise -1.
    private mutating func pattern(ifConstant argument: InstructionID) throws(ProgramError) -> Int32
    {
        guard case .string(let text)? = constant(argument) else { return -1 }
        do {
            program.patterns.append(CompiledPattern(pattern: try Pattern(text)))
            return Int32(program.patterns.count - 1)
        } catch {
            throw ProgramError(description: error.description)
        }
    }
}

extension KnownName {
    /// The operators and functions that have instructions.
    fileprivate static let operators: [String: KnownName] = {
        let names: [KnownName] = [
            .logicalAnd, .logicalOr, .conditional, .logicalNot, .negate, .add, .subtract,
            .multiply, .divide, .modulo, .equals, .notEquals, .less, .lessEquals, .greater,
            .greaterEquals, .inList, .index, .optionalIndex, .optionalSelect, .notStrictlyFalse,
            .or, .orValue,
        ]
        return Dictionary(uniqueKeysWithValues: names.map { ($0.text, $0) })
    }()
}

extension Value {
    /// Whether the value can be an index.
    fileprivate var isKey: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string: true
        default: false
        }
    }
}
