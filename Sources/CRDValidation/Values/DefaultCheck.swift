package import CRDRuntime

/// Checks the default of a schema as the API server does before it takes a CRD
/// (apiextensions-apiserver v0.35, pkg/apiserver/schema/defaulting, `ValidateDefaults`).
///
/// Rules of the Common Expression Language are not evaluated.
package struct DefaultCheck {
    private let schema: PreparedSchema

    /// Prepares a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema whose default is checked, or that of the resource around it.
    ///   - isResource: Whether its values are resources, with metadata that the server knows,
    ///     whatever the schema says.
    package init(_ schema: Schema, isResource: Bool) {
        var keywords = schema.keywords
        if isResource { keywords.isEmbeddedResource = true }
        self.schema = PreparedSchema(Schema(keywords))
    }

    /// What is wrong with a default outside of metadata.
    ///
    /// - Parameters:
    ///   - value: The default.
    ///   - field: The path of the default in the CRD.
    /// - Returns: The violations; none for a default that may be.
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

    /// What is wrong with a resource that holds nothing but a default in its metadata.
    ///
    /// - Parameter resource: The resource, with apiVersion and kind.
    /// - Returns: The violations as one text; `nil` if there is none.
    package func faultOfMetadata(in resource: JSONValue) -> String? {
        var embedded = EmbeddedResources()
        do throws(ServerResponse.Rejection) {
            let value = try embedded.coerced(resource, schema, isRoot: false) ?? resource
            embedded.check(value, schema, isRoot: false)
        } catch {
            return error.message
        }
        var faults: [String] = []
        for fault in embedded.violations.map(\.description) where !faults.contains(fault) {
            faults.append(fault)
        }
        if faults.count < 2 { return faults.first }
        return "[\(faults.joined(separator: ", "))]"
    }

    /// What is wrong with a default by the schema alone.
    package func valueViolations(of value: JSONValue, at field: String) -> [Violation] {
        var check = ValueCheck(prefix: field)
        check.check(value, schema)
        var seen: Set<Violation> = []
        return check.violations.filter { seen.insert($0).inserted }
    }
}
