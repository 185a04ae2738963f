package import CRDRuntime

/// Validates the default of a schema, as the API server does before it accepts a CRD
/// (apiextensions-apiserver v0.35, pkg/apiserver/schema/defaulting, `ValidateDefaults`).
package struct DefaultCheck {
    private let schema: PreparedSchema

    /// Creates a check for a schema.
    ///
    /// - Parameter schema: The schema with the default, or the schema of the resource around it.
    ///   The schema of a whole resource must be marked as an embedded resource.
    package init(_ schema: PreparedSchema) {
        self.schema = schema
    }

    /// Returns the violations of a default outside of metadata.
    ///
    /// - Parameters:
    ///   - value: The default.
    ///   - field: The path of the default in the CRD.
    ///   - budget: The cost of rules that remains for the defaults of a CRD; set to `nil` if it is
    ///     exceeded.
    /// - Returns: The violations; empty for a valid default.
    package func violations(
        of value: JSONValue,
        at field: String,
        within budget: inout UInt64?
    ) -> [Violation] {
        var violations: [Violation] = []
        var pruning = Pruning()
        if pruning.prune(value, schema, isResource: false) != value {
            let message = "Invalid value: \(GoText.badValue(value)): must not have unknown fields"
            violations.append(Violation(field: field, reason: .invalid, message: message))
        }
        var embedded = EmbeddedResources(prefix: field)
        do throws(ServerResponse.Rejection) {
            let value = try embedded.coerced(value, schema, isRoot: false) ?? value
            embedded.check(value, schema, isRoot: false)
            violations += embedded.violations
            if embedded.violations.isEmpty {
                violations += valueViolations(of: value, at: field, within: &budget)
            }
        } catch {
            violations += error.violations
        }
        return violations
    }

    /// Returns whether the server rejects objects with a default that it accepted with the CRD.
    ///
    /// It doesn't check the types of lists in defaults, and no defaults of values of maps.
    package func rejects(_ value: JSONValue) -> Bool {
        let value = filled(value)
        var check = ListTypeCheck()
        check.check(value, schema)
        var budget: UInt64? = .max
        return !check.violations.isEmpty
            || !valueViolations(of: value, at: "", within: &budget).isEmpty
    }

    /// Returns a default with the defaults of the fields in it, as the server sets it.
    package func filled(_ value: JSONValue) -> JSONValue {
        Defaulting.defaulted(value, schema) ?? value
    }

    /// Returns the violations of a resource that contains only a default in its metadata.
    ///
    /// - Parameter resource: The resource, with apiVersion and kind.
    /// - Returns: The violations as one text; `nil` if there are none.
    package func metadataErrors(in resource: JSONValue) -> String? {
        var embedded = EmbeddedResources()
        do throws(ServerResponse.Rejection) {
            let value = try embedded.coerced(resource, schema, isRoot: false) ?? resource
            embedded.check(value, schema, isRoot: false)
        } catch {
            return error.message
        }
        var errors: [String] = []
        for error in embedded.violations.map(\.description) where !errors.contains(error) {
            errors.append(error)
        }
        if errors.count < 2 { return errors.first }
        return "[\(errors.joined(separator: ", "))]"
    }

    /// Returns the violations of a default by the schema and, if there are none, by CEL rules,
    /// without a check of metadata.
    ///
    /// - Parameters:
    ///   - value: The default.
    ///   - field: The path of the default in the CRD.
    ///   - budget: The cost of rules that remains; set to `nil` if it is exceeded.
    /// - Returns: The violations.
    package func valueViolations(
        of value: JSONValue,
        at field: String,
        within budget: inout UInt64?
    ) -> [Violation] {
        var check = ValueCheck(prefix: field)
        check.check(value, schema)
        guard check.violations.isEmpty else {
            var seen: Set<Violation> = []
            return check.violations.filter { seen.insert($0).inserted }
        }
        return ruleViolations(of: value, at: field, within: &budget)
    }

    /// Returns the violations of rules by a default: as a value that does not change, and as a new
    /// value.
    private func ruleViolations(
        of value: JSONValue,
        at field: String,
        within budget: inout UInt64?
    ) -> [Violation] {
        guard schema.contents.contains(.rules) else { return [] }
        var limits = RuleCheck.Limits()
        limits.total = budget ?? 0
        var checks: [RuleCheck] = []
        for old in [value, nil] where checks.allSatisfy(\.violations.isEmpty) {
            var check = RuleCheck(prefix: field, limits: limits)
            check.check(value, old: old, schema, isRoot: schema.keywords.isEmbeddedResource)
            checks.append(check)
        }
        let isStopped = checks.contains(where: \.isStopped)
        budget = isStopped ? nil : limits.total - (checks.map(\.cost).max() ?? 0)
        return checks.flatMap(\.violations)
    }
}
