import CRDRuntime

extension JSONValue {
    /// Where and how another value differs first, such as `spec.replicas: 1 became 2`; `nil` if
    /// both are equal.
    func difference(from other: JSONValue, at path: String = "") -> String? {
        if self == other { return nil }
        switch (self, other) {
        case (.object(let before), .object(let after)):
            for (key, value) in zip(before.keys, before.values) {
                let path = path.isEmpty ? key : "\(path).\(key)"
                guard let new = after[key] else { return "\(path): \(value.excerpt) is gone" }
                if let difference = value.difference(from: new, at: path) { return difference }
            }
            let added = after.keys.filter { before[$0] == nil }
            return "\(path): added \(added.joined(separator: ", "))"
        case (.array(let before), .array(let after)) where before.count == after.count:
            for (position, (value, new)) in zip(before, after).enumerated() {
                let path = "\(path)[\(position)]"
                if let difference = value.difference(from: new, at: path) { return difference }
            }
            return "\(path): differs"
        default:
            return "\(path): \(excerpt) became \(other.excerpt)"
        }
    }

    private var excerpt: String {
        let text =
            switch self {
            case .null: "null"
            case .boolean(let value): String(value)
            case .number(let number): number.text
            case .string(let value): value.debugDescription
            case .array(let elements): "an array of \(elements.count)"
            case .object(let object): "{\(object.keys.joined(separator: ", "))}"
            }
        return String(text.prefix(80))
    }
}
