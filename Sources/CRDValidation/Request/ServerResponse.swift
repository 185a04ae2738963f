public import CRDRuntime
import CRDYAML

/// What the API server would answer to a request.
public enum ServerResponse: Hashable, Sendable {
    /// The request would be done; this is the object as the server would keep it: pruned, with
    /// defaults.
    case accepted(JSONValue)
    /// The request would be refused.
    case rejected(Rejection)

    /// Why a request would be refused.
    public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
        /// The status of HTTP: 400 for what cannot be read, 422 for what is not valid.
        public let code: Int
        /// The server's message.
        public let message: String
        /// What is wrong, field by field; empty for 400.
        public let violations: [Violation]
        /// Where in the request the fault is, for 400.
        let place: ValuePlace

        /// The message.
        public var description: String { message }
    }
}

extension ServerResponse {
    /// Returns the response with the locations of its violations.
    func located(_ locations: [Violation: SourceLocation]) -> ServerResponse {
        guard case .rejected(let rejection) = self else { return self }
        return .rejected(
            Rejection(
                code: rejection.code,
                message: rejection.message,
                violations: rejection.violations.map { $0.located(at: locations[$0]) },
                place: rejection.place
            )
        )
    }
}

extension ServerResponse.Rejection {
    /// Something that can be read and is not valid (`errors.NewInvalid` of apimachinery).
    ///
    /// - Parameters:
    ///   - kind: The kind of the resource.
    ///   - group: Its group; empty for the core's.
    ///   - name: Its name.
    ///   - violations: What is wrong.
    /// - Returns: The rejection, with the violations sorted.
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
            violations: sorted,
            place: .root
        )
    }

    /// Something that cannot be read.
    package static func badRequest(_ message: String) -> Self {
        badRequest(message, at: .root)
    }

    /// Something that cannot be read, with its place.
    static func badRequest(_ message: String, at place: ValuePlace) -> Self {
        Self(code: 400, message: message, violations: [], place: place)
    }

    /// A field that cannot be read.
    static func badRequest(_ violation: Violation) -> Self {
        Self(
            code: 400,
            message: violation.description,
            violations: [violation],
            place: violation.place
        )
    }

    /// An object that its kind cannot be read from (`errors.NewBadRequest` of the handlers).
    ///
    /// - Parameters:
    ///   - kind: The kind that the object says it has.
    ///   - definition: What was expected.
    ///   - message: Why not.
    ///   - version: The version that the object says it has, where it counts.
    ///   - place: Where the fault is.
    /// - Returns: The rejection.
    static func unreadable(
        _ kind: String,
        _ definition: ResourceDefinition,
        _ message: String,
        version: String? = nil,
        at place: ValuePlace = .root
    ) -> Self {
        .badRequest(
            "\(kind) in version \"\(version ?? definition.version)\" cannot be handled as a "
                + "\(definition.names.kind): \(message)",
            at: place
        )
    }
}
