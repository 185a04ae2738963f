import CRDRuntime

/// The keywords `allOf`, `anyOf`, `oneOf` and `not` (kube-openapi, `schemaPropsValidator`).
extension ValueCheck {
    /// - Returns: The number of matches.
    mutating func checkAlternatives(_ value: JSONValue, _ schema: PreparedSchema) -> Int {
        var matches = 1
        if !schema.anyOf.isEmpty { matches += checkAnyOf(value, schema.anyOf) }
        if !schema.oneOf.isEmpty { matches += checkOneOf(value, schema.oneOf) }
        if !schema.allOf.isEmpty { matches += checkAllOf(value, schema.allOf) }
        if let not = schema.not, attempt(value, not).violations.isEmpty {
            reportAlternative("not validate the schema (not)")
        }
        return matches
    }

    private mutating func reportAlternative(_ detail: String) {
        let name = GoText.quoted(path.inMessages)
        violations.append(
            Violation(
                field: path.field(named: ""),
                reason: .invalid,
                message: "Invalid value: \"\": \(name) must \(detail)",
                at: path.place()
            )
        )
    }

    /// Validates a value without adding its violations.
    private mutating func attempt(
        _ value: JSONValue,
        _ schema: PreparedSchema
    ) -> (violations: [Violation], matches: Int) {
        // Moved out and back in, so that the other violations are not copied.
        let others = violations
        violations = []
        let matches = check(value, schema)
        defer { violations = others }
        return (violations, matches)
    }

    private mutating func checkAnyOf(_ value: JSONValue, _ branches: [PreparedSchema]) -> Int {
        var best: (violations: [Violation], matches: Int)?
        for branch in branches {
            let result = attempt(value, branch)
            if result.violations.isEmpty { return result.matches }
            if best.map({ result.matches > $0.matches }) ?? true { best = result }
        }
        reportAlternative("validate at least one schema (anyOf)")
        violations += best?.violations ?? []
        return best?.matches ?? 0
    }

    private mutating func checkOneOf(_ value: JSONValue, _ branches: [PreparedSchema]) -> Int {
        var best: (violations: [Violation], matches: Int)?
        var firstMatches: Int?
        var valid = 0
        for branch in branches {
            let result = attempt(value, branch)
            if result.violations.isEmpty {
                valid += 1
                best = nil
                firstMatches = firstMatches ?? result.matches
            } else if valid == 0, best.map({ result.matches > $0.matches }) ?? true {
                best = result
            }
        }
        if valid == 1 { return firstMatches ?? 0 }
        let found = valid == 0 ? "Found none valid" : "Found \(valid) valid alternatives"
        reportAlternative("validate one and only one schema (oneOf). \(found)")
        violations += best?.violations ?? []
        return best?.matches ?? 0
    }

    private mutating func checkAllOf(_ value: JSONValue, _ branches: [PreparedSchema]) -> Int {
        var matches = 0
        var valid = 0
        for branch in branches {
            let start = violations.count
            matches += check(value, branch)
            if violations.count == start { valid += 1 }
        }
        if valid < branches.count {
            let none = valid == 0 ? ". None validated" : ""
            reportAlternative("validate all the schemas (allOf)\(none)")
        }
        return matches
    }
}
