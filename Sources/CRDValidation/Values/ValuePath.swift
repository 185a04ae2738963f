import CRDRuntime
import CRDYAML

/// The path from the root of a value to a value in it.
struct ValuePath {
    enum Step {
        /// A key that is listed under `properties`.
        case property(String)
        /// A key to which the schema under `additionalProperties` applies.
        case member(String)
        case index(Int)
    }

    private var steps: [Step] = []
    /// The field that contains the value, such as `status`; empty at the root.
    let prefix: String

    init(prefix: String = "") {
        self.prefix = prefix
    }

    mutating func push(_ step: Step) { steps.append(step) }

    mutating func pop() { steps.removeLast() }

    /// Whether the path leads to the whole object.
    var isRoot: Bool { steps.isEmpty && prefix.isEmpty }

    /// Returns the location at the end of the path, or of a member there, without the prefix.
    ///
    /// - Parameters:
    ///   - member: A key of the value, which may be missing.
    ///   - isKey: Whether the location is that of the last key instead of its value.
    /// - Returns: The location.
    func place(of member: String? = nil, isKey: Bool = false) -> ValuePlace {
        var way = steps.map(\.nodeStep)
        if let member { way.append(.key(member)) }
        return ValuePlace(way, isKey: isKey)
    }

    /// The path as in messages of value validation (kube-openapi): `spec.map.key[0]`.
    var inMessages: String {
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

    /// The path as in messages of the server's own checks (`field.Path`): `spec.map[key][0]`.
    var asField: String {
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

    /// The path as in errors about unknown fields: `spec.map.key[0]`.
    var inUnknownFields: String {
        let text = inMessages
        return text.hasPrefix(".") ? String(text.dropFirst()) : text
    }

    /// Returns the field of a violation whose message contains `name`.
    func field(named name: String) -> String {
        let child = name.hasPrefix(".") ? String(name.dropFirst()) : name
        if child.isEmpty { return prefix.isEmpty ? ValuePath.root : prefix }
        return prefix.isEmpty ? child : "\(prefix).\(child)"
    }

    /// The name of the root in messages of the server.
    static let root = "<nil>"
}

extension ValuePath.Step {
    /// The step in the text from which the value was read.
    var nodeStep: NodeStep {
        switch self {
        case .property(let key), .member(let key): .key(key)
        case .index(let index): .index(index)
        }
    }
}
