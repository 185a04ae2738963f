extension FunctionTable {
    /// The functions in the order of their declaration, which decides between overloads.
    static let all: [Function] =
        Function.operators + Function.conversions + Function.basics + Function.optionals
        + Function.times + Function.lists + Function.extendedLists + Function.strings
        + Function.sets + Function.quantities + Function.semanticVersions + Function.addresses
        + Function.urls + Function.patterns + Function.formats + Function.authorizer
}
