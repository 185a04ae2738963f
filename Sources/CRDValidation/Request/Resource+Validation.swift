public import CRDRuntime
import CRDYAML

extension Resource {
    /// What checks resources of this type; it can be asked about values of no type too.
    public static var validator: ResourceValidator {
        ResourceValidator(definition: definition, schema: schema)
    }

    /// Checks the resource as the API server does.
    ///
    /// Defaults are filled in first, and `status` is checked as if it were written.
    ///
    /// - Returns: What the server checks besides: rules of the Common Expression Language. Empty
    ///   where nothing is left to it.
    /// - Throws: `InvalidResource` with everything that the server would refuse.
    @discardableResult
    public func validate() throws(InvalidResource) -> [UncheckedConstraint] {
        let violations = violations()
        let unchecked = Self.validator.unchecked
        guard violations.isEmpty else {
            throw InvalidResource(
                kind: Self.kind,
                violations: violations,
                unchecked: unchecked
            )
        }
        return unchecked
    }

    /// What the API server would refuse, sorted by field; nothing for a valid resource.
    ///
    /// Rules of the Common Expression Language are not evaluated; ``ResourceValidator/unchecked`` of
    /// ``validator`` has them.
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

    /// The resource with the defaults of its schema, as the API server fills them in.
    ///
    /// - Throws: `InvalidResource` if a default does not fit the type of its attribute, which no
    ///   cluster accepts in a CRD.
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
