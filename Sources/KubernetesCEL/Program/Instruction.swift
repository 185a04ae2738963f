/// The number of an instruction.
typealias InstructionID = Int32

/// An operation of a program; its operands are other instructions, by number.
enum Instruction: Sendable {
    /// A value that is known.
    case constant(Int32)
    /// A variable of the environment, with its cost.
    case variable(Int32, cost: UInt8)
    /// A variable of a comprehension, with its cost.
    case local(Int32, cost: UInt8)
    /// A selection from something that isn't a variable costs 1 more.
    case charge(InstructionID, UInt8)
    /// A key of a map.
    case field(InstructionID, name: Int32)
    /// A key of the value of an optional.
    case liftedField(InstructionID, name: Int32)
    /// A property of an object, by its name in the schema.
    case property(InstructionID, name: Int32)
    case optionalField(InstructionID, name: Int32)
    case presence(InstructionID, name: Int32, isLifted: Bool)
    case index(InstructionID, InstructionID)
    case optionalIndex(InstructionID, InstructionID)

    case not(InstructionID)
    case negate(InstructionID)
    case and(InstructionID, InstructionID)
    case or(InstructionID, InstructionID)
    case conditional(InstructionID, InstructionID, InstructionID)
    case equality(InstructionID, InstructionID, isEqual: Bool)
    case comparison(InstructionID, InstructionID, Comparison, isText: Bool)
    case arithmetic(InstructionID, InstructionID, ArithmeticOperator, isText: Bool)
    case contained(InstructionID, InstructionID, isList: Bool)
    /// Whether a value is in a list of constants.
    case member(InstructionID, set: Int32)

    case call(Int32)
    case size(InstructionID)
    case textTest(InstructionID, InstructionID, TextTest)
    case matches(InstructionID, InstructionID, pattern: Int32, isCosted: Bool)
    /// `find` and `findAll`.
    case find(call: Int32, pattern: Int32)
    case alternative(InstructionID, InstructionID, isValue: Bool)
    case list(NodeSpan)
    case map(NodeSpan)
    case loop(Int32)
    /// Gives a value a name.
    case bind(local: Int32, value: InstructionID, body: InstructionID)
    /// Adds the position of a node to its errors; only programs with positions have it.
    case located(InstructionID, position: Int32)
}

/// A relation of order.
enum Comparison: UInt8, Sendable {
    case less
    case lessEquals
    case greater
    case greaterEquals

    var function: String {
        switch self {
        case .less: "_<_"
        case .lessEquals: "_<=_"
        case .greater: "_>_"
        case .greaterEquals: "_>=_"
        }
    }

    /// Returns whether the relation holds; values that aren't numbers never compare.
    func holds(_ ordering: Ordering) -> Bool {
        switch self {
        case .less: ordering == .less
        case .lessEquals: ordering == .less || ordering == .equal
        case .greater: ordering == .greater
        case .greaterEquals: ordering == .greater || ordering == .equal
        }
    }

    @inline(__always)
    func holds<Compared: Comparable>(_ first: Compared, _ second: Compared) -> Bool {
        switch self {
        case .less: first < second
        case .lessEquals: first <= second
        case .greater: first > second
        case .greaterEquals: first >= second
        }
    }
}

/// A test of a string.
enum TextTest: UInt8, Sendable {
    case startsWith
    case endsWith
    case contains

    /// Returns the test that a function does.
    static func named(_ function: String) -> TextTest? {
        switch function {
        case "startsWith": .startsWith
        case "endsWith": .endsWith
        case "contains": .contains
        default: nil
        }
    }

    /// Returns whether a string passes the test.
    func holds(_ text: String, _ argument: String) -> Bool {
        switch self {
        case .startsWith: Text.hasPrefix(text, argument)
        case .endsWith: Text.hasSuffix(text, argument)
        case .contains: Text.contains(text, argument)
        }
    }
}

/// A call of a function that has no instruction of its own.
struct Call: Sendable {
    let function: String
    /// The overloads that fit the types.
    let overloads: [Overload]
    /// Whether the arguments must be checked because their types aren't known.
    let isGuarded: Bool
    /// Whether the function has no other overload.
    let isOnlyOverload: Bool
    let cost: CallCost
    let arguments: NodeSpan
    /// The code of the only overload, if its arguments needn't be checked.
    let direct: Implementation?

    init(
        function: String,
        overloads: [Overload],
        isGuarded: Bool,
        isOnlyOverload: Bool,
        cost: CallCost,
        arguments: NodeSpan
    ) {
        self.function = function
        self.overloads = overloads
        self.isGuarded = isGuarded
        self.isOnlyOverload = isOnlyOverload
        self.cost = cost
        self.arguments = arguments
        direct = isGuarded ? nil : overloads[0].implementation
    }
}

/// A loop over a list or a map.
struct Loop: Sendable {
    let kind: Comprehension.Kind
    let range: InstructionID
    /// The place of the variable.
    let local: Int32
    /// The place of the second variable, or -1.
    let secondLocal: Int32
    let predicate: InstructionID
    let key: InstructionID
    let transform: InstructionID
}
