/// The path of a file with manifests: a string or, with the module `CRDFoundation`, a `URL`.
public protocol ManifestPath {
    /// The path, as messages show it.
    var _manifestPath: String { get }
}

extension String: ManifestPath {
    /// The string itself.
    public var _manifestPath: String { self }
}
