extension FunctionTable {
    /// The functions in the order of their declaration, which decides between overloads.
    static let all: [Function] =
        Function.operators + Function.conversions + Function.basics + Function.optionals
}
