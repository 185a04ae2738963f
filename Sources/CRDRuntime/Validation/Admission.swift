/// What the API server would answer to a request.
public enum Admission: Hashable, Sendable {
    /// The request would be done; this is the object as the server would keep it: pruned, with
    /// defaults.
    case accepted(JSONValue)
    /// The request would be refused.
    case refused(Refusal)

    /// Why a request would be refused.
    public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        /// The status of HTTP: 400 for what cannot be read, 422 for what is not valid.
        public let code: Int
        /// The server's message.
        public let message: String
        /// What is wrong, field by field; empty for 400.
        public let violations: [Violation]

        /// The message.
        public var description: String { message }
    }
}

extension Admission.Refusal {
    /// Something that can be read and is not valid (`errors.NewInvalid` of apimachinery).
    ///
    /// - Parameters:
    ///   - kind: The kind of the resource.
    ///   - group: Its group; empty for the core's.
    ///   - name: Its name.
    ///   - violations: What is wrong.
    /// - Returns: The refusal, with the violations sorted.
    package static func invalid(
        _ kind: String,
        group: String,
        named name: String,
        _ violations: [Violation]
    ) -> Self {
        let sorted = violations.sorted()
        let list = sorted.map(\.description).joined(separator: ", ")
        let subject = group.isEmpty ? kind : "\(kind).\(group)"
        return Self(
            code: 422,
            message: "\(subject) \"\(name)\" is invalid: "
                + (sorted.count == 1 ? list : "[\(list)]"),
            violations: sorted
        )
    }

    /// Something that cannot be read.
    package static func badRequest(_ message: String) -> Self {
        Self(code: 400, message: message, violations: [])
    }
}
