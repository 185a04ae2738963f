import CRDParsing
public import CRDRuntime
import CRDYAML

extension Resource {
    /// Validates the resource as the API server does.
    ///
    /// Defaults are filled in first. `status` is validated as if it were updated.
    ///
    /// - Returns: The constraints that are not evaluated, which are CEL rules; empty if there are
    ///   none.
    /// - Throws: `InvalidResource` with all violations.
    @discardableResult
    public func validate() throws(InvalidResource) -> [UncheckedConstraint] {
        let violations = violations()
        let unchecked = Self.validator.unchecked
        guard violations.isEmpty else {
            throw InvalidResource(
                kind: Self.kind,
                violations: violations,
                note: unchecked.note
            )
        }
        return unchecked
    }

    /// Returns the violations for which the API server would reject the resource, sorted by field;
    /// empty for a valid resource.
    ///
    /// CEL rules are not evaluated. ``ResourceValidator/unchecked`` of ``validator`` lists them.
    public func violations() -> [Violation] {
        let validator = Self.validator
        let own: JSONValue
        do {
            own = try ValueBuilder.value(of: self)
        } catch {
            return [Self.invalid(Self.unwritable(error))]
        }
        return validator.violations(of: validator.withDefaults(validator.pruned(own)))
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
