/// How the cost of a call follows from the sizes of its arguments, both the estimate and the cost
/// at run time.
enum CallCost: Sendable, Equatable {
    case one
    /// A visit of everything in the receiver.
    case traverse
    case parse
    case parseTwice
    case scan
    case url
    case replace
    case split
    case join
    case find
    case containsIP
    case containsCIDR
    case validate
    /// `startsWith`, `endsWith`: the estimate looks at the argument, the evaluation at the receiver.
    case argument
    case format
    case quote
    case stringToBytes
    case bytesToString
    case matches
    case contains
    case inList
    case equality
    case ordering
    case add
    case addLists
    case sets(factor: Double)
    case slice
    case range
    case reverse
    case flatten
    case distinct
    case sort(factor: Double)
    /// A request to the authorizer.
    case check
    /// The operand; `dyn()` changes nothing.
    case dyn
    case logical
    case conditional
    /// Optional functions that evaluate their argument only if needed: nothing.
    case free

    /// Whether the time grows with the product of two sizes; the cost then follows from the
    /// arguments alone.
    var isQuadratic: Bool {
        switch self {
        case .sets, .distinct, .sort: true
        default: false
        }
    }
}
