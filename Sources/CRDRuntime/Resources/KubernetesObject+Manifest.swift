extension KubernetesObject {
    /// The manifest in YAML: apiVersion, kind, metadata and the rest in the order of the schema.
    ///
    /// What is `nil` is left out; empty lists and maps are written. Keys of maps are sorted.
    ///
    /// - Throws: `InvalidResource` if the API server would reject the metadata, or what writing a
    ///   type of your own throws.
    public var yaml: String {
        get throws {
            try checkMetadata()
            let writer = YAMLWriter()
            writer.writeDocument(self)
            try writer.finish()
            return writer.text
        }
    }

    /// The manifest in JSON, on one line; the keys are in the order of ``yaml``.
    ///
    /// - Throws: As ``yaml``.
    public var json: String {
        get throws {
            try checkMetadata()
            let writer = JSONWriter()
            writer.write(self)
            try writer.finish()
            return writer.text
        }
    }

    /// Writes the manifest in YAML, piece by piece, so that its text is never there as a whole.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, what writing a type of your own
    ///   throws, and what `sink` throws.
    public func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try withoutActuallyEscaping(sink) { sink in
            let writer = YAMLWriter(sink: sink)
            writer.writeDocument(self)
            try writer.finish()
        }
    }

    /// Writes the manifest in JSON, piece by piece; a line feed ends it.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, what writing a type of your own
    ///   throws, and what `sink` throws.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try withoutActuallyEscaping(sink) { sink in
            let writer = JSONWriter(sink: sink)
            writer.writeDocument(self)
            try writer.finish()
        }
    }

    private func checkMetadata() throws(InvalidResource) {
        let violations = metadataViolations
        if !violations.isEmpty { throw InvalidResource(kind: kind, violations: violations) }
    }
}

extension ManifestWriter {
    /// Writes a value as a document.
    func writeDocument(_ value: some _FieldValue) {
        beginDocument()
        write(value)
        endDocument()
    }

    /// Writes a value where the writer stands.
    func write(_ value: some _FieldValue) {
        var copy = value
        visit(&copy)
    }
}
