import CRDCatalog
import CRDPages
import CRDSchema
import KubernetesCEL

/// The fields that objects of an old schema have when a new schema validates them.
///
/// Rules and conditions that come with a new field often depend only on the presence of fields, such
/// as `!has(self.added) || has(self.other)`. Objects that are valid by the old schema satisfy them, if
/// they are satisfied without the new field, whichever of the other fields an object has.
struct FieldPresence {
    private let old: Schema
    private let new: Schema

    /// The fields whose presence is tried, by the name of the variable and the keys.
    typealias Assignment = [[String]: Bool]

    /// Creates the presence of the fields of objects with a changed schema.
    init(_ old: Schema, _ new: Schema) {
        self.old = old
        self.new = new
    }

    /// Returns whether all old objects satisfy a CEL rule.
    func satisfies(_ rule: ParsedExpression) -> Bool {
        var fields: Set<[String]> = []
        collect(rule, into: &fields)
        return holds(for: fields) { evaluate(rule, $0, [:]) == .bool(true) }
    }

    /// Returns whether all old objects satisfy a condition, a schema with alternatives.
    ///
    /// They satisfy the old conditions. So in `oneOf`, an alternative for a new field can be added.
    func satisfies(_ condition: Schema) -> Bool {
        var fields: Set<[String]> = []
        guard collect(condition, into: &fields) else { return false }
        let known = SchemaCondition.all(of: old).map(\.schema).filter { condition in
            var others: Set<[String]> = []
            return collect(condition, into: &others) && others.isSubset(of: fields)
                && others.allSatisfy(isKept)
        }
        return holds(for: fields) { assignment in
            !known.allSatisfy { satisfies($0, assignment) } || satisfies(condition, assignment)
        }
    }

    /// Returns whether an object has a field of its own for the new schema if, and only if, it had the
    /// field for the old one.
    private func isKept(_ field: [String]) -> Bool {
        guard field.count == 2, !Self.fieldsOfObjects.contains(field[1]),
            let before = old.property(field[1]), let after = new.property(field[1])
        else { return false }
        return before.usableDefault == nil && after.usableDefault == nil
            && before.keywords.isNullable == after.keywords.isNullable
    }

    /// The maximum number of fields whose presence is tried, which limits the time.
    private static let mostFields = 8

    /// Returns whether a condition is true for every presence of some fields.
    private func holds(for fields: Set<[String]>, _ condition: (Assignment) -> Bool) -> Bool {
        let unknown = fields.filter { presence(of: $0) == nil }
        guard unknown.count <= Self.mostFields else { return false }
        let known = fields.compactMap { field in presence(of: field).map { (field, $0) } }
        return (0..<1 << unknown.count).allSatisfy { number in
            var assignment = Dictionary(uniqueKeysWithValues: known)
            for (index, field) in unknown.enumerated() {
                assignment[field] = number >> index & 1 == 1
            }
            return condition(assignment)
        }
    }

    /// The fields that whole objects can have or lack independent of the schema.
    private static let fieldsOfObjects: Set<String> = ["apiVersion", "kind", "metadata", "status"]

    /// Returns whether old objects have a field, if the objects around it exist; `nil` if only some
    /// of them may have it.
    private func presence(of field: [String]) -> Bool? {
        var (before, after) = (old, new)
        let keys = field.dropFirst()
        if let key = keys.first, Self.fieldsOfObjects.contains(key) { return nil }
        for key in keys.dropLast() {
            guard let inner = before.property(key), let other = after.property(key),
                other.usableDefault == nil
            else { return nil }
            (before, after) = (inner, other)
        }
        guard let key = keys.last, let other = after.property(key) else { return nil }
        // For rules, a field that is null is missing.
        if other.keywords.isNullable { return nil }
        if other.usableDefault != nil { return true }
        if let inner = before.property(key) {
            let isRequired = before.keywords.required.contains(key) && !inner.keywords.isNullable
            return isRequired && inner.usableDefault == nil ? true : nil
        }
        return before.keywords.unlistedValue == nil && !before.storesUnknownFields ? false : nil
    }
}

// MARK: - Conditions

extension FieldPresence {
    /// Adds the fields of a condition; returns `false` if it depends on more than their presence.
    private func collect(_ condition: Schema, into fields: inout Set<[String]>) -> Bool {
        let keywords = condition.keywords
        var others = keywords.withoutConditions
        others.required = []
        guard others.isEmpty else { return false }
        fields.formUnion(keywords.required.map { ["self", $0] })
        return condition.alternatives.allSatisfy { collect($0, into: &fields) }
    }

    private func satisfies(_ condition: Schema, _ assignment: Assignment) -> Bool {
        let rare = condition.keywords.rare
        func isSatisfied(_ schema: Schema) -> Bool { satisfies(schema, assignment) }
        return condition.keywords.required.allSatisfy { assignment[["self", $0]] == true }
            && rare.allOf.allSatisfy(isSatisfied)
            && (rare.anyOf.isEmpty || rare.anyOf.contains(where: isSatisfied))
            && (rare.oneOf.isEmpty || rare.oneOf.count(where: isSatisfied) == 1)
            && !(rare.not.map(isSatisfied) ?? false)
    }
}

extension Schema {
    /// The schemas of `allOf`, `anyOf`, `oneOf`, and `not`.
    var alternatives: [Schema] {
        let rare = keywords.rare
        return rare.allOf + rare.anyOf + rare.oneOf + (rare.not.map { [$0] } ?? [])
    }
}
