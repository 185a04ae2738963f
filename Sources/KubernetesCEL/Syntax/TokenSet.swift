/// A set of kinds of tokens.
struct TokenSet: Sendable, Equatable {
    private(set) var bits: UInt64

    /// The member that means that a rule can end here.
    static let epsilon = TokenSet(bits: 1 << 63)
    static let empty = TokenSet(bits: 0)

    init(bits: UInt64) { self.bits = bits }
    init(_ kinds: TokenKind...) { bits = kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

    func contains(_ kind: TokenKind) -> Bool { bits & 1 << UInt64(kind.rawValue) != 0 }
    var hasEpsilon: Bool { bits & Self.epsilon.bits != 0 }
    var withoutEpsilon: TokenSet { TokenSet(bits: bits & ~Self.epsilon.bits) }
    func union(_ other: TokenSet) -> TokenSet { TokenSet(bits: bits | other.bits) }

    /// The names of the kinds, as messages print them.
    var text: String {
        let names = TokenKind.names.enumerated().filter { bits & 1 << UInt64($0.offset) != 0 }
            .map(\.element)
        return names.count == 1 ? names[0] : "{\(names.joined(separator: ", "))}"
    }
}

extension TokenKind {
    fileprivate static let names = [
        "<EOF>", "'=='", "'!='", "'in'", "'<'", "'<='", "'>='", "'>'", "'&&'", "'||'", "'['", "']'",
        "'{'", "'}'", "'('", "')'", "'.'", "','", "'-'", "'!'", "'?'", "':'", "'+'", "'*'", "'/'",
        "'%'", "'true'", "'false'", "'null'", "NUM_FLOAT", "NUM_INT", "NUM_UINT", "STRING",
        "BYTES", "IDENTIFIER", "ESC_IDENTIFIER",
    ]
}
