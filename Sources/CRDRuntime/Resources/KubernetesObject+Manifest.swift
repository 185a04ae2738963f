extension KubernetesObject {
    /// The manifest in YAML.
    ///
    /// The fields are in the order of the schema, after apiVersion, kind and metadata.
    ///
    /// Fields that are `nil` are omitted; empty lists and maps are written. The keys of maps are
    /// sorted.
    ///
    /// - Throws: `InvalidResource` if the API server would reject the metadata, and errors that a
    ///   type of your own throws when it is written.
    public var yaml: String {
        get throws {
            try checkMetadata()
            return try YAMLWriter().text { $0.writeDocument(self) }
        }
    }

    /// The manifest in JSON, on one line, with the keys in the order of ``yaml``.
    ///
    /// - Throws: The same errors as ``yaml``.
    public var json: String {
        get throws {
            try checkMetadata()
            return try JSONWriter().text { $0.write(self) }
        }
    }

    /// Writes the manifest in YAML, in chunks, so that the whole text is never in memory.
    ///
    /// - Parameter sink: Receives each chunk of UTF-8, usually of 64 KiB. A chunk may end within a
    ///   character.
    /// - Throws: `InvalidResource` before anything is written, errors that a type of your own
    ///   throws when it is written, and the errors of `sink`.
    public func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try YAMLWriter().write(to: sink) { $0.writeDocument(self) }
    }

    /// Writes the manifest in JSON, in chunks, with a line feed at the end.
    ///
    /// - Parameter sink: Receives each chunk of UTF-8, usually of 64 KiB. A chunk may end within a
    ///   character.
    /// - Throws: `InvalidResource` before anything is written, errors that a type of your own
    ///   throws when it is written, and the errors of `sink`.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try JSONWriter().write(to: sink) { $0.writeDocument(self) }
    }

    private func checkMetadata() throws(InvalidResource) {
        let violations = metadataViolations
        if !violations.isEmpty { throw InvalidResource(kind: kind, violations: violations) }
    }
}

extension ManifestWriter {
    /// Returns the text that `body` writes.
    ///
    /// - Throws: The errors of values.
    func text(_ body: (ManifestWriter) -> Void) throws -> String {
        body(self)
        try finish()
        return text
    }

    /// Writes a value as a document.
    func writeDocument(_ value: some _FieldValue) {
        beginDocument()
        write(value)
        endDocument()
    }

    /// Writes a value at the current position.
    func write(_ value: some _FieldValue) {
        var copy = value
        visit(&copy)
    }
}
