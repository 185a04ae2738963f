import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValidation
import CRDValues
import CRDYAML

/// The differences between two schemas of the same field, besides its Swift type and its own
/// fields.
struct SchemaComparison {
    /// A difference, without its path.
    struct Change {
        let grade: ChangeGrade
        let rule: ChangeRule
        let message: String
    }

    /// The place of the values.
    enum Place {
        /// A field, or the whole resource; `isPresent` is whether every valid object that has the
        /// field's parent has the field.
        case field(isPresent: Bool)
        /// The elements of a list; `isSet` is whether they must differ.
        case list(isSet: Bool)
        /// The values of a map.
        case map

        /// Returns the place of the elements of a list.
        static func elements(of list: Schema) -> Place {
            .list(isSet: list.keywords.rare.listType == "set")
        }
    }

    private(set) var changes: [Change] = []
    let old: Schema
    let new: Schema

    /// Compares two schemas.
    ///
    /// - Parameters:
    ///   - old: The old schema.
    ///   - new: The new schema.
    ///   - place: The place of the values.
    ///   - hasCases: Whether the values of `enum` are cases of a Swift enumeration, which are
    ///     compared elsewhere.
    ///   - hasStruct: Whether the value is a struct, whose unknown fields are compared elsewhere.
    init(_ old: Schema, _ new: Schema, in place: Place, hasCases: Bool, hasStruct: Bool) {
        self.old = old.withConstraints(of: new)
        self.new = new
        compareDefaults(place)
        compareNulls(place)
        let first = changes.count
        if !hasCases { compareValues() }
        compareTypes(hasCases)
        compareLimits()
        if !hasStruct { compareUnknownFields() }
        compareUnlisted(hasStruct)
        compareAlternatives()
        if acceptsAllOldValues { relaxChanges(from: first) }
        compareRules()
    }

    /// Whether the old schema lists its values, and the new one accepts all of them.
    private var acceptsAllOldValues: Bool {
        guard let values = old.keywords.enumeration ?? old.valuesOfType(with: new) else {
            return false
        }
        // Other types have values that are equal to an allowed one only after a conversion.
        guard [.string, .integer, .boolean].contains(old.keywords.type) else { return false }
        return values.allSatisfy { $0.isScalar && !new.rejects($0) }
    }

    /// Marks changes of constraints as compatible, because no value violates them.
    private mutating func relaxChanges(from first: Int) {
        for index in first..<changes.count where changes[index].grade == .rejected {
            let change = changes[index]
            changes[index] = Change(
                grade: .compatible,
                rule: change.rule,
                message: "\(change.message), satisfied by all old values"
            )
        }
    }

    /// Adds a difference.
    mutating func add(_ grade: ChangeGrade, _ rule: ChangeRule, _ message: String) {
        changes.append(Change(grade: grade, rule: rule, message: message))
    }

    /// Adds a difference for a constraint that was added (stricter), removed (compatible), or
    /// changed.
    mutating func compare(_ rule: ChangeRule, _ name: String, _ old: String?, _ new: String?) {
        guard old != new else { return }
        switch (old, new) {
        case (nil, nil): break
        case (nil, let new?): add(.rejected, rule, "\(name) \(new) added")
        case (let old?, nil): add(.compatible, .constraintRelaxed, "\(name) \(old) removed")
        case (let old?, let new?): add(.rejected, rule, "\(name) changed from \(old) to \(new)")
        }
    }

    private mutating func compareValues() {
        let old = old.keywords.enumeration ?? []
        let new = new.keywords.enumeration ?? []
        func list(_ values: [JSONValue]) -> String {
            values.map(\.excerpt).joined(separator: ", ")
        }
        if old.isEmpty != new.isEmpty {
            if old.isEmpty {
                add(.rejected, .valuesLimited, "values limited to \(list(new))")
            } else {
                let message = "values no longer limited to \(list(old))"
                add(.compatible, .valuesNotLimited, message)
            }
            return
        }
        let removed = old.filter { !new.contains($0) }
        let added = new.filter { !old.contains($0) }
        if !removed.isEmpty { add(.rejected, .valuesRemoved, "values removed: \(list(removed))") }
        if !added.isEmpty { add(.compatible, .valuesAdded, "values added: \(list(added))") }
    }
}

