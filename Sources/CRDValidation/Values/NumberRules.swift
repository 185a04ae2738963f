import CRDRuntime

/// The server's rules for the limits of numbers (kube-openapi, pkg/validation/validate, values.go).
enum NumberRules {
    /// Returns whether a schema has limits for numbers.
    static func isLimiting(_ keywords: Schema.Keywords) -> Bool {
        keywords.rare.multipleOf != nil || keywords.rare.maximum != nil
            || keywords.rare.minimum != nil
    }

    /// Returns the server's messages about a number.
    ///
    /// - Parameters:
    ///   - number: The number.
    ///   - name: The name of the field.
    ///   - keywords: The keywords of its schema.
    /// - Returns: The messages, with the value that each shows.
    static func messages(
        about number: GoNumber,
        named name: String,
        _ keywords: Schema.Keywords
    ) -> [String] {
        var messages: [String] = []
        func add(_ detail: String) {
            let value = GoText.badValue(.number(number.shown))
            messages.append("Invalid value: \(value): \(name) in body \(detail)")
        }
        if let factor = keywords.rare.multipleOf?.double {
            if case .integer = number, keywords.type == .number, int64(factor) <= 0 {
                // The server truncates the factor for an integer, unless the type is one.
                let factor = int64(factor)
                messages.append(
                    "Invalid value: \(factor): factor MultipleOf declared for \(name) must be "
                        + "positive: \(factor)"
                )
            } else if !isMultiple(number, of: factor, keywords.type) {
                add("should be a multiple of \(GoText.number(factor))")
            }
        }
        if let limit = keywords.rare.maximum?.double,
            !isBelow(number, limit, isExclusive: keywords.exclusiveMaximum)
        {
            let words = keywords.exclusiveMaximum ? "less than" : "less than or equal to"
            add("should be \(words) \(text(of: limit, for: number))")
        }
        if let limit = keywords.rare.minimum?.double,
            !isAbove(number, limit, isExclusive: keywords.exclusiveMinimum)
        {
            let words = keywords.exclusiveMinimum ? "greater than" : "greater than or equal to"
            add("should be \(words) \(text(of: limit, for: number))")
        }
        return messages
    }

    /// Returns the text of a limit.
    ///
    /// For an integer, the server truncates the limit.
    private static func text(of limit: Double, for number: GoNumber) -> String {
        switch number {
        case .integer: String(int64(limit))
        case .float: GoText.number(limit)
        }
    }

    private static func isBelow(_ number: GoNumber, _ limit: Double, isExclusive: Bool) -> Bool {
        switch number {
        case .integer(let value): isExclusive ? value < int64(limit) : value <= int64(limit)
        case .float(let value): isExclusive ? value < limit : value <= limit
        }
    }

    private static func isAbove(_ number: GoNumber, _ limit: Double, isExclusive: Bool) -> Bool {
        switch number {
        case .integer(let value): isExclusive ? value > int64(limit) : value >= int64(limit)
        case .float(let value): isExclusive ? value > limit : value >= limit
        }
    }

    private static func isMultiple(
        _ number: GoNumber,
        of factor: Double,
        _ type: Schema.Kind?
    ) -> Bool {
        let isTruncated = type == .number || factor == factor.rounded()
        switch number {
        case .integer(let value) where int64(factor) > 0 && isTruncated:
            return value % int64(factor) == 0
        case .integer, .float:
            guard factor > 0 else { return false }
            let value = number.double
            return isInteger(factor < 1 ? 1 / factor * value : value / factor)
        }
    }

    /// Converts a number as Go does: on amd64, a number that does not fit becomes the smallest
    /// integer.
    static func int64(_ value: Double) -> Int64 {
        Int64(exactly: value.rounded(.towardZero)) ?? .min
    }

    /// Whether a float64 is treated as an integer (go-openapi/swag, `IsFloat64AJSONInteger`): up to
    /// 2^53, with a relative error below 1e-9.
    static func isInteger(_ value: Double) -> Bool {
        guard value.isFinite, value.magnitude <= 0x1p53 - 1 else { return false }
        let whole = value.rounded(.towardZero)
        if value == whole { return true }
        // Go converts a negative number to an unsigned one, which gives a wrong value.
        guard whole != 0, value > 0 else { return false }
        return (value - whole).magnitude / (value.magnitude + whole.magnitude) < 1e-9
    }
}

extension GoNumber {
    /// The number as a float64.
    var double: Double {
        switch self {
        case .integer(let value): Double(value)
        case .float(let value): value
        }
    }

    /// The number in messages.
    ///
    /// A float remains a float.
    fileprivate var shown: JSONNumber {
        switch self {
        case .integer(let value): JSONNumber(value)
        case .float(let value): JSONNumber(uncheckedText: GoText.number(value))
        }
    }
}
