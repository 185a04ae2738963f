import CRDRegularExpressions
import KubernetesUnits

/// The checks of literals that follow the check of types.
struct LiteralValidator {
    let checked: CheckedTree
    private(set) var issues: [PositionedIssue] = []
    private var visited: [Bool]

    init(_ checked: CheckedTree) {
        self.checked = checked
        visited = Array(repeating: false, count: checked.tree.nodes.count)
    }

    private var tree: SyntaxTree { checked.tree }

    /// Checks every literal.
    mutating func validate() { visit(tree.root, isExempt: false) }

    private mutating func report(_ message: String, at node: NodeID) {
        issues.append(PositionedIssue(position: tree.position(node), message: message))
    }

    private mutating func visit(_ node: NodeID, isExempt: Bool) {
        guard node != .none, !visited[node.index] else { return }
        visited[node.index] = true
        switch tree[node] {
        case .constant, .identifier: break
        case .select(let operand, _), .presence(let operand, _): visit(operand, isExempt: isExempt)
        case .call(let function, let target, let arguments):
            check(function, target, arguments, node)
            let isExempt = isExempt || function == .format
            visit(target, isExempt: isExempt)
            for index in 0..<Int(arguments.count) {
                visit(tree.child(arguments, index), isExempt: isExempt)
            }
        case .list(let span):
            if !isExempt { checkList(span) }
            for index in 0..<Int(span.count) {
                visit(tree.child(span, index), isExempt: isExempt)
            }
        case .map(let span):
            if !isExempt { checkMap(span) }
            for index in stride(from: 0, to: Int(span.count), by: 3) {
                visit(tree.child(span, index + 1), isExempt: isExempt)
                visit(tree.child(span, index + 2), isExempt: isExempt)
            }
        case .message: break
        case .comprehension(let number):
            let loop = tree.comprehensions[Int(number)]
            visit(loop.range, isExempt: isExempt)
            visit(loop.start, isExempt: isExempt)
            visit(loop.step, isExempt: isExempt)
            visit(loop.result, isExempt: isExempt)
        }
    }

    // MARK: Equal types

    private func unwrapped(_ type: TypeID) -> TypeID {
        if case .optional(let wrapped) = checked.types[type] { return wrapped }
        return type
    }

    /// Returns whether types are the same, or differ only in objects that can be used as any value.
    private func areEqual(_ first: TypeID, _ second: TypeID) -> Bool {
        if first == second { return true }
        switch (checked.types[first], checked.types[second]) {
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)):
            return areEqual(a, b)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            return areEqual(aKey, bKey) && areEqual(aValue, bValue)
        default: return checked.types.isAnyValue(first) || checked.types.isAnyValue(second)
        }
    }

    private mutating func checkList(_ span: NodeSpan) {
        var first = TypeID.none
        for index in 0..<Int(span.count) {
            let node = tree.child(span, index)
            var type = checked.type(node)
            if tree.isOptional(span, index) { type = unwrapped(type) }
            if first == .none { first = type }
            if !areEqual(type, first) { return mismatch(node, first, type) }
        }
    }

    private mutating func checkMap(_ span: NodeSpan) {
        var key = TypeID.none
        var value = TypeID.none
        for index in stride(from: 0, to: Int(span.count), by: 3) {
            let keyNode = tree.child(span, index + 1)
            let valueNode = tree.child(span, index + 2)
            let keyType = checked.type(keyNode)
            var valueType = checked.type(valueNode)
            if tree.isOptional(span, index + 1) { valueType = unwrapped(valueType) }
            if key == .none {
                key = keyType
                value = valueType
            }
            if keyType != key { mismatch(keyNode, key, keyType) }
            if !areEqual(valueType, value) { mismatch(valueNode, value, valueType) }
        }
    }

    private mutating func mismatch(_ node: NodeID, _ expected: TypeID, _ found: TypeID) {
        let expected = checked.types.text(expected)
        report("expected type '\(expected)' but found '\(checked.types.text(found))'", at: node)
    }

    // MARK: Arguments of functions

    private mutating func check(
        _ function: Symbol,
        _ target: NodeID,
        _ arguments: NodeSpan,
        _ node: NodeID
    ) {
        guard arguments.count > 0 else { return }
        let first = tree.child(arguments, 0)
        if function == .format {
            checkFormat(target, first, node)
        } else if let constant = checked.constant(first), !isValid(constant, for: function) {
            report("invalid \(checked.symbols.text(function)) argument", at: first)
        }
    }

    private func isValid(_ constant: Value, for function: Symbol) -> Bool {
        switch constant {
        case .string(let text) where function == .duration: GoDuration(text) != nil
        case .string(let text) where function == .timestamp: (try? Timestamp(parsing: text)) != nil
        case .int(let seconds) where function == .timestamp:
            (try? Timestamp(seconds: seconds)) != nil
        case .string(let text) where function == .matches: (try? Pattern(text)) != nil
        default: function != .duration
        }
    }

    private mutating func checkFormat(_ target: NodeID, _ argument: NodeID, _ node: NodeID) {
        guard target != .none, case .string(let template)? = checked.constant(target),
            case .list(let span) = tree[argument]
        else { return }
        let elements = children(span, argument)
        guard let error = FormatTemplate.check(template, elements.map(self.argument)) else {
            return
        }
        report(error.message, at: error.path.reduce(node) { part(of: $0, at: $1, in: argument) })
    }

    /// Returns the part of a literal at an index; for the call, that of its list.
    private func part(of node: NodeID, at index: Int, in list: NodeID) -> NodeID {
        switch tree[node] {
        case .call:
            guard case .list(let span) = tree[list] else { return node }
            return children(span, list)[index]
        case .list(let span), .map(let span): return children(span, node)[index]
        default: return node
        }
    }

    /// Returns the elements of a list, or the keys and values of a map.
    private func children(_ span: NodeSpan, _ node: NodeID) -> [NodeID] {
        let isMap = if case .map = tree[node] { true } else { false }
        return (0..<Int(span.count)).filter { !isMap || $0 % 3 != 0 }.map { tree.child(span, $0) }
    }

    private func argument(_ node: NodeID) -> FormatTemplate.Argument {
        let type = checked.type(node)
        var argument = FormatTemplate.Argument(type: type == .dyn ? nil : checked.types.name(type))
        switch tree[node] {
        case .list(let span), .map(let span):
            argument.parts = children(span, node).map(self.argument)
        default: break
        }
        return argument
    }
}
