/// A request to the API server, for any HTTP client.
///
/// A request does no I/O. An HTTP client sends the method, the path, the headers and the body, and
/// passes the response to ``answer(status:body:retryAfter:)``:
///
/// ```swift
/// let request = try ResourceAPI<TrainingJob>(namespace: "ml").get("example")
/// // GET /apis/sagemaker.services.k8s.aws/v1alpha1/namespaces/ml/trainingjobs/example
/// let job = try request.answer(status: status, body: bytes)
/// ```
///
/// `Answer` is the type of the value in the response.
public struct APIRequest<Answer: Sendable>: Sendable {
    /// The HTTP method.
    public let method: APIMethod
    /// The path and the query, percent-encoded, such as `/apis/example.com/v1/widgets?limit=2`.
    ///
    /// Append it to the URL of the server, which may itself have a path.
    public let path: String
    /// The media type of the body; `nil` if there is no body.
    public let contentType: String?
    /// The body; `nil` if there is none.
    public let body: [UInt8]?

    private let read: @Sendable ([UInt8], Int) throws(APIError) -> Answer

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - path: The path with the query.
    ///   - content: The body; `nil` if there is none.
    ///   - read: Reads the answer from the body of a successful response, with its HTTP status.
    init(
        _ method: APIMethod,
        _ path: String,
        _ content: Content? = nil,
        read: @escaping @Sendable ([UInt8], Int) throws(APIError) -> Answer
    ) {
        self.method = method
        self.path = path
        contentType = content?.type
        body = content?.body
        self.read = read
    }

    /// The headers to send: `Accept`, and `Content-Type` if there is a body.
    public var headers: [(name: String, value: String)] {
        var headers = [(name: "Accept", value: "application/json")]
        if let contentType { headers.append((name: "Content-Type", value: contentType)) }
        return headers
    }

    /// Returns the value in the response of the server.
    ///
    /// - Parameters:
    ///   - status: The HTTP status of the response.
    ///   - body: The whole body of the response. The body of a watch has no end: pass an empty one
    ///     if the status is 200; see ``ResourceAPI/watch(resourceVersion:labelSelector:fieldSelector:bookmarks:initialEvents:timeoutSeconds:)``.
    ///   - retryAfter: The header `Retry-After` of the response; `nil` if there is none.
    /// - Returns: The value.
    /// - Throws: `APIError` if the status is not 2xx, or if the body is not that of an answer.
    public func answer(
        status: Int,
        body: some Sequence<UInt8>,
        retryAfter: String? = nil
    ) throws(APIError) -> Answer {
        let bytes = Array(body)
        guard (200..<300).contains(status) else {
            throw APIError(httpStatus: status, body: bytes, retryAfter: retryAfter)
        }
        return try read(bytes, status)
    }
}

/// An HTTP method of the API server.
public enum APIMethod: String, Hashable, Sendable {
    /// Reads, lists or watches.
    case get = "GET"
    /// Creates.
    case post = "POST"
    /// Replaces.
    case put = "PUT"
    /// Applies or patches.
    case patch = "PATCH"
    /// Deletes.
    case delete = "DELETE"
}

/// The body of a request, with its media type.
struct Content {
    let type: String
    let body: [UInt8]

    init(_ json: String, type: String = "application/json") {
        self.type = type
        body = Array(json.utf8)
    }
}
