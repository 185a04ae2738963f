import CRDYAML

/// The way from the root of a value to a place in it.
package struct ValuePath {
    package enum Step {
        /// A key that the schema names under `properties`.
        case property(String)
        /// A key that `additionalProperties` is the schema of.
        case member(String)
        case index(Int)
    }

    private var steps: [Step] = []
    /// Where the value stands in the object, as for `status`; empty at the root.
    package let prefix: String

    package init(prefix: String = "") {
        self.prefix = prefix
    }

    package mutating func push(_ step: Step) { steps.append(step) }

    package mutating func pop() { steps.removeLast() }

    /// The place that the path leads to, or one of a member there; the prefix is left out.
    ///
    /// - Parameters:
    ///   - member: A key of the value, which may be missing.
    ///   - isKey: Whether the last key itself is meant.
    /// - Returns: The place.
    package func place(of member: String? = nil, isKey: Bool = false) -> ValuePlace {
        var way = steps.map(\.nodeStep)
        if let member { way.append(.key(member)) }
        return ValuePlace(way, isKey: isKey)
    }

    /// As messages of value validation have it (kube-openapi): `spec.map.key[0]`.
    package var inMessages: String {
        var text = ""
        for step in steps {
            switch step {
            case .property(let name): text += text.isEmpty ? name : ".\(name)"
            case .member(let name): text += ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    /// As the server's own checks have it (`field.Path`): `spec.map[key][0]`.
    package var asField: String {
        var text = prefix
        for step in steps {
            switch step {
            case .property(let name): text += text.isEmpty ? name : ".\(name)"
            case .member(let name): text += "[\(name)]"
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }

    /// As a complaint about unknown fields has it: `spec.map.key[0]`.
    package var inUnknownFields: String {
        let text = inMessages
        return text.hasPrefix(".") ? String(text.dropFirst()) : text
    }

    /// The field of a violation whose message names `name`.
    package func field(named name: String) -> String {
        let child = name.hasPrefix(".") ? String(name.dropFirst()) : name
        if child.isEmpty { return prefix.isEmpty ? ValuePath.root : prefix }
        return prefix.isEmpty ? child : "\(prefix).\(child)"
    }

    /// What the server calls the root.
    package static let root = "<nil>"
}

extension ValuePath.Step {
    /// The step in a text that the value was read from.
    fileprivate var nodeStep: NodeStep {
        switch self {
        case .property(let key), .member(let key): .key(key)
        case .index(let index): .index(index)
        }
    }
}
