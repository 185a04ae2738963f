import CRDGeneratorCore
import CRDRuntime
import CRDValues
package import CRDYAML

extension ResourceCatalog {
    /// Creates a catalog of the versions of a kind in OpenAPI documents.
    ///
    /// - Parameters:
    ///   - name: The kind, or its plural or short name, in upper or lower case.
    ///   - documents: The documents.
    ///   - diagnostics: Receives the errors in the definitions of these kinds.
    /// - Throws: `Diagnostic` if no document has such a kind.
    package init(
        of name: String,
        in documents: OpenAPIDocuments,
        _ diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) {
        let versions = documents.versions(named: name.lowercased())
        if versions.isEmpty {
            let question = NearestName.question(name, among: documents.kindNames)
            throw Diagnostic(.error, "unknown kind '\(name.excerpt)'\(question)", file: nil)
        }
        diagnostics += versions.flatMap(\.errors)
        self.init(versions.map(Entry.init))
    }
}

extension ResourceCatalog.Entry {
    /// Creates the entry for a kind of an OpenAPI document, with the type that a CRD would give.
    ///
    /// If the scope is unknown, samples have no namespace, which is valid for both scopes.
    fileprivate init(_ found: OpenAPIDocuments.Found) {
        var definition = found.version.definition
        if !found.isResourceKnown { definition.scope = .cluster }
        let version = CustomResourceDefinition.Version(
            definition: definition,
            schema: found.version.schema,
            position: found.version.position
        )
        var builder = ModelBuilder(file: found.file)
        let type = builder.build(version)
        self.init(
            version: version,
            type: type,
            file: found.file,
            swiftName: type.qualifiedName,
            access: .internal,
            conformances: [],
            sharedTypes: [:]
        )
        isScopeKnown = found.isResourceKnown
    }
}

extension OpenAPIDocuments {
    /// Returns the versions of the kinds with a name in lower case, the newest stable one first.
    fileprivate func versions(named name: String) -> [Found] {
        let kinds = documents.flatMap { document in
            document.kinds.keys.filter { document.isName(name, of: $0) }
        }
        let sorted = Set(kinds).sorted { one, other in
            (one.group, one.version.count, other.version)
                < (other.group, other.version.count, one.version)
        }
        return sorted.compactMap(version(of:))
    }
}
