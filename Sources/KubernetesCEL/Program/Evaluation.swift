import CRDRegularExpressions

/// One evaluation of a program.
struct Evaluation {
    static let cancelled = Value.error("operation cancelled: actual cost limit exceeded")

    let program: Program
    let variables: Variables
    private(set) var cost: UInt64 = 0
    private let limit: UInt64
    private(set) var isCancelled = false
    /// The position of the node at which the limit was exceeded; `nil` without positions.
    var limitPosition: Int32?
    var locals: [Value]
    private var searches: [PatternSearch?] = []
    private var lastPattern: (text: String, search: PatternSearch)?

    init(_ program: Program, _ variables: Variables, costLimit: UInt64) {
        self.program = program
        self.variables = variables
        limit = costLimit
        locals = program.localCount == 0 ? [] : Array(repeating: .null, count: program.localCount)
    }

    /// Adds to the cost.
    @inline(__always)
    mutating func charge(_ amount: UInt64) {
        let (sum, overflow) = cost.addingReportingOverflow(amount)
        cost = overflow ? .max : sum
        if cost > limit { isCancelled = true }
    }

    /// Whether the limit is exceeded if an amount is added to the cost.
    func exceedsLimit(by amount: UInt64) -> Bool { Cost.sum(cost, amount) > limit }

    /// Returns the value of an instruction.
    mutating func evaluate(_ id: InstructionID) -> Value {
        if isCancelled { return Self.cancelled }
        switch program.instructions[Int(id)] {
        case .constant(let number): return program.constants[Int(number)]
        case .variable(let number, let cost):
            charge(UInt64(cost))
            return variables[Int(number)] ?? .error("no such attribute")
        case .local(let number, let cost):
            charge(UInt64(cost))
            return locals[Int(number)]
        case .charge(let operand, let amount):
            let value = evaluate(operand)
            charge(UInt64(amount))
            return value
        case .field(let operand, let name): return field(operand, name, isProperty: false)
        case .property(let operand, let name): return field(operand, name, isProperty: true)
        case .liftedField(let operand, let name): return liftedField(operand, name)
        case .optionalField(let operand, let name): return optionalField(operand, name)
        case .index(let operand, let index): return self.index(operand, index)
        case .optionalIndex(let operand, let index): return optionalIndex(operand, index)
        case .size(let operand): return size(operand)
        case .presence, .not, .and, .or, .equality, .comparison, .contained, .member, .matches,
            .textTest:
            return logical(id)
        case .negate(let operand): return negate(operand)
        case .conditional(let condition, let first, let second):
            switch test(condition) {
            case .yes: return evaluate(first)
            case .no: return evaluate(second)
            case .failed: return failure
            }
        case .arithmetic(let first, let second, let operation, let isText):
            return arithmetic(first, second, operation, isText)
        case .call(let number): return call(number)
        case .alternative(let first, let second, let isValue):
            return alternative(first, second, isValue)
        case .find(let number, let pattern): return find(number, pattern)
        case .list(let span): return list(span)
        case .map(let span): return map(span)
        case .loop(let number): return loop(number)
        case .bind(let local, let value, let body): return bind(local, value, body)
        case .located(let operand, let position): return located(operand, position)
        }
    }

    private mutating func logical(_ id: InstructionID) -> Value {
        switch test(id) {
        case .yes: .bool(true)
        case .no: .bool(false)
        case .failed: failure
        }
    }

    /// The result of an instruction that gives a Boolean.
    enum Truth {
        case yes
        case no
        /// The error is in `failure`.
        case failed

        @inline(__always)
        init(_ value: Bool) { self = value ? .yes : .no }
    }

    /// The error of the last test that failed.
    var failure = Value.null

    /// Keeps an error.
    mutating func fail(_ error: Value) -> Truth {
        failure = error
        return .failed
    }

    /// Returns whether an instruction gives `true`.
    mutating func test(_ id: InstructionID) -> Truth {
        if isCancelled { return fail(Self.cancelled) }
        switch program.instructions[Int(id)] {
        case .not(let operand): return not(operand)
        case .and(let first, let second): return and(first, second)
        case .or(let first, let second): return or(first, second)
        case .presence(let operand, let name, let isLifted):
            return presence(operand, name, isLifted)
        case .equality(let first, let second, let isEqual):
            return equality(first, second, isEqual)
        case .comparison(let first, let second, let comparison, let isText):
            return compare(first, second, comparison, isText)
        case .contained(let element, let container, let isList):
            return contained(element, container, isList)
        case .member(let element, let set): return member(element, set)
        case .matches(let text, let pattern, let number, let isCosted):
            return matches(text, pattern, number, isCosted)
        case .textTest(let text, let argument, let kind): return textTest(text, argument, kind)
        default:
            switch evaluate(id) {
            case .bool(let value): return Truth(value)
            case .error(let message): return fail(.error(message))
            default: return fail(.noSuchOverload)
            }
        }
    }

    private mutating func not(_ operand: InstructionID) -> Truth {
        let truth = test(operand)
        charge(1)
        switch truth {
        case .yes: return .no
        case .no: return .yes
        case .failed: return .failed
        }
    }

    private mutating func and(_ first: InstructionID, _ second: InstructionID) -> Truth {
        let left = test(first)
        if left == .no || isCancelled { return left }
        guard left == .failed else { return test(second) }
        let error = failure
        let right = test(second)
        if right == .no { return .no }
        return fail(error)
    }

