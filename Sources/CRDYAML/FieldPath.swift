/// The path of a field in an object, with the keys of the manifest and with the Swift names.
///
/// `spec.resourceConfig.instanceCount` in the manifest is `spec.resource_config.instance_count` in
/// Swift.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
    /// The path with the keys of the manifest.
    public let wire: String
    /// The path with the names of the Swift properties.
    public let swift: String

    /// The form of a path.
    public enum Form: Hashable, Sendable {
        /// With the keys of the manifest, such as `instanceCount`.
        case wire
        /// With the names of the Swift properties, such as `instance_count`.
        case swift
    }

    package init(wire: String, swift: String) {
        self.wire = wire
        self.swift = swift
    }

    /// Returns the path in a form.
    public func text(_ form: Form) -> String {
        switch form {
        case .wire: wire
        case .swift: swift
        }
    }

    /// The path with the names of the Swift properties.
    public var description: String { swift }

    /// Whether this is the path of the whole object.
    package var isEmpty: Bool { wire.isEmpty }
}
