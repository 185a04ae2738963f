import CRDCatalog
import CRDRuntime
import CRDSchema
import CRDValues

extension SchemaComparison {
    /// The end of a range.
    private struct Limit {
        let number: Double
        var text: String
        var isExclusive = false

        init?(_ number: JSONNumber?, isExclusive: Bool) {
            guard let number else { return nil }
            self.number = number.double
            self.isExclusive = isExclusive
            let text = number.integer.map { String($0) } ?? number.text
            self.text = isExclusive ? "\(text) (exclusive)" : text
        }

        /// Returns the first or last whole number of the range; `nil` if it has too many digits.
        func whole(isLeast: Bool) -> Double? {
            guard number.magnitude < 1e15 else { return nil }
            let rounded = number.rounded(isLeast ? .up : .down)
            if rounded != number || !isExclusive { return rounded }
            return isLeast ? rounded + 1 : rounded - 1
        }

        /// A count; 0 as a minimum is no limit.
        init?(_ count: Int?, isLeast: Bool) {
            guard let count, !isLeast || count > 0 else { return nil }
            number = Double(count)
            text = String(count)
        }
    }

    /// Compares the limits of the types that values can have in both schemas; the server ignores
    /// limits of other types.
    mutating func compareLimits() {
        let types = old.keywords.types.intersection(new.keywords.types)
        if !types.isDisjoint(with: [.integer, .number]) { compareNumbers() }
        compareCounts(types)
        if types.contains(.string) { compareTexts() }
        if types.contains(.array) { compareLists() }
        if types.contains(.object) { compareMapTypes() }
    }

    /// Compares ranges of numbers.
    private mutating func compareNumbers() {
        let (old, new) = (old.keywords, new.keywords)
        let least = (
            Limit(old.rare.minimum, isExclusive: old.exclusiveMinimum),
            Limit(new.rare.minimum, isExclusive: new.exclusiveMinimum)
        )
        let most = (
            Limit(old.rare.maximum, isExclusive: old.exclusiveMaximum),
            Limit(new.rare.maximum, isExclusive: new.exclusiveMaximum)
        )
        let isWhole = old.type == .integer
        if !Self.areSame(least, isLeast: true, isWhole: isWhole) {
            compare(.minimum, "minimum", least.0, least.1, isLeast: true)
        }
        if !Self.areSame(most, isLeast: false, isWhole: isWhole) {
            compare(.maximum, "maximum", most.0, most.1, isLeast: false)
        }
        compareMultiples()
    }

    /// Returns whether two limits allow the same whole numbers, such as a minimum of 1 and an
    /// exclusive minimum of 0.
    private static func areSame(
        _ limits: (Limit?, Limit?),
        isLeast: Bool,
        isWhole: Bool
    ) -> Bool {
        guard isWhole, let old = limits.0, let new = limits.1 else { return false }
        guard let before = old.whole(isLeast: isLeast) else { return false }
        return before == new.whole(isLeast: isLeast)
    }

    /// Compares factors; a multiple of a number is also a multiple of its divisors.
    private mutating func compareMultiples() {
        let (old, new) = (old.keywords.rare.multipleOf, new.keywords.rare.multipleOf)
        if let old, let new, new.double != 0, old != new,
            old.double.truncatingRemainder(dividingBy: new.double) == 0
        {
            let message = "multipleOf changed from \(old.shortText) to \(new.shortText)"
            add(.compatible, .constraintRelaxed, message)
        } else if old == nil, new?.double == 1, self.old.keywords.type == .integer {
            add(.compatible, .constraintRelaxed, "multipleOf 1 added, always satisfied")
        } else {
            compare(.multipleOf, "multipleOf", old?.shortText, new?.shortText)
        }
    }

    /// Compares the limits of the lengths of strings, lists, and objects.
    private mutating func compareCounts(_ types: Set<Schema.Kind>) {
        let keys = Self.fieldCounts(old, new)
        let (old, new) = (old.keywords.rare, new.keywords.rare)
        let least = [
            (
                Schema.Kind.string, ChangeRule.minLength, "minLength", old.minLength,
                new.minLength
            ),
            (.array, .minItems, "minItems", old.minItems, new.minItems),
            (.object, .minProperties, "minProperties", old.minProperties, new.minProperties),
        ]
        for (type, rule, name, old, new) in least where types.contains(type) {
            let isSatisfied = rule == .minProperties && new ?? 0 <= keys.lowerBound
            compare(
                rule,
                name,
                Limit(old, isLeast: true),
                Limit(new, isLeast: true),
                isLeast: true,
                isSatisfied: isSatisfied
            )
        }
        let most = [
            (
                Schema.Kind.string, ChangeRule.maxLength, "maxLength", old.maxLength,
                new.maxLength
            ),
            (.array, .maxItems, "maxItems", old.maxItems, new.maxItems),
            (.object, .maxProperties, "maxProperties", old.maxProperties, new.maxProperties),
        ]
        for (type, rule, name, old, new) in most where types.contains(type) {
            let isSatisfied = rule == .maxProperties && new ?? .max >= keys.upperBound
            compare(
                rule,
                name,
                Limit(old, isLeast: false),
                Limit(new, isLeast: false),
                isLeast: false,
                isSatisfied: isSatisfied
            )
        }
    }

