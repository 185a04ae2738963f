/// The number of a node in a syntax tree.
struct NodeID: Hashable, Sendable {
    let rawValue: Int32
    init(_ rawValue: Int32) { self.rawValue = rawValue }
    static let none = NodeID(-1)
    var index: Int { Int(rawValue) }
}

/// A node of a syntax tree.
///
/// Nodes refer to each other by number.
enum Node: Sendable {
    /// A literal: its number in `constants`.
    case constant(Int32)
    case identifier(Symbol)
    case select(operand: NodeID, field: Symbol)
    /// `has(operand.field)`
    case presence(operand: NodeID, field: Symbol)
    case call(function: Symbol, target: NodeID, arguments: NodeSpan)
    case list(NodeSpan)
    /// Three numbers an entry: the position of its colon, the key, the value.
    case map(NodeSpan)
    /// A message; three numbers a field: the position of its colon, the name, the value.
    case message(Symbol, NodeSpan)
    case comprehension(Int32)
}

/// A range of the numbers in `SyntaxTree.children`.
struct NodeSpan: Sendable {
    let start: Int32
    let count: Int32
    static let empty = NodeSpan(start: 0, count: 0)
    var range: Range<Int> { Int(start)..<Int(start + count) }
}

/// A loop over a list or a map, which only macros make.
struct Comprehension: Sendable {
    /// The macro, for which the evaluator has an instruction.
    enum Kind: Sendable {
        case all, exists, existsOne, map, filter
        case transformMap, transformMapEntry
        /// Not a loop: gives a name to a value.
        case bind
    }

    let kind: Kind
    let range: NodeID
    let variable: Symbol
    /// The second variable, or `Symbol.none`.
    let secondVariable: Symbol
    let accumulator: Symbol
    let start: NodeID
    let condition: NodeID
    let step: NodeID
    let result: NodeID
    /// The condition of an element: of `all`, `exists`, `existsOne`, `filter`, and of the forms of
    /// the others with a filter.
    let predicate: NodeID
    /// The key of an entry, or `NodeID.none`.
    let key: NodeID
    /// The element, or the value of an entry.
    let transform: NodeID
}

/// An expression after parsing and macro expansion.
struct SyntaxTree: Sendable {
    private(set) var nodes: [Node] = []
    /// The offset of each node in the bytes of the text.
    private(set) var positions: [Int32] = []
    /// Elements, arguments, and entries; an optional one is stored as its complement.
    private(set) var children: [Int32] = []
    private(set) var constants: [Value] = []
    private(set) var comprehensions: [Comprehension] = []
    var root = NodeID.none

    init() {
        nodes.reserveCapacity(64)
        positions.reserveCapacity(64)
        children.reserveCapacity(64)
    }

    subscript(node: NodeID) -> Node { nodes[node.index] }

    func position(_ node: NodeID) -> Int32 { positions[node.index] }

    mutating func add(_ node: Node, at position: Int32) -> NodeID {
        nodes.append(node)
        positions.append(position)
        return NodeID(Int32(nodes.count - 1))
    }

    mutating func add(constant: Value, at position: Int32) -> NodeID {
        constants.append(constant)
        return add(.constant(Int32(constants.count - 1)), at: position)
    }

    mutating func add(comprehension: Comprehension, at position: Int32) -> NodeID {
        comprehensions.append(comprehension)
        return add(.comprehension(Int32(comprehensions.count - 1)), at: position)
    }

    mutating func span(_ numbers: [Int32]) -> NodeSpan {
        let start = Int32(children.count)
        children.append(contentsOf: numbers)
        return NodeSpan(start: start, count: Int32(numbers.count))
    }

    mutating func span(_ first: NodeID) -> NodeSpan {
        children.append(first.rawValue)
        return NodeSpan(start: Int32(children.count - 1), count: 1)
    }

    mutating func span(_ first: NodeID, _ second: NodeID) -> NodeSpan {
        children.append(first.rawValue)
        children.append(second.rawValue)
        return NodeSpan(start: Int32(children.count - 2), count: 2)
    }

    mutating func call(
        _ function: KnownName,
        _ arguments: NodeID...,
        at position: Int32
    ) -> NodeID {
        let span = span(arguments.map(\.rawValue))
        return add(
            .call(function: Symbol(function), target: .none, arguments: span),
            at: position
        )
    }

    /// Returns the child at an index.
    func child(_ span: NodeSpan, _ index: Int) -> NodeID {
        let number = children[Int(span.start) + index]
        return NodeID(number < 0 ? ~number : number)
    }

    /// Returns whether the child at an index is optional (`?`).
    func isOptional(_ span: NodeSpan, _ index: Int) -> Bool {
        children[Int(span.start) + index] < 0
    }
}
