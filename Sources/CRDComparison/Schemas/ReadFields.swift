import KubernetesCEL

/// The fields that a CEL rule reads.
struct ReadFields {
    /// A field that is read.
    private struct Field {
        /// The keys below the value of the rule, without steps into lists and maps.
        let keys: [String]
        /// Whether its whole value is read, rather than its presence or its elements.
        let isWhole: Bool
    }

    private var fields: [Field] = []
    /// Whether the rule compares with the old value.
    private(set) var readsOldValue = false
    /// Variable → the keys of its value.
    private var variables: [String: [String]] = ["self": [], "oldSelf": []]

    /// Finds the fields that a rule reads.
    init(_ expression: ParsedExpression) {
        visit(expression)
    }

    /// Returns whether the result can depend on the value of a field, whose keys are given without
    /// steps into lists and maps.
    func contains(_ keys: ArraySlice<String>) -> Bool {
        fields.contains { field in
            field.keys.starts(with: keys) || field.isWhole && keys.starts(with: field.keys)
        }
    }

    // MARK: - Expressions

    private mutating func visit(_ expression: ParsedExpression) {
        if let keys = keys(expression) { fields.append(Field(keys: keys, isWhole: true)) }
        switch expression {
        case .name(let name): readsOldValue = readsOldValue || name == "oldSelf"
        case .null, .bool, .int, .uint, .double, .string, .bytes: break
        case .select(let operand, _): visitOperand(operand)
        case .has(let operand, let field):
            if let keys = keys(operand, field) {
                fields.append(Field(keys: keys, isWhole: false))
            }
            visitOperand(operand)
        case .all(let operands), .any(let operands):
            for operand in operands { visit(operand) }
        case .call(let function, let target, let arguments):
            visitCall(function, target, arguments)
        case .list(let entries), .map(let entries), .message(_, let entries):
            for entry in entries {
                if let key = entry.key { visit(key) }
                visit(entry.value)
            }
        case .loop(let loop): visit(loop)
        }
    }

    /// Visits a value of which only a field, its elements, or their number is read.
    private mutating func visitOperand(_ expression: ParsedExpression) {
        guard let keys = keys(expression) else { return visit(expression) }
        fields.append(Field(keys: keys, isWhole: false))
        switch expression {
        case .select(let operand, _): visitOperand(operand)
        case .call(_, _, let arguments):
            visitOperand(arguments[0])
            // The index of an element can read other fields.
            for argument in arguments.dropFirst() { visit(argument) }
        case .name(let name): readsOldValue = readsOldValue || name == "oldSelf"
        default: break
        }
    }

    private mutating func visitCall(
        _ function: String,
        _ target: ParsedExpression?,
        _ arguments: [ParsedExpression]
    ) {
        let operands = (target.map { [$0] } ?? []) + arguments
        let readsPart = ["size", "hasValue", "_[_]", "_[?_]", "_?._"].contains(function)
        for (index, operand) in operands.enumerated() {
            if index == 0, readsPart { visitOperand(operand) } else { visit(operand) }
        }
    }

    private mutating func visit(_ loop: ParsedExpression.Loop) {
        visitOperand(loop.range)
        let outer = variables
        for name in loop.variables { variables[name] = nil }
        if let keys = keys(loop.range), let name = loop.variables.last { variables[name] = keys }
        if let condition = loop.condition { visit(condition) }
        if let result = loop.result { visit(result) }
        variables = outer
    }

    // MARK: - Keys

    /// Returns the keys of the field that an expression is; `nil` if it is none.
    private func keys(_ expression: ParsedExpression) -> [String]? {
        switch expression {
        case .name(let name): variables[name]
        case .select(let operand, let field): keys(operand, field)
        case .call("_?._", target: nil, let arguments):
            if case .string(let field) = arguments[1] { keys(arguments[0], field) } else { nil }
        case .call("_[_]", target: nil, let arguments), .call("_[?_]", target: nil, let arguments):
            keys(arguments[0])
        default: nil
        }
    }

    private func keys(_ operand: ParsedExpression, _ field: String) -> [String]? {
        keys(operand).map { $0 + [FieldName.unescape(field) ?? field] }
    }
}
