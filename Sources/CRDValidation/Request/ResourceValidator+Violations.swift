import CRDRuntime
import CRDYAML

extension ResourceValidator {
    /// Returns the violations of a decoded object, in the order of the server
    /// (`customResourceStrategy.Validate`).
    ///
    /// The same violation may occur twice.
    func allViolations(of object: JSONObject) -> [Violation] {
        var violations = typeViolations(of: object)
        if violations.isEmpty {
            var metadata = MetadataCheck(
                namespace: definition.scope == .namespaced ? .required : .none,
                names: .subdomain,
                field: "metadata"
            )
            metadata.check(object.metadata)
            violations += metadata.violations
            var check = ValueCheck()
            check.check(.object(object), schema)
            violations += check.violations
            violations += scaleViolations(of: object, \.specReplicasPath)
            violations += scaleViolations(of: object, \.statusReplicasPath)
            violations += selectorViolations(of: object)
        }
        violations += structureViolations(of: object)
        return violations + ruleViolations(of: object, after: violations)
    }

    /// Returns the violations of an update of `status` (`statusStrategy.ValidateUpdate`).
    func statusViolations(of object: JSONObject) -> [Violation] {
        var violations: [Violation] = []
        if let status = object["status"], let statusSchema = schema.properties["status"] {
            var check = ValueCheck(prefix: "status")
            check.check(status, statusSchema)
            violations += check.violations
        }
        violations += scaleViolations(of: object, \.statusReplicasPath)
        violations += selectorViolations(of: object)
        violations += structureViolations(of: object)
        return violations + ruleViolations(of: object, after: violations)
    }

    private func typeViolations(of object: JSONObject) -> [Violation] {
        let kind = object.text("kind")
        guard kind != definition.names.kind else { return [] }
        let message = "Invalid value: \(GoText.quoted(kind)): must be \(definition.names.kind)"
        let place = ValuePlace([.key("kind")])
        return [Violation(field: "kind", reason: .invalid, message: message, at: place)]
    }

    private func structureViolations(of object: JSONObject) -> [Violation] {
        var embedded = EmbeddedResources()
        embedded.check(.object(object), schema)
        var lists = ListTypeCheck()
        lists.check(.object(object), schema)
        return embedded.violations + lists.violations
    }

    /// Returns the violations of CEL rules, which are evaluated last (`celValidator.Validate` of
    /// pkg/registry/customresource).
    ///
    /// The server skips the rules after a violation that would make them fail, and reports that.
    /// Otherwise it evaluates each rule of ``PreparedSchema/unchecked`` for every value at its
    /// path. An evaluator must be called only here. Until there is one, ``unchecked`` lists the
    /// rules that are not evaluated.
    private func ruleViolations(
        of object: JSONObject,
        after violations: [Violation]
    ) -> [Violation] {
        guard ruleCount > 0, violations.contains(where: \.reason.blocksRules) else { return [] }
        let message =
            "Invalid value: null: some validation rules were not checked because the object was "
            + "invalid; correct the existing errors to complete validation"
        return [Violation(field: ValuePath.root, reason: .invalid, message: message)]
    }

    // MARK: - Scale

    /// Returns the violations of the scale subresource (`ValidateScaleSpec` and
    /// `ValidateScaleStatus` of pkg/registry/customresource).
    private func scaleViolations(
        of object: JSONObject,
        _ path: KeyPath<ResourceDefinition.Scale, String>
    ) -> [Violation] {
        guard let scale = definition.scale else { return [] }
        let path = scale[keyPath: path]
        func violation(_ value: Int64, _ detail: String) -> [Violation] {
            let message = "Invalid value: \(value): \(detail)"
            let place = Self.place(path)
            return [Violation(field: path, reason: .invalid, message: message, at: place)]
        }
        switch Self.find(path, in: object) {
        case .absent: return []
        case .blocked(let detail): return violation(0, detail)
        case .found(let value):
            guard case .number(let number) = value, case .integer(let count) = GoNumber(number)
            else { return violation(0, Self.detail(path, value, expected: "int64")) }
            if count < 0 { return violation(count, "should be a non-negative integer") }
            if count > Int64(Int32.max) {
                return violation(count, "should be less than or equal to 2147483647")
            }
            return []
        }
    }

    private func selectorViolations(of object: JSONObject) -> [Violation] {
        guard let path = definition.scale?.labelSelectorPath, !path.isEmpty else { return [] }
        let detail: String
        switch Self.find(path, in: object) {
        case .absent, .found(.string): return []
        case .found(let value): detail = Self.detail(path, value, expected: "string")
        case .blocked(let found): detail = found
        }
        let message = "Invalid value: \"\": \(detail)"
        let place = Self.place(path)
        return [Violation(field: path, reason: .invalid, message: message, at: place)]
    }

    /// Returns the location for a path such as `.spec.replicas`.
    private static func place(_ path: String) -> ValuePlace {
        ValuePlace(path.split(separator: ".").map { .key(String($0)) })
    }

    private enum Found {
        case absent
        case blocked(String)
        case found(JSONValue)
    }

    /// Returns the value at a path such as `.spec.replicas` (`unstructured.NestedFieldNoCopy`).
    private static func find(_ path: String, in object: JSONObject) -> Found {
        let keys = path.split(separator: ".").map(String.init)
        var value = JSONValue.object(object)
        var done: [String] = []
        for key in keys {
            guard case .object(let object) = value else {
                if case .null = value { return .absent }
                let place = "." + (done + [key]).joined(separator: ".")
                return .blocked(detail(place, value, expected: "map[string]interface{}"))
            }
            guard let next = object[key] else { return .absent }
            value = next
            done.append(key)
        }
        return .found(value)
    }

    private static func detail(
        _ path: String,
        _ value: JSONValue,
        expected: String
    ) -> String {
        let (text, type) = goDescription(value)
        return "\(path) accessor error: \(text) is of the type \(type), expected \(expected)"
    }

    /// Returns a value as `%v` and its type as `%T`.
    private static func goDescription(_ value: JSONValue) -> (String, String) {
        switch value {
        case .null: return ("<nil>", "<nil>")
        case .boolean(let value): return (value ? "true" : "false", "bool")
        case .string(let text): return (text, "string")
        case .number(let number):
            switch GoNumber(number) {
            case .integer(let value): return (String(value), "int64")
            case .float(let value): return (GoText.number(value), "float64")
            }
        case .array(let elements):
            let text = elements.map { goDescription($0).0 }.joined(separator: " ")
            return ("[\(text)]", "[]interface {}")
        case .object(let object):
            let text = zip(object.keys, object.values).sorted { $0.0 < $1.0 }
                .map { "\($0):\(goDescription($1).0)" }.joined(separator: " ")
            return ("map[\(text)]", "map[string]interface {}")
        }
    }
}
