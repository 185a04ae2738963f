public import CRDRuntime

/// The single steps of what the server does to a resource.
extension ResourceValidator {
    /// What Go says of JSON that is nested too deep (encoding/json); here that is 512 levels as for
    /// texts, where Go has 10,000.
    static let tooDeep = "exceeded max depth"

    /// The resource without fields that the schema does not name, and without nulls that may not
    /// be (apiextensions-apiserver, pkg/apiserver/schema/pruning and defaulting).
    ///
    /// A value that is nested deeper than 512 levels is left as it is, and has a violation.
    public func pruned(_ value: JSONValue) -> JSONValue {
        if value.isTooDeep { return value }
        var pruning = Pruning()
        let pruned = pruning.prune(value, schema, isResource: true)
        return keepingObjectFields(of: pruned, Defaulting.withoutNulls(pruned, schema))
    }

    /// The resource with the defaults of the schema.
    ///
    /// Defaults are filled in where a key is missing in an object that is there, and in place of
    /// nulls that may not be.
    public func withDefaults(_ value: JSONValue) -> JSONValue {
        keepingObjectFields(of: value, Defaulting.defaulted(value, schema))
    }

    /// What the server would refuse in a resource, unknown fields aside.
    ///
    /// - Parameter value: The resource, as ``pruned(_:)`` and ``withDefaults(_:)`` leave it.
    /// - Returns: One violation for each fault, sorted by field; none for a valid resource.
    public func violations(of value: JSONValue) -> [Violation] {
        if value.isTooDeep {
            let message = "Invalid value: \"\": \(Self.tooDeep)"
            return [Violation(field: ValuePath.root, reason: .invalid, message: message)]
        }
        guard case .object(var object) = value else {
            var check = ValueCheck()
            check.check(value, schema)
            return check.violations
        }
        if definition.scope == .namespaced, object.metadata.text("namespace").isEmpty {
            object.metadata["namespace"] = "default"
        }
        return allViolations(of: object).eachOnce().sorted()
    }

    /// A changed resource with apiVersion, kind and metadata as they were, which the server keeps
    /// apart.
    private func keepingObjectFields(of value: JSONValue, _ changed: JSONValue?) -> JSONValue {
        guard let changed else { return value }
        guard case .object(let old) = value, case .object(var new) = changed else { return changed }
        for key in Pruning.objectFields { new[key] = old[key] }
        return .object(new)
    }
}

extension Sequence<Violation> {
    /// The violations without those that say the same again.
    func eachOnce() -> [Violation] {
        var seen: Set<Violation> = []
        return filter { seen.insert($0).inserted }
    }

    /// By field, reason and message, in byte order.
    func sorted() -> [Violation] {
        sorted { one, other in
            (one.field, one.reason.rawValue, one.message)
                < (other.field, other.reason.rawValue, other.message)
        }
    }
}
