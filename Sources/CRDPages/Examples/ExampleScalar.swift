import CRDGeneratorCore
import CRDRegularExpressions
import CRDSchema
import CRDValues

/// Creates scalars that a schema allows: its default, allowed value, or example if it has one, or
/// else a placeholder within its limits.
struct ExampleScalar {
    /// The values in the schema: `default`, the values of `enum`, `example`.
    var presets: [JSONValue] { limits.presets }
    private let limits: ExampleLimits
    private let key: String
    private let number: Int

    /// Creates scalars for a property.
    ///
    /// - Parameters:
    ///   - schema: The schema of the property.
    ///   - others: Additional schemas of the value.
    ///   - key: The name of the property, from which placeholders are derived.
    ///   - number: The index of the value, from 0, if several values must differ.
    init(_ schema: Schema, and others: [Schema] = [], key: String, number: Int = 0) {
        limits = ExampleLimits(schema, and: others)
        self.key = key
        self.number = number
    }

    /// The value from the schema, if there is one; a different one for each index if possible.
    var preset: JSONValue? {
        // Not `nil` here, which is a `JSONValue` too.
        presets.isEmpty ? Optional.none : presets[number % presets.count]
    }

    /// A string with the format, length, and pattern of the schema.
    var string: String { string(of: nil) }

    /// A timestamp.
    var dateTime: String { string(of: "date-time") }

    /// Bytes in base64.
    var base64: String { string(of: "byte") }

    var boolean: Bool {
        let values = presets.compactMap { preset -> Bool? in
            if case .boolean(let value) = preset { value } else { nil }
        }
        return values.isEmpty ? number % 2 == 1 : values[number % values.count]
    }

    /// 1, or the number nearest to it within the limits.
    var integer: Int {
        let numbers = presets.compactMap { preset -> Int? in
            if case .number(let number) = preset { number.integer } else { nil }
        }
        if !numbers.isEmpty { return numbers[number % numbers.count] }
        return Int(exactly: placeholderNumber(isWhole: true).rounded(.up)) ?? 1
    }

    /// 1, or the number nearest to it within the limits, as `Double` prints it.
    var double: JSONNumber {
        let numbers = presets.compactMap { preset -> JSONNumber? in
            if case .number(let number) = preset {
                JSONNumber(number.double.description)
            } else {
                nil
            }
        }
        if !numbers.isEmpty { return numbers[number % numbers.count] }
        return JSONNumber(placeholderNumber(isWhole: false).description) ?? JSONNumber(1)
    }

    var intOrString: JSONValue {
        let values = presets.filter { preset in
            switch preset {
            case .number, .string: true
            case .null, .boolean, .array, .object: false
            }
        }
        return values.isEmpty ? .number(JSONNumber(integer)) : values[number % values.count]
    }

    /// Returns the number nearest to 1 that the schema allows, or one of the next numbers.
    private func placeholderNumber(isWhole: Bool) -> Double {
        let excluded = Set(
            limits.excludedValues.compactMap { value -> Double? in
                if case .number(let number) = value { number.double } else { nil }
            }
        )
        if excluded.isEmpty { return nearestToOne(isWhole: isWhole, number) }
        let numbers = (0...number + excluded.count).lazy.map { nearestToOne(isWhole: isWhole, $0) }
        return numbers.filter { !excluded.contains($0) }.dropFirst(number).first
            ?? nearestToOne(isWhole: isWhole, number)
    }

    /// Returns the number nearest to 1 within the limits, or one of the next numbers.
    private func nearestToOne(isWhole: Bool, _ number: Int) -> Double {
        var least = limits.minimum?.value ?? -.infinity
        var most = limits.maximum?.value ?? .infinity
        let isAbove = limits.minimum?.isExclusive ?? false
        let isBelow = limits.maximum?.isExclusive ?? false
        if isWhole {
            least = isAbove ? least.rounded(.down) + 1 : least.rounded(.up)
            most = isBelow ? most.rounded(.up) - 1 : most.rounded(.down)
        } else {
            let width = most - least
            let margin = width.isFinite ? width / 2 : 1
            if isAbove { least += margin }
            if isBelow, least < most { most -= margin }
        }
        let nearest = max(least, min(most, 1))
        let multiple = limits.multipleOf.flatMap { $0 > 0 ? $0 : nil }
        let first =
            multiple.map { multiple in
                let above = (nearest / multiple).rounded(.up) * multiple
                return above <= most ? above : (most / multiple).rounded(.down) * multiple
            } ?? nearest
        if number == 0 { return first }
        // Numbers up to the maximum, and then numbers below the first.
        let step = multiple ?? 1
        let above = ((most - first) / step).rounded(.down)
        let steps = Double(number) <= above ? Double(number) : above - Double(number)
        return max(least, first + steps * step)
    }
}

