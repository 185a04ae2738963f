package import CRDRuntime
import TestSupport

extension JSONValue {
    /// Where two values contradict each other, as `spec.port: 80 and 81`; `nil` if they do not.
    ///
    /// An object may lack keys that the other has, and `null` is as good as a missing key.
    package func conflict(with other: JSONValue) -> String? {
        switch (self, other) {
        case (.null, _), (_, .null):
            return nil
        case (.object(let object), .object(let others)):
            for (key, value) in zip(object.keys, object.values) {
                guard let found = others[key].flatMap({ value.conflict(with: $0) }) else {
                    continue
                }
                return found.hasPrefix(":") ? key + found : "\(key).\(found)"
            }
            return nil
        case (.array(let elements), .array(let others)) where elements.count == others.count:
            for (index, (element, other)) in zip(elements, others).enumerated() {
                guard let found = element.conflict(with: other) else { continue }
                return found.hasPrefix(":") ? "[\(index)]\(found)" : "[\(index)].\(found)"
            }
            return nil
        default:
            return self == other ? nil : ": \(JSONText.write(self)) and \(JSONText.write(other))"
        }
    }
}
