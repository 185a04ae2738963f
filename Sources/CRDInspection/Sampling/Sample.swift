import CRDGeneratorCore
package import CRDPages
import CRDRuntime
package import CRDSchema

/// A made-up resource of a kind that a person can begin with.
package struct Sample {
    private let example: Example
    private let entry: ResourceCatalog.Entry

    /// Makes up a resource.
    ///
    /// - Parameters:
    ///   - entry: The version of the kind.
    ///   - extent: How much of what may be there it has.
    package init(of entry: ResourceCatalog.Entry, extent: Example.Extent = .minimal) {
        self.entry = entry
        example = Self.example(of: entry, extent)
    }

    private static func example(
        of entry: ResourceCatalog.Entry,
        _ extent: Example.Extent
    ) -> Example {
        Example(
            of: entry.type,
            named: entry.swiftName,
            schema: entry.version.schema,
            keepsUnknownFields: entry.version.preservesUnknownFields,
            extent: extent
        )
    }

    /// The manifest in YAML.
    package var manifest: String { example.manifest }

    /// A manifest with all attributes, in which those are commented out that need not be there, with
    /// what there is to know about each.
    ///
    /// As it stands it is the minimal manifest, whatever the extent of the sample.
    package var commentedManifest: String {
        let manifest = CommentedManifest(
            entry,
            minimal: Self.example(of: entry, .minimal).object,
            complete: Self.example(of: entry, .all).object
        )
        return """
            ## \(entry.version.definition.apiVersion) \(entry.kind)
            ## What must be there stands here. To set more, take the '# ' away from its line and from
            ## those that it belongs to; lines with '##' are remarks. A '<<: {}' is nothing: it keeps
            ## a mapping from being empty, and may go once there is more.

            """ + manifest.text
    }

    /// The manifest as a value.
    package var json: JSONValue { .object(example.object) }

    /// Swift code that creates the resource.
    package var swift: String { example.code }
}
