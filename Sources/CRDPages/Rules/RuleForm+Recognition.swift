package import CRDSchema
import KubernetesCEL

extension RuleForm {
    /// Returns the forms of a rule, which together say the same as the rule.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - schema: The schema that has the rule.
    /// - Returns: The forms of the parts that `&&` joins, in their order; none if a part has no form.
    package static func forms(
        of rule: Schema.ValidationRule,
        in schema: Schema
    ) -> [RuleForm] {
        guard rule.optionalOldSelf != true, let expression = ParsedExpression(rule.rule) else {
            return []
        }
        var known = Set(schema.keywords.required)
        for property in schema.keywords.properties
        where property.schema.keywords.rare.defaultValue != nil {
            known.insert(property.name)
        }
        let names = Set(known.compactMap(FieldName.escape))
        if let form = form(of: expression, known: names) { return [form] }
        guard case .all(let parts) = expression else { return [] }
        let forms = parts.compactMap { form(of: $0, known: names) }
        return forms.count == parts.count ? forms : []
    }

    private static func form(of rule: ParsedExpression, known: Set<String>) -> RuleForm? {
        if let form = order(rule) ?? uniqueness(rule) { return form }
        guard let table = RuleTable(rule, known: known) else { return nil }
        if table.variables.contains(where: \.isOld) { return transition(table) }
        guard table.variables.allSatisfy({ $0.key != nil }) else { return nil }
        return presence(table) ?? condition(table)
    }

    private static func key(_ name: String?) -> String {
        guard let name else { return "" }
        return FieldName.unescape(name) ?? name
    }

    // MARK: - Old values

    /// Returns the form of `self >= oldSelf`.
    private static func order(_ rule: ParsedExpression) -> RuleForm? {
        guard case .call(let function, target: nil, let operands) = rule, operands.count == 2 else {
            return nil
        }
        let (new, old): (ParsedExpression, ParsedExpression)
        switch function {
        case "_>=_": (new, old) = (operands[0], operands[1])
        case "_<=_": (new, old) = (operands[1], operands[0])
        default: return nil
        }
        switch (new, old) {
        case (.name("self"), .name("oldSelf")): return .notDecreasing(nil)
        case (.select(.name("self"), let name), .select(.name("oldSelf"), let oldName))
        where name == oldName:
            return .notDecreasing(key(name))
        default: return nil
        }
    }

    /// Returns the form of a table about one value before and after an update.
    private static func transition(_ table: RuleTable) -> RuleForm? {
        guard table.variables.count == 2, table.variables[0].key == table.variables[1].key,
            table.variables[0].isOld != table.variables[1].isOld
        else { return nil }
        let old = table.variables[0].isOld ? 0 : 1
        var results: [Change: Bool] = [:]
        for (state, isAllowed) in zip(table.states, table.isAllowed) {
            let change = Change(from: state[old], to: state[1 - old])
            guard results.updateValue(isAllowed, forKey: change) ?? isAllowed == isAllowed else {
                return nil
            }
        }
        // A rule that only tests the presence allows other values too.
        if results[.changed] == nil { results[.changed] = results[.unchanged] }
        let allowed = Set(results.filter(\.value).keys)
        let name = table.variables[0].key
        let isFixed = results[.changed] == false && results[.unchanged] == true
        if results[.added] == nil || allowed == [.unchanged] {
            return isFixed ? .immutable(name.map(key)) : nil
        }
        switch allowed {
        case [.missing, .unchanged]: return .immutable(key(name))
        case [.missing, .added, .unchanged]: return .setOnce(key(name))
        case [.missing, .added, .unchanged, .changed]: return .notRemovable(key(name))
        case [.missing, .unchanged, .changed]: return .sameAsBefore(key(name))
        case [.missing, .removed, .unchanged, .changed]: return .notAddable(key(name))
        default: return nil
        }
    }

    /// A change of a value by an update.
    private enum Change: Hashable {
        case missing, added, removed, unchanged, changed

        init(from old: RuleTable.State, to new: RuleTable.State) {
            switch (old.isPresent, new.isPresent) {
            case (false, false): self = .missing
            case (false, true): self = .added
            case (true, false): self = .removed
            case (true, true): self = old == new ? .unchanged : .changed
            }
        }
    }

    // MARK: - Presence

