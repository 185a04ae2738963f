import KubernetesCEL

/// The results of a rule for all combinations of the fields that it names.
///
/// Only rules about the presence of fields, about their equality with literals, and about their
/// equality with old values have a table.
struct RuleTable {
    /// A field of `self` or `oldSelf`, or the whole value.
    struct Variable: Hashable {
        let isOld: Bool
        /// The name in the rule; `nil` for the whole value.
        let key: String?
    }

    /// The state of a variable.
    enum State: Hashable {
        case absent
        case literal(ParsedExpression)
        /// A value that is none of the literals, with a number.
        case other(Int)

        var isPresent: Bool { self != .absent }
    }

    /// A result; an error is as good as `false`, unless `&&` or `||` ignores it.
    private enum Truth: UInt8 {
        case no, yes, error
    }

    private enum Column {
        case truths([Truth])
        case counts([Int])
        case list([[Truth]])
        case states([State])
    }

    /// The variables, in the order of the rule.
    private(set) var variables: [Variable] = []
    /// The combinations, each with the state of each variable.
    private(set) var states: [[State]] = []
    /// Whether the rule allows each combination.
    private(set) var isAllowed: [Bool] = []

    private var domains: [[State]] = []
    /// The maximum number of combinations.
    private static let mostStates = 4096

    /// Evaluates a rule; returns `nil` if it is about something else, or about too many fields.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - known: The names of fields that are never missing.
    init?(_ rule: ParsedExpression, known: Set<String>) {
        collect(rule)
        for (index, variable) in variables.enumerated() {
            if domains[index].isEmpty { domains[index] = [.other(0)] }
            let isKnown = variable.key.map(known.contains) ?? true
            if !isKnown { domains[index].insert(.absent, at: 0) }
        }
        let count = domains.reduce(1) { min($0 * $1.count, Self.mostStates + 1) }
        guard !variables.isEmpty, count <= Self.mostStates else { return nil }
        states = [[]]
        for domain in domains {
            states = states.flatMap { state in domain.map { state + [$0] } }
        }
        guard case .truths(let results)? = column(rule) else { return nil }
        isAllowed = results.map { $0 == .yes }
    }

    // MARK: - Variables

    /// The variable of which an expression is the value.
    private static func variable(_ expression: ParsedExpression) -> Variable? {
        switch expression {
        case .name("self"): Variable(isOld: false, key: nil)
        case .name("oldSelf"): Variable(isOld: true, key: nil)
        case .select(.name("self"), let key): Variable(isOld: false, key: key)
        case .select(.name("oldSelf"), let key): Variable(isOld: true, key: key)
        default: nil
        }
    }

    /// The variable whose presence an expression tests.
    private static func tested(_ expression: ParsedExpression) -> Variable? {
        switch expression {
        case .has(let operand, let key): return variable(.select(operand, key))
        case .call("hasValue", target: .call("_?._", target: nil, let path)?, []):
            guard path.count == 2, case .string(let key) = path[1] else { return nil }
            return variable(.select(path[0], key))
        default: return nil
        }
    }

    private mutating func index(_ variable: Variable) -> Int {
        if let index = variables.firstIndex(of: variable) { return index }
        variables.append(variable)
        domains.append([])
        return variables.count - 1
    }

    private mutating func add(_ states: [State], to variable: Variable) {
        let index = index(variable)
        for state in states where !domains[index].contains(state) { domains[index].append(state) }
    }

    /// Finds the variables, and the values by which they differ.
    private mutating func collect(_ expression: ParsedExpression) {
        if let variable = Self.tested(expression) {
            _ = index(variable)
            return
        }
        switch expression {
        case .all(let operands), .any(let operands):
            for operand in operands { collect(operand) }
        case .call("@in", target: nil, let operands):
            guard let variable = Self.variable(operands[0]), case .list(let list) = operands[1]
            else { return }
            add(list.map { State.literal($0.value) } + [.other(0)], to: variable)
        case .call(let function, target: nil, let operands):
            for operand in operands { collect(operand) }
            guard function == "_==_" || function == "_!=_" else { return }
            let found = operands.compactMap(Self.variable)
            let literals = operands.filter(\.isLiteral).map { State.literal($0) }
            let others: [State] = found.count == 2 ? [.other(0), .other(1)] : [.other(0)]
            for variable in found { add(literals + others, to: variable) }
        case .call(_, target: let target?, _): collect(target)
        case .list(let entries): for entry in entries { collect(entry.value) }
        case .loop(let loop): collect(loop.range)
        default: break
        }
    }

    // MARK: - Evaluation

    private func column(_ expression: ParsedExpression) -> Column? {
        if let variable = Self.tested(expression) {
            guard let index = variables.firstIndex(of: variable) else { return nil }
            return .truths(states.map { $0[index].isPresent ? .yes : .no })
        }
        switch expression {
        case .bool(let value): return .truths(states.map { _ in value ? .yes : .no })
        case .int(let value):
            return Int(exactly: value).map { value in .counts(states.map { _ in value }) }
        case .all(let operands): return chain(operands, end: .no)
        case .any(let operands): return chain(operands, end: .yes)
        case .list(let entries):
            let columns = entries.compactMap { truths($0.value) }
            return columns.count == entries.count ? .list(columns) : nil
        case .loop(let loop): return self.loop(loop)
        case .call("size", target: let target?, []): return size(target)
        case .call("size", target: nil, let operands): return operands.first.flatMap(size)
        case .call(let function, target: nil, let operands): return call(function, operands)
        default: return nil
        }
    }

