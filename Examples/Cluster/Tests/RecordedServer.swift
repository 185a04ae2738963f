import FlyingFox
import Foundation
import KubernetesAPI

/// A recorded request and the response of a real API server.
struct Exchange: Decodable, Sendable {
    struct Request: Decodable, Sendable {
        let method: String
        let path: String
        let contentType: String?
        let body: String?
    }

    struct Response: Decodable, Sendable {
        let status: Int
        let contentType: String
        let body: String?
        let events: [String]?
    }

    let name: String
    let request: Request
    let response: Response

    /// The exchanges of the tests of `KubernetesAPI`.
    static func all() throws -> [Exchange] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Tests/KubernetesAPITests/Exchanges/exchanges.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Exchange.self, from: Data($0.utf8))
        }
    }
}

/// A server on the loopback interface, which responds to a recorded request as the real one did.
///
/// A request that was not recorded in the same form gets status 500.
struct RecordedServer {
    let url: String

    /// Runs a server while `body` runs.
    static func run(_ body: (RecordedServer) async throws -> Void) async throws {
        let exchanges = try Exchange.all()
        let handler = ClosureHTTPHandler { request in
            try await response(to: request, from: exchanges)
        }
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: 0),
            logger: .disabled,
            handler: handler
        )
        let running = Task { try await server.run() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            throw CocoaError(.featureUnsupported)
        }
        do {
            try await body(RecordedServer(url: "http://127.0.0.1:\(port)"))
        } catch {
            running.cancel()
            throw error
        }
        running.cancel()
    }

    private static func response(
        to request: HTTPRequest,
        from exchanges: [Exchange]
    ) async throws -> HTTPResponse {
        let body = try await request.bodyData
        let sent = body.isEmpty ? nil : body
        let found = exchanges.first { exchange in
            let recorded = exchange.request
            guard recorded.method == request.method.rawValue else { return false }
            guard query(of: exchange) == query(of: request) else { return false }
            guard recorded.contentType == request.headers[.contentType] else { return false }
            return json(recorded.body.map { Data($0.utf8) }) == json(sent)
        }
        guard let found, request.headers[.authorization] == "Bearer secret",
            request.headers[HTTPHeader("Accept")] == "application/json"
        else {
            return HTTPResponse(statusCode: .internalServerError, body: Data("not recorded".utf8))
        }
        let text = found.response.body ?? (found.response.events ?? []).joined()
        return HTTPResponse(
            statusCode: HTTPStatusCode(found.response.status, phrase: "Recorded"),
            headers: [.contentType: found.response.contentType],
            body: Data(text.utf8)
        )
    }

    private static func query(of exchange: Exchange) -> [String] {
        let parts = exchange.request.path.split(separator: "?", maxSplits: 1)
        let query = parts.dropFirst().flatMap { $0.split(separator: "&") }
            .compactMap { String($0).removingPercentEncoding }
        return [String(parts[0])] + query.sorted()
    }

    private static func query(of request: HTTPRequest) -> [String] {
        [request.path] + request.query.map { "\($0.name)=\($0.value)" }.sorted()
    }

    private static func json(_ body: Data?) -> KubernetesAPI.JSONValue? {
        body.flatMap { try? JSONDecoder().decode(KubernetesAPI.JSONValue.self, from: $0) }
    }
}
