public import CRDRuntime
public import Foundation

extension FileHandle {
    /// Writes an object as a YAML document.
    ///
    /// If the file already has a document, write `---` first.
    ///
    /// - Throws: `InvalidResource` before anything is written, errors of values, and errors of the
    ///   file.
    public func write(yaml object: some KubernetesObject) throws {
        try object.writeYAML { try write(contentsOf: $0) }
    }

    /// Writes objects as a stream of YAML, separated by `---`, in chunks.
    ///
    /// - Throws: `InvalidResource` before anything is written, errors of values, and errors of the
    ///   file.
    public func write(yaml list: ManifestList) throws {
        try list.writeYAML { try write(contentsOf: $0) }
    }

    /// Writes an object as a line of JSON.
    ///
    /// - Throws: `InvalidResource` before anything is written, errors of values, and errors of the
    ///   file.
    public func write(json object: some KubernetesObject) throws {
        try object.writeJSON { try write(contentsOf: $0) }
    }

    /// Writes objects as a `List` in one line of JSON, in chunks.
    ///
    /// - Throws: `InvalidResource` before anything is written, errors of values, and errors of the
    ///   file.
    public func write(json list: ManifestList) throws {
        try list.writeJSON { try write(contentsOf: $0) }
    }
}
