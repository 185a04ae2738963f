import CRDRuntime
import CRDYAML

extension ResourceValidator {
    /// Returns the findings about an object that is created (`customResourceStrategy.Validate`).
    func findings(in object: JSONObject) -> Findings {
        var violations = typeViolations(of: object)
        if violations.isEmpty {
            violations += metadataViolations(of: object, names: .subdomain)
            var check = ValueCheck()
            check.check(.object(object), schema)
            violations += check.violations
            violations += scaleViolations(of: object, \.specReplicasPath)
            violations += scaleViolations(of: object, \.statusReplicasPath)
            violations += selectorViolations(of: object)
        }
        violations += embeddedViolations(of: object) + listViolations(of: object)
        return ruleFindings(in: object, after: violations)
    }

    /// Returns the findings about an object that replaces another one
    /// (`customResourceStrategy.ValidateUpdate`).
    func findings(in object: JSONObject, replacing old: JSONObject) -> Findings {
        let correlation = CorrelatedValue(.object(object), old: .object(old), schema)
        var violations = typeViolations(of: object)
        if violations.isEmpty {
            violations += metadataViolations(of: object, names: .pathSegment)
            violations += Self.changedNames(of: object, old)
            var check = ValueCheck(correlation: correlation)
            check.check(.object(object), schema)
            violations += check.violations
            violations += scaleViolations(of: object, \.specReplicasPath)
            violations += scaleViolations(of: object, \.statusReplicasPath)
        }
        violations += embeddedViolations(of: object)
        violations += listViolations(of: object, replacing: old)
        return ruleFindings(in: object, replacing: (old, correlation), after: violations)
    }

    /// Returns the findings about an update of `status` (`statusStrategy.ValidateUpdate`).
    func statusFindings(in object: JSONObject, replacing old: JSONObject) -> Findings {
        let correlation = CorrelatedValue(.object(object), old: .object(old), schema)
        var violations: [Violation] = []
        if let status = object["status"], let statusSchema = schema.properties["status"] {
            var check = ValueCheck(
                prefix: "status",
                correlation: correlation.child(.key("status"))
            )
            check.check(status, statusSchema)
            violations += check.violations.map { $0.below([.key("status")]) }
        }
        violations += scaleViolations(of: object, \.statusReplicasPath)
        violations += selectorViolations(of: object)
        violations += embeddedViolations(of: object)
        violations += listViolations(of: object, replacing: old)
        return ruleFindings(in: object, replacing: (old, correlation), after: violations)
    }

    func typeViolations(of object: JSONObject) -> [Violation] {
        let kind = object.text("kind")
        guard kind != definition.names.kind else { return [] }
        let message = "Invalid value: \(GoText.quoted(kind)): must be \(definition.names.kind)"
        let place = ValuePlace([.key("kind")])
        return [Violation(field: "kind", reason: .invalid, message: message, at: place)]
    }

    func metadataViolations(
        of object: JSONObject,
        names: MetadataCheck.Names
    ) -> [Violation] {
        var check = MetadataCheck(
            namespace: definition.scope == .namespaced ? .required : .none,
            names: names,
            field: "metadata"
        )
        check.checkCompleted(object.metadata)
        return check.violations
    }

    /// Returns the violations by a name or namespace that is not the old one
    /// (`ValidateObjectMetaAccessorUpdate` of apimachinery).
    static func changedNames(of object: JSONObject, _ old: JSONObject) -> [Violation] {
        ["name", "namespace"].compactMap { key in
            let name = object.metadata.text(key)
            if name == old.metadata.text(key) { return nil }
            return Violation(
                field: "metadata.\(key)",
                reason: .invalid,
                message: "Invalid value: \(GoText.quoted(name)): field is immutable",
                at: ValuePlace([.key("metadata"), .key(key)])
            )
        }
    }

    private func embeddedViolations(of object: JSONObject) -> [Violation] {
        var check = EmbeddedResources()
        check.check(.object(object), schema)
        return check.violations
    }

    private func listViolations(of object: JSONObject) -> [Violation] {
        var check = ListTypeCheck()
        check.check(.object(object), schema)
        return check.violations
    }

    /// Returns the duplicates in lists, unless the old object has duplicates too.
    private func listViolations(
        of object: JSONObject,
        replacing old: JSONObject
    ) -> [Violation] {
        let violations = listViolations(of: object)
        return violations.isEmpty || !listViolations(of: old).isEmpty ? [] : violations
    }

    /// Returns all violations, including those of CEL rules, which are evaluated last
    /// (`celValidator.Validate` of pkg/registry/customresource).
    ///
    /// The server skips the rules after a violation that would make them fail, and reports that.
    private func ruleFindings(
        in object: JSONObject,
        replacing old: (object: JSONObject, correlation: CorrelatedValue)? = nil,
        after violations: [Violation]
    ) -> Findings {
        var findings = Findings(violations: violations)
        guard schema.contents.contains(.rules) else { return findings }
        if violations.contains(where: \.reason.blocksRules) {
            let message =
                "Invalid value: null: some validation rules were not checked because the object "
                + "was invalid; correct the existing errors to complete validation"
            findings.violations.append(
                Violation(field: ValuePath.root, reason: .invalid, message: message)
            )
            return findings
        }
        var check = RuleCheck(correlation: old?.correlation)
        let oldValue = old.map { JSONValue.object($0.object) }
        check.check(.object(object), old: oldValue, schema, isRoot: true)
        findings.violations += check.violations
        findings.warnings = check.warnings
        findings.failedRules = check.failures
        findings.ruleCost = check.cost
        return findings
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
        let keys = path.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
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