// MARK: - Types

extension SchemaComparison {
    private mutating func compareTypes(_ hasCases: Bool) {
        let (old, new) = (old.keywords, new.keywords)
        let words = (Self.word(old), Self.word(new))
        if words.0 != words.1 {
            let message = "type in manifests changed from \(words.0) to \(words.1)"
            let isAccepted = new.types.isSuperset(of: old.types)
            // The type of the values is also the raw type of a Swift enumeration.
            let grade = ChangeGrade(
                manifests: isAccepted ? .same : .rejected,
                source: hasCases ? .breaking : .same
            )
            add(grade, .typeChanged, message)
        }
        if old.type == .string, new.type == .string {
            compareFormats()
        }
        switch (old.isEmbeddedResource, new.isEmbeddedResource) {
        case (false, true):
            add(.rejected, .embeddedResource, "value must be a complete Kubernetes object now")
        case (true, false):
            let message = "value no longer has to be a complete Kubernetes object"
            let dropped = self.new.droppedObjectFields
            if dropped.isEmpty {
                add(.compatible, .constraintRelaxed, message)
            } else {
                let text = "\(message), \(dropped.listed) can be dropped"
                add(.rejected, .unknownFieldsDropped, text)
            }
        case (true, true), (false, false): break
        }
    }

    /// Compares formats; the API server accepts every text for a format that it doesn't know.
    private mutating func compareFormats() {
        let (before, after) = (old.keywords.format, new.keywords.format)
        if before != after, let after, StringFormat(name: after) == nil {
            let verb = before.map { "changed from \($0.quoted) to" } ?? "added:"
            add(.compatible, .constraintRelaxed, "format \(verb) \(after.quoted), not checked")
        } else {
            compare(.format, "format", before?.quoted, after?.quoted)
        }
    }

    private static func word(_ keywords: Schema.Keywords) -> String {
        if keywords.isIntOrString { return "integer or string" }
        return switch keywords.type {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .other(let word): "'\(word.excerpt)'"
        case nil: "any"
        }
    }

    /// Compares required keys that have no property; other required fields are compared as fields.
    private mutating func compareUnlisted(_ hasStruct: Bool) {
        if old.keywords.required.isEmpty, new.keywords.required.isEmpty { return }
        let (before, after) = (Set(old.keywords.required), Set(new.keywords.required))
        var keys = Set(new.keywords.properties.map(\.name))
        if old.keywords.isEmbeddedResource, new.keywords.isEmbeddedResource {
            // The server requires the first two, and without a struct, all three are fields.
            keys.formUnion(Schema.objectFields.prefix(hasStruct ? 2 : 3))
        }
        for key in after.subtracting(before).subtracting(keys).sorted() {
            add(.rejected, .keyRequired, "key \(key.quoted) is required now")
        }
        let oldKeys = old.keywords.properties.map(\.name)
        for key in before.subtracting(after).subtracting(keys).subtracting(oldKeys).sorted() {
            add(.compatible, .keyOptional, "key \(key.quoted) is no longer required")
        }
    }

    private mutating func compareUnknownFields() {
        guard !old.keywords.types.isDisjoint(with: [.object, .array]),
            old.storesUnknownFields != new.storesUnknownFields
        else { return }
        if new.storesUnknownFields {
            add(.compatible, .unknownFieldsKept, "unknown fields are kept now")
        } else {
            add(.rejected, .unknownFieldsDropped, "unknown fields are no longer kept")
        }
    }
}

// MARK: - Alternatives and rules

