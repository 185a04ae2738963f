/// Finds the type of each node, and the overloads of each call.
struct Checker {
    private struct Variable {
        let name: Symbol
        let type: TypeID
    }

    let functions: FunctionTable
    let variables: [Environment.Variable]
    private let hasQualifiedVariables: Bool
    let tree: SyntaxTree
    var symbols: SymbolTable
    var substitution: Substitution
    var nodeTypes: [TypeID]
    var references: [Reference]
    var issues: [PositionedIssue] = []
    private var scope: [Variable] = []
    private var places: [Int32]
    /// Whether there is an error in each node.
    private var hasError: [Bool]
    private(set) var localCount = 0
    private var variableTypes: [TypeID]
    private var usedVariables: UInt64 = 0
    private var usedNames: Set<Int32> = []

    init(_ tree: SyntaxTree, symbols: SymbolTable, environment: Environment) {
        functions = environment.functions
        variables = environment.variables
        hasQualifiedVariables = variables.contains { $0.name.utf8.contains(0x2E) }
        self.tree = tree
        self.symbols = symbols
        substitution = Substitution(functions.types)
        nodeTypes = Array(repeating: .none, count: tree.nodes.count)
        references = Array(repeating: .unknown, count: tree.nodes.count)
        variableTypes = Array(repeating: .none, count: environment.variables.count)
        hasError = Array(repeating: false, count: tree.nodes.count)
        places = Array(repeating: 0, count: tree.comprehensions.count)
    }

    /// Checks the whole expression.
    mutating func check() {
        check(tree.root)
        for index in nodeTypes.indices where nodeTypes[index] != .none {
            nodeTypes[index] = substitution.resolve(nodeTypes[index], isFinal: true)
        }
        if substitution.isExhausted {
            issues.append(
                PositionedIssue(position: -1, message: "expression is too complex to check")
            )
        }
    }

    /// The checked expression.
    var checked: CheckedTree {
        CheckedTree(
            tree: tree,
            symbols: symbols,
            types: substitution.types,
            nodeTypes: nodeTypes,
            references: references,
            places: places,
            localCount: localCount,
            usedVariables: usedVariables,
            usedNames: usedNames
        )
    }

    mutating func report(_ message: String, at node: NodeID) {
        issues.append(PositionedIssue(position: tree.position(node), message: message))
    }

    func text(_ type: TypeID) -> String { substitution.types.text(type) }

    func type(_ node: NodeID) -> TypeID { nodeTypes[node.index] }

    /// The number of errors after which no error is reported twice.
    private static let maximumIssues = 1000

    /// Checks a node.
    ///
    /// Macros use some nodes twice; those are checked once, but the server reports their errors
    /// twice.
    mutating func check(_ node: NodeID) {
        if nodeTypes[node.index] != .none {
            let isAgain = hasError[node.index] && issues.count < Self.maximumIssues
            guard isAgain, !substitution.isExhausted else { return }
        }
        let count = issues.count
        nodeTypes[node.index] = findType(node)
        hasError[node.index] = issues.count > count
    }

    private mutating func findType(_ node: NodeID) -> TypeID {
        guard !substitution.isExhausted else { return .error }
        switch tree[node] {
        case .constant(let number): return Self.type(of: tree.constants[Int(number)])
        case .identifier(let name): return identifier(name, node)
        case .select(let operand, let field): return select(operand, field, node)
        case .presence(let operand, let field):
            _ = selectField(operand, symbols.text(field), node, isOptional: false)
            return .bool
        case .call(let function, let target, let arguments):
            return call(function, target, arguments, node)
        case .list(let span): return list(span)
        case .map(let span): return map(span)
        case .message(let name, _): return message(name, node)
        case .comprehension(let number):
            return comprehension(number)
        }
    }

    private static func type(of constant: Value) -> TypeID {
        switch constant {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        default: .error
        }
    }

    // MARK: Identifiers and fields

    private mutating func identifier(_ name: Symbol, _ node: NodeID) -> TypeID {
        if let (type, reference) = lookUp(name) {
            references[node.index] = reference
            return type
        }
        report(undeclared(symbols.text(name)), at: node)
        return .error
    }

    func undeclared(_ name: String) -> String {
        "undeclared reference to '\(name)' (in container '')"
    }

    private mutating func lookUp(_ name: Symbol) -> (TypeID, Reference)? {
        var index = scope.count - 1
        while index >= 0 {
            if scope[index].name == name {
                usedNames.insert(name.rawValue)
                return (scope[index].type, .local(Int32(index)))
            }
            index -= 1
        }
        return lookUpGlobal(name)
    }

