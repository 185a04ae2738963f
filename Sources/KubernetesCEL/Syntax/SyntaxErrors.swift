/// Finds the messages for syntax errors, which are those of ANTLR's parsers.
///
/// It follows the network of the grammar and recovers from errors by ANTLR's default strategy: a
/// token too much is dropped, a missing one is assumed, otherwise tokens are skipped to one that
/// can follow.
struct SyntaxErrors {
    private struct Context {
        let rule: Grammar.Rule
        /// The state after the rule; -1 for the start.
        let returnState: Int
        let precedence: Int
        /// The number of tokens that were matched before the rule.
        let matchedCount: Int
    }

    private static let maximumRecoveries = 30
    private static let maximumSkippedTokens = 256
    private static let maximumErrors = 100
    /// The number of difficult choices after which no more errors are looked for.
    private static let maximumDeepPredictions = 3000

    private let source: [UInt8]
    private let grammar = Grammar.language
    private var lexer: Lexer
    private var tokens: [Token] = []
    private var index = 0
    private var contexts: [Context] = []
    private var isRecovering = false
    private var lastErrorIndex = -1
    private var lastErrorStates: Set<Int> = []
    private var recoveries = 0
    private var deepPredictions = 0
    private var hasEnded = false
    private var state = 0
    private(set) var issues: [PositionedIssue] = []
    /// The tokens that were matched, with those that were assumed.
    private var matchedTokens: [Token] = []

    init(_ source: [UInt8]) {
        self.source = source
        lexer = Lexer(source)
    }

    /// Returns the errors, with those of macros in what could be understood.
    static func find(_ source: [UInt8], symbols: SymbolTable) -> [PositionedIssue] {
        var errors = SyntaxErrors(source)
        errors.run()
        let end = Int32(source.count)
        errors.matchedTokens.append(Token(kind: .end, start: end, end: end))
        var parser = Parser(source, symbols: symbols, tokens: errors.matchedTokens)
        do {
            try parser.parse()
        } catch {
            return errors.issues
        }
        return errors.issues + parser.issues
    }

    // MARK: Tokens

    private mutating func token(_ distance: Int = 0) -> Token {
        while tokens.count <= index + distance {
            if let last = tokens.last, last.kind == .end { return last }
            let token = lexer.next()
            if token.kind == .invalid {
                report("token recognition error at: '\(escaped(token))'", at: token.start)
            } else {
                tokens.append(token)
            }
        }
        return tokens[index + distance]
    }

    private func text(_ start: Int32, _ end: Int32) -> String {
        String(decoding: source[Int(start)..<Int(end)], as: UTF8.self)
    }

    private func escaped(_ token: Token) -> String { text(token.start, token.end) }

    private mutating func consume() {
        if token().kind != .end { index += 1 }
    }

    /// Returns a token as messages print it.
    private func display(_ token: Token) -> String {
        token.kind == .end ? "'<EOF>'" : quoted(text(token.start, token.end))
    }

