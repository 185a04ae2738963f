import CRDRuntime
import CRDSchema
import KubernetesCEL

extension Schema {
    /// Returns whether a valid value can become invalid if the API server stores another valid value
    /// for a field in it, adds the field, or drops it.
    ///
    /// The constraints of the values around the field decide: rules that read it, limits of the
    /// number of fields, `enum`, alternatives such as `anyOf`, and the keys of lists.
    ///
    /// - Parameter path: The keys of the field, with `nil` for each step into a list or map.
    /// - Returns: Whether a constraint of the schema, or of a schema in it, depends on the field.
    func constrainsField(_ path: ArraySlice<String?>) -> Bool {
        constraint(onField: path) != nil
    }

    /// Returns the constraint that depends on a field, as for ``constrainsField(_:)``.
    ///
    /// - Parameter path: The keys of the field, with `nil` for each step into a list or map.
    /// - Returns: The outermost constraint in words, such as `'maxProperties'`; `nil` if there is none.
    func constraint(onField path: ArraySlice<String?>) -> String? {
        if hasRule(reading: path) { return "a CEL rule" }
        guard let step = path.first else { return nil }
        if keywords.enumeration != nil { return "'enum'" }
        if hasAlternative(reading: path) { return "'allOf', 'anyOf', 'oneOf', or 'not'" }
        if path.count == 1, limitsFieldCount {
            return keywords.rare.maxProperties == nil ? "'minProperties'" : "'maxProperties'"
        }
        let rest = path.dropFirst()
        if let key = step { return property(key)?.constraint(onField: rest) }
        switch elements {
        case .values(let values): return values.constraint(onField: rest)
        case .items(let items):
            return hasKey(in: rest)
                ? "'x-kubernetes-list-type'" : items.constraint(onField: rest)
        case nil: return nil
        }
    }

    /// Returns whether elements of a list must differ in a field of them.
    private func hasKey(in path: ArraySlice<String?>) -> Bool {
        switch keywords.rare.listType {
        case "set": true
        case "map": path.first.flatMap(\.self).map(keywords.rare.listMapKeys.contains) ?? true
        default: false
        }
    }

    private var limitsFieldCount: Bool {
        keywords.rare.minProperties ?? 0 > 0 || keywords.rare.maxProperties != nil
    }

    /// Returns whether a CEL rule of the schema reads a field.
    ///
    /// The API server checks defaults with the rules of their own schema, except for the rules that
    /// compare with the old value.
    private func hasRule(reading path: ArraySlice<String?>) -> Bool {
        let keys = path.compactMap(\.self)[...]
        return keywords.rare.validations.contains { rule in
            guard let expression = ParsedExpression(rule.rule) else { return true }
            let fields = ReadFields(expression)
            return fields.contains(keys) && (!path.isEmpty || fields.readsOldValue)
        }
    }

    /// Returns whether `enum` or an alternative of the schema depends on a field.
    private func hasAlternative(reading path: ArraySlice<String?>) -> Bool {
        if keywords.enumeration != nil { return true }
        return alternatives.contains { $0.isAlternative(reading: path) }
    }

    /// Returns whether the schema, which is in an alternative, depends on a field.
    private func isAlternative(reading path: ArraySlice<String?>) -> Bool {
        guard let step = path.first else { return true }
        if hasAlternative(reading: path) || path.count == 1 && limitsFieldCount { return true }
        if let key = step {
            return keywords.required.contains(key)
                || property(key)?.isAlternative(reading: path.dropFirst()) == true
        }
        // A value of a map can have each of the keys.
        let fields = keywords.properties.map(\.schema) + [keywords.items].compactMap(\.self)
        return !keywords.required.isEmpty
            || fields.contains { $0.isAlternative(reading: path.dropFirst()) }
    }
}

extension Schema {
    /// Returns the schema of a field; `nil` if it isn't listed.
    func property(_ key: String) -> Schema? {
        keywords.properties.first { $0.name == key }?.schema
    }
}
