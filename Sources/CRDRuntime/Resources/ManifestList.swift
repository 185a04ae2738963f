/// A list of objects that are written together: as a stream of YAML documents, or as one `List`.
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

    // Disfavoured, because a literal with resources of several types would be ambiguous.
    /// Creates a list of resources of any types.
    @_disfavoredOverload
    public init(_ resources: some Sequence<any Resource>) {
        objects = Array(resources)
    }

    /// The objects as a stream of YAML: one document for each object, separated by `---`.
    ///
    /// - Throws: `InvalidResource` with all violations of the metadata, or an error of a value; see
    ///   ``KubernetesObject/yaml``.
    public var yaml: String {
        get throws { try text(YAMLWriter(), writeStream) }
    }

    /// The objects as one YAML document: a `List` with the objects as its items.
    ///
    /// - Throws: The same errors as ``yaml``.
    public var yamlList: String {
        get throws { try text(YAMLWriter(), writeList) }
    }

    /// The objects as one JSON object on one line: a `List` with the objects as its items.
    ///
    /// - Throws: The same errors as ``yaml``.
    public var json: String {
        get throws { try text(JSONWriter(), writeList) }
    }

    /// Writes ``yaml`` in chunks, so that the whole text is never in memory.
    ///
    /// - Parameter sink: Receives each chunk of UTF-8, usually of 64 KiB. A chunk may end within a
    ///   character.
    /// - Throws: `InvalidResource` before anything is written, the errors of values, and the errors
    ///   of `sink`.
    public func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try YAMLWriter().write(to: sink, writeStream)
    }

    /// Writes ``json`` in chunks, with a line feed at the end.
    ///
    /// - Parameter sink: Receives each chunk of UTF-8, usually of 64 KiB. A chunk may end within a
    ///   character.
    /// - Throws: The same errors as ``writeYAML(to:)``.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try checkMetadata()
        try JSONWriter().write(to: sink) { writer in
            writeList(to: writer)
            writer.endDocument()
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
        return try writer.text(write)
    }
}
