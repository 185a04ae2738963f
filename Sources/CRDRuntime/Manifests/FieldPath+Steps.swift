package import CRDYAML

extension FieldPath {
    /// Creates the path of the value at the end of some steps in a manifest.
    ///
    /// - Parameters:
    ///   - steps: The steps from the root of the manifest.
    ///   - type: The type of the object.
    ///   - depth: The number of steps to the object, if it is an item of a list.
    package init(_ steps: [NodeStep], in type: (some _FieldValue).Type, from depth: Int = 0) {
        self.init(steps, in: FieldLevel(of: type), from: depth)
    }

    /// Creates the path of the value at the end of some steps in a manifest.
    ///
    /// - Parameters:
    ///   - steps: The steps from the root of the manifest.
    ///   - root: The level of the object itself.
    ///   - depth: The number of steps to the object, if it is an item of a list.
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
        self.init(wire: wire, swift: swift)
    }

    private static func append(_ step: NodeStep, to text: inout String) {
        switch step {
        case .index(let index):
            text += "[\(index)]"
        case .key(let key):
            // The API server writes keys that contain a period this way.
            let isWord = key.utf8.allSatisfy {
                $0.isLetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            }
            if isWord, !key.isEmpty {
                text += text.isEmpty ? key : "." + key
            } else {
                text += "[\(key.excerpt)]"
            }
        }
    }
}
