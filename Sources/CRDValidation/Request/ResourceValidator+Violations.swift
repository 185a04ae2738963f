import CRDRuntime
import CRDYAML

extension ResourceValidator {
    /// What the server finds in an object that is decoded and placed
    /// (`customResourceStrategy.Validate`), in its order; it may find the same twice.
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

    /// What the server finds when `status` is written (`statusStrategy.ValidateUpdate`).
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

    /// What the rules of the Common Expression Language find, which come last
    /// (`celValidator.Validate` of pkg/registry/customresource).
    ///
    /// After a fault that would make them fail by themselves the server leaves them out, and says
    /// so. Otherwise it evaluates each rule of ``PreparedSchema/unchecked`` for every value at its
    /// path. An evaluator is called here and nowhere else; until there is one, callers learn from
    /// ``unchecked`` what is missing.
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

    /// `ValidateScaleSpec` and `ValidateScaleStatus` of pkg/registry/customresource.
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
        case .blocked(let complaint): return violation(0, complaint)
        case .found(let value):
            guard case .number(let number) = value, case .integer(let count) = GoNumber(number)
            else { return violation(0, Self.complaint(path, value, expected: "int64")) }
            if count < 0 { return violation(count, "should be a non-negative integer") }
            if count > Int64(Int32.max) {
                return violation(count, "should be less than or equal to 2147483647")
            }
            return []
        }
    }

    private func selectorViolations(of object: JSONObject) -> [Violation] {
        guard let path = definition.scale?.labelSelectorPath, !path.isEmpty else { return [] }
        let complaint: String
        switch Self.find(path, in: object) {
        case .absent, .found(.string): return []
        case .found(let value): complaint = Self.complaint(path, value, expected: "string")
        case .blocked(let found): complaint = found
        }
        let message = "Invalid value: \"\": \(complaint)"
        let place = Self.place(path)
        return [Violation(field: path, reason: .invalid, message: message, at: place)]
    }

    /// Where a path such as `.spec.replicas` leads.
    private static func place(_ path: String) -> ValuePlace {
        ValuePlace(path.split(separator: ".").map { .key(String($0)) })
    }

    private enum Found {
        case absent
        case blocked(String)
        case found(JSONValue)
    }

    /// Follows a path such as `.spec.replicas` (`unstructured.NestedFieldNoCopy`).
    private static func find(_ path: String, in object: JSONObject) -> Found {
        let keys = path.split(separator: ".").map(String.init)
        var value = JSONValue.object(object)
        var done: [String] = []
        for key in keys {
            guard case .object(let object) = value else {
                if case .null = value { return .absent }
                let place = "." + (done + [key]).joined(separator: ".")
                return .blocked(complaint(place, value, expected: "map[string]interface{}"))
            }
            guard let next = object[key] else { return .absent }
            value = next
            done.append(key)
        }
        return .found(value)
    }

    private static func complaint(
        _ path: String,
        _ value: JSONValue,
        expected: String
    ) -> String {
        let (text, type) = goDescription(value)
        return "\(path) accessor error: \(text) is of the type \(type), expected \(expected)"
    }

    /// A value as `%v` and its type as `%T`.
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
