package import CRDRuntime

/// Validates the default of a schema, as the API server does before it accepts a CRD
/// (apiextensions-apiserver v0.35, pkg/apiserver/schema/defaulting, `ValidateDefaults`).
///
/// CEL rules are not evaluated.
package struct DefaultCheck {
    private let schema: PreparedSchema

    /// Creates a check for a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema with the default, or the schema of the resource around it.
    ///   - isResource: Whether its values are resources with known metadata, independent of the
    ///     schema.
    package init(_ schema: Schema, isResource: Bool) {
        var keywords = schema.keywords
        if isResource { keywords.isEmbeddedResource = true }
        self.schema = PreparedSchema(Schema(keywords))
    }

    /// Returns the violations of a default outside of metadata.
    ///
    /// - Parameters:
    ///   - value: The default.
    ///   - field: The path of the default in the CRD.
    /// - Returns: The violations; empty for a valid default.
    package func violations(of value: JSONValue, at field: String) -> [Violation] {
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
            if embedded.violations.isEmpty { violations += valueViolations(of: value, at: field) }
        } catch {
            violations += error.violations
        }
        return violations
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

    /// Returns the violations of a default by the schema only.
    package func valueViolations(of value: JSONValue, at field: String) -> [Violation] {
        var check = ValueCheck(prefix: field)
        check.check(value, schema)
        var seen: Set<Violation> = []
        return check.violations.filter { seen.insert($0).inserted }
    }
}
