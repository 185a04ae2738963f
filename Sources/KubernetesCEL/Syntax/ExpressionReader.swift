/// Converts syntax trees to values without positions.
struct ExpressionReader {
    private let tree: SyntaxTree
    private let symbols: SymbolTable

    init(_ tree: SyntaxTree, symbols: SymbolTable) {
        self.tree = tree
        self.symbols = symbols
    }

    /// Returns the expression of a node.
    func read(_ node: NodeID) -> ParsedExpression {
        switch tree[node] {
        case .constant(let number): return literal(tree.constants[Int(number)])
        case .identifier(let name): return .name(symbols.text(name))
        case .select(let operand, let field): return .select(read(operand), symbols.text(field))
        case .presence(let operand, let field): return .has(read(operand), symbols.text(field))
        case .call(let function, let target, let arguments):
            return call(function, target, arguments)
        case .list(let span):
            return .list(
                span.range.indices.map { index in
                    ParsedExpression.Entry(
                        key: nil,
                        value: read(tree.child(span, index - span.range.lowerBound)),
                        isOptional: tree.isOptional(span, index - span.range.lowerBound)
                    )
                }
            )
        case .map(let span): return .map(entries(span) { read($0) })
        case .message(let name, let span):
            let fields = entries(span) { .name(symbols.text(Symbol(rawValue: $0.rawValue))) }
            return .message(symbols.text(name), fields)
        case .comprehension(let number): return loop(tree.comprehensions[Int(number)])
        }
    }

    /// Returns the entries of a map or message, whose numbers are colon, key, and value.
    private func entries(
        _ span: NodeSpan,
        key: (NodeID) -> ParsedExpression
    ) -> [ParsedExpression.Entry] {
        stride(from: 0, to: span.range.count, by: 3).map { index in
            ParsedExpression.Entry(
                key: key(tree.child(span, index + 1)),
                value: read(tree.child(span, index + 2)),
                isOptional: tree.isOptional(span, index + 1)
            )
        }
    }

    private func literal(_ value: Value) -> ParsedExpression {
        switch value {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        case .bytes(let value): .bytes(value)
        case .null: .null
        case .list, .map, .timestamp, .duration, .type, .optional, .quantity, .ip, .cidr, .url,
            .semver, .format, .error:
            preconditionFailure("no literal has this value")
        }
    }

    // MARK: - Calls

    private func call(
        _ function: Symbol,
        _ target: NodeID,
        _ arguments: NodeSpan
    ) -> ParsedExpression {
        let nodes = arguments.range.indices.map {
            tree.child(arguments, $0 - arguments.range.lowerBound)
        }
        if function == .logicalAnd || function == .logicalOr {
            let operands = nodes.flatMap { self.operands($0, of: function) }
            return function == .logicalAnd ? .all(operands) : .any(operands)
        }
        if function == .conditional, let loop = optionalLoop(nodes) { return .loop(loop) }
        return .call(
            symbols.text(function),
            target: target == .none ? nil : read(target),
            nodes.map(read)
        )
    }

    /// Returns the operands of a chain of one operator, in which parentheses have no effect.
    private func operands(_ node: NodeID, of function: Symbol) -> [ParsedExpression] {
        guard case .call(let name, _, let arguments) = tree[node], name == function else {
            return [read(node)]
        }
        return operands(tree.child(arguments, 0), of: function)
            + operands(tree.child(arguments, 1), of: function)
    }

    /// Returns the macro `optMap` or `optFlatMap` that a conditional comes from.
    ///
    /// Only such a conditional has a node twice, which would be converted twice.
    private func optionalLoop(_ nodes: [NodeID]) -> ParsedExpression.Loop? {
        guard case .call(let test, let target, _) = tree[nodes[0]], test == .hasValue else {
            return nil
        }
        var body = nodes[1]
        var isFlat = true
        if case .call(let function, _, let arguments) = tree[body], function == .optionalOf {
            body = tree.child(arguments, 0)
            isFlat = false
        }
        guard case .comprehension(let number) = tree[body] else { return nil }
        let loop = tree.comprehensions[Int(number)]
        guard loop.kind == .bind, case .call(_, let source, _) = tree[loop.start],
            source == target, target != .none
        else { return nil }
        return ParsedExpression.Loop(
            kind: isFlat ? .optFlatMap : .optMap,
            range: read(target),
            variables: [symbols.text(loop.accumulator)],
            condition: nil,
            result: read(loop.result)
        )
    }

    // MARK: - Loops

    private func loop(_ loop: Comprehension) -> ParsedExpression {
        let condition = loop.predicate == .none ? nil : read(loop.predicate)
        let kind: ParsedExpression.Loop.Kind
        var result = loop.transform == .none ? nil : read(loop.transform)
        switch loop.kind {
        case .all: kind = .all
        case .exists: kind = .exists
        case .existsOne: kind = .existsOne
        case .map: kind = .map
        case .filter: (kind, result) = (.filter, nil)
        case .transformMap: kind = .transformMap
        case .transformMapEntry: kind = .transformMapEntry
        case .bind: kind = .bind
        }
        let variables =
            loop.kind == .bind ? [loop.accumulator] : [loop.variable, loop.secondVariable]
        return .loop(
            ParsedExpression.Loop(
                kind: kind,
                range: read(loop.kind == .bind ? loop.start : loop.range),
                variables: variables.filter { $0 != .none }.map(symbols.text),
                condition: condition,
                result: result
            )
        )
    }
}
