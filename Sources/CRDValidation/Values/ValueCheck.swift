import CRDRegularExpressions
import CRDRuntime

/// Validates one value against a schema (k8s.io/kube-openapi v0.35, pkg/validation/validate).
///
/// The violations have the messages of apiextensions-apiserver (pkg/apiserver/validation).
///
/// Each check returns the number of parts of the schema that match. The server uses this number to
/// choose the alternative of `anyOf` or `oneOf` whose violations it reports.
struct ValueCheck {
    /// The violations so far.
    var violations: [Violation] = []
    /// The path of the current value.
    var path: ValuePath
    private var searches: [ObjectIdentifier: PatternSearch] = [:]
    /// The current value with its old value, in an update.
    private var correlation: CorrelatedValue?

    /// - Parameters:
    ///   - prefix: The field of the object that contains the value, such as `status`; empty at the
    ///     root.
    ///   - correlation: The value with its old value, in an update: the server accepts unchanged
    ///     values that are invalid.
    init(prefix: String = "", correlation: CorrelatedValue? = nil) {
        path = ValuePath(prefix: prefix)
        self.correlation = correlation
    }

    /// Validates a value and adds its violations.
    ///
    /// - Returns: The number of matches (`Result.MatchCount`).
    @discardableResult
    mutating func check(_ value: JSONValue, _ schema: PreparedSchema) -> Int {
        let start = violations.count
        let matches = checkAll(value, schema)
        if violations.count > start, let correlation, correlation.isUnchanged {
            violations.removeSubrange(start...)
        }
        return matches
    }

    /// Validates a value in another one.
    private mutating func check(
        _ value: JSONValue,
        at step: ValuePath.Step,
        _ schema: PreparedSchema
    ) -> Int {
        let outer = correlation
        if let outer {
            let isTypeField = path.isRoot && CorrelatedValue.typeFields.contains(step.nodeStep)
            correlation = isTypeField ? nil : outer.child(step.nodeStep)
        }
        path.push(step)
        defer {
            path.pop()
            correlation = outer
        }
        return check(value, schema)
    }

    private mutating func checkAll(_ value: JSONValue, _ schema: PreparedSchema) -> Int {
        if case .null = value {
            let matches = checkType(value, schema)
            checkEnumeration(value, schema)
            return matches
        }
        var matches = 1
        if !schema.types.isEmpty || schema.format != nil { matches += checkType(value, schema) + 1 }
        matches += checkAlternatives(value, schema) + 1
        switch value {
        case .null, .boolean: break
        case .string(let text):
            checkString(text, schema)
            matches += 1
            if let format = schema.format {
                checkFormat(text, format, schema)
                matches += 1
            }
        case .number(let number):
            checkNumber(GoNumber(number), schema)
            matches += 2
        case .array(let elements): matches += checkArray(elements, schema) + 1
        case .object(let object): matches += checkObject(object, schema) + 1
        }
        checkEnumeration(value, schema)
        return matches + 1
    }

    // MARK: - Reporting

    private mutating func report(
        _ reason: Violation.Reason,
        _ value: JSONValue,
        _ name: String,
        _ detail: String
    ) {
        let message = "Invalid value: \(GoText.badValue(value)): \(name) in body \(detail)"
        violations.append(
            Violation(
                field: path.field(named: name),
                reason: reason,
                message: message,
                at: path.place()
            )
        )
    }

    // MARK: - Type

    /// - Returns: The number of matches: 1 or 0.
    private mutating func checkType(_ value: JSONValue, _ schema: PreparedSchema) -> Int {
        let types = schema.types
        if case .null = value {
            guard !types.isEmpty, !schema.keywords.isNullable else { return 1 }
            return reportType(types.joined(separator: ","), "null")
        }
        let (type, format) = Self.type(of: value)
        let isWholeFloat = Self.isWholeFloat(value) && types.contains("integer")
        let isNumber = type == "integer" && types.contains("number")
        let isTextual = type == "string" || type == "array"
        if schema.format != nil {
            if !isTextual, !types.contains(type), !isWholeFloat, !isNumber {
                return reportType(schema.keywords.format ?? "", format)
            }
            // The format is checked instead of the type, so an array passes as a string.
            if isTextual, !types.contains("number"), !types.contains("integer") { return 1 }
        }
        guard types.contains(type) || isWholeFloat || isNumber else {
            return reportType(types.joined(separator: ","), type)
        }
        return 1
    }

    private mutating func reportType(_ expected: String, _ found: String) -> Int {
        let detail = "must be of type \(expected): \(GoText.quoted(found))"
        report(.typeInvalid, .string(found), path.inMessages, detail)
        return 0
    }

    /// Returns the type and format that the server derives from a value.
    private static func type(of value: JSONValue) -> (String, String) {
        switch value {
        case .null: return ("null", "")
        case .boolean: return ("boolean", "")
        case .string: return ("string", "")
        case .array: return ("array", "")
        case .object: return ("object", "")
        case .number(let number):
            switch GoNumber(number) {
            case .integer: return ("integer", "int64")
            case .float: return ("number", "float64")
            }
        }
    }

