import CRDSchema

/// The scalars that a rule of the configuration applies to, by keywords that don't change their
/// generated type.
enum ScalarSubject: Equatable {
    /// Quantities such as `500Mi` (`resource.Quantity` of apimachinery).
    case quantity
    /// Durations such as `1m30s` (`time.Duration` of Go, `metav1.Duration` of apimachinery).
    case goDuration
    /// Scalars with some keywords; a keyword that is `nil` can have any value.
    case keywords(type: Schema.Kind?, isIntOrString: Bool, format: String?, pattern: String?)

    /// Creates the subject of a rule with a schema; `nil` if the type that is generated for the
    /// schema identifies it.
    init?(_ schema: Schema) {
        let keywords = schema.keywords
        guard schema.isScalar, keywords.enumeration == nil else { return nil }
        let hasOwnType = ["date-time", "byte", "int32", "int-or-string"].contains(keywords.format)
        let format = hasOwnType ? nil : keywords.format
        guard format != nil || keywords.rare.pattern != nil else { return nil }
        self = .keywords(
            type: keywords.type,
            isIntOrString: keywords.isIntOrString,
            format: keywords.format,
            pattern: keywords.rare.pattern
        )
    }

    /// Whether a schema is one of these scalars.
    func matches(_ schema: Schema) -> Bool {
        guard schema.isScalar else { return false }
        let keywords = schema.keywords
        switch self {
        case .quantity:
            return keywords.rare.pattern == Self.quantityPattern
        case .goDuration:
            guard keywords.type == .string else { return false }
            return keywords.format == "duration"
                || keywords.rare.pattern.map(Self.isGoDuration) ?? false
        case .keywords(let type, let isIntOrString, let format, let pattern):
            return (type == nil || keywords.type == type)
                && (!isIntOrString || keywords.isIntOrString)
                && (format == nil || keywords.format == format)
                && (pattern == nil || keywords.rare.pattern == pattern)
        }
    }
}

extension ScalarSubject {
    /// The pattern that controller-gen writes for `resource.Quantity`.
    private static let quantityPattern =
        #"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))"#
        + #"(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$"#

    /// The words in a pattern of Go durations: units, `\d`, and the `\` before a period.
    private static let durationWords: Set<Substring> = [
        "ns", "us", "µs", "μs", "ms", "s", "m", "h", #"\d"#, #"\"#,
    ]

    /// Whether a pattern is that of Go durations: its only words are units, among them at least two
    /// of hours, minutes, and seconds, and no number is without a unit.
    ///
    /// There is no common pattern. CRDs have `^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$`,
    /// `^([0-9]{1,5}(h|m|s|ms)){1,4}$`, and others. One unit is not sufficient, because `^[0-9]+m$`
    /// is also the pattern of millicores.
    private static func isGoDuration(_ pattern: String) -> Bool {
        guard pattern.hasPrefix("^"), pattern.hasSuffix("$") else { return false }
        let words = Set(pattern.split { !$0.isLetter && $0 != #"\"# })
        // Without the units, `(ms|s)?` is `()?`.
        let isUnitOptional = pattern.filter { !$0.isLetter && $0 != "|" }.contains("()?")
        return words.isSubset(of: durationWords) && words.intersection(["s", "m", "h"]).count > 1
            && !isUnitOptional
    }
}

extension Schema {
    /// Whether values are strings, numbers, or Booleans, or of any type.
    fileprivate var isScalar: Bool {
        if !objectProperties.isEmpty || keywords.isEmbeddedResource { return false }
        if keywords.isIntOrString { return true }
        switch keywords.type {
        case .string, .integer, .number, .boolean: return true
        case .object, .array, .other: return false
        case nil: return keywords.items == nil && keywords.additionalProperties == nil
        }
    }
}
