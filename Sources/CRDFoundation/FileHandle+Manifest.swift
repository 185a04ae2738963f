public import CRDRuntime
public import Foundation

extension FileHandle {
    /// Writes an object as a YAML document; what was written before it must be ended by `---`.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write(yaml object: some KubernetesObject) throws {
        try object.writeYAML { try write(contentsOf: $0) }
    }

    /// Writes objects as a stream of YAML, set off by `---`, without building its text.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write<Object: KubernetesObject>(yaml objects: some Sequence<Object>) throws {
        try objects.writeYAML { try write(contentsOf: $0) }
    }

    /// Writes objects of any kinds as a stream of YAML, set off by `---`.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write(yaml objects: some Sequence<any KubernetesObject>) throws {
        try objects.writeYAML { try write(contentsOf: $0) }
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
    public func write<Object: KubernetesObject>(json objects: some Sequence<Object>) throws {
        try objects.writeJSON { try write(contentsOf: $0) }
    }

    /// Writes objects of any kinds as a line of JSON, a `List`.
    ///
    /// - Throws: `InvalidResource` before anything is written, and what writing throws.
    public func write(json objects: some Sequence<any KubernetesObject>) throws {
        try objects.writeJSON { try write(contentsOf: $0) }
    }
}
