package import CRDYAML

/// Where something stands in an object, in both spellings.
///
/// `spec.resourceConfig.instanceCount` in the manifest is `spec.resource_config.instance_count` in
/// Swift.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
    /// The path with the keys of the manifest.
    public let wire: String
    /// The path with the names of the attributes.
    public let swift: String

    /// A spelling of paths.
    public enum Form: Hashable, Sendable {
        /// With the keys of the manifest, such as `instanceCount`.
        case wire
        /// With the names of the attributes, such as `instance_count`.
        case swift
    }

    /// The path in a spelling.
    public func text(_ form: Form) -> String {
        switch form {
        case .wire: wire
        case .swift: swift
        }
    }

    /// The path with the names of the attributes.
    public var description: String { swift }

    /// Whether this is the path of the whole object.
    package var isEmpty: Bool { wire.isEmpty }
}

extension FieldPath {
    /// The path of the value that some steps in a manifest lead to.
    ///
    /// - Parameters:
    ///   - steps: The way from the root of the manifest.
    ///   - type: The type of the object.
    ///   - depth: How many steps lead to the object, which is an item of a list.
    package init(_ steps: [NodeStep], in type: (some _FieldValue).Type, from depth: Int = 0) {
        self.init(steps, in: FieldLevel(of: type), from: depth)
    }

    /// The path of the value that some steps in a manifest lead to.
    ///
    /// - Parameters:
    ///   - steps: The way from the root of the manifest.
    ///   - root: The level of the object itself.
    ///   - depth: How many steps lead to the object, which is an item of a list.
    package init(_ steps: [NodeStep], in root: FieldLevel, from depth: Int) {
        var wire = ""
        var swift = ""
        for step in steps.prefix(depth) {
            Self.append(step, to: &wire)
            Self.append(step, to: &swift)
        }
        var level: FieldLevel? = root
        for step in steps.dropFirst(depth) {
            Self.append(step, to: &wire)
            if case .key(let key) = step, let name = level?.name(of: key) {
                Self.append(.key(name), to: &swift)
            } else {
                Self.append(step, to: &swift)
            }
            level = level?.next(step)
        }
        self.wire = wire
        self.swift = swift
    }

    private static func append(_ step: NodeStep, to text: inout String) {
        switch step {
        case .index(let index):
            text += "[\(index)]"
        case .key(let key):
            // As the API server writes keys that hold a point.
            let isWord = key.utf8.allSatisfy {
                $0.isLowercase || $0.isUppercase || $0.isDigit || $0 == UInt8(ascii: "_")
                    || $0 == UInt8(ascii: "-")
            }
            if isWord, !key.isEmpty {
                text += text.isEmpty ? key : "." + key
            } else {
                text += "[\(key.excerpt)]"
            }
        }
    }
}
