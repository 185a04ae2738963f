/// An identifier that the checker has found.
enum Reference: Sendable, Equatable {
    case unknown
    /// A variable of the environment.
    case variable(Int32)
    /// A variable of a comprehension: its place among those that are visible at the same time.
    case local(Int32)
    /// The name of a type.
    case type(TypeID)
    /// A function and the overloads that fit, one bit each.
    case function(Int32, UInt32, hasTarget: Bool)
}

/// An expression with types.
struct CheckedTree: Sendable {
    let tree: SyntaxTree
    let symbols: SymbolTable
    /// The types, and the type of each node.
    let types: TypeTable
    let nodeTypes: [TypeID]
    let references: [Reference]
    /// The place of the accumulator of each comprehension.
    let places: [Int32]
    /// The number of comprehension variables that are visible at the same time.
    let localCount: Int
    /// The bits of the variables of the environment that are used.
    let usedVariables: UInt64
    let usedNames: Set<Int32>

    func type(_ node: NodeID) -> TypeID { nodeTypes[node.index] }
    func form(_ node: NodeID) -> TypeForm { types[nodeTypes[node.index]] }
    func reference(_ node: NodeID) -> Reference { references[node.index] }

    /// Returns the value of a literal.
    func constant(_ node: NodeID) -> Value? {
        if case .constant(let number) = tree[node] { return tree.constants[Int(number)] }
        return nil
    }
}
