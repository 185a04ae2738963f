import CRDRuntime
import Foundation
import KubernetesAPI
import TestResources
import Testing

/// The cluster-scoped kind of the exchanges.
typealias Widget = RecordedExampleCom.V1.Widget

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
        let body: String?
        /// The lines of a watch.
        let events: [String]?
    }

    let name: String
    let request: Request
    let response: Response

    private static let read = Result {
        let file = try #require(
            Bundle.module.url(
                forResource: "exchanges",
                withExtension: "jsonl",
                subdirectory: "Exchanges"
            )
        )
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Exchange.self, from: Data($0.utf8))
        }
    }

    static func all() throws -> [Exchange] {
        try read.get()
    }

    static func named(_ name: String) throws -> Exchange {
        try #require(all().first { $0.name == name })
    }

    /// The object in the body of the request.
    func sent<Object: KubernetesObject>(_ type: Object.Type = Object.self) throws -> Object {
        try JSONDecoder().decode(Object.self, from: Data(#require(request.body).utf8))
    }

    /// Returns the answer in the recorded response, after the request is compared with the recorded
    /// one.
    func answer<Answer>(to made: APIRequest<Answer>) throws -> Answer {
        #expect(made.method.rawValue == request.method)
        #expect(made.path.comparable == request.path.comparable)
        #expect(made.contentType == request.contentType)
        let body = made.body.map { String(decoding: $0, as: UTF8.self) }
        #expect(
            try body.map(JSONValue.init(parsing:)) == request.body.map(JSONValue.init(parsing:))
        )
        return try response(to: made)
    }

    /// Returns the answer in the recorded response.
    func response<Answer>(to made: APIRequest<Answer>) throws -> Answer {
        try made.answer(status: response.status, body: (response.body ?? "").utf8)
    }

    /// Returns the error in the recorded response, after the request is compared with the recorded
    /// one.
    func error<Answer>(to made: APIRequest<Answer>) throws -> APIError {
        try #require(throws: APIError.self) { try answer(to: made) }
    }

    /// Expects that an object has all that the body of the response has.
    func expect(_ object: some KubernetesObject) throws {
        let written = try JSONValue(parsing: object.json)
        #expect(try written == JSONValue(parsing: #require(response.body)))
    }

    /// Expects that a list has all that the body of the response has.
    func expect<R: Resource>(_ list: ResourceList<R>) throws {
        let body = try JSONValue(parsing: #require(response.body))
        let items = try list.items.map { try JSONValue(parsing: $0.json) }
        #expect(body["items"] == .array(items))
        #expect(body["metadata"]?["resourceVersion"] == .string(list.resourceVersion))
        let token = JSONValue.string(list.continueToken ?? "")
        #expect(body["metadata"]?["continue"] == token)
        let remaining = list.remainingItemCount.map { JSONValue.number(JSONNumber($0)) }
        #expect(body["metadata"]?["remainingItemCount"] == remaining)
    }
}

extension JSONValue {
    init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }
}

extension String {
    /// The path, and the parameters of the query in alphabetical order.
    fileprivate var comparable: [Substring] {
        let parts = split(separator: "?", maxSplits: 1)
        return parts.prefix(1) + parts.dropFirst().flatMap { $0.split(separator: "&") }.sorted()
    }
}
