import CRDDefinitionValidity
package import CRDGeneratorCore
import CRDSchema
package import CRDValues
package import CRDYAML

/// The OpenAPI documents of a cluster.
package struct OpenAPIDocuments: Sendable {
    /// The documents, of which earlier ones take precedence.
    package private(set) var documents: [OpenAPIDocument] = []

    /// Creates a collection without documents.
    package init() {}

    /// Reads the documents of a file.
    ///
    /// - Throws: `Diagnostic` if a part of the file is not an OpenAPI document with definitions.
    package init(_ input: Generator.Input) throws(Diagnostic) {
        documents = try OpenAPIDocument.documents(in: input)
    }

    /// Reads the documents of a file in a folder; `nil` for a file of another program.
    ///
    /// - Throws: `Diagnostic` for a file that is empty or not valid JSON or YAML, and would be a
    ///   document by its name or content.
    package init?(ifPresentIn input: Generator.Input) throws(Diagnostic) {
        guard let documents = try OpenAPIDocument.documents(ifPresentIn: input) else { return nil }
        self.documents = documents
    }

    /// Adds the documents of a file; earlier ones take precedence.
    ///
    /// - Throws: `Diagnostic` if a part of the file is not an OpenAPI document with definitions.
    package mutating func add(_ input: Generator.Input) throws(Diagnostic) {
        documents += try OpenAPIDocument.documents(in: input)
    }

    /// Adds the documents of another collection after those of this one.
    package mutating func add(contentsOf others: OpenAPIDocuments) {
        documents += others.documents
    }

    /// Whether there are no documents.
    package var isEmpty: Bool { documents.isEmpty }

    /// A version of a kind in a document.
    package struct Found {
        /// The version of the kind.
        package let version: CustomResourceDefinition.Version
        /// The path of the document.
        let file: String
        /// The errors in the definitions of the kind, by which values are not validated.
        let errors: [Diagnostic]
        /// Whether the plural name and the scope are certain.
        let isResourceKnown: Bool
    }

    /// Returns a kind; `nil` if no document has it, or if the server creates no objects of it.
    package func version(of kind: GroupVersionKind) -> Found? {
        for document in documents {
            guard let version = document.version(of: kind) else { continue }
            let errors = DocumentCheck.errors(in: kind, of: document)
            return Found(
                version: version,
                file: document.file,
                errors: errors,
                isResourceKnown: document.isResourceKnown(of: kind)
            )
        }
        return nil
    }

    /// Returns the versions of a kind that documents have, sorted; empty if the server creates no
    /// objects of the kind.
    func versions(of name: KindName) -> [String] {
        let versions = documents.flatMap { document in
            document.kinds.keys
                .filter { $0.name == name && document.createsObjects(of: $0) }
                .map(\.version)
        }
        return Set(versions).sorted()
    }

    /// The names of all kinds.
    var names: Set<KindName> { Set(documents.flatMap(\.kinds.keys).map(\.name)) }
}

extension OpenAPIDocument {
    /// Returns a kind; `nil` if the document doesn't have it, or if the server creates no objects
    /// of it.
    ///
    /// Without paths, the scope is that of Kubernetes' own kind, or else namespaced.
    func version(of kind: GroupVersionKind) -> CustomResourceDefinition.Version? {
        guard let name = kinds[kind], let node = node(ofDefinition: name) else { return nil }
        guard createsObjects(of: kind) else { return nil }
        let schema: Schema
        if name == kind.nameOfCustomResource {
            schema = schemaOfCustomResource(node)
        } else {
            var reader = DefinitionReader(self)
            schema = reader.schema(named: name).withFieldsOfObjects
        }
        return CustomResourceDefinition.Version(
            definition: definition(of: kind),
            schema: schema,
            position: node.position
        )
    }

    /// Returns the names of a kind, and its scope.
    package func definition(of kind: GroupVersionKind) -> ResourceDefinition {
        let resource = resource(of: kind)
        let isNamespaced =
            resource?.isNamespaced ?? ServedResource.isNamespaced(kind.name) ?? true
        let singular = kind.kind.lowercased()
        return ResourceDefinition(
            group: kind.group,
            version: kind.version,
            names: ResourceDefinition.Names(
                kind: kind.kind,
                plural: resource?.plural ?? ServedResource.regularPlural(of: kind.kind),
                singular: singular,
                listKind: "\(kind.kind)List",
                shortNames: kind.shortNames
            ),
            scope: isNamespaced ? .namespaced : .cluster,
            hasStatusSubresource: resource?.hasStatusSubresource ?? true
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

extension Schema {
    /// The schema of a kind with the fields of all objects, which a document that is written by hand
    /// may leave out.
    fileprivate var withFieldsOfObjects: Schema {
        if keywords.properties.isEmpty { return self }
        var keywords = keywords
        let position = SourcePosition(line: 1, column: 1)
        for (name, type) in [("apiVersion", Kind.string), ("kind", .string), ("metadata", .object)]
        where !self.keywords.properties.contains(where: { $0.name == name }) {
            var field = Keywords()
            field.type = type
            keywords.properties.append(
                Property(name: name, schema: Schema(field), position: position)
            )
        }
        return Schema(keywords)
    }
}
