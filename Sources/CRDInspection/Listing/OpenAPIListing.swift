package import CRDCatalog
package import CRDRuntime
import CRDValues

/// The list of the kinds of OpenAPI documents, with a line for each version of each kind.
///
/// It has the names by which `explain` and `sample` find a kind. Documents show neither which version
/// is stored nor which are deprecated.
package struct OpenAPIListing: Sendable {
    private let kinds: [(definition: ResourceDefinition, file: String)]

    /// Lists the kinds of objects that can be created, sorted by group, kind, and version.
    package init(_ documents: OpenAPIDocuments) {
        var known: Set<GroupVersionKind> = []
        var kinds: [(kind: GroupVersionKind, definition: ResourceDefinition, file: String)] = []
        for document in documents.documents {
            for kind in document.creatableKinds where known.insert(kind).inserted {
                kinds.append((kind, document.definition(of: kind), document.file))
            }
        }
        self.kinds = kinds.sorted { left, right in
            (left.kind.group, left.kind.kind, left.kind.version)
                < (right.kind.group, right.kind.kind, right.kind.version)
        }
        .map { ($0.definition, $0.file) }
    }

    /// Whether there are no kinds.
    package var isEmpty: Bool { kinds.isEmpty }

    /// The list as a table; empty if there are no kinds.
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
        for (definition, _) in kinds {
            table.add([
                definition.names.kind,
                definition.group.isEmpty ? "<none>" : definition.group,
                definition.version,
                definition.scope.rawValue,
                ([definition.names.plural] + definition.names.shortNames).joined(separator: ", "),
            ])
        }
        return table.text
    }

    /// The list as a JSON array with an object for each line.
    package var json: JSONValue {
        .array(
            kinds.map { definition, file in
                var object = definition.listedNames
                object["file"] = .string(file)
                return .object(object)
            }
        )
    }
}
