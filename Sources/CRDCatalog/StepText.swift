/// The steps of paths as text.
package enum StepText {
    /// Adds a name or key: `spec.size`, but `spec["a key.with dots"]`.
    package static func append(_ step: String, to path: inout String) {
        if step.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 <= 0x20 }) {
            path += "[\"\(step)\"]"
        } else {
            path += path.isEmpty ? step : ".\(step)"
        }
    }
}