    private func quoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "'"
    }

    // MARK: Reports

    private mutating func report(_ message: String, at position: Int32) {
        guard !hasEnded else { return }
        guard issues.count < Self.maximumErrors else {
            let limit = "Syntax error: More than \(Self.maximumErrors) syntax errors"
            issues.append(PositionedIssue(position: position, message: limit))
            hasEnded = true
            return
        }
        issues.append(PositionedIssue(position: position, message: "Syntax error: \(message)"))
    }

    private mutating func reportParserError(_ message: String, at token: Token) {
        guard !isRecovering else { return }
        isRecovering = true
        report(message, at: token.start)
    }

    private mutating func matched() {
        isRecovering = false
        lastErrorStates = []
        lastErrorIndex = -1
    }

    private mutating func countRecovery() {
        guard recoveries < Self.maximumRecoveries else {
            let message = "error recovery attempt limit exceeded: \(Self.maximumRecoveries)"
            report(message, at: token().start)
            hasEnded = true
            return
        }
        recoveries += 1
    }

    // MARK: Expected tokens

    /// Returns the tokens that can follow a state, with those after the rules that are applied.
    private func expected(_ state: Int) -> TokenSet {
        var following = grammar.nextTokens[state]
        var result = following.withoutEpsilon
        var depth = contexts.count - 1
        while following.hasEpsilon, depth >= 0, contexts[depth].returnState >= 0 {
            following = grammar.nextTokens[contexts[depth].returnState]
            result = result.union(following.withoutEpsilon)
            depth -= 1
        }
        return following.hasEpsilon ? result.union(TokenSet(.end)) : result
    }

    /// Returns the tokens that can follow any rule that is applied.
    private var recoverySet: TokenSet {
        contexts.reduce(.empty) { set, context in
            context.returnState < 0
                ? set : set.union(grammar.nextTokens[context.returnState].withoutEpsilon)
        }
    }

    private mutating func skip(to set: TokenSet) {
        var count = 0
        while token().kind != .end, !set.contains(token().kind) {
            guard count < Self.maximumSkippedTokens else {
                let message =
                    "error recovery token lookahead limit exceeded: \(Self.maximumSkippedTokens)"
                issues.append(PositionedIssue(position: -1, message: message))
                hasEnded = true
                return
            }
            count += 1
            consume()
        }
    }

    // MARK: Recovery

    /// An error that ends a rule.
    private enum RuleError {
        case mismatch
        case noAlternative(offset: Int)
    }

    /// Checks the token at an optional part or a loop.
    private mutating func synchronize(_ kind: Grammar.Kind) -> RuleError? {
        guard !isRecovering else { return nil }
        let next = grammar.nextTokens[state]
        if next.hasEpsilon || next.contains(token().kind) { return nil }
        switch kind {
        case .block, .loopEntry: return dropToken() ? nil : .mismatch
        case .loopBack, .plusBack:
            reportUnwanted()
            skip(to: expected(state).union(recoverySet))
            return nil
        case .basic, .ruleStop: return nil
        }
    }

    private mutating func reportUnwanted() {
        let current = token()
        reportParserError(
            "extraneous input \(display(current)) expecting \(expected(state).text)",
            at: current
        )
    }

    /// Drops the current token if the next one is expected.
    private mutating func dropToken() -> Bool {
        guard expected(state).contains(token(1).kind) else { return false }
        reportUnwanted()
        consume()
        matched()
        return true
    }

    /// Matches a token of a set, or recovers.
    private mutating func match(_ set: TokenSet, then target: Int) -> RuleError? {
        if set.contains(token().kind) {
            matched()
            matchedTokens.append(token())
            consume()
            return nil
        }
        countRecovery()
        if hasEnded { return nil }
        if dropToken() {
            matchedTokens.append(token())
            consume()
            return nil
        }
        guard expected(target).contains(token().kind) else { return .mismatch }
        let current = token()
        reportParserError(
            "missing \(expected(state).text) at \(display(current))",
            at: current
        )
        let kind = TokenKind(rawValue: UInt8(set.bits.trailingZeroBitCount)) ?? .placeholder
        matchedTokens.append(Token(kind: kind, start: current.start, end: current.start))
        return nil
    }

    private mutating func recover(from error: RuleError) {
        let current = token()
        switch error {
        case .mismatch:
            reportParserError(
                "mismatched input \(display(current)) expecting \(expected(state).text)",
                at: current
            )
        case .noAlternative(let offset):
            let last = token(offset)
            let end = last.kind == .end && offset > 0 ? token(offset - 1).end : last.end
            let input = current.kind == .end ? "'<EOF>'" : quoted(text(current.start, end))
            let word = text(last.start, last.end)
            // The server keeps the message of an older parser for these.
            let isKeyword = ["true", "false", "null"].contains(word) && input == "'.\(word)'"
            let message =
                isKeyword
                ? "mismatched input '\(word)' expecting IDENTIFIER"
                : "no viable alternative at input \(input)"
            reportParserError(message, at: last)
        }
        countRecovery()
        if hasEnded { return }
        if lastErrorIndex == index, lastErrorStates.contains(state) { consume() }
        lastErrorIndex = index
        lastErrorStates.insert(state)
        skip(to: recoverySet)
    }

    // MARK: States

    private mutating func run() {
        contexts = [Context(rule: .start, returnState: -1, precedence: 0, matchedCount: 0)]
        state = grammar.starts[Grammar.Rule.start.rawValue]
        while !hasEnded, !contexts.isEmpty { step() }
    }

    private mutating func step() {
        let current = grammar.states[state]
        switch current.kind {
        case .ruleStop: leaveRule()
        case .loopBack:
            if let error = synchronize(.loopBack) { return fail(error) }
            if hasEnded { return }
            if case .epsilon(let entry) = current.transitions[0] { decide(at: entry) }
        case .block, .loopEntry, .plusBack:
            if let error = synchronize(current.kind) { return fail(error) }
            if !hasEnded { decide(at: state) }
        case .basic: follow(current.transitions[0])
        }
    }

    private mutating func follow(_ transition: Grammar.Transition) {
        switch transition {
        case .epsilon(let target), .precedence(_, let target): state = target
        case .token(let set, let target):
            if let error = match(set, then: target) { return fail(error) }
            state = target
        case .rule(let rule, let precedence, let target):
            contexts.append(
                Context(
                    rule: rule,
                    returnState: target,
                    precedence: precedence,
                    matchedCount: matchedTokens.count
                )
            )
            state = grammar.starts[rule.rawValue]
        }
    }

    private mutating func leaveRule() {
        let context = contexts.removeLast()
        state = context.returnState
    }

    private mutating func fail(_ error: RuleError) {
        recover(from: error)
        if hasEnded { return }
        if let context = contexts.last, context.matchedCount == matchedTokens.count,
            [.unary, .member, .primary, .literal].contains(context.rule)
        {
            let start = token().start
            matchedTokens.append(Token(kind: .placeholder, start: start, end: start))
        }
        leaveRule()
    }

    /// Returns the alternative that the current token alone decides for, or `nil`.
    private mutating func quickChoice(_ transitions: [Grammar.Transition]) -> Int? {
        let kind = token().kind
        let precedence = contexts.last?.precedence ?? 0
        var possible: [Int] = []
        for (number, transition) in transitions.enumerated() {
            guard case .epsilon(let target) = transition else { return nil }
            if tokens(at: target, precedence).contains(kind) { possible.append(number) }
        }
        if possible.count == 1 { return possible[0] }
        let rule = grammar.states[state].rule
        // Operators belong to the innermost operation that they fit.
        if rule == .relation || rule == .calc, possible.first == 0 { return 0 }
        if rule == .primary, kind == .identifier, ![.dot, .leftBrace].contains(token(1).kind) {
            return token(1).kind == .leftParenthesis ? 1 : 0
        }
        return nil
    }

    /// Returns the tokens that can follow a state, without operators of too low a precedence.
    private func tokens(at start: Int, _ precedence: Int) -> TokenSet {
        var state = start
        while grammar.states[state].kind == .basic {
            switch grammar.states[state].transitions[0] {
            case .epsilon(let next): state = next
            case .precedence(let level, let next):
                return level < precedence ? .empty : grammar.lookAhead(next)
            case .token, .rule: return grammar.lookAhead(start)
            }
        }
        let isOperator = [.calc, .relation, .member].contains(grammar.states[state].rule)
        guard isOperator, grammar.states[state].kind == .block else {
            return grammar.lookAhead(start)
        }
        return grammar.states[state].transitions.reduce(.empty) { set, transition in
            guard case .epsilon(let next) = transition else { return set }
            return set.union(tokens(at: next, precedence))
        }
    }

    private mutating func decide(at decision: Int) {
        let transitions = grammar.states[decision].transitions
        guard transitions.count > 1 else { return follow(transitions[0]) }
        if let number = quickChoice(transitions) { return follow(transitions[number]) }
        guard deepPredictions < Self.maximumDeepPredictions else {
            hasEnded = true
            return
        }
        deepPredictions += 1
        let prediction = AlternativePrediction(
            grammar: grammar,
            state: decision,
            precedence: contexts.last?.precedence ?? 0
        )
        switch prediction.predict({ token($0).kind }) {
        case .alternative(let number): follow(transitions[number])
        case .none(let offset): fail(.noAlternative(offset: offset))
        }
    }
}
