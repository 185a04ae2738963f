import CRDRegularExpressions

/// A pattern that is known when the program is made.
struct CompiledPattern: Sendable {
    let pattern: Pattern
}
