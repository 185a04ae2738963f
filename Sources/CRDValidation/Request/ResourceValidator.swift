public import CRDRuntime
public import CRDSchema

/// A validator for resources of one kind, which applies the rules of the API server
/// (apiextensions-apiserver v1.35).
///
/// CEL rules are not evaluated. ``unchecked`` lists them.
public struct ResourceValidator: Sendable {
    let definition: ResourceDefinition
    let schema: PreparedSchema

    /// The constraints of the schema that are not evaluated: CEL rules and invalid patterns.
    public var unchecked: [UncheckedConstraint] { schema.unchecked }

    /// The number of CEL rules in the schema.
    ///
    /// They are not evaluated.
    ///
    /// - Complexity: Linear in the number of ``unchecked`` constraints.
    public var ruleCount: Int { schema.unchecked.count(where: \.isRule) }

    /// Creates a validator.
    ///
    /// Copies of it share the prepared schema.
    ///
    /// - Parameters:
    ///   - definition: The definition of the resource.
    ///   - schema: The schema of the version.
    public init(definition: ResourceDefinition, schema: Schema) {
        self.init(definition: definition, schema: PreparedSchema(schema))
    }

    init(definition: ResourceDefinition, schema: PreparedSchema) {
        self.definition = definition
        self.schema = schema
    }

    /// Returns the response of the server to the creation of a resource, without evaluating CEL
    /// rules.
    ///
    /// - Parameters:
    ///   - value: The resource, as in a manifest.
    ///   - fieldValidation: The treatment of unknown fields.
    ///   - namespace: The namespace of the request; `nil` for the object's own namespace, or
    ///     `default`.
    /// - Returns: The object as the server would store it, or the rejection.
    public func create(
        _ value: JSONValue,
        fieldValidation: FieldValidation = .strict,
        namespace: String? = nil
    ) -> ServerResponse {
        response(toCreating: value, fieldValidation, namespace: namespace).response
    }

    /// Returns the result of a request to create a resource.
    ///
    /// - Parameters:
    ///   - value: The resource.
    ///   - duplicates: The duplicate keys.
    ///   - fieldValidation: The treatment of duplicate keys and unknown fields.
    ///   - namespace: The namespace of the request.
    /// - Returns: The response, with all findings.
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
            return RequestResult(.rejected(strict ?? error), reading, readingError: error)
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

    /// Returns the object as it is read from storage: removed fields have their defaults again, and
    /// numbers are written as in Go.
    private func stored(_ object: JSONObject) -> JSONValue {
        let value = Defaulting.defaulted(.object(object), schema) ?? .object(object)
        return value.replacingNumbers(JSONNumber.written) ?? value
    }

    /// Returns the response of the server to an update of `status` (PUT to the subresource).
    ///
    /// - Parameters:
    ///   - value: The resource, of which only `status` is used.
    ///   - stored: The resource as stored by the server.
    ///   - fieldValidation: The treatment of unknown fields.
    /// - Returns: The object as the server would store it, or the rejection.
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
