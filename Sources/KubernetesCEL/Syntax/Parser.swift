/// Parses expressions by recursive descent.
///
/// A syntax error ends parsing without a message: ``SyntaxErrors`` finds the messages that the API
/// server prints.
struct Parser {
    /// An expression, and the number of visits of cel-go's tree builder that are nested in it.
    struct Parsed {
        var node: NodeID
        var height: Int32
    }

    struct SyntaxFailure: Error {}

    /// The depth that every rule of the grammar is limited to, and the tree builder.
    static let maximumDepth: Int32 = 250
    static let maximumScalars = 100_000

    var lexer: Lexer
    var token: Token
    var tree = SyntaxTree()
    var symbols: SymbolTable
    var issues: [PositionedIssue] = []
    private var expressionDepth: Int32 = 0
    private var relationDepth: Int32 = 0
    private var calculationDepth: Int32 = 0
    var exceedsRecursionLimit = false
    /// Whether what is missing at the end is assumed.
    let isLenient: Bool

    init(_ source: [UInt8], symbols: SymbolTable, tokens: [Token] = []) {
        isLenient = !tokens.isEmpty
        lexer = Lexer(source, tokens: tokens)
        token = lexer.next()
        self.symbols = symbols
    }

    /// Parses the whole text.
    mutating func parse() throws(SyntaxFailure) {
        let parsed = try expression()
        guard token.kind == .end else { throw SyntaxFailure() }
        tree.root = parsed.node
        if parsed.height > Self.maximumDepth {
            issues.append(PositionedIssue(position: -1, message: "max recursion depth exceeded"))
        }
    }

    // MARK: Tokens

    mutating func advance() { token = lexer.next() }

    mutating func expect(_ kind: TokenKind) throws(SyntaxFailure) {
        if isLenient, token.kind == .end { return }
        guard token.kind == kind else { throw SyntaxFailure() }
        advance()
    }

    mutating func symbol(_ token: Token) -> Symbol {
        symbols.intern(lexer.source, Int(token.start)..<Int(token.end))
    }

    mutating func report(_ message: String, at position: Int32) -> NodeID {
        issues.append(PositionedIssue(position: position, message: message))
        return tree.add(constant: .null, at: position)
    }

    // MARK: Operators

    mutating func expression() throws(SyntaxFailure) -> Parsed {
        expressionDepth += 1
        try limit(expressionDepth)
        let condition = try disjunction()
        guard token.kind == .question else {
            expressionDepth -= 1
            return condition
        }
        let position = token.start
        advance()
        let first = try disjunction()
        try expect(.colon)
        let second = try expression()
        expressionDepth -= 1
        let node = tree.call(
            .conditional,
            condition.node,
            first.node,
            second.node,
            at: position
        )
        return Parsed(node: node, height: max(condition.height, first.height, second.height) + 1)
    }

    private mutating func limit(_ depth: Int32) throws(SyntaxFailure) {
        guard depth > Self.maximumDepth else { return }
        exceedsRecursionLimit = true
        throw SyntaxFailure()
    }

    private mutating func disjunction() throws(SyntaxFailure) -> Parsed {
        let first = try conjunction()
        guard token.kind == .or else { return first }
        var operands = LogicalOperands(first)
        while token.kind == .or {
            let position = token.start
            advance()
            operands.add(try conjunction(), position)
        }
        return operands.balanced(.logicalOr, in: &tree)
    }

    private mutating func conjunction() throws(SyntaxFailure) -> Parsed {
        let first = try relation(0)
        guard token.kind == .and else { return first }
        var operands = LogicalOperands(first)
        while token.kind == .and {
            let position = token.start
            advance()
            operands.add(try relation(0), position)
        }
        return operands.balanced(.logicalAnd, in: &tree)
    }

