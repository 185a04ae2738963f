import CRDParsing
public import CRDRuntime
import CRDYAML

extension Resource {
    /// Validates the resource as the API server does when it is created.
    ///
    /// Defaults are filled in first. `status` is validated as if it were updated.
    ///
    /// - Returns: The warnings of the server, for example about a deprecated version.
    /// - Throws: `InvalidResource` with all violations.
    @discardableResult
    public func validate() throws(InvalidResource) -> [String] {
        let validator = Self.validator
        return try validator.check(try Self.object(self), replacing: nil)
    }

    /// Validates the resource as the API server does when it replaces another one.
    ///
    /// CEL rules that compare with the old value are evaluated. Values that were invalid before and
    /// are unchanged are accepted, with a warning if they violate a CEL rule. Defaults are filled
    /// in first. `status` is validated as if it were updated too.
    ///
    ///     var changed = job
    ///     changed.spec.role_arn = "arn:aws:iam::123456789012:role/other"
    ///     for warning in try changed.validate(replacing: job) { print(warning) }
    ///
    /// - Parameter old: The resource before the update.
    /// - Returns: The warnings of the server.
    /// - Throws: `InvalidResource` with all violations.
    @discardableResult
    public func validate(replacing old: Self) throws(InvalidResource) -> [String] {
        let validator = Self.validator
        return try validator.check(try Self.object(self), replacing: try Self.object(old))
    }

    /// Returns the violations for which the API server would reject the creation of the resource,
    /// sorted by field; empty for a valid resource.
    public func violations() -> [Violation] {
        do throws(InvalidResource) {
            _ = try validate()
            return []
        } catch {
            return error.violations
        }
    }

    /// Returns a resource as JSON, without unknown fields and with defaults.
    private static func object(_ resource: Self) throws(InvalidResource) -> JSONValue {
        do {
            let value = try ValueBuilder.value(of: resource)
            return validator.prunedWithDefaults(value)
        } catch {
            throw unreadable(unwritable(error))
        }
    }

    /// Returns the resource with the defaults of its schema, as the API server fills them in.
    ///
    /// - Throws: `InvalidResource` if a default does not match the type of its field. API servers
    ///   reject CRDs with such a default.
    public func withDefaults() throws(InvalidResource) -> Self {
        let own: JSONValue
        do {
            own = try ValueBuilder.value(of: self)
        } catch {
            throw Self.unreadable(Self.unwritable(error))
        }
        if own.isTooDeep { throw Self.unreadable(ResourceValidator.tooDeep) }
        let value = Self.validator.withDefaults(own)
        let reader = ManifestReader(.ignore)
        let node: Node
        do throws(JSONReader.Failure) {
            node = try JSONReader.read(Array(GoText.json(value).utf8), file: Self.kind)
        } catch {
            throw Self.unreadable(error.diagnostic.message)
        }
        let resource = reader.read(Self.self, from: ManifestNode(node))
        if let diagnostic = reader.diagnostics(in: Self.self).first {
            throw Self.unreadable(diagnostic.text(.wire))
        }
        return resource
    }

    private static func unreadable(_ message: String) -> InvalidResource {
        InvalidResource(kind: kind, violations: [invalid(message)])
    }

    private static func invalid(_ message: String) -> Violation {
        Violation(field: ValuePath.root, reason: .invalid, message: message)
    }

    private static func unwritable(_ error: any Error) -> String {
        "a value cannot be written: \(error)"
    }
}

extension ResourceValidator {
    /// Checks an object that is created, or that replaces another one.
    ///
    /// - Returns: The warnings of the server.
    /// - Throws: `InvalidResource` with all violations.
    fileprivate func check(
        _ value: JSONValue,
        replacing old: JSONValue?
    ) throws(InvalidResource) -> [String] {
        guard case .object(let object) = value, !value.isTooDeep else {
            throw InvalidResource(kind: definition.names.kind, violations: violations(of: value))
        }
        let findings: Findings
        if case .object(let old)? = old {
            findings = self.findings(in: withNamespace(object), replacing: withNamespace(old))
        } else {
            findings = self.findings(in: withNamespace(object))
        }
        guard findings.violations.isEmpty else {
            throw InvalidResource(
                kind: definition.names.kind,
                violations: findings.violations.eachOnce().sorted()
            )
        }
        let warnings = deprecationWarnings + finalizerWarnings(about: object)
        return warnings.map(\.text) + findings.warnings.map(\.description)
    }
}
