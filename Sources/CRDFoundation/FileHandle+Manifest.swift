public import CRDRuntime
public import Foundation

extension FileHandle {
    /// Writes an object as a YAML document; what was written before it must be ended by `---`.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write(yaml object: some KubernetesObject) throws {
        try object.writeYAML { try write(contentsOf: $0) }
    }

    /// Writes objects as a stream of YAML, separated by `---`, without building its text.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write(yaml list: ManifestList) throws {
        try list.writeYAML { try write(contentsOf: $0) }
    }

    /// Writes an object as a line of JSON.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write(json object: some KubernetesObject) throws {
        try object.writeJSON { try write(contentsOf: $0) }
    }

    /// Writes objects as a line of JSON, a `List`, without building its text.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write(json list: ManifestList) throws {
        try list.writeJSON { try write(contentsOf: $0) }
    }
}
