package import CRDGeneratorCore
package import CRDRuntime

/// A made-up resource of a kind that a person can begin with.
package struct Sample {
    private let example: Example

    /// Makes up a resource.
    ///
    /// - Parameters:
    ///   - entry: The version of the kind.
    ///   - extent: How much of what may be there it has.
    package init(of entry: ResourceCatalog.Entry, extent: Example.Extent = .minimal) {
        example = Example(
            of: entry.type,
            named: entry.swiftName,
            schema: entry.version.schema,
            keepsUnknownFields: entry.version.preservesUnknownFields,
            extent: extent
        )
    }

    /// The manifest in YAML.
    package var manifest: String { example.manifest }

    /// The manifest as a value.
    package var json: JSONValue { .object(example.object) }

    /// Swift code that creates the resource.
    package var swift: String { example.code }
}
