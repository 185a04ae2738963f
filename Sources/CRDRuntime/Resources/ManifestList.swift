/// Several objects that are written together: as a stream of YAML documents, or as one `List`.
///
/// ```swift
/// print(try ManifestList([job, other]).yaml)
/// ```
public struct ManifestList: Sendable {
    private let objects: [any KubernetesObject]

    /// Creates a list of objects of one type.
    public init<Object: KubernetesObject>(_ objects: some Sequence<Object>) {
        self.objects = Array(objects)
    }

    /// Creates a list of objects of any types.
    public init(_ objects: some Sequence<any KubernetesObject>) {
        self.objects = Array(objects)
    }

    // Disfavoured, as a literal with resources of several types could be meant for either.
    /// Creates a list of resources of any types.
    @_disfavoredOverload
    public init(_ resources: some Sequence<any Resource>) {
        objects = Array(resources)
    }

    /// A stream of YAML with a document for each object, separated by `---`.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would reject in the metadata,
    ///   or what writing throws; see ``KubernetesObject/yaml``.
    public var yaml: String {
        get throws { try text(YAMLWriter(), writeStream) }
    }

    /// One YAML document of kind `List` with the objects as its items.
    ///
    /// - Throws: As ``yaml``.
    public var yamlList: String {
        get throws { try text(YAMLWriter(), writeList) }
    }

    /// One JSON object of kind `List` with the objects as its items, on one line.
    ///
    /// - Throws: As ``yaml``.
    public var json: String {
        get throws { try text(JSONWriter(), writeList) }
    }

    /// Writes ``yaml`` in chunks, so that the whole text is never in memory.
    ///
    /// - Parameter sink: Takes each chunk: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, what writing throws, and what `sink`
    ///   throws.
    public func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try withoutActuallyEscaping(sink) { sink in
            let writer = YAMLWriter(sink: sink)
            writeStream(to: writer)
            try writer.finish()
        }
    }

    /// Writes ``json`` in chunks; a line feed ends it.
    ///
    /// - Parameter sink: Takes each chunk: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: As ``writeYAML(to:)``.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try withoutActuallyEscaping(sink) { sink in
            let writer = JSONWriter(sink: sink)
            writeList(to: writer)
            writer.endDocument()
            try writer.finish()
        }
    }
}

extension ManifestList {
    private func checkMetadata() throws(InvalidResource) {
        var violations: [Violation] = []
        for (position, object) in objects.enumerated() {
            for violation in object.metadataViolations {
                violations.append(
                    Violation(
                        field: "items[\(position)].\(violation.field)",
                        reason: violation.reason,
                        message: violation.message
                    )
                )
            }
        }
        if !violations.isEmpty { throw InvalidResource(kind: "List", violations: violations) }
    }

    /// Writes a document for each object.
    private func writeStream(to writer: ManifestWriter) {
        for object in objects { writer.writeDocument(object) }
    }

    /// Writes one document: a `List` of the objects.
    private func writeList(to writer: ManifestWriter) {
        writer.beginDocument()
        writer.beginMapping()
        writer.writeKey("apiVersion")
        writer.writeString("v1")
        writer.writeKey("kind")
        writer.writeString("List")
        writer.writeKey("items")
        writer.beginSequence()
        for object in objects { writer.write(object) }
        writer.endSequence()
        writer.endMapping()
    }

    private func text(
        _ writer: ManifestWriter,
        _ write: (ManifestWriter) -> Void
    ) throws -> String {
        try checkMetadata()
        write(writer)
        try writer.finish()
        return writer.text
    }
}