extension SchemaComparison {
    private mutating func compareAlternatives() {
        let (before, after) = (SchemaCondition.all(of: old), SchemaCondition.all(of: new))
        let isKnown = after.map { $0.allowsAll(of: before, besides: old.ownParts) }
        // Such as a condition that is split in two.
        if !isKnown.contains(false), before.allSatisfy({ $0.allowsAll(of: after) }) { return }
        let added = zip(after, isKnown).filter { condition, _ in
            !before.contains(where: condition.isEqual)
        }
        let removed = before.filter { !after.contains(where: $0.isEqual) }
        let presence = FieldPresence(old, new)
        for (condition, isKnown) in added {
            let replaced = added.count == 1 && removed.count == 1 ? removed.first : nil
            let known = before.first(where: condition.hasKeyword) ?? replaced
            let change = known.map(condition.change) ?? "added: \(condition.text)"
            if before.contains(where: { condition.allowsAll(of: [$0]) }) {
                add(.compatible, .constraintRelaxed, "condition relaxed: \(condition.text)")
            } else if isKnown || presence.satisfies(condition.schema) {
                let text = "condition \(change), \(Self.isSatisfied)"
                add(.compatible, .conditionAdded, text)
            } else {
                add(.rejected, .conditionAdded, "condition \(change)")
            }
        }
        // A changed condition is reported as an added one.
        guard added.isEmpty else { return }
        for condition in removed {
            add(.compatible, .conditionRemoved, "condition removed: \(condition.text)")
        }
    }

    private static let isSatisfied = "satisfied by all old objects"

    private mutating func compareRules() {
        let before = old.keywords.rare.validations.map { ComparedRule($0) }
        let after = new.keywords.rare.validations.map { ComparedRule($0) }
        if before == after { return }
        let (known, kept) = (Set(before), Set(after))
        let removed = before.filter { !kept.contains($0) }
        let added = after.filter { !known.contains($0) }
        let excerpts = (removed + added).map(\.text.quoted)
        // Rules of one field often begin with the same words, and only the rest distinguishes them.
        func name(_ rule: ComparedRule) -> String {
            let excerpt = rule.text.quoted
            return excerpts.count { $0 == excerpt } == 1 ? excerpt : "'\(rule.text)'"
        }
        for rule in removed { add(.compatible, .ruleRemoved, "rule \(name(rule)) removed") }
        let presence = FieldPresence(old, new)
        for rule in added {
            let text = "rule \(name(rule)) added"
            if rule.isSatisfied(by: presence) {
                add(.compatible, .ruleAdded, "\(text), \(Self.isSatisfied)")
            } else {
                add(.rejected, .ruleAdded, text)
            }
        }
    }
}

extension Schema {
    /// The fields of complete Kubernetes objects that the server drops, at least in part, because the
    /// schema doesn't list them.
    fileprivate var droppedObjectFields: [String] {
        if storesUnknownFields { return [] }
        return ["apiVersion", "kind", "metadata"].filter { key in
            guard let field = keywords.properties.first(where: { $0.name == key })?.schema else {
                return keywords.unlistedValue == nil
            }
            return key == "metadata" && !field.storesUnknownFields
        }
    }

    /// Returns all values of the type; `nil` if there are many, or if the new schema also gets null.
    fileprivate func valuesOfType(with new: Schema) -> [JSONValue]? {
        let canBeNull = keywords.isNullable && new.keywords.isNullable
        return keywords.type == .boolean && !canBeNull ? [.boolean(false), .boolean(true)] : nil
    }
}

extension JSONValue {
    /// Whether the value is a Boolean, a number, or a string.
    fileprivate var isScalar: Bool {
        switch self {
        case .boolean, .number, .string: true
        case .null, .array, .object: false
        }
    }

    /// The value as JSON, shortened if it is long.
    var excerpt: String { jsonText.excerpt }
}

extension String {
    /// The text in quotes, shortened if it is long.
    var quoted: String { "'\(excerpt)'" }
}
