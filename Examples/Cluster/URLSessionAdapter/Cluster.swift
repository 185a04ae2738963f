public import Foundation
public import KubernetesAPI

#if canImport(FoundationNetworking)
public import FoundationNetworking
#endif

/// Sends requests to the API server with URLSession.
public struct Cluster: Sendable {
    let session: URLSession
    let url: String
    let token: String?

    /// Creates a cluster; `url` is without a slash at the end.
    public init(session: URLSession = .shared, url: String, token: String? = nil) {
        (self.session, self.url, self.token) = (session, url, token)
    }

    /// Sends a request and returns its answer.
    @discardableResult
    public func send<Answer>(_ request: APIRequest<Answer>) async throws -> Answer {
        let (body, response) = try await session.data(for: message(request, timeout: 60))
        guard let response = response as? HTTPURLResponse else {
            throw URLError(.badServerResponse)
        }
        return try request.answer(
            status: response.statusCode,
            body: body,
            retryAfter: response.value(forHTTPHeaderField: "Retry-After")
        )
    }

    /// Sends the request of a watch and returns its events.
    public func events<R>(
        _ request: APIRequest<WatchDecoder<R>>
    ) throws -> AsyncThrowingStream<WatchEvent<R>, any Error> {
        let message = try message(request, timeout: 7200)
        return AsyncThrowingStream { events in
            let session = URLSession(
                configuration: session.configuration,
                delegate: Watch(request: request, events: events),
                delegateQueue: nil
            )
            events.onTermination = { _ in session.invalidateAndCancel() }
            session.dataTask(with: message).resume()
        }
    }

    private func message<Answer>(
        _ request: APIRequest<Answer>,
        timeout: TimeInterval
    ) throws -> URLRequest {
        guard let url = URL(string: url + request.path) else { throw URLError(.badURL) }
        var message = URLRequest(url: url, timeoutInterval: timeout)
        message.httpMethod = request.method.rawValue
        for (name, value) in request.headers { message.setValue(value, forHTTPHeaderField: name) }
        if let token { message.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        message.httpBody = request.body.map { Data($0) }
        return message
    }
}