    /// Returns the possible numbers of fields in a valid old object when the new schema validates it,
    /// with the defaults of that.
    private static func fieldCounts(_ old: Schema, _ new: Schema) -> ClosedRange<Int> {
        let keywords = old.keywords
        let isOpen =
            keywords.preservesUnknownFields || keywords.isEmbeddedResource
            || keywords.additionalProperties != nil
        let filled = new.keywords.properties.filter { $0.schema.usableDefault != nil }.map(\.name)
        let present = Set(keywords.required + filled)
        let possible = present.union(keywords.properties.map(\.name))
        return present.count...(isOpen ? .max : possible.count)
    }

    private mutating func compare(
        _ rule: ChangeRule,
        _ name: String,
        _ old: Limit?,
        _ new: Limit?,
        isLeast: Bool,
        isSatisfied: Bool = false
    ) {
        if old == nil, isSatisfied, let new {
            return add(
                .compatible,
                .constraintRelaxed,
                "\(name) \(new.text) added, always satisfied"
            )
        }
        guard let old, let new else {
            compare(rule, name, old?.text, new?.text)
            return
        }
        let difference = new.number - old.number
        guard difference != 0 || old.isExclusive != new.isExclusive else { return }
        let isHigher = difference == 0 ? new.isExclusive == isLeast : difference > 0
        let verb = difference == 0 ? "changed" : isHigher ? "raised" : "lowered"
        let message = "\(name) \(verb) from \(old.text) to \(new.text)"
        let isStricter = isHigher == isLeast && !isSatisfied
        add(isStricter ? .rejected : .compatible, isStricter ? rule : .constraintRelaxed, message)
    }

    /// Compares patterns.
    private mutating func compareTexts() {
        func pattern(_ schema: Schema) -> String? {
            schema.keywords.rare.pattern.flatMap { $0.isEmpty ? nil : $0 }
        }
        let (before, after) = (pattern(old), pattern(new))
        if let before, let after, before != after,
            PatternAlternatives.includes(after, allOf: before)
        {
            let message = "pattern changed from \(before.quoted) to \(after.quoted)"
            add(.compatible, .constraintRelaxed, "\(message), which has more alternatives")
        } else {
            compare(.pattern, "pattern", before?.quoted, after?.quoted)
        }
    }

    /// Compares the constraints on elements of lists, and their merge strategy.
    private mutating func compareLists() {
        switch (old.keywords.uniqueItems, new.keywords.uniqueItems) {
        case (false, true): add(.rejected, .uniqueItems, "uniqueItems added")
        case (true, false): add(.compatible, .constraintRelaxed, "uniqueItems removed")
        case (true, true), (false, false): break
        }
        let (old, new) = (old.keywords.rare, new.keywords.rare)
        let types = (old.listType ?? "atomic", new.listType ?? "atomic")
        let (before, after) = (Set(old.listMapKeys), Set(new.listMapKeys))
        if types.0 == types.1, before == after { return }
        let message =
            types.0 == types.1
            ? "list map keys changed from \(old.listMapKeys.listed) to \(new.listMapKeys.listed)"
            : "list type changed from \(Self.list(old)) to \(Self.list(new))"
        // Elements of sets and maps must differ; with more keys, fewer elements are equal.
        let isRelaxed =
            types.1 == "atomic" || types == ("map", "map") && before.isSubset(of: after)
        add(
            isRelaxed ? .compatible : .rejected,
            isRelaxed ? .constraintRelaxed : .listType,
            message
        )
    }

    /// Compares the merge strategies of objects.
    private mutating func compareMapTypes() {
        let (old, new) = (old.keywords.rare, new.keywords.rare)
        if (old.mapType ?? "granular") != (new.mapType ?? "granular") {
            let message =
                "map type changed from '\(old.mapType ?? "granular")' to "
                + "'\(new.mapType ?? "granular")'"
            add(.compatible, .mapTypeChanged, message)
        }
    }

    private static func list(_ schema: Schema.Keywords.Rare) -> String {
        let keys =
            schema.listMapKeys.isEmpty
            ? "" : " by \(schema.listMapKeys.map { "'\($0)'" }.joined(separator: ", "))"
        return "'\(schema.listType ?? "atomic")'\(keys)"
    }
}

extension JSONNumber {
    /// The number, without the `.0` that some CRDs add to whole numbers.
    fileprivate var shortText: String { integer.map { String($0) } ?? text }
}