    private mutating func lookUpGlobal(_ name: Symbol) -> (TypeID, Reference)? {
        if let type = functions.typeName(name) {
            guard case .typeOf(let instance) = substitution.types[type] else { return nil }
            guard substitution.types.hasVariables(type) else { return (type, .type(instance)) }
            let first = substitution.addVariables(2)
            return (substitution.instantiate(type, from: first), .type(instance))
        }
        let text = symbols.text(name)
        let bare = text.utf8.first == 0x2E ? String(text.dropFirst()) : text
        for index in variables.indices where variables[index].name == bare {
            if variableTypes[index] == .none {
                variableTypes[index] = substitution.types.intern(variables[index].type)
            }
            usedVariables |= 1 << UInt64(index & 63)
            usedNames.insert(name.rawValue)
            return (variableTypes[index], .variable(Int32(index)))
        }
        if bare != text, let symbol = functions.symbols.find(bare) { return lookUpGlobal(symbol) }
        return nil
    }

    /// Returns the dotted name that a node spells, if it begins like one that is declared.
    func qualifiedName(_ node: NodeID) -> String? {
        var root = node
        while case .select(let operand, _) = tree[root] { root = operand }
        guard case .identifier(let first) = tree[root] else { return nil }
        return functions.isNamespace(first) || hasQualifiedVariables ? spelling(node) : nil
    }

    private func spelling(_ node: NodeID) -> String {
        switch tree[node] {
        case .identifier(let name): symbols.text(name)
        case .select(let operand, let field): "\(spelling(operand)).\(symbols.text(field))"
        default: ""
        }
    }

    private mutating func select(_ operand: NodeID, _ field: Symbol, _ node: NodeID) -> TypeID {
        if let name = qualifiedName(node),
            let (type, reference) = lookUpGlobal(symbols.intern(name))
        {
            references[node.index] = reference
            return type
        }
        let type = selectField(operand, symbols.text(field), node, isOptional: false)
        return substitution.resolve(type)
    }

    mutating func selectField(
        _ operand: NodeID,
        _ field: String,
        _ node: NodeID,
        isOptional: Bool
    ) -> TypeID {
        check(operand)
        var target = substitution.resolve(type(operand))
        var isOptional = isOptional
        if case .optional(let wrapped) = substitution.types[target] {
            target = wrapped
            isOptional = true
        }
        let result = fieldType(field, of: target, node)
        return isOptional ? substitution.types.optional(result) : result
    }

    private mutating func fieldType(_ field: String, of target: TypeID, _ node: NodeID) -> TypeID {
        switch substitution.types[target] {
        case .map(_, let value): return value
        case .object(let number):
            guard let field = substitution.types.objects[Int(number)].field(field) else {
                report("undefined field '\(field)'", at: node)
                return .error
            }
            return substitution.types.intern(field.type)
        case .variable:
            _ = substitution.isAssignable(.dyn, target)
            return .dyn
        default:
            if target != .dyn, target != .error {
                report("type '\(text(target))' does not support field selection", at: node)
            }
            return .dyn
        }
    }

    // MARK: Scopes

    private mutating func declare(_ name: Symbol, _ type: TypeID) {
        scope.append(Variable(name: name, type: type))
        localCount = max(localCount, scope.count)
    }

    private mutating func comprehension(_ number: Int32) -> TypeID {
        let loop = tree.comprehensions[Int(number)]
        check(loop.range)
        check(loop.start)
        let range = substitution.resolve(type(loop.range))
        let accumulator = type(loop.start)
        places[Int(number)] = Int32(scope.count)
        declare(loop.accumulator, accumulator)
        let (first, second) = elementTypes(range, loop)
        declare(loop.variable, first)
        if loop.secondVariable != .none { declare(loop.secondVariable, second) }
        check(loop.condition)
        require(loop.condition, .bool)
        check(loop.step)
        require(loop.step, accumulator)
        scope.removeLast(loop.secondVariable != .none ? 2 : 1)
        check(loop.result)
        scope.removeLast()
        return substitution.resolve(type(loop.result))
    }

    private mutating func elementTypes(_ range: TypeID, _ loop: Comprehension) -> (TypeID, TypeID) {
        let hasTwo = loop.secondVariable != .none
        switch substitution.types[range] {
        case .list(let element): return hasTwo ? (.int, element) : (element, .none)
        case .map(let key, let value): return (key, value)
        case .variable:
            _ = substitution.isAssignable(.dyn, range)
            return (.dyn, .dyn)
        default:
            if range == .dyn || range == .error { return (.dyn, .dyn) }
            if substitution.types.isAnyValue(range) { return (.dyn, .dyn) }
            report(
                "expression of type '\(text(range))' cannot be range of a comprehension "
                    + "(must be list, map, or dynamic)",
                at: loop.range
            )
            return (.error, .error)
        }
    }

    private mutating func require(_ node: NodeID, _ type: TypeID) {
        guard !substitution.isAssignable(type, self.type(node)) else { return }
        mismatch(node, expected: type, found: self.type(node))
    }

    mutating func mismatch(_ node: NodeID, expected: TypeID, found: TypeID) {
        report("expected type '\(text(expected))' but found '\(text(found))'", at: node)
    }
}