// MARK: - Texts

extension ExampleScalar {
    private func string(of format: String?) -> String {
        let fitting = StringLimits(limits)
        let presets = presets.compactMap { preset -> String? in
            if case .string(let text) = preset, fitting.allow(text) { text } else { nil }
        }
        if !presets.isEmpty { return presets[number % presets.count] }
        let formats = limits.formats + [format].compactMap(\.self)
        let texts = formats.flatMap { FormatSamples.texts(of: $0, minLength: limits.minLength) }
        // Texts from patterns are created only if no other text is valid. Placeholders have no
        // format.
        let others = [AnySequence(placeholders), AnySequence(fitting.samples)]
        let samples = texts.isEmpty ? others : [AnySequence(texts)] + others.reversed()
        var seen: Set<String> = []
        for candidate in samples.lazy.joined()
        where fitting.allow(candidate) && seen.insert(candidate).inserted {
            if seen.count > number { return candidate }
        }
        return texts.first ?? placeholders[0]
    }

    /// The texts derived from the name of the property, within the maximum length.
    private var placeholders: [String] {
        let least = min(limits.minLength, Self.longestPlaceholder)
        var text = placeholder
        while text.utf8.count < least { text += "-" + placeholder }
        let words = text.split(separator: "-").joined()
        let endings = [("", "")] + (2...max(3, number + 1)).map { ("-\($0)", "\($0)") }
        return endings.flatMap { [shortened(text, before: $0), shortened(words, before: $1)] }
    }

    /// Returns a text that ends with another one, within the maximum length.
    private func shortened(_ text: String, before ending: String) -> String {
        String(
            (text.prefix(max(limits.maxLength - ending.count, 0)) + ending).prefix(limits.maxLength)
        )
    }

    /// The name of the property in a form that is valid for most names in Kubernetes: `roleARN`
    /// gives `role-arn`.
    private var placeholder: String {
        let words = SwiftName.attribute(key).split(separator: "_")
        return words.isEmpty ? "example" : words.joined(separator: "-")
    }

    /// The maximum length, as a schema can require millions.
    private static let longestPlaceholder = 256
}

/// The strings that a schema allows.
private struct StringLimits {
    private let minLength: Int
    private let maxLength: Int
    private let patterns: [Pattern]
    private let excludedPatterns: [Pattern]
    private let excludedValues: [JSONValue]

    init(_ limits: ExampleLimits) {
        minLength = limits.minLength
        maxLength = limits.maxLength
        // An invalid pattern, which the server rejects together with the CRD, sets no limit.
        patterns = limits.patterns.compactMap { try? Pattern($0) }
        excludedPatterns = limits.excludedPatterns.compactMap { try? Pattern($0) }
        excludedValues = limits.excludedValues
    }

    func allow(_ text: String) -> Bool {
        let length = text.unicodeScalars.count
        return length >= minLength && length <= maxLength
            && patterns.allSatisfy { $0.matches(text) }
            && !excludedPatterns.contains { $0.matches(text) }
            && !excludedValues.contains(.string(text))
    }

    /// The texts created from patterns, short ones first.
    var samples: some Sequence<String> {
        // A part of a text with a minimum length can be fixed.
        let counts =
            [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 63, minLength]
            + (1..<max(min(minLength, 64), 1))
        return patterns.lazy.flatMap { pattern in
            counts.lazy.flatMap { count in
                let sample = pattern.sample(repetitions: count)
                return [sample] + "bcd123".map { String(sample.dropLast()) + String($0) }
                    + lengthened(sample)
            }
        }
    }

    /// Returns a text with the minimum length, for patterns that match only a part of it.
    private func lengthened(_ text: String) -> [String] {
        let missing = min(minLength - text.unicodeScalars.count, Self.longestFiller)
        guard missing > 0 else { return [] }
        let filler = String(repeating: "a", count: missing)
        return [text + filler, filler + text]
    }

    /// The maximum length, as a schema can require millions.
    private static let longestFiller = 256
}
