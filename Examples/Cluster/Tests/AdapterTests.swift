import AsyncHTTPClient
import AsyncHTTPClientAdapter
import Foundation
import KubernetesAPI
import SageMaker
import Testing
import URLSessionAdapter
import Widgets

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The functions that both adapters have.
protocol Adapter: Sendable {
    @discardableResult
    func send<Answer>(_ request: APIRequest<Answer>) async throws -> Answer
    /// Returns all events until the watch ends.
    func allEvents<R>(_ request: APIRequest<WatchDecoder<R>>) async throws -> [WatchEvent<R>]
}

extension AsyncHTTPClientAdapter.Cluster: Adapter {
    func allEvents<R>(_ request: APIRequest<WatchDecoder<R>>) async throws -> [WatchEvent<R>] {
        try await events(request).reduce(into: []) { $0.append($1) }
    }
}

extension URLSessionAdapter.Cluster: Adapter {
    func allEvents<R>(_ request: APIRequest<WatchDecoder<R>>) async throws -> [WatchEvent<R>] {
        try await events(request).reduce(into: []) { $0.append($1) }
    }
}

/// Both adapters, with a server that responds as the real one did.
@Suite(.serialized) struct AdapterTests {
    private let jobs = ResourceAPI<TrainingJob>(namespace: "ml")
    private let widgets = ResourceAPI<Widget>()

    @Test func `AsyncHTTPClient`() async throws {
        try await RecordedServer.run { server in
            let client = HTTPClient.shared
            try await check(
                AsyncHTTPClientAdapter.Cluster(client: client, url: server.url, token: "secret")
            )
        }
    }

    @Test func `URLSession`() async throws {
        try await RecordedServer.run { server in
            try await check(URLSessionAdapter.Cluster(url: server.url, token: "secret"))
        }
    }

    private func check(_ cluster: some Adapter) async throws {
        try await checkReading(cluster)
        try await checkWriting(cluster)
        try await checkWatching(cluster)
    }

    private func checkReading(_ cluster: some Adapter) async throws {
        let job = try await cluster.send(jobs.get("a"))
        #expect(job.metadata.name == "a")
        let missing = await #expect(throws: APIError.self) {
            try await cluster.send(jobs.get("missing"))
        }
        #expect(missing?.isNotFound == true)
        let page = try await cluster.send(jobs.list(limit: 2))
        let next = try await cluster.send(jobs.list(limit: 2, continue: page.continueToken))
        #expect(page.items.count == 2 && next.items.count == 2)
        let selected = try await cluster.send(jobs.list(labelSelector: "team=vision"))
        #expect(selected.items.allSatisfy { $0.metadata.labels?["team"] == "vision" })
    }

    private func checkWriting(_ cluster: some Adapter) async throws {
        let sent = Widget(metadata: .init(name: "w"), spec: .init(image: "web:1"))
        let created = try await cluster.send(widgets.create(sent))
        #expect(created.spec?.replicas == 1)
        let patch = Patch.merge(["status": ["trainingJobStatus": "Completed"]])
        let patched = try await cluster.send(jobs.status.patch("a", patch))
        #expect(patched.status?.training_job_status == "Completed")
        let scale = try await cluster.send(
            widgets.scale.patch("w", .merge(["spec": ["replicas": 3]]))
        )
        #expect(scale.spec.replicas == 3)
        let conflict = await #expect(throws: APIError.self) {
            try await cluster.send(
                jobs.delete("b", propagation: .foreground, preconditions: .init(uid: "wrong"))
            )
        }
        #expect(conflict?.isConflict == true)
        let deleted = try await cluster.send(jobs.deleteCollection(labelSelector: "team=web"))
        #expect(!deleted.items.isEmpty)
    }

    private func checkWatching(_ cluster: some Adapter) async throws {
        let events = try await cluster.allEvents(widgets.watch(resourceVersion: "33806"))
        #expect(events.compactMap(\.resourceVersion) == ["33807", "33808", "33809", "33810"])
        let expired = await #expect(throws: APIError.self) {
            try await cluster.allEvents(widgets.watch(resourceVersion: "1", bookmarks: false))
        }
        #expect(expired?.isExpired == true)
        let other = await #expect(throws: APIError.self) {
            try await cluster.allEvents(widgets.watch(resourceVersion: "not recorded"))
        }
        #expect(other?.isInternalError == true)
        #expect(other?.message == "the response is no Status: not recorded")
    }
}
