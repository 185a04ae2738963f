import CRDRegularExpressions

/// Makes programs: resolves overloads, and evaluates constants.
struct Planner {
    let checked: CheckedTree
    let environment: Environment
    private let hasPositions: Bool
    var program = Program()
    private var numbers: [InstructionID]
    private var nameNumbers: [String: Int32] = [:]

    /// Creates a planner.
    ///
    /// - Parameters:
    ///   - checked: The expression.
    ///   - environment: Its environment.
    ///   - hasPositions: Whether the program finds the positions of errors.
    init(_ checked: CheckedTree, _ environment: Environment, hasPositions: Bool) {
        self.checked = checked
        self.environment = environment
        self.hasPositions = hasPositions
        numbers = Array(repeating: -1, count: checked.tree.nodes.count)
        program.localCount = checked.localCount
        program.instructions.reserveCapacity(checked.tree.nodes.count)
    }

    var tree: SyntaxTree { checked.tree }

    /// Returns the program.
    mutating func plan() throws(ProgramError) -> Program {
        program.root = try plan(tree.root)
        return program
    }

    // MARK: Parts of the program

    mutating func add(_ instruction: Instruction) -> InstructionID {
        program.instructions.append(instruction)
        return InstructionID(program.instructions.count - 1)
    }

    mutating func add(constant: Value) -> InstructionID {
        program.constants.append(constant)
        return add(.constant(Int32(program.constants.count - 1)))
    }

    /// Returns the value of an instruction that is a constant.
    func constant(_ id: InstructionID) -> Value? {
        if case .constant(let number) = program.instructions[Int(id)] {
            return program.constants[Int(number)]
        }
        return nil
    }

    mutating func name(_ text: String) -> Int32 {
        if let number = nameNumbers[text] { return number }
        let number = Int32(program.names.count)
        program.names.append(text)
        nameNumbers[text] = number
        return number
    }

    mutating func operands(_ numbers: [Int32]) -> NodeSpan {
        let start = Int32(program.operands.count)
        program.operands += numbers
        return NodeSpan(start: start, count: Int32(numbers.count))
    }

    // MARK: Nodes

    /// Plans a node.
    ///
    /// A node that is used twice is planned once.
    mutating func plan(_ node: NodeID) throws(ProgramError) -> InstructionID {
        let known = numbers[node.index]
        if known >= 0 { return known }
        let number = located(try planNew(node), node)
        numbers[node.index] = number
        return number
    }

    /// Returns the instruction that adds the position of a node to its errors, if the program has
    /// positions.
    private mutating func located(_ number: InstructionID, _ node: NodeID) -> InstructionID {
        guard hasPositions, constant(number) == nil else { return number }
        return add(.located(number, position: tree.position(node)))
    }

    private mutating func planNew(_ node: NodeID) throws(ProgramError) -> InstructionID {
        switch tree[node] {
        case .constant(let number): return add(constant: tree.constants[Int(number)])
        case .identifier, .select: return try newAttribute(node, isFree: false)
        case .presence(let operand, let field):
            let name = fieldName(field, of: operand)
            return add(
                .presence(
                    try base(operand, isFree: true),
                    name: self.name(name.text),
                    isLifted: isLifted(operand)
                )
            )
        case .call(_, let target, let arguments):
            return try call(node, target, arguments, isFree: false)
        case .list(let span): return try list(span)
        case .map(let span): return try map(span)
        case .message: throw ProgramError(description: "no messages")
        case .comprehension(let number):
            return try loop(tree.comprehensions[Int(number)], checked.places[Int(number)])
        }
    }

    /// Plans the operand of a selection; one that isn't a variable costs 1 more.
    mutating func base(_ node: NodeID, isFree: Bool) throws(ProgramError) -> InstructionID {
        if isAttribute(node) || isConditional(node) { return try attribute(node, isFree: isFree) }
        let operand = try plan(node)
        return isFree ? operand : add(.charge(operand, 1))
    }

    /// Returns whether a node is a variable with selections and indexes.
    func isAttribute(_ node: NodeID) -> Bool {
        switch tree[node] {
        case .identifier, .select: true
        case .call(let function, _, _):
            function == .index || function == .optionalIndex || function == .optionalSelect
        default: false
        }
    }

