/// The OpenAPI schema that is embedded in generated code.
///
/// It is text until the resource is validated for the first time, so that a program that only
/// builds and writes resources contains no code that decodes schemas.
@_documentation(visibility: internal)
public final class _EmbeddedSchema: Sendable {
    /// The schema as JSON on one line, without descriptions.
    package let json: String
    /// The decoded schema.
    package let schema = OnceReference()
    /// The data that validation derives from the schema.
    package let preparedSchema = OnceReference()

    /// Creates a schema from the text in generated code.
    public init(json: String) {
        self.json = json
    }
}
