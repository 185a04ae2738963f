package import CRDYAML

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
        self.init(wire: wire, swift: swift)
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
