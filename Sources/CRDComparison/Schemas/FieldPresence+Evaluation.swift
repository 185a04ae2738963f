import KubernetesCEL

extension FieldPresence {
    /// The value of an expression, as far as it depends on the presence of fields.
    enum Value: Equatable {
        case bool(Bool)
        case int(Int64)
        case list([Value])
        /// Any value, or an error.
        case unknown
    }

    /// Adds the fields of which an expression tests the presence, and the objects around them.
    func collect(_ expression: ParsedExpression, into fields: inout Set<[String]>) {
        switch expression {
        case .null, .bool, .int, .uint, .double, .string, .bytes, .name, .select, .map, .message:
            break
        case .has(let operand, let field):
            guard let keys = Self.keys(operand) else { return }
            let path = keys + [FieldName.unescape(field) ?? field]
            for count in 2...path.count { fields.insert(Array(path.prefix(count))) }
        case .all(let operands), .any(let operands):
            for operand in operands { collect(operand, into: &fields) }
        case .call(_, let target, let arguments):
            if let target { collect(target, into: &fields) }
            for argument in arguments { collect(argument, into: &fields) }
        case .list(let entries):
            for entry in entries { collect(entry.value, into: &fields) }
        case .loop(let loop):
            collect(loop.range, into: &fields)
            if let condition = loop.condition { collect(condition, into: &fields) }
        }
    }

    /// Returns the variable and the keys of a value below `self` or `oldSelf`.
    private static func keys(_ expression: ParsedExpression) -> [String]? {
        switch expression {
        case .name("self"): ["self"]
        case .name("oldSelf"): ["oldSelf"]
        case .select(let operand, let field):
            keys(operand).map { $0 + [FieldName.unescape(field) ?? field] }
        default: nil
        }
    }

    /// Returns the value of an expression.
    ///
    /// - Parameters:
    ///   - expression: The expression.
    ///   - fields: Whether fields are present.
    ///   - variables: The values of variables of macros.
    /// - Returns: The value.
    func evaluate(
        _ expression: ParsedExpression,
        _ fields: Assignment,
        _ variables: [String: Value]
    ) -> Value {
        func value(_ operand: ParsedExpression) -> Value { evaluate(operand, fields, variables) }
        switch expression {
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .name(let name): return variables[name] ?? .unknown
        case .null, .uint, .double, .string, .bytes, .select, .map, .message: return .unknown
        case .has(let operand, let field):
            guard let keys = Self.keys(operand) else { return .unknown }
            let path = keys + [FieldName.unescape(field) ?? field]
            // A field of a missing object is an error.
            let parents = (2..<max(path.count, 2)).map { Array(path.prefix($0)) }
            guard parents.allSatisfy({ fields[$0] == true }) else { return .unknown }
            return fields[path].map { .bool($0) } ?? .unknown
        case .all(let operands):
            // A known operand decides, even if another one is an error.
            let values = operands.map(value)
            if values.contains(.bool(false)) { return .bool(false) }
            return values.allSatisfy { $0 == .bool(true) } ? .bool(true) : .unknown
        case .any(let operands):
            let values = operands.map(value)
            if values.contains(.bool(true)) { return .bool(true) }
            return values.allSatisfy { $0 == .bool(false) } ? .bool(false) : .unknown
        case .list(let entries):
            return entries.contains(where: \.isOptional)
                ? .unknown : .list(entries.map { value($0.value) })
        case .call("_?_:_", _, let operands):
            guard case .bool(let condition) = value(operands[0]) else { return .unknown }
            return value(operands[condition ? 1 : 2])
        case .call(let function, let target, let arguments):
            return Self.call(function, ((target.map { [$0] } ?? []) + arguments).map(value))
        case .loop(let loop): return self.loop(loop, fields, variables)
        }
    }

    private static func call(_ function: String, _ operands: [Value]) -> Value {
        if operands.contains(.unknown) { return .unknown }
        switch (function, operands.first, operands.dropFirst().first) {
        case ("!_", .bool(let value)?, nil): return .bool(!value)
        case ("size", .list(let elements)?, nil): return .int(Int64(elements.count))
        case ("_==_", let left?, let right?): return .bool(left == right)
        case ("_!=_", let left?, let right?): return .bool(left != right)
        case ("_+_", .int(let left)?, .int(let right)?):
            let (sum, overflows) = left.addingReportingOverflow(right)
            return overflows ? .unknown : .int(sum)
        case ("_<_", .int(let left)?, .int(let right)?): return .bool(left < right)
        case ("_<=_", .int(let left)?, .int(let right)?): return .bool(left <= right)
        case ("_>_", .int(let left)?, .int(let right)?): return .bool(left > right)
        case ("_>=_", .int(let left)?, .int(let right)?): return .bool(left >= right)
        default: return .unknown
        }
    }

    /// Returns the value of a macro on a list of known values.
    private func loop(
        _ loop: ParsedExpression.Loop,
        _ fields: Assignment,
        _ variables: [String: Value]
    ) -> Value {
        guard case .list(let elements) = evaluate(loop.range, fields, variables),
            let name = loop.variables.first, loop.variables.count == 1,
            let condition = loop.condition
        else { return .unknown }
        let results = elements.map { element in
            var inner = variables
            inner[name] = element
            return evaluate(condition, fields, inner)
        }
        if results.contains(where: { $0 != .bool(true) && $0 != .bool(false) }) { return .unknown }
        switch loop.kind {
        case .all: return .bool(!results.contains(.bool(false)))
        case .exists: return .bool(results.contains(.bool(true)))
        case .existsOne: return .bool(results.count { $0 == .bool(true) } == 1)
        case .filter:
            let kept = zip(elements, results).filter { $0.1 == .bool(true) }
            return .list(kept.map(\.0))
        case .map, .transformMap, .transformMapEntry, .optMap, .optFlatMap, .bind: return .unknown
        }
    }
}
