public import CRDRuntime
public import CRDSchema

extension Resource {
    /// The OpenAPI schema, without descriptions.
    ///
    /// It is decoded on first use.
    public static var schema: Schema { _embeddedSchema.decoded }

    /// The validator for resources of this type.
    ///
    /// It also validates untyped values.
    public static var validator: ResourceValidator {
        ResourceValidator(definition: definition, schema: _embeddedSchema.prepared)
    }
}

extension _EmbeddedSchema {
    fileprivate var decoded: Schema { schema.value { Schema(json: json) } }

    fileprivate var prepared: PreparedSchema { preparedSchema.value { PreparedSchema(decoded) } }
}
