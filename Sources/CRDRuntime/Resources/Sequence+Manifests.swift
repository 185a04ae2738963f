// Three times the same, since Swift has no constraint for "a type of objects, or any of them".

extension Sequence where Element: KubernetesObject {
    /// A stream of YAML with a document for each object, set off by `---`.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var yaml: String {
        get throws(InvalidResource) { try manifests.yaml }
    }

    /// One YAML document of kind `List` with the objects as its items.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var yamlList: String {
        get throws(InvalidResource) { try manifests.yamlList }
    }

    /// One JSON object of kind `List` with the objects as its items.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var json: String {
        get throws(InvalidResource) { try manifests.json }
    }

    /// Writes a stream of YAML, piece by piece; see `yaml`.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, and what `sink` throws.
    public func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try manifests.writeYAML(to: sink)
    }

    /// Writes a `List` in JSON, piece by piece; see `json`.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, and what `sink` throws.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try manifests.writeJSON(to: sink)
    }

    private var manifests: ManifestList<Self> {
        ManifestList(objects: self) { $0 }
    }
}

extension Sequence where Element == any KubernetesObject {
    /// A stream of YAML with a document for each object, set off by `---`.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var yaml: String {
        get throws(InvalidResource) { try manifests.yaml }
    }

    /// One YAML document of kind `List` with the objects as its items.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var yamlList: String {
        get throws(InvalidResource) { try manifests.yamlList }
    }

    /// One JSON object of kind `List` with the objects as its items.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var json: String {
        get throws(InvalidResource) { try manifests.json }
    }

    /// Writes a stream of YAML, piece by piece; see `yaml`.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, and what `sink` throws.
    public func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try manifests.writeYAML(to: sink)
    }

    /// Writes a `List` in JSON, piece by piece; see `json`.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, and what `sink` throws.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try manifests.writeJSON(to: sink)
    }

    private var manifests: ManifestList<Self> {
        ManifestList(objects: self) { $0 }
    }
}

extension Sequence where Element == any Resource {
    /// A stream of YAML with a document for each object, set off by `---`.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var yaml: String {
        get throws(InvalidResource) { try manifests.yaml }
    }

    /// One YAML document of kind `List` with the objects as its items.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var yamlList: String {
        get throws(InvalidResource) { try manifests.yamlList }
    }

    /// One JSON object of kind `List` with the objects as its items.
    ///
    /// - Throws: `InvalidResource` with everything that the API server would refuse in the metadata.
    public var json: String {
        get throws(InvalidResource) { try manifests.json }
    }

    /// Writes a stream of YAML, piece by piece; see `yaml`.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, and what `sink` throws.
    public func writeYAML(to sink: ([UInt8]) throws -> Void) throws {
        try manifests.writeYAML(to: sink)
    }

    /// Writes a `List` in JSON, piece by piece; see `json`.
    ///
    /// - Parameter sink: Takes each piece: UTF-8, mostly 64 KiB, which may end within a character.
    /// - Throws: `InvalidResource` before anything is written, and what `sink` throws.
    public func writeJSON(to sink: ([UInt8]) throws -> Void) throws {
        try manifests.writeJSON(to: sink)
    }

    private var manifests: ManifestList<Self> {
        ManifestList(objects: self) { $0 }
    }
}
