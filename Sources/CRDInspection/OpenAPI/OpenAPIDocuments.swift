import CRDGeneratorCore
import CRDSchema
import CRDValues
import CRDYAML

/// The OpenAPI documents of a cluster.
package struct OpenAPIDocuments: Sendable {
    private(set) var documents: [OpenAPIDocument] = []

    /// Creates a collection without documents.
    package init() {}

    /// Adds a document; earlier ones take precedence.
    package mutating func add(_ document: OpenAPIDocument) {
        documents.append(document)
    }

    /// Adds the documents of another collection after those of this one.
    package mutating func add(contentsOf others: OpenAPIDocuments) {
        documents += others.documents
    }

    /// Whether there are no documents.
    var isEmpty: Bool { documents.isEmpty }

    /// Returns a kind, with the path of its document; `nil` if no document has it, or if the server
    /// creates no objects of it.
    func version(
        of kind: GroupVersionKind
    ) -> (version: CustomResourceDefinition.Version, file: String)? {
        for document in documents {
            if let version = document.version(of: kind) { return (version, document.file) }
        }
        return nil
    }

    /// Returns the versions of a kind that documents have, sorted; empty if the server creates no
    /// objects of the kind.
    func versions(of name: KnownKinds.Name) -> [String] {
        let versions = documents.flatMap { document in
            document.kinds.keys
                .filter { $0.name == name && document.createsObjects(of: $0) }
                .map(\.version)
        }
        return Set(versions).sorted()
    }

    /// The names of all kinds.
    var names: Set<KnownKinds.Name> { Set(documents.flatMap(\.kinds.keys).map(\.name)) }
}

extension OpenAPIDocument {
    /// Returns a kind; `nil` if the document doesn't have it, or if the server creates no objects
    /// of it.
    ///
    /// Without paths, every kind is one of namespaced objects.
    func version(of kind: GroupVersionKind) -> CustomResourceDefinition.Version? {
        guard let name = kinds[kind], let node = node(ofDefinition: name) else { return nil }
        let resource = resource(of: kind)
        guard resource != nil || paths.isEmpty else { return nil }
        let schema: Schema
        if name == kind.nameOfCustomResource {
            schema = schemaOfCustomResource(node)
        } else {
            var reader = DefinitionReader(self)
            schema = reader.schema(named: name)
        }
        return CustomResourceDefinition.Version(
            definition: ResourceDefinition(kind, resource),
            schema: schema,
            position: node.position
        )
    }

    /// Returns the schema of a CRD, as far as the document shows it.
    private func schemaOfCustomResource(_ node: Node) -> Schema {
        // References in it are only to metadata, which the server handles separately.
        var decoder = SchemaDecoder()
        let schema = decoder.schema(node)
        // Of a schema that the server cannot publish, it shows only the type
        // (apiextensions-apiserver v0.36, `buildKubeNative`).
        if schema.keywords.properties.isEmpty { return schema.allowingUnknownFields }
        return isVersion3 ? schema : schema.allowingValuesWithoutType
    }
}

extension ResourceDefinition {
    /// Creates the definition of a kind in an OpenAPI document.
    fileprivate init(_ kind: GroupVersionKind, _ resource: OpenAPIDocument.Resource?) {
        let singular = kind.kind.lowercased()
        self.init(
            group: kind.group,
            version: kind.version,
            names: Names(
                kind: kind.kind,
                plural: resource?.plural ?? "\(singular)s",
                singular: singular,
                listKind: "\(kind.kind)List",
                shortNames: kind.shortNames
            ),
            scope: resource?.isNamespaced == false ? .cluster : .namespaced,
            hasStatusSubresource: resource?.hasStatusSubresource ?? true
        )
    }
}
