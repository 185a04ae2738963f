public import CRDRuntime

/// Checks resources of one kind as the API server does (apiextensions-apiserver v1.35).
///
/// Rules of the Common Expression Language are not evaluated; ``unchecked`` has them.
public struct ResourceValidator: Sendable {
    let definition: ResourceDefinition
    let schema: PreparedSchema

    /// What the schema asks for and is not checked here: rules of the Common Expression Language,
    /// and patterns that are none.
    public var unchecked: [UncheckedConstraint] { schema.unchecked }

    /// The number of CEL rules in the schema, none of which is evaluated.
    ///
    /// - Complexity: Linear in the number of ``unchecked`` constraints.
    public var ruleCount: Int { schema.unchecked.count(where: \.isRule) }

    /// Prepares a schema; cheap to copy from then on.
    ///
    /// - Parameters:
    ///   - definition: Group, version, names, scope and subresources.
    ///   - schema: The schema of the version.
    public init(definition: ResourceDefinition, schema: Schema) {
        self.definition = definition
        self.schema = schema.derived?.value { PreparedSchema(schema) } ?? PreparedSchema(schema)
    }

    /// What the server would answer to the creation of a resource, after everything but the rules.
    ///
    /// - Parameters:
    ///   - value: The resource, as a manifest has it.
    ///   - fieldValidation: What happens to unknown fields.
    ///   - namespace: The namespace that the request names; `nil` for the object's own, or
    ///     `default`.
    /// - Returns: The object as it would be kept, or why not.
    public func create(
        _ value: JSONValue,
        fieldValidation: FieldValidation = .strict,
        namespace: String? = nil
    ) -> ServerResponse {
        response(toCreating: value, fieldValidation, namespace: namespace).response
    }

    /// What a request to create a resource comes to.
    ///
    /// - Parameters:
    ///   - value: The resource.
    ///   - duplicates: The keys that stand twice.
    ///   - fieldValidation: What happens to these and to unknown fields.
    ///   - namespace: The namespace that the request names.
    /// - Returns: The answer, and all that was found.
    func response(
        toCreating value: JSONValue,
        duplicates: [RejectedField] = [],
        _ fieldValidation: FieldValidation,
        namespace: String? = nil
    ) -> RequestResult {
        var reading = Reading(rejectedFields: duplicates)
        do throws(ServerResponse.Rejection) {
            try decode(value, &reading)
            reading.dropRepeatedOwners()
            try place(&reading.object, in: namespace)
        } catch {
            let strict = fieldValidation == .strict ? reading.rejection(definition) : nil
            return RequestResult(.rejected(strict ?? error), reading, fault: error)
        }
        var object = reading.object
        if definition.hasStatusSubresource { object["status"] = Optional.none }
        object.clearSystemFields()
        let violations = allViolations(of: object)
        if fieldValidation == .strict, let rejection = reading.rejection(definition) {
            return RequestResult(.rejected(rejection), reading, violations)
        }
        guard violations.isEmpty else {
            return RequestResult(.rejected(invalid(object, violations)), reading, violations)
        }
        if object.metadata.text("name").isEmpty {
            let name = GeneratedName.shown(object.metadata.text("generateName"))
            object.metadata["name"] = .string(name)
        }
        return RequestResult(.accepted(stored(object)), reading)
    }

    /// The object as it is read back: what was reset has its defaults again, numbers are written as
    /// Go writes them.
    private func stored(_ object: JSONObject) -> JSONValue {
        let value = Defaulting.defaulted(.object(object), schema) ?? .object(object)
        return value.replacingNumbers(JSONNumber.written) ?? value
    }

    /// What the server would answer to a change of `status` (PUT to the subresource).
    ///
    /// - Parameters:
    ///   - value: The resource, of which only `status` is looked at.
    ///   - stored: The resource as the server keeps it.
    ///   - fieldValidation: What happens to unknown fields.
    /// - Returns: The object as it would be kept, or why not.
    public func updateStatus(
        _ value: JSONValue,
        of stored: JSONValue,
        fieldValidation: FieldValidation = .strict
    ) -> ServerResponse {
        updateStatus(value, of: stored, duplicates: [], fieldValidation)
    }

    func updateStatus(
        _ value: JSONValue,
        of stored: JSONValue,
        duplicates: [RejectedField],
        _ fieldValidation: FieldValidation
    ) -> ServerResponse {
        var reading = Reading(rejectedFields: duplicates)
        do throws(ServerResponse.Rejection) {
            do throws(ServerResponse.Rejection) {
                try decode(value, &reading)
            } catch {
                throw (fieldValidation == .strict ? reading.rejection(definition) : nil) ?? error
            }
            if fieldValidation == .strict, let rejection = reading.rejection(definition) {
                throw rejection
            }
            guard case .object(var object) = stored else {
                throw .badRequest("the stored resource is no object")
            }
            object["status"] = reading.object["status"]
            let violations = statusViolations(of: object)
            guard violations.isEmpty else { throw invalid(object, violations) }
            let value = JSONValue.object(object)
            return .accepted(value.replacingNumbers(JSONNumber.written) ?? value)
        } catch {
            return .rejected(error)
        }
    }

    private func invalid(_ object: JSONObject, _ violations: [Violation])
        -> ServerResponse.Rejection
    {
        .invalid(
            definition.names.kind,
            group: definition.group,
            named: object.metadata.text("name"),
            violations.eachOnce()
        )
    }
}
