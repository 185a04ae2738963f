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

        /// A count; 0 as a minimum is no limit.
        init?(_ count: Int?, isLeast: Bool) {
            guard let count, !isLeast || count > 0 else { return nil }
            number = Double(count)
            text = String(count)
        }
    }

    /// Compares ranges of numbers.
    mutating func compareNumbers() {
        let (old, new) = (old.keywords, new.keywords)
        compare(
            .minimum,
            "minimum",
            Limit(old.rare.minimum, isExclusive: old.exclusiveMinimum),
            Limit(new.rare.minimum, isExclusive: new.exclusiveMinimum),
            isLeast: true
        )
        compare(
            .maximum,
            "maximum",
            Limit(old.rare.maximum, isExclusive: old.exclusiveMaximum),
            Limit(new.rare.maximum, isExclusive: new.exclusiveMaximum),
            isLeast: false
        )
        compareMultiples()
    }

    /// Compares factors; a multiple of a number is also a multiple of its divisors.
    private mutating func compareMultiples() {
        let (old, new) = (old.keywords.rare.multipleOf, new.keywords.rare.multipleOf)
        if let old, let new, new.double != 0, old != new,
            old.double.truncatingRemainder(dividingBy: new.double) == 0
        {
            let message = "multipleOf changed from \(old.shortText) to \(new.shortText)"
            add(.compatible, .constraintRelaxed, message)
        } else {
            compare(.multipleOf, "multipleOf", old?.shortText, new?.shortText)
        }
    }

    /// Compares the limits of the lengths of strings, lists, and objects.
    mutating func compareCounts() {
        let keys = old.keywords.fieldCounts
        let (old, new) = (old.keywords.rare, new.keywords.rare)
        let least = [
            (ChangeRule.minLength, "minLength", old.minLength, new.minLength),
            (.minItems, "minItems", old.minItems, new.minItems),
            (.minProperties, "minProperties", old.minProperties, new.minProperties),
        ]
        for (rule, name, old, new) in least {
            let isFulfilled = rule == .minProperties && new ?? 0 <= keys.lowerBound
            compare(
                rule,
                name,
                Limit(old, isLeast: true),
                Limit(new, isLeast: true),
                isLeast: true,
                isFulfilled: isFulfilled
            )
        }
        let most = [
            (ChangeRule.maxLength, "maxLength", old.maxLength, new.maxLength),
            (.maxItems, "maxItems", old.maxItems, new.maxItems),
            (.maxProperties, "maxProperties", old.maxProperties, new.maxProperties),
        ]
        for (rule, name, old, new) in most {
            let isFulfilled = rule == .maxProperties && new ?? .max >= keys.upperBound
            compare(
                rule,
                name,
                Limit(old, isLeast: false),
                Limit(new, isLeast: false),
                isLeast: false,
                isFulfilled: isFulfilled
            )
        }
    }

    private mutating func compare(
        _ rule: ChangeRule,
        _ name: String,
        _ old: Limit?,
        _ new: Limit?,
        isLeast: Bool,
        isFulfilled: Bool = false
    ) {
        if old == nil, isFulfilled, let new {
            return add(
                .compatible,
                .constraintRelaxed,
                "\(name) \(new.text) added, always fulfilled"
            )
        }
        guard let old, let new else {
            compare(rule, name, old?.text, new?.text)
            return
        }
        let difference = new.number - old.number
        guard difference != 0 || old.isExclusive != new.isExclusive else { return }
        let isHigher = difference == 0 ? new.isExclusive == isLeast : difference > 0
        let verb = isHigher ? "raised" : "lowered"
        let message = "\(name) \(verb) from \(old.text) to \(new.text)"
        let isStricter = isHigher == isLeast && !isFulfilled
        add(isStricter ? .rejected : .compatible, isStricter ? rule : .constraintRelaxed, message)
    }

    /// Compares patterns.
    mutating func compareTexts() {
        func pattern(_ schema: Schema) -> String? {
            schema.keywords.rare.pattern.flatMap { $0.isEmpty ? nil : $0.quoted }
        }
        compare(.pattern, "pattern", pattern(old), pattern(new))
    }

    /// Compares the constraints on elements of lists, and the merge strategy of lists and maps.
    mutating func compareLists() {
        switch (old.keywords.uniqueItems, new.keywords.uniqueItems) {
        case (false, true): add(.rejected, .uniqueItems, "uniqueItems added")
        case (true, false): add(.compatible, .constraintRelaxed, "uniqueItems removed")
        case (true, true), (false, false): break
        }
        let (old, new) = (old.keywords.rare, new.keywords.rare)
        let types = (old.listType ?? "atomic", new.listType ?? "atomic")
        if types.0 != types.1 || old.listMapKeys != new.listMapKeys {
            let message = "list type changed from \(Self.list(old)) to \(Self.list(new))"
            // Elements of sets and maps must differ; with more keys, fewer elements are equal.
            let isRelaxed =
                types.1 == "atomic"
                || types == ("map", "map") && Set(old.listMapKeys).isSubset(of: new.listMapKeys)
            add(
                isRelaxed ? .compatible : .rejected,
                isRelaxed ? .constraintRelaxed : .listType,
                message
            )
        }
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

extension Schema.Keywords {
    /// The possible numbers of fields in a valid object.
    fileprivate var fieldCounts: ClosedRange<Int> {
        let isOpen = preservesUnknownFields || isEmbeddedResource || additionalProperties != nil
        let least = Set(required).count
        return least...(isOpen ? .max : max(least, properties.count))
    }
}

extension JSONNumber {
    /// The number, without the `.0` that some CRDs add to whole numbers.
    fileprivate var shortText: String { integer.map { String($0) } ?? text }
}
