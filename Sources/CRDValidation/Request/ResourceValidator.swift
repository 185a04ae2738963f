public import CRDRuntime
public import CRDSchema

/// A validator for resources of one kind, which applies the rules of the API server
/// (apiextensions-apiserver v1.35).
public struct ResourceValidator: Sendable {
    package let definition: ResourceDefinition
    package let schema: PreparedSchema

    /// The constraints of the schema that cannot be evaluated: invalid patterns and CEL rules.
    ///
    /// There are none in a CRD that the API server accepts.
    ///
    /// - Complexity: Linear in the size of the schema; all CEL rules are compiled.
    public var unchecked: [UncheckedConstraint] { schema.unchecked(isRoot: true) }

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

    /// Returns the response of the server to the creation of a resource.
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
        result(ofCreating: value, fieldValidation, namespace: namespace).response
    }

    /// Returns the response of the server to an update of a resource (PUT).
    ///
    /// Rules that compare with the old value are evaluated. Values that were invalid before and are
    /// unchanged are accepted; for CEL rules, the response has a warning about them.
    ///
    /// - Parameters:
    ///   - value: The resource, as in a manifest. `status` is ignored if it is a subresource.
    ///   - stored: The resource as it was before, from a manifest or from the server.
    ///   - fieldValidation: The treatment of unknown fields.
    /// - Returns: The object as the server would store it, or the rejection.
    public func update(
        _ value: JSONValue,
        of stored: JSONValue,
        fieldValidation: FieldValidation = .strict
    ) -> ServerResponse {
        result(ofUpdating: value, of: stored, fieldValidation).response
    }

    /// Returns the response of the server to an update of `status` (PUT to the subresource).
    ///
    /// CEL rules are evaluated as in ``update(_:of:fieldValidation:)``, for the whole resource.
    ///
    /// - Parameters:
    ///   - value: The resource, of which only `status` is used.
    ///   - stored: The resource as it was before, from a manifest or from the server.
    ///   - fieldValidation: The treatment of unknown fields.
    /// - Returns: The object as the server would store it, or the rejection.
    public func updateStatus(
        _ value: JSONValue,
        of stored: JSONValue,
        fieldValidation: FieldValidation = .strict
    ) -> ServerResponse {
        result(ofUpdatingStatus: value, of: stored, fieldValidation).response
    }
}