    /// Parses relations; an operand on the right (level 1) has none.
    private mutating func relation(_ level: Int) throws(SyntaxFailure) -> Parsed {
        relationDepth += 1
        try limit(relationDepth)
        var left = try calculation(0)
        while level == 0, let name = relationOperator {
            let position = token.start
            advance()
            left = combine(name, left, try relation(1), position)
        }
        relationDepth -= 1
        return left
    }

    /// Parses sums; on level 1 only products, on level 2 only operands.
    private mutating func calculation(_ level: Int) throws(SyntaxFailure) -> Parsed {
        calculationDepth += 1
        try limit(calculationDepth)
        var left = try unary()
        while let (name, ownLevel) = calculationOperator, ownLevel >= level {
            let position = token.start
            advance()
            left = combine(name, left, try calculation(ownLevel + 1), position)
        }
        calculationDepth -= 1
        return left
    }

    private mutating func combine(
        _ name: KnownName,
        _ left: Parsed,
        _ right: Parsed,
        _ position: Int32
    ) -> Parsed {
        let arguments = tree.span(left.node, right.node)
        let node = tree.add(
            .call(function: Symbol(name), target: .none, arguments: arguments),
            at: position
        )
        return Parsed(node: node, height: max(left.height, right.height) + 1)
    }

    private var relationOperator: KnownName? {
        switch token.kind {
        case .equals: .equals
        case .notEquals: .notEquals
        case .less: .less
        case .lessEquals: .lessEquals
        case .greater: .greater
        case .greaterEquals: .greaterEquals
        case .in: .inList
        default: nil
        }
    }

    private var calculationOperator: (KnownName, Int)? {
        switch token.kind {
        case .plus: (.add, 0)
        case .minus: (.subtract, 0)
        case .star: (.multiply, 1)
        case .slash: (.divide, 1)
        case .percent: (.modulo, 1)
        default: nil
        }
    }

    private mutating func unary() throws(SyntaxFailure) -> Parsed {
        guard token.kind == .not || token.kind == .minus else { return try member() }
        let kind = token.kind
        let position = token.start
        if kind == .minus, isNumberNext { return try member() }
        var count = 0
        while token.kind == kind {
            count += 1
            advance()
        }
        let operand = try member()
        guard count % 2 == 1 else { return operand }
        let name = kind == .not ? KnownName.logicalNot : .negate
        let arguments = tree.span(operand.node)
        let node = tree.add(
            .call(function: Symbol(name), target: .none, arguments: arguments),
            at: position
        )
        return Parsed(node: node, height: operand.height)
    }

    /// Whether a signed literal starts at the current token.
    private var isNumberNext: Bool {
        mutating get {
            let offset = lexer.offset
            let next = lexer.next()
            lexer.move(to: offset)
            return next.kind == .int || next.kind == .float
        }
    }
}

/// The operands of a chain of `&&` or `||`, which becomes a balanced tree.
private struct LogicalOperands {
    private var nodes: [NodeID]
    private var positions: [Int32] = []
    private var height: Int32

    init(_ first: Parser.Parsed) {
        nodes = [first.node]
        height = first.height
    }

    mutating func add(_ operand: Parser.Parsed, _ position: Int32) {
        nodes.append(operand.node)
        positions.append(position)
        height = max(height, operand.height)
    }

    func balanced(_ name: KnownName, in tree: inout SyntaxTree) -> Parser.Parsed {
        let node = node(name, 0, positions.count - 1, &tree)
        return Parser.Parsed(node: node, height: height)
    }

    private func node(
        _ name: KnownName,
        _ low: Int,
        _ high: Int,
        _ tree: inout SyntaxTree
    ) -> NodeID {
        let middle = (low + high + 1) / 2
        let left = middle == low ? nodes[middle] : node(name, low, middle - 1, &tree)
        let right = middle == high ? nodes[middle + 1] : node(name, middle + 1, high, &tree)
        let arguments = tree.span(left, right)
        return tree.add(
            .call(function: Symbol(name), target: .none, arguments: arguments),
            at: positions[middle]
        )
    }
}
