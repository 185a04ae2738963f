import CRDCatalog
package import CRDGeneratorCore
import CRDValues

extension APIChange {
    /// A version of a kind, with its Swift type.
    package typealias TypedVersion = (version: CustomResourceDefinition.Version, type: ResourceType)

    /// Returns the changes between two versions of a kind, in the order of their paths.
    ///
    /// Each version has types of its own, so that the names of types don't count as changes.
    package static func changes(from old: TypedVersion, to new: TypedVersion) -> [APIChange] {
        VersionComparison(entry(old).withKeptFields, entry(new).withKeptFields).changes
            .filter { $0.rule != .typeRenamed }
    }

    private static func entry(_ version: TypedVersion) -> ResourceCatalog.Entry {
        ResourceCatalog.Entry(
            version: version.version,
            type: version.type,
            file: "",
            swiftName: version.type.qualifiedName,
            access: .public,
            conformances: [],
            sharedTypes: [:]
        )
    }
}
