extension Schema {
    /// A definition of an OpenAPI document, such as `io.k8s.api.core.v1.PodSpec`, for a Go type of
    /// the API server.
    ///
    /// Schemas in CRDs have none.
    package struct Definition: Sendable {
        /// The name in the document.
        package let name: String
        /// Reads the schema; `nil` if the keywords are those of the definition.
        ///
        /// A definition that contains itself is read again at each level that has a value.
        package let read: (@Sendable () -> Schema)?

        /// Creates a definition.
        package init(name: String, read: (@Sendable () -> Schema)? = nil) {
            self.name = name
            self.read = read
        }
    }
}