    private func truths(_ expression: ParsedExpression) -> [Truth]? {
        if case .truths(let truths)? = column(expression) { return truths }
        return nil
    }

    /// Evaluates `&&` or `||`: the first decisive operand counts, even after an error.
    private func chain(_ operands: [ParsedExpression], end: Truth) -> Column? {
        let columns = operands.compactMap(truths)
        guard columns.count == operands.count else { return nil }
        return .truths(
            states.indices.map { index in
                let truths = columns.map { $0[index] }
                if truths.contains(end) { return end }
                return truths.contains(.error) ? .error : (end == .yes ? .no : .yes)
            }
        )
    }

    private func call(_ function: String, _ operands: [ParsedExpression]) -> Column? {
        switch (function, operands.count) {
        case ("!_", 1):
            guard let truths = truths(operands[0]) else { return nil }
            return .truths(truths.map { $0 == .error ? .error : ($0 == .yes ? .no : .yes) })
        case ("_?_:_", 3): return conditional(operands)
        case ("@in", 2):
            guard case .list(let list) = operands[1], list.allSatisfy(\.value.isLiteral) else {
                return nil
            }
            return chain(
                list.map { .call("_==_", target: nil, [operands[0], $0.value]) },
                end: .yes
            )
        case ("_+_", 2):
            guard case .counts(let left)? = column(operands[0]),
                case .counts(let right)? = column(operands[1])
            else { return nil }
            return .counts(zip(left, right).map { $0 &+ $1 })
        case (_, 2): return comparison(function, operands)
        default: return nil
        }
    }

    private func conditional(_ operands: [ParsedExpression]) -> Column? {
        guard let test = truths(operands[0]) else { return nil }
        switch (column(operands[1]), column(operands[2])) {
        case (.truths(let first)?, .truths(let second)?):
            return .truths(
                test.indices.map { index in
                    switch test[index] {
                    case .yes: first[index]
                    case .no: second[index]
                    case .error: .error
                    }
                }
            )
        case (.counts(let first)?, .counts(let second)?):
            guard !test.contains(.error) else { return nil }
            return .counts(test.indices.map { test[$0] == .yes ? first[$0] : second[$0] })
        default: return nil
        }
    }

    private func comparison(_ function: String, _ operands: [ParsedExpression]) -> Column? {
        if let left = values(operands[0]), let right = values(operands[1]) {
            guard function == "_==_" || function == "_!=_" else { return nil }
            return .truths(
                zip(left, right).map { left, right in
                    guard left.isPresent, right.isPresent else { return .error }
                    return (left == right) == (function == "_==_") ? .yes : .no
                }
            )
        }
        switch (column(operands[0]), column(operands[1])) {
        case (.truths(let left)?, .truths(let right)?):
            guard function == "_==_" || function == "_!=_" else { return nil }
            return .truths(
                zip(left, right).map { left, right in
                    if left == .error || right == .error { return .error }
                    return (left == right) == (function == "_==_") ? .yes : .no
                }
            )
        case (.counts(let left)?, .counts(let right)?):
            guard let test = Self.orders[function] else { return nil }
            return .truths(zip(left, right).map { test($0, $1) ? .yes : .no })
        default: return nil
        }
    }

    private static let orders: [String: @Sendable (Int, Int) -> Bool] = [
        "_==_": { $0 == $1 }, "_!=_": { $0 != $1 }, "_<_": { $0 < $1 }, "_<=_": { $0 <= $1 },
        "_>_": { $0 > $1 }, "_>=_": { $0 >= $1 },
    ]

    /// Returns the states of a variable, or the literal; `nil` for other expressions.
    private func values(_ expression: ParsedExpression) -> [State]? {
        if let variable = Self.variable(expression),
            let index = variables.firstIndex(of: variable)
        {
            return states.map { $0[index] }
        }
        guard expression.isLiteral else { return nil }
        return states.map { _ in .literal(expression) }
    }

    // MARK: - Lists of tests

    private func loop(_ loop: ParsedExpression.Loop) -> Column? {
        guard let counts = counts(loop), case .list(let list)? = column(loop.range) else {
            return nil
        }
        let test: (Int) -> Bool
        switch loop.kind {
        case .existsOne: test = { $0 == 1 }
        case .exists: test = { $0 > 0 }
        case .all: test = { $0 == list.count }
        default: return nil
        }
        return .truths(counts.map { test($0) ? .yes : .no })
    }

    private func size(_ expression: ParsedExpression) -> Column? {
        guard case .loop(let loop) = expression, loop.kind == .filter else { return nil }
        return counts(loop).map { .counts($0) }
    }

    /// Returns how many elements are true, of a loop whose condition is the element.
    private func counts(_ loop: ParsedExpression.Loop) -> [Int]? {
        guard loop.variables.count == 1, loop.condition == .name(loop.variables[0]),
            case .list(let list)? = column(loop.range),
            !list.contains(where: { $0.contains(.error) })
        else { return nil }
        return states.indices.map { index in list.count { $0[index] == .yes } }
    }
}

extension ParsedExpression {
    /// Whether the expression is the literal of a string or number.
    fileprivate var isLiteral: Bool {
        switch self {
        case .int, .uint, .double, .string: true
        default: false
        }
    }
}
