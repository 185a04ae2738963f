import CRDValues
import KubernetesCEL

/// The values that a CEL rule is about, and those with which it compares them.
struct RuleTerms {
    /// The other side of a comparison.
    enum Operand {
        /// There is none, as in `isURL(self)`.
        case nothing
        case literal(JSONValue)
        /// The path of another value below `self`.
        case path([ValueStep])
    }

    /// A comparison of a value.
    struct Comparison {
        /// The path of the value below `self`.
        let path: [ValueStep]
        /// The operator or function, such as `_==_` or `startsWith`.
        let function: String
        /// The other side.
        let operand: Operand
    }

    /// The paths below `self`, each after the paths that it begins with.
    private(set) var paths: [[ValueStep]] = []
    /// The paths whose presence is tested.
    private(set) var tested: [[ValueStep]] = []
    /// The comparisons of values.
    private(set) var comparisons: [Comparison] = []
    /// All literals, in order.
    private(set) var literals: [JSONValue] = []

    private var variables: [String: [ValueStep]] = ["self": []]

    /// Finds the terms of a rule.
    init(_ expression: ParsedExpression) {
        visit(expression)
    }

    private mutating func add(_ path: [ValueStep]) {
        for count in 0...path.count where !paths.contains(Array(path.prefix(count))) {
            paths.append(Array(path.prefix(count)))
        }
    }

    // MARK: - Paths

    /// Returns the path of an expression; `nil` if it is none.
    private func path(_ expression: ParsedExpression) -> [ValueStep]? {
        switch expression {
        case .name(let name): return variables[name]
        case .select(let operand, let field): return path(operand, field)
        case .call("_?._", target: nil, let arguments):
            guard case .string(let field) = arguments[1] else { return nil }
            return path(arguments[0], field)
        case .call("_[_]", target: nil, let arguments), .call("_[?_]", target: nil, let arguments):
            guard let path = path(arguments[0]) else { return nil }
            if case .string(let key) = arguments[1] { return path + [.key(key)] }
            if case .int(let index) = arguments[1] {
                return Int(exactly: index).map { path + [.index($0)] }
            }
            return path + [.each]
        case .call("orValue", target: let target?, _), .call("value", target: let target?, _),
            .call("hasValue", target: let target?, _), .call("substring", target: let target?, _),
            .call("lowerAscii", target: let target?, _), .call("trim", target: let target?, _):
            return path(target)
        case .call("dyn", target: nil, let arguments), .call("size", target: nil, let arguments),
            .call("string", target: nil, let arguments):
            return arguments.first.flatMap(path)
        case .call("size", target: let target?, []): return path(target)
        case .loop(let loop) where loop.kind == .filter: return path(loop.range)
        default: return nil
        }
    }

    private func path(_ operand: ParsedExpression, _ field: String) -> [ValueStep]? {
        path(operand).map { $0 + [.key(FieldName.unescape(field) ?? field)] }
    }

    // MARK: - Expressions

    private mutating func visit(_ expression: ParsedExpression) {
        if let path = path(expression) { add(path) }
        switch expression {
        case .null, .name: break
        case .bool, .int, .uint, .double, .string, .bytes:
            if let value = expression.literal, !literals.contains(value) { literals.append(value) }
        case .select(let operand, _): visit(operand)
        case .has(let operand, let field):
            if let path = path(operand, field) {
                add(path)
                if !tested.contains(path) { tested.append(path) }
            }
            visit(operand)
        case .all(let operands), .any(let operands):
            for operand in operands { visit(operand) }
        case .call(let function, let target, let arguments):
            visitCall(function, (target.map { [$0] } ?? []) + arguments)
        case .list(let entries), .map(let entries), .message(_, let entries):
            for entry in entries {
                if let key = entry.key { visit(key) }
                visit(entry.value)
            }
        case .loop(let loop): visit(loop)
        }
    }

    /// Visits a call; its target counts as an argument.
    private mutating func visitCall(_ function: String, _ arguments: [ParsedExpression]) {
        let paths = arguments.compactMap(path)
        if function == "hasValue", let path = paths.first, !tested.contains(path) {
            tested.append(path)
        }
        for path in paths {
            var operands = arguments.flatMap(\.literals).map { Operand.literal($0) }
            operands += paths.filter { $0 != path }.map { Operand.path($0) }
            for operand in operands.isEmpty ? [.nothing] : operands {
                comparisons.append(Comparison(path: path, function: function, operand: operand))
            }
        }
        if case .call(let format, _, _)? = arguments.first, function == "validate",
            let path = paths.first
        {
            comparisons.append(Comparison(path: path, function: format, operand: .nothing))
        }
        for argument in arguments { visit(argument) }
    }

    private mutating func visit(_ loop: ParsedExpression.Loop) {
        visit(loop.range)
        let outer = variables
        if let range = path(loop.range) {
            let isElement = loop.kind != .bind && loop.kind != .optMap && loop.kind != .optFlatMap
            let element = isElement ? range + [.each] : range
            if let name = loop.variables.last { variables[name] = element }
        } else {
            for name in loop.variables { variables[name] = nil }
        }
        if let condition = loop.condition { visit(condition) }
        if let result = loop.result { visit(result) }
        variables = outer
    }
}

extension ParsedExpression {
    /// The value of a literal that JSON has; `nil` for other expressions.
    fileprivate var literal: JSONValue? {
        switch self {
        case .bool(let value): .boolean(value)
        case .int(let value): .number(JSONNumber(Int(clamping: value)))
        case .uint(let value): .number(JSONNumber(Int(clamping: value)))
        case .double(let value): JSONNumber(value.description).map { .number($0) }
        case .string(let text): .string(text)
        default: Optional.none
        }
    }

    /// The literal, or the literals in a list or in a conversion such as `duration('1s')`.
    fileprivate var literals: [JSONValue] {
        switch self {
        case .list(let entries): entries.compactMap(\.value.literal)
        case .call("duration", target: nil, let arguments),
            .call("quantity", target: nil, let arguments),
            .call("timestamp", target: nil, let arguments):
            arguments.compactMap(\.literal)
        default: literal.map { [$0] } ?? []
        }
    }
}
