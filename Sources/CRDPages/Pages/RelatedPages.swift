import CRDGeneratorCore
package import CRDValues

/// The pages in the same folder that a page links to.
package struct RelatedPages: Sendable {
    /// The other versions of the kind, in the order of the CRD.
    let versions: [ResourceDefinition]

    /// Finds the pages for a version of a kind.
    ///
    /// - Parameters:
    ///   - definition: The version.
    ///   - others: All versions in the file of the CRD.
    package init(of definition: ResourceDefinition, among others: [ResourceDefinition]) {
        versions = others.filter { other in
            other.group == definition.group && other.names.kind == definition.names.kind
                && other.version != definition.version
        }
    }

    /// Links to the other versions, as Markdown; `nil` if there are none.
    var versionLinks: String? {
        if versions.isEmpty { return nil }
        return versions.map { "[\(Markdown.code($0.version))](\($0.pageName).md)" }
            .joined(separator: ", ")
    }

    /// A link to the page that lists all pages.
    var indexLink: String { "[list of all kinds](\(PageIndex.fileName))" }
}

extension ResourceDefinition {
    /// The API group, as shown: `core` for the group without a name.
    var groupTitle: String { group.isEmpty ? "core" : group }

    /// The name of the file of the page, without its ending:
    /// `sagemaker_services_k8s_aws_training_job_v1alpha1`.
    var pageName: String {
        let kind = "\(SnakeCase.name(names.kind))_\(version)"
        return group.isEmpty ? kind : "\(SnakeCase.name(group))_\(kind)"
    }
}
