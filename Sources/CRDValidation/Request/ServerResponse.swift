public import CRDRuntime
import CRDYAML

/// The response of the API server to a request.
public struct ServerResponse: Hashable, Sendable {
    /// The object as the server would store it, pruned and with defaults, or the rejection of the
    /// request.
    public let result: Result<JSONValue, Rejection>
    /// The warnings that the server would send along, such as those about unchanged values that
    /// violate rules.
    public let warnings: [String]

    package static func accepted(_ object: JSONValue, warnings: [String] = []) -> ServerResponse {
        ServerResponse(result: .success(object), warnings: warnings)
    }

    package static func rejected(
        _ rejection: Rejection,
        warnings: [String] = []
    ) -> ServerResponse {
        ServerResponse(result: .failure(rejection), warnings: warnings)
    }

    /// The reason for which a request would be rejected.
    public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
        /// The HTTP status code: 400 for a request that cannot be read, 422 for an invalid object.
        public let code: Int
        /// The server's message.
        public let message: String
        /// The violations; empty for 400.
        public let violations: [Violation]
        /// The location of the error in the request, for 400.
        let place: ValuePlace

        /// The message.
        public var description: String { message }
    }
}

extension ServerResponse {
    /// Returns the response with the locations of its violations.
    func located(_ locations: [Violation: SourceLocation]) -> ServerResponse {
        guard case .failure(let rejection) = result else { return self }
        return .rejected(
            Rejection(
                code: rejection.code,
                message: rejection.message,
                violations: rejection.violations.map { $0.located(at: locations[$0]) },
                place: rejection.place
            ),
            warnings: warnings
        )
    }
}

extension ServerResponse.Rejection {
    /// Creates the rejection of an invalid object (`errors.NewInvalid` of apimachinery).
    ///
    /// - Parameters:
    ///   - kind: The kind of the resource.
    ///   - group: The API group; empty for the core group.
    ///   - name: The name of the object.
    ///   - violations: The violations.
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

    /// Creates the rejection of a request that cannot be read.
    package static func badRequest(_ message: String) -> Self {
        badRequest(message, at: .root)
    }

    /// Creates the rejection of a request that cannot be read, with the location of the error.
    static func badRequest(_ message: String, at place: ValuePlace) -> Self {
        Self(code: 400, message: message, violations: [], place: place)
    }

    /// Creates the rejection of a request with a field that cannot be read.
    static func badRequest(_ violation: Violation) -> Self {
        Self(
            code: 400,
            message: violation.description,
            violations: [violation],
            place: violation.place
        )
    }

    /// Creates the rejection of an object that cannot be decoded (`errors.NewBadRequest` of the
    /// handlers).
    ///
    /// - Parameters:
    ///   - kind: The kind in the object.
    ///   - definition: The expected resource.
    ///   - message: The reason.
    ///   - version: The version in the object, if it is part of the message.
    ///   - place: The location of the error.
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
