/// All functions, prepared for the checker.
///
/// The checker, the evaluator, and both costs take what they need from the same declarations, so a
/// function can't be known to one of them only.
struct FunctionTable: Sendable {
    /// An overload with the numbers of its types.
    struct Entry: Sendable {
        let overload: Overload
        let parameters: [TypeID]
        let result: TypeID
        /// The number of type parameters.
        let parameterCount: Int32
        /// Whether no parameter has a type parameter.
        let isPlain: Bool
    }

    /// A function with its overloads.
    struct Group: Sendable {
        let name: String
        let cost: CallCost?
        let entries: [Entry]
    }

    /// The names of functions, operators, and types.
    private(set) var symbols = SymbolTable()
    private(set) var types = TypeTable()
    private(set) var groups: [Group] = []
    /// The function with each name, or -1.
    private var numbers: [Int32] = []
    /// The type with each name, or `TypeID.none`.
    private var typeNames: [TypeID] = []
    /// Whether the first part of a qualified name is each name.
    private var namespaces: [Bool] = []

    /// The functions of Kubernetes.
    static let kubernetes = FunctionTable(all)

    init(_ functions: [Function]) {
        for function in Self.joined(functions) { add(function) }
        addTypeNames()
        let missing = symbols.count - numbers.count
        numbers += Array(repeating: -1, count: max(0, missing))
        typeNames += Array(repeating: .none, count: symbols.count - typeNames.count)
        namespaces += Array(repeating: false, count: symbols.count - namespaces.count)
    }

    private static func joined(_ functions: [Function]) -> [Function] {
        var result: [Function] = []
        var positions: [String: Int] = [:]
        for function in functions {
            if let position = positions[function.name] {
                result[position].overloads += function.overloads
            } else {
                positions[function.name] = result.count
                result.append(function)
            }
        }
        return result
    }

    private mutating func add(_ function: Function) {
        let symbol = symbols.intern(function.name)
        let entries = function.overloads.map { overload in
            var letters: [Character] = []
            let parameters = overload.parameters.map { types.intern($0, &letters) }
            let result = types.intern(overload.result, &letters)
            return Entry(
                overload: overload,
                parameters: parameters,
                result: result,
                parameterCount: Int32(letters.count),
                isPlain: !parameters.contains { types.hasVariables($0) }
            )
        }
        while numbers.count <= Int(symbol.rawValue) { numbers.append(-1) }
        numbers[Int(symbol.rawValue)] = Int32(groups.count)
        groups.append(Group(name: function.name, cost: function.cost, entries: entries))
        if let dot = function.name.utf8.firstIndex(of: 0x2E) {
            addNamespace(String(function.name[..<dot]))
        }
    }

    private mutating func addNamespace(_ name: String) {
        let symbol = symbols.intern(name)
        while namespaces.count <= Int(symbol.rawValue) { namespaces.append(false) }
        namespaces[Int(symbol.rawValue)] = true
    }

    private mutating func addTypeNames() {
        var letters: [Character] = []
        let named: [(String, Signature)] = [
            ("bool", .bool), ("bytes", .bytes), ("double", .double), ("int", .int),
            ("list", .list(.a)), ("map", .map(.a, .b)), ("null_type", .null), ("string", .string),
            ("uint", .uint), ("google.protobuf.Duration", .duration),
            ("google.protobuf.Timestamp", .timestamp), ("optional_type", .optional(.a)),
            ("net.IP", .ip), ("net.CIDR", .cidr),
        ]
        for (name, signature) in named {
            let type = types.intern(signature, &letters)
            addType(name, types.intern(.typeOf(type)))
        }
        addType("type", types.intern(.typeOf(.type)))
    }

    private mutating func addType(_ name: String, _ type: TypeID) {
        let symbol = symbols.intern(name)
        while typeNames.count <= Int(symbol.rawValue) { typeNames.append(.none) }
        typeNames[Int(symbol.rawValue)] = type
        if let dot = name.utf8.firstIndex(of: 0x2E) { addNamespace(String(name[..<dot])) }
    }

    /// Returns the number of the function with a name.
    func function(_ name: Symbol) -> Int? {
        guard numbers.indices.contains(Int(name.rawValue)) else { return nil }
        let number = numbers[Int(name.rawValue)]
        return number < 0 ? nil : Int(number)
    }

    /// Returns the type of the identifier of a type: `type(int)` for `int`.
    func typeName(_ name: Symbol) -> TypeID? {
        guard typeNames.indices.contains(Int(name.rawValue)) else { return nil }
        let type = typeNames[Int(name.rawValue)]
        return type == .none ? nil : type
    }

    /// Returns whether qualified names begin with a name.
    func isNamespace(_ name: Symbol) -> Bool {
        namespaces.indices.contains(Int(name.rawValue)) && namespaces[Int(name.rawValue)]
    }
}
