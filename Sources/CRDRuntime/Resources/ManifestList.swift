/// Several objects to write, whatever type their sequence gives them.
struct ManifestList<Objects: Sequence> {
    let objects: Objects
    let object: (Objects.Element) -> any KubernetesObject

    /// Throws if the API server would refuse the metadata of any of the objects.
    func check() throws(InvalidResource) {
        var violations: [Violation] = []
        for (position, element) in objects.enumerated() {
            for violation in object(element).metadataViolations {
                violations.append(
                    Violation(
                        path: "items[\(position)].\(violation.path)",
                        reason: violation.reason,
                        message: violation.message
                    )
                )
            }
        }
        if !violations.isEmpty { throw InvalidResource(kind: "List", violations: violations) }
    }

    /// Writes a document for each object.
    func writeStream(to writer: ManifestWriter) {
        for element in objects { writer.writeDocument(object(element)) }
    }

    /// Writes one document: a `List` of the objects.
    func writeList(to writer: ManifestWriter) {
        writer.beginDocument()
        writer.beginMapping()
        writer.writeKey("apiVersion")
        writer.write("v1")
        writer.writeKey("kind")
        writer.write("List")
        writer.writeKey("items")
        writer.beginSequence()
        for element in objects { writer.write(object(element)) }
        writer.endSequence()
        writer.endMapping()
    }

    var yaml: String {
        get throws(InvalidResource) { try text(YAMLWriter(), writeStream) }
    }

    var yamlList: String {
        get throws(InvalidResource) { try text(YAMLWriter(), writeList) }
    }

    var json: String {
        get throws(InvalidResource) { try text(JSONWriter(), writeList) }
    }

    private func text(
        _ writer: ManifestWriter,
        _ write: (ManifestWriter) -> Void
    ) throws(InvalidResource) -> String {
        try check()
        write(writer)
        return writer.text
    }

    func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try check()
        try withoutActuallyEscaping(sink) { sink in
            let writer = YAMLWriter(sink: sink)
            writeStream(to: writer)
            try writer.finish()
        }
    }

    func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try check()
        try withoutActuallyEscaping(sink) { sink in
            let writer = JSONWriter(sink: sink)
            writeList(to: writer)
            writer.endDocument()
            try writer.finish()
        }
    }
}