    private static func isWholeFloat(_ value: JSONValue) -> Bool {
        guard case .number(let number) = value, case .float(let double) = GoNumber(number) else {
            return false
        }
        return NumberRules.isInteger(double)
    }

    // MARK: - Scalars

    /// Reports only the first violation of a string, as the server does.
    private mutating func checkString(_ text: String, _ schema: PreparedSchema) {
        let value = JSONValue.string(text)
        if let limit = schema.keywords.rare.maxLength, text.utf8.count > limit,
            text.unicodeScalars.count > limit
        {
            violations.append(
                Violation(
                    field: path.field(named: path.inMessages),
                    reason: .tooLong,
                    message: "Too long: may not be more than \(limit) bytes",
                    at: path.place()
                )
            )
        } else if let limit = schema.keywords.rare.minLength, text.unicodeScalars.count < limit {
            let detail = "should be at least \(limit) chars long"
            report(.invalid, value, path.inMessages, detail)
        } else if let pattern = schema.pattern, !matches(text, pattern) {
            report(.invalid, value, path.inMessages, "should match '\(pattern.text)'")
        }
    }

    private mutating func matches(_ text: String, _ pattern: Pattern) -> Bool {
        let key = ObjectIdentifier(pattern)
        if let search = searches[key] { return search.isFound(in: text) }
        let search = PatternSearch(pattern)
        searches[key] = search
        return search.isFound(in: text)
    }

    private mutating func checkFormat(
        _ text: String,
        _ format: StringFormat,
        _ schema: PreparedSchema
    ) {
        guard !format.allows(text) else { return }
        let detail =
            "must be of type \(schema.keywords.format ?? ""): \(GoText.quoted(text))"
        report(.typeInvalid, .string(text), path.inMessages, detail)
    }

    private mutating func checkNumber(_ number: GoNumber, _ schema: PreparedSchema) {
        guard schema.limitsNumbers else { return }
        let name = path.inMessages
        for message in NumberRules.messages(about: number, named: name, schema.keywords) {
            violations.append(
                Violation(
                    field: path.field(named: name),
                    reason: .invalid,
                    message: message,
                    at: path.place()
                )
            )
        }
    }

    private mutating func checkEnumeration(_ value: JSONValue, _ schema: PreparedSchema) {
        guard let allowed = schema.keywords.enumeration, !allowed.isEmpty else { return }
        guard !allowed.contains(where: { EnumerationRules.allows(value, as: $0) }) else { return }
        let words = allowed.map { value in
            if case .string(let text) = value { return GoText.quoted(text) }
            return GoText.quoted(GoText.json(value))
        }
        violations.append(
            Violation(
                field: path.field(named: path.inMessages),
                reason: .notSupported,
                message: "Unsupported value: \(GoText.badValue(value)): supported values: "
                    + words.joined(separator: ", "),
                at: path.place()
            )
        )
    }

    // MARK: - Arrays and objects

    private mutating func checkArray(_ elements: [JSONValue], _ schema: PreparedSchema) -> Int {
        var matches = 1
        if let items = schema.items {
            for (index, element) in elements.enumerated() {
                matches += check(element, at: .index(index), items)
            }
        }
        let count = elements.count
        if let limit = schema.keywords.rare.minItems, count < limit {
            let detail = "should have at least \(limit) items"
            report(.invalid, .number(JSONNumber(count)), path.inMessages, detail)
        }
        if let limit = schema.keywords.rare.maxItems, count > limit { reportTooMany(count, limit) }
        return matches
    }

    private mutating func reportTooMany(_ count: Int, _ limit: Int) {
        violations.append(
            Violation(
                field: path.field(named: path.inMessages),
                reason: .tooMany,
                message:
                    "Too many: \(count): must have at most \(limit) \(limit == 1 ? "item" : "items")",
                at: path.place()
            )
        )
    }

    private mutating func checkObject(_ object: JSONObject, _ schema: PreparedSchema) -> Int {
        let count = object.count
        if let limit = schema.keywords.rare.minProperties, count < limit {
            let detail = "should have at least \(limit) properties"
            report(.invalid, .number(JSONNumber(count)), path.inMessages, detail)
        }
        if let limit = schema.keywords.rare.maxProperties, count > limit {
            reportTooMany(count, limit)
        }
        var matches = 0
        for (key, value) in zip(object.keys, object.values) {
            if let (found, step) = schema.schema(of: key) {
                matches += check(value, at: step, found)
            } else if case .denied = schema.additional, key != "$schema", key != "id" {
                let name = path.inMessages
                let detail = "\(name).\(key) in body is a forbidden property"
                violations.append(
                    Violation(
                        field: path.field(named: "\(name).\(key)"),
                        reason: .invalid,
                        message: "Invalid value: \"\": \(detail)",
                        at: path.place(of: key, isKey: true)
                    )
                )
            }
        }
        for key in schema.keywords.required where object[key] == nil {
            violations.append(
                Violation(
                    field: path.field(named: "\(path.inMessages).\(key)"),
                    reason: .required,
                    message: "Required value",
                    at: path.place(of: key)
                )
            )
        }
        return matches
    }
}
