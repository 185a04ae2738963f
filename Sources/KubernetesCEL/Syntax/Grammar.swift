/// The grammar of the language as a network of states, for the messages of syntax errors.
///
/// The API server's parser is generated from such a network, and its messages follow from the
/// network's form.
struct Grammar: Sendable {
    /// A rule of the grammar.
    enum Rule: Int, CaseIterable, Sendable {
        case start, expr, conditionalOr, conditionalAnd, relation, calc, unary, member, primary
        case exprList, listInit, fieldInitializerList, optField, mapInitializerList, escapeIdent
        case optExpr, literal
    }

    /// A step from one state to another.
    enum Transition: Sendable {
        case epsilon(Int)
        /// Matches a token.
        case token(TokenKind, Int)
        /// Applies a rule, and goes on with the state after it.
        case rule(Rule, precedence: Int, Int)
        /// Goes on only if the rule was applied with at most this precedence.
        case precedence(Int, Int)

        var target: Int {
            switch self {
            case .epsilon(let target), .token(_, let target), .rule(_, _, let target),
                .precedence(_, let target):
                target
            }
        }
    }

    /// The part that a state has in errors.
    enum Kind: Sendable {
        case basic
        /// A choice between alternatives, which is made by reading ahead.
        case choice
        /// The entry of an optional part.
        case optional
        /// The entry of a loop that may be empty, and the state at which it repeats.
        case loopEntry
        case loopBack
        /// The entry of a loop that is not empty, and the state at which it repeats.
        case plusEntry
        case plusBack
        case ruleStop
    }

    struct State: Sendable {
        var kind: Kind
        let rule: Rule
        var transitions: [Transition] = []
    }

    private(set) var states: [State] = []
    private(set) var starts: [Int] = []
    private(set) var stops: [Int] = []
}
