public import CRDRuntime
package import CRDYAML

/// The separate steps by which the server processes a resource.
extension ResourceValidator {
    /// Go's error for JSON that is nested too deep (encoding/json).
    ///
    /// The limit is 512 levels, as for texts; in Go it is 10,000.
    static let tooDeep = "exceeded max depth"

    /// Returns the resource without unknown fields and without nulls that are not allowed
    /// (apiextensions-apiserver, pkg/apiserver/schema/pruning and defaulting).
    ///
    /// A value that is nested deeper than 512 levels is not changed and has a violation.
    public func pruned(_ value: JSONValue) -> JSONValue {
        if value.isTooDeep { return value }
        var pruning = Pruning()
        let pruned = pruning.prune(value, schema, isResource: true)
        return keepingObjectFields(of: pruned, Defaulting.withoutNulls(pruned, schema))
    }

    /// Returns the resource with the defaults of the schema.
    ///
    /// Defaults are filled in for missing keys of existing objects, and for nulls that are not
    /// allowed.
    public func withDefaults(_ value: JSONValue) -> JSONValue {
        keepingObjectFields(of: value, Defaulting.defaulted(value, schema))
    }

    /// Returns the resource without unknown fields and with defaults, as the server has it after
    /// reading.
    package func prunedWithDefaults(_ value: JSONValue) -> JSONValue {
        withDefaults(pruned(value))
    }

    /// Returns a resource of a text as rules see it: without unknown fields and with defaults.
    ///
    /// - Throws: `Diagnostic` at a scalar that JSON cannot represent.
    package func prepared(_ root: Node) throws(Diagnostic) -> JSONValue {
        let value = try JSONValue(sent: root)
        return prunedWithDefaults(value.replacingNumbers(JSONNumber.decoded) ?? value)
    }

    /// Returns the violations for which the server would reject a resource, except unknown fields.
    ///
    /// - Parameter value: The resource, as returned by ``pruned(_:)`` and ``withDefaults(_:)``.
    /// - Returns: The violations, each once, sorted by field; empty for a valid resource.
    public func violations(of value: JSONValue) -> [Violation] {
        if value.isTooDeep {
            let message = "Invalid value: \"\": \(Self.tooDeep)"
            return [Violation(field: ValuePath.root, reason: .invalid, message: message)]
        }
        guard case .object(let object) = value else {
            var check = ValueCheck()
            check.check(value, schema)
            return check.violations
        }
        return findings(in: withNamespace(object)).violations.eachOnce().sorted()
    }

    /// Returns an object with a namespace, if the resource has namespaces.
    func withNamespace(_ object: JSONObject) -> JSONObject {
        var object = object
        if definition.scope == .namespaced, object.metadata.text("namespace").isEmpty {
            object.metadata["namespace"] = "default"
        }
        return object
    }

    /// Returns a changed resource with its original apiVersion, kind and metadata, which the server
    /// handles separately.
    private func keepingObjectFields(of value: JSONValue, _ changed: JSONValue?) -> JSONValue {
        guard let changed else { return value }
        guard case .object(let old) = value, case .object(var new) = changed else { return changed }
        for key in Pruning.objectFields { new[key] = old[key] }
        return .object(new)
    }
}

extension Sequence<Violation> {
    /// Returns the violations without duplicates.
    func eachOnce() -> [Violation] {
        var seen: Set<Violation> = []
        return filter { seen.insert($0).inserted }
    }

    /// Returns the violations sorted by field, reason and message, in byte order.
    func sorted() -> [Violation] {
        sorted { one, other in
            (one.field, one.reason.rawValue, one.message)
                < (other.field, other.reason.rawValue, other.message)
        }
    }
}
