package import CRDCatalog
package import CRDRuntime
import CRDValues

/// The list of the kinds of OpenAPI documents, with a line for each version of each kind.
///
/// It has the names by which `explain` and `sample` find a kind. Documents show neither which version
/// is stored nor which are deprecated.
package struct OpenAPIListing: Sendable {
    private struct Kind {
        let definition: ResourceDefinition
        /// Whether plural name and scope are certain.
        let isResourceKnown: Bool
        let file: String
    }

    private let kinds: [Kind]

    /// Lists the kinds of objects that can be created, sorted by group, kind, and version.
    package init(_ documents: OpenAPIDocuments) {
        var known: Set<GroupVersionKind> = []
        var kinds: [Kind] = []
        for document in documents.documents {
            for kind in document.creatableKinds where known.insert(kind).inserted {
                kinds.append(
                    Kind(
                        definition: document.definition(of: kind),
                        isResourceKnown: document.isResourceKnown(of: kind),
                        file: document.file
                    )
                )
            }
        }
        self.kinds = kinds.sorted { left, right in
            let (left, right) = (left.definition, right.definition)
            return (left.group, left.names.kind, left.version)
                < (right.group, right.names.kind, right.version)
        }
    }

    /// Whether there are no kinds.
    package var isEmpty: Bool { kinds.isEmpty }

    /// The list as a table; empty if there are no kinds.
    ///
    /// A scope that is not certain is `<unknown>`, and so is such a plural name.
    ///
    ///     KIND        GROUP   VERSION  SCOPE       NAMES
    ///     ConfigMap   <none>  v1       Namespaced  configmaps, cm
    ///     Deployment  apps    v1       Namespaced  deployments, deploy
    package var text: String {
        if kinds.isEmpty { return "" }
        var table = TextTable(
            columns: [
                .left("KIND"), .left("GROUP"), .left("VERSION"), .left("SCOPE"), .left("NAMES"),
            ]
        )
        for kind in kinds {
            let definition = kind.definition
            let plurals = [kind.isResourceKnown ? definition.names.plural : "<unknown>"]
            table.add([
                definition.names.kind,
                definition.group.isEmpty ? "<none>" : definition.group,
                definition.version,
                kind.isResourceKnown ? definition.scope.rawValue : "<unknown>",
                (plurals + definition.names.shortNames).joined(separator: ", "),
            ])
        }
        return table.text
    }

    /// The list as a JSON array with an object for each line; what is not certain is null.
    package var json: JSONValue {
        .array(
            kinds.map { kind in
                var object = kind.definition.listedNames
                if !kind.isResourceKnown {
                    object["plural"] = .null
                    object["scope"] = .null
                }
                object["file"] = .string(kind.file)
                return .object(object)
            }
        )
    }
}