    /// Returns the form of a table about the presence of fields.
    private static func presence(_ table: RuleTable) -> RuleForm? {
        let isPlain = table.states.allSatisfy { state in
            state.allSatisfy { $0 == .absent || $0 == .other(0) }
        }
        guard isPlain else { return nil }
        let keys = table.variables.map { key($0.key) }
        guard table.states.count == 1 << keys.count else { return nil }
        var results: [Int: Bool] = [:]
        var isSymmetric = true
        for (state, isAllowed) in zip(table.states, table.isAllowed) {
            let count = state.count(where: \.isPresent)
            if results.updateValue(isAllowed, forKey: count) ?? isAllowed != isAllowed {
                isSymmetric = false
            }
        }
        guard isSymmetric else { return requirement(table, keys) }
        let allowed = (0...keys.count).filter { results[$0] == true }
        guard allowed.count <= keys.count else { return nil }  // always true
        switch allowed {
        case [0]: return .forbidden(keys)
        case [keys.count]: return .required(keys)
        case [1]: return .exactlyOne(keys)
        case [0, 1]: return .atMostOne(keys)
        case [0, keys.count]: return .together(keys)
        case Array(1...keys.count): return .atLeastOne(keys)
        default: return nil
        }
    }

    /// Returns the form of a table in which one field requires all others.
    private static func requirement(_ table: RuleTable, _ keys: [String]) -> RuleForm? {
        for index in keys.indices {
            let isForm = zip(table.states, table.isAllowed).allSatisfy { state, isAllowed in
                isAllowed == (!state[index].isPresent || state.allSatisfy(\.isPresent))
            }
            if isForm {
                return .requires(keys[index], keys.indices.filter { $0 != index }.map { keys[$0] })
            }
        }
        return nil
    }

    /// Returns the form of a table in which the presence of a field depends on the value of another.
    private static func condition(_ table: RuleTable) -> RuleForm? {
        guard table.variables.count == 2 else { return nil }
        let isValue = (0...1).map { index in
            table.states.contains { state in
                if case .literal = state[index] { true } else { false }
            }
        }
        guard isValue[0] != isValue[1] else { return nil }
        let value = isValue[0] ? 0 : 1
        // The values for which the other field must be present or absent.
        var required: [RuleTable.State] = []
        var forbidden: [RuleTable.State] = []
        var values: [RuleTable.State] = []
        for (state, isAllowed) in zip(table.states, table.isAllowed) {
            if !values.contains(state[value]) { values.append(state[value]) }
            if isAllowed { continue }
            if state[1 - value].isPresent {
                forbidden.append(state[value])
            } else {
                required.append(state[value])
            }
        }
        guard table.states.contains(where: { !$0[1 - value].isPresent }) else { return nil }
        func named(_ states: [RuleTable.State]) -> Condition? {
            let texts = states.compactMap(\.literalText)
            guard texts.count == states.count, !texts.isEmpty else { return nil }
            return Condition(key: key(table.variables[value].key), values: texts)
        }
        let field = key(table.variables[1 - value].key)
        let others = values.filter { !required.contains($0) }
        if forbidden.isEmpty { return named(required).map { .requiredIf(field, $0) } }
        let allowed = values.filter { !forbidden.contains($0) }
        guard let condition = named(allowed) else { return nil }
        if required.isEmpty { return .allowedOnlyIf(field, condition) }
        return Set(others) == Set(forbidden) ? .requiredOnlyIf(field, condition) : nil
    }

    // MARK: - Lists

    /// Returns the form of `self.all(x, self.exists_one(y, x == y))`.
    private static func uniqueness(_ rule: ParsedExpression) -> RuleForm? {
        guard case .loop(let outer) = rule, outer.kind == .all, outer.range == .name("self"),
            outer.variables.count == 1, case .loop(let inner)? = outer.condition,
            inner.kind == .existsOne, inner.range == .name("self"), inner.variables.count == 1,
            inner.variables != outer.variables, let condition = inner.condition
        else { return nil }
        let names = Set([outer.variables[0], inner.variables[0]])
        var equalities = [condition]
        if case .all(let parts) = condition { equalities = parts }
        var keys: [String] = []
        for equality in equalities {
            guard case .call("_==_", target: nil, let sides) = equality else { return nil }
            switch (sides[0], sides[1]) {
            case (.name(let one), .name(let other)):
                return equalities.count == 1 && Set([one, other]) == names ? .unique([]) : nil
            case (.select(.name(let one), let name), .select(.name(let other), let otherName)):
                guard name == otherName, Set([one, other]) == names else { return nil }
                keys.append(key(name))
            default: return nil
            }
        }
        return .unique(keys)
    }
}

extension RuleTable.State {
    /// The literal in a manifest; `nil` for other states.
    fileprivate var literalText: String? {
        guard case .literal(let literal) = self else { return nil }
        switch literal {
        case .string(let text): return text
        case .int(let value): return String(value)
        case .uint(let value): return String(value)
        case .double(let value): return value.description
        default: return nil
        }
    }
}
