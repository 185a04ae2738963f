/// A name, as a number.
///
/// Equal names have equal numbers in one table.
struct Symbol: Hashable, Sendable {
    let rawValue: Int32

    init(rawValue: Int32) { self.rawValue = rawValue }
    init(_ name: KnownName) { rawValue = name.rawValue }

    static let none = Symbol(rawValue: -1)

    /// Whether the name may not be a variable or a global function.
    var isReserved: Bool {
        rawValue >= KnownName.as.rawValue && rawValue <= KnownName.while.rawValue
    }

    static func == (symbol: Symbol, name: KnownName) -> Bool { symbol.rawValue == name.rawValue }
    static func != (symbol: Symbol, name: KnownName) -> Bool { symbol.rawValue != name.rawValue }
}

/// The names that the parser and the checker look for.
enum KnownName: Int32, CaseIterable, Sendable {
    case logicalAnd, logicalOr, conditional, logicalNot, negate
    case add, subtract, multiply, divide, modulo
    case equals, notEquals, less, lessEquals, greater, greaterEquals, inList
    case index, optionalIndex, optionalSelect
    case notStrictlyFalse, mapInsert, sortByKeys
    case hasValue, value, optionalOf, optionalNone, or, orValue
    case has, all, exists, existsOne, existsOneCamel, map, filter, optMap, optFlatMap
    case transformList, transformMap, transformMapEntry, sortBy
    case result, resultLegacy, unused, sortInput
    case dyn, matches, duration, timestamp, format
    // Reserved, in this order.
    case `as`, `break`, const, `continue`, `else`, `for`, function, `if`, `import`, `let`, loop
    case package, namespace, `return`, `var`, void, `while`

    var text: String {
        switch self {
        case .logicalAnd: "_&&_"
        case .logicalOr: "_||_"
        case .conditional: "_?_:_"
        case .logicalNot: "!_"
        case .negate: "-_"
        case .add: "_+_"
        case .subtract: "_-_"
        case .multiply: "_*_"
        case .divide: "_/_"
        case .modulo: "_%_"
        case .equals: "_==_"
        case .notEquals: "_!=_"
        case .less: "_<_"
        case .lessEquals: "_<=_"
        case .greater: "_>_"
        case .greaterEquals: "_>=_"
        case .inList: "@in"
        case .index: "_[_]"
        case .optionalIndex: "_[?_]"
        case .optionalSelect: "_?._"
        case .notStrictlyFalse: "@not_strictly_false"
        case .mapInsert: "cel.@mapInsert"
        case .sortByKeys: "@sortByAssociatedKeys"
        case .hasValue: "hasValue"
        case .value: "value"
        case .optionalOf: "optional.of"
        case .optionalNone: "optional.none"
        case .or: "or"
        case .orValue: "orValue"
        case .has: "has"
        case .all: "all"
        case .exists: "exists"
        case .existsOne: "exists_one"
        case .existsOneCamel: "existsOne"
        case .map: "map"
        case .filter: "filter"
        case .optMap: "optMap"
        case .optFlatMap: "optFlatMap"
        case .transformList: "transformList"
        case .transformMap: "transformMap"
        case .transformMapEntry: "transformMapEntry"
        case .sortBy: "sortBy"
        case .result: "@result"
        case .resultLegacy: "__result__"
        case .unused: "#unused"
        case .sortInput: "@__sortBy_input__"
        case .dyn: "dyn"
        case .matches: "matches"
        case .duration: "duration"
        case .timestamp: "timestamp"
        case .format: "format"
        case .`as`: "as"
        case .`break`: "break"
        case .const: "const"
        case .`continue`: "continue"
        case .`else`: "else"
        case .`for`: "for"
        case .function: "function"
        case .`if`: "if"
        case .`import`: "import"
        case .`let`: "let"
        case .loop: "loop"
        case .package: "package"
        case .namespace: "namespace"
        case .`return`: "return"
        case .`var`: "var"
        case .void: "void"
        case .`while`: "while"
        }
    }
}

/// Gives each name a number.
///
/// The texts lie in one array of bytes, so that a copy of the table is cheap.
struct SymbolTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = [0]
    private var slots: [Int32]
    private var mask: Int

    /// A table of the names that are known.
    init() {
        slots = Array(repeating: -1, count: 2048)
        mask = 2047
        for name in KnownName.allCases { _ = intern(name.text) }
    }

    /// The number of names.
    var count: Int { ends.count - 1 }

    /// Returns the number of a name, a new one if the name is new.
    mutating func intern(_ text: String) -> Symbol {
        intern(Array(text.utf8), 0..<text.utf8.count)
    }

    /// Returns the number of the name at a range of a text.
    mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Symbol {
        var slot = hash(source, range) & mask
        while slots[slot] >= 0 {
            if isName(slots[slot], source, range) { return Symbol(rawValue: slots[slot]) }
            slot = (slot + 1) & mask
        }
        let symbol = Int32(count)
        slots[slot] = symbol
        bytes.append(contentsOf: source[range])
        ends.append(Int32(bytes.count))
        if count * 2 > slots.count { grow() }
        return Symbol(rawValue: symbol)
    }

    /// Returns the number of a name that is in the table.
    func find(_ text: String) -> Symbol? {
        let source = Array(text.utf8)
        var slot = hash(source, 0..<source.count) & mask
        while slots[slot] >= 0 {
            if isName(slots[slot], source, 0..<source.count) {
                return Symbol(rawValue: slots[slot])
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Returns the text of a name.
    func text(_ symbol: Symbol) -> String {
        String(decoding: bytes[range(symbol.rawValue)], as: UTF8.self)
    }

    private func range(_ symbol: Int32) -> Range<Int> {
        Int(ends[Int(symbol)])..<Int(ends[Int(symbol) + 1])
    }

    private func isName(_ symbol: Int32, _ source: [UInt8], _ range: Range<Int>) -> Bool {
        let own = self.range(symbol)
        guard own.count == range.count else { return false }
        for offset in 0..<own.count
        where bytes[own.lowerBound + offset] != source[range.lowerBound + offset] {
            return false
        }
        return true
    }

    private func hash(_ source: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for index in range { hash = (hash ^ UInt32(source[index])) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for symbol in 0..<Int32(count) {
            var slot = hash(bytes, range(symbol)) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = symbol
        }
    }
}
