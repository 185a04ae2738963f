extension Grammar {
    private static func token(_ kinds: TokenKind...) -> Part {
        .token(kinds.reduce(.empty) { $0.union(TokenSet($1)) })
    }

    /// Returns the definition of a rule.
    static func part(_ rule: Rule) -> Part {
        switch rule {
        case .start: .sequence([.rule(.expr), token(.end)])
        case .expr:
            .sequence([
                .rule(.conditionalOr),
                .optional(
                    .sequence([
                        token(.question), .rule(.conditionalOr), token(.colon), .rule(.expr),
                    ])
                ),
            ])
        case .conditionalOr: chain(.conditionalAnd, .or)
        case .conditionalAnd: chain(.relation, .and)
        case .relation: relation
        case .calc: calc
        case .unary: unary
        case .member: member
        case .primary: primary
        case .exprList: separated(.rule(.expr))
        case .listInit: separated(.rule(.optExpr))
        case .fieldInitializerList: separated(entry(.optField))
        case .optField: .sequence([.optional(token(.question)), .rule(.escapeIdent)])
        case .mapInitializerList: separated(entry(.optExpr))
        case .escapeIdent: .choice([token(.identifier), token(.escapedIdentifier)])
        case .optExpr: .sequence([.optional(token(.question)), .rule(.expr)])
        case .literal: literal
        }
    }

    private static func chain(_ operand: Rule, _ operation: TokenKind) -> Part {
        .sequence([
            .rule(operand), .loop(.sequence([token(operation), .rule(operand)])),
        ])
    }

    private static func separated(_ part: Part) -> Part {
        .sequence([part, .loop(.sequence([token(.comma), part]))])
    }

    private static func entry(_ key: Rule) -> Part {
        .sequence([.rule(key), token(.colon), .rule(.expr)])
    }

    private static var relation: Part {
        .sequence([
            .rule(.calc),
            .loop(
                .sequence([
                    .precedence(1),
                    token(
                        .less,
                        .lessEquals,
                        .greaterEquals,
                        .greater,
                        .equals,
                        .notEquals,
                        .in
                    ),
                    .rule(.relation, precedence: 2),
                ])
            ),
        ])
    }

    private static var calc: Part {
        .sequence([
            .rule(.unary),
            .loop(
                .choice([
                    .sequence([
                        .precedence(2), token(.star, .slash, .percent),
                        .rule(.calc, precedence: 3),
                    ]),
                    .sequence([
                        .precedence(1), token(.plus, .minus), .rule(.calc, precedence: 2),
                    ]),
                ])
            ),
        ])
    }

    private static var unary: Part {
        .choice([
            .rule(.member),
            .sequence([.nonEmptyLoop(token(.not)), .rule(.member)]),
            .sequence([.nonEmptyLoop(token(.minus)), .rule(.member)]),
        ])
    }

    private static var member: Part {
        .sequence([
            .rule(.primary),
            .loop(
                .choice([
                    .sequence([
                        .precedence(3), token(.dot), .optional(token(.question)),
                        .rule(.escapeIdent),
                    ]),
                    .sequence([
                        .precedence(2), token(.dot), token(.identifier),
                        token(.leftParenthesis), .optional(.rule(.exprList)),
                        token(.rightParenthesis),
                    ]),
                    .sequence([
                        .precedence(1), token(.leftBracket), .optional(token(.question)),
                        .rule(.expr), token(.rightBracket),
                    ]),
                ])
            ),
        ])
    }

    private static var primary: Part {
        .choice([
            .sequence([.optional(token(.dot)), token(.identifier)]),
            .sequence([
                .optional(token(.dot)), token(.identifier), token(.leftParenthesis),
                .optional(.rule(.exprList)), token(.rightParenthesis),
            ]),
            .sequence([token(.leftParenthesis), .rule(.expr), token(.rightParenthesis)]),
            .sequence([
                token(.leftBracket), .optional(.rule(.listInit)), .optional(token(.comma)),
                token(.rightBracket),
            ]),
            .sequence([
                token(.leftBrace), .optional(.rule(.mapInitializerList)),
                .optional(token(.comma)), token(.rightBrace),
            ]),
            .sequence([
                .optional(token(.dot)), token(.identifier),
                .loop(.sequence([token(.dot), token(.identifier)])), token(.leftBrace),
                .optional(.rule(.fieldInitializerList)), .optional(token(.comma)),
                token(.rightBrace),
            ]),
            .rule(.literal),
        ])
    }

    private static var literal: Part {
        .choice([
            .sequence([.optional(token(.minus)), token(.int)]),
            token(.uint),
            .sequence([.optional(token(.minus)), token(.float)]),
            token(.string), token(.bytes), token(.true), token(.false), token(.null),
        ])
    }
}
