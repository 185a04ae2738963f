public import AsyncHTTPClient
public import KubernetesAPI
public import NIOCore

/// Sends requests to the API server with AsyncHTTPClient.
public struct Cluster: Sendable {
    let client: HTTPClient
    let url: String
    let token: String?

    /// Creates a cluster; `url` is without a slash at the end.
    public init(client: HTTPClient, url: String, token: String? = nil) {
        (self.client, self.url, self.token) = (client, url, token)
    }

    /// Sends a request and returns its answer.
    @discardableResult
    public func send<Answer>(_ request: APIRequest<Answer>) async throws -> Answer {
        let response = try await execute(request, timeout: .seconds(60))
        let body = try await response.body.collect(upTo: 1 << 30)
        return try request.answer(
            status: Int(response.status.code),
            body: body.readableBytesView,
            retryAfter: response.headers.first(name: "Retry-After")
        )
    }

    /// Sends the request of a watch and returns its events.
    public func events<R>(
        _ request: APIRequest<WatchDecoder<R>>
    ) async throws -> WatchEvents<AsyncMapSequence<HTTPClientResponse.Body, ByteBufferView>, R> {
        let response = try await execute(request, timeout: .hours(2))
        let isOK = response.status == .ok
        let failure = isOK ? ByteBuffer() : try await response.body.collect(upTo: 1 << 20)
        _ = try request.answer(
            status: Int(response.status.code),
            body: failure.readableBytesView,
            retryAfter: response.headers.first(name: "Retry-After")
        )
        return response.body.map { $0.readableBytesView }.events(of: R.self)
    }

    private func execute<Answer>(
        _ request: APIRequest<Answer>,
        timeout: TimeAmount
    ) async throws -> HTTPClientResponse {
        var message = HTTPClientRequest(url: url + request.path)
        message.method = .RAW(value: request.method.rawValue)
        for (name, value) in request.headers { message.headers.add(name: name, value: value) }
        if let token { message.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let body = request.body { message.body = .bytes(body) }
        return try await client.execute(message, timeout: timeout)
    }
}