    /// Returns whether selections from a node are those from the value of an optional: it begins
    /// with an optional, or an optional selection is part of it.
    private func isLifted(_ node: NodeID) -> Bool {
        switch tree[node] {
        case .select(let operand, _) where checked.reference(node) == .unknown:
            return isLifted(operand)
        case .call(let function, _, let arguments):
            if function == .optionalIndex || function == .optionalSelect { return true }
            if function == .index { return isLifted(tree.child(arguments, 0)) }
        default: break
        }
        if case .optional = checked.form(node) { return true }
        return false
    }

    private func isConditional(_ node: NodeID) -> Bool {
        if case .call(let function, _, _) = tree[node] { return function == .conditional }
        return false
    }

    /// Plans a variable with selections and indexes.
    ///
    /// If it is free, the variable costs nothing, as in the branches of `?:`.
    mutating func attribute(_ node: NodeID, isFree: Bool) throws(ProgramError) -> InstructionID {
        located(try newAttribute(node, isFree: isFree), node)
    }

    private mutating func newAttribute(
        _ node: NodeID,
        isFree: Bool
    ) throws(ProgramError) -> InstructionID {
        switch checked.reference(node) {
        case .variable(let number): return add(.variable(number, cost: isFree ? 0 : 1))
        case .local(let number): return add(.local(number, cost: isFree ? 0 : 1))
        case .type(let type):
            return add(constant: .type(checked.types.name(type)))
        case .unknown, .function: break
        }
        switch tree[node] {
        case .select(let operand, let field):
            let name = fieldName(field, of: operand)
            let base = try base(operand, isFree: isFree)
            let number = self.name(name.text)
            if isLifted(operand) { return add(.liftedField(base, name: number)) }
            return add(
                name.isProperty ? .property(base, name: number) : .field(base, name: number)
            )
        case .call(_, let target, let arguments):
            return try call(node, target, arguments, isFree: isFree)
        default: return try plan(node)
        }
    }

    /// Returns the name of a field, and whether it is the property of an object without escapes.
    func fieldName(_ field: Symbol, of operand: NodeID) -> (text: String, isProperty: Bool) {
        let text = checked.symbols.text(field)
        guard case .object(let number) = checked.form(operand),
            let field = checked.types.objects[Int(number)].field(text)
        else { return (text, false) }
        return (text, field.property == text)
    }

    // MARK: Collections

    private mutating func list(_ span: NodeSpan) throws(ProgramError) -> InstructionID {
        var elements: [Int32] = []
        var constants: [Value] = []
        for index in 0..<Int(span.count) {
            let element = try plan(tree.child(span, index))
            let isOptional = tree.isOptional(span, index)
            if !isOptional, let value = constant(element) { constants.append(value) }
            elements.append(isOptional ? ~element : element)
        }
        if constants.count == elements.count { return add(constant: .list(constants)) }
        return add(.list(operands(elements)))
    }

    private mutating func map(_ span: NodeSpan) throws(ProgramError) -> InstructionID {
        var entries: [Int32] = []
        var constants: [(Value, Value)] = []
        for index in stride(from: 0, to: Int(span.count), by: 3) {
            let key = try plan(tree.child(span, index + 1))
            let value = try plan(tree.child(span, index + 2))
            let isOptional = tree.isOptional(span, index + 1)
            if !isOptional, let key = constant(key), let value = constant(value) {
                constants.append((key, value))
            }
            entries.append(isOptional ? ~key : key)
            entries.append(value)
        }
        if constants.count * 2 == entries.count { return add(constant: .map(constants)) }
        return add(.map(operands(entries)))
    }

    private mutating func loop(
        _ loop: Comprehension,
        _ local: Int32
    ) throws(ProgramError) -> InstructionID {
        guard loop.kind != .bind else {
            let value = try plan(loop.start)
            return add(.bind(local: local, value: value, body: try plan(loop.transform)))
        }
        let range = try plan(loop.range)
        let predicate = loop.predicate == .none ? -1 : try plan(loop.predicate)
        let key = loop.key == .none ? -1 : try plan(loop.key)
        let transform = loop.transform == .none ? -1 : try plan(loop.transform)
        program.loops.append(
            Loop(
                kind: loop.kind,
                range: range,
                local: local + 1,
                secondLocal: loop.secondVariable == .none ? -1 : local + 2,
                predicate: predicate,
                key: key,
                transform: transform
            )
        )
        return add(.loop(Int32(program.loops.count - 1)))
    }
}