    private mutating func or(_ first: InstructionID, _ second: InstructionID) -> Truth {
        let left = test(first)
        if left == .yes || isCancelled { return left }
        guard left == .failed else { return test(second) }
        let error = failure
        let right = test(second)
        if right == .yes { return .yes }
        return fail(error)
    }

    private mutating func equality(
        _ first: InstructionID,
        _ second: InstructionID,
        _ isEqual: Bool
    ) -> Truth {
        let a = evaluate(first)
        let b = evaluate(second)
        charge(RuntimeCost.equality(a, b, isEqual: isEqual))
        if a.isError { return fail(a) }
        if b.isError { return fail(b) }
        let result = Value.equality(a, b)
        // `!=` is true for values that cannot be compared.
        return isEqual ? truth(result) : Truth(result != .equal)
    }

    private mutating func truth(_ equality: Equality) -> Truth {
        switch equality {
        case .equal: .yes
        case .unequal: .no
        case .error(let text): fail(.error(text))
        }
    }

    private mutating func compare(
        _ first: InstructionID,
        _ second: InstructionID,
        _ comparison: Comparison,
        _ isText: Bool
    ) -> Truth {
        let a = evaluate(first)
        let b = evaluate(second)
        if case .int(let a) = a, case .int(let b) = b {
            charge(1)
            return Truth(comparison.holds(a, b))
        }
        charge(isText ? RuntimeCost.smaller(a, b) : 1)
        if a.isError { return fail(a) }
        if b.isError { return fail(b) }
        guard let ordering = Value.compare(a, b) else {
            return fail(a.isOrdered ? .noSuchOverload : missing(comparison.function))
        }
        guard ordering != .unordered else { return fail(.error("NaN values cannot be ordered")) }
        return Truth(comparison.holds(ordering))
    }

    private func missing(_ function: String) -> Value { .error("no such overload: \(function)") }

    private mutating func contained(
        _ element: InstructionID,
        _ container: InstructionID,
        _ isList: Bool
    ) -> Truth {
        let value = evaluate(element)
        let container = evaluate(container)
        charge(isList ? UInt64(container.sizeIfSized ?? 1) : 1)
        if value.isError { return fail(value) }
        switch container {
        case .error: return fail(container)
        case .list(let list):
            return truth(list.contains(value))
        case .map(let map):
            guard let found = map.value(forKey: value) else { return .no }
            return found.isError ? fail(found) : .yes
        default: return fail(.noSuchOverload)
        }
    }

    private mutating func member(_ element: InstructionID, _ set: Int32) -> Truth {
        let value = evaluate(element)
        if value.isError { return fail(value) }
        return Truth(program.sets[Int(set)].contains(value))
    }

    // MARK: Patterns

    private mutating func matches(
        _ text: InstructionID,
        _ pattern: InstructionID,
        _ number: Int32,
        _ isCosted: Bool
    ) -> Truth {
        let text = evaluate(text)
        let pattern = evaluate(pattern)
        charge(isCosted ? RuntimeCost.matches(text, pattern) : 1)
        if text.isError { return fail(text) }
        if pattern.isError { return fail(pattern) }
        guard case .string(let text) = text, case .string(let source) = pattern else {
            let types = "\(text.kindName), \(pattern.kindName)"
            return fail(.error("no such overload: matches(\(types))"))
        }
        guard number < 0 else { return Truth(search(number).isFound(in: text)) }
        switch search(source) {
        case .success(let search): return Truth(search.isFound(in: text))
        case .failure(let error): return fail(.error(error.description))
        }
    }

    private mutating func find(_ number: Int32, _ pattern: Int32) -> Value {
        let call = program.calls[Int(number)]
        let arguments: [Value]
        switch self.arguments(of: call) {
        case .success(let values): arguments = values
        case .failure(let error): return error.value
        }
        charge(RuntimeCost.cost(call.cost, arguments, .null))
        guard case .string(let text) = arguments[0], case .string(let source) = arguments[1] else {
            return missing(call, arguments)
        }
        var limit: Int64 = -1
        if arguments.count > 2 {
            guard case .int(let number) = arguments[2] else { return missing(call, arguments) }
            limit = number
        }
        let search: PatternSearch
        if pattern >= 0 {
            search = self.search(pattern)
        } else {
            switch self.search(source) {
            case .success(let found): search = found
            case .failure(let error): return .error("Illegal regex: \(error.description)")
            }
        }
        return call.function == "find"
            ? RegexFunctions.find(text, search)
            : RegexFunctions.findAll(text, search, limit: limit)
    }

    /// Returns the search for a pattern that is known; it keeps what it has learnt.
    mutating func search(_ number: Int32) -> PatternSearch {
        if searches.isEmpty { searches = Array(repeating: nil, count: program.patterns.count) }
        if let search = searches[Int(number)] { return search }
        let search = PatternSearch(program.patterns[Int(number)].pattern)
        searches[Int(number)] = search
        return search
    }

    /// Returns the search for a pattern that is computed.
    mutating func search(_ source: String) -> Result<PatternSearch, PatternError> {
        if let lastPattern, Text.equal(lastPattern.text, source) {
            return .success(lastPattern.search)
        }
        do {
            let search = PatternSearch(try Pattern(source))
            lastPattern = (source, search)
            return .success(search)
        } catch {
            return .failure(error)
        }
    }
}

extension Value {
    /// Whether values of the type have an order.
    fileprivate var isOrdered: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
        case .null, .list, .map, .type, .optional, .quantity, .ip, .cidr, .url, .semver, .format,
            .error:
            false
        }
    }
}
