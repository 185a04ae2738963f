import KubernetesAPI
import SageMaker
import Testing

/// Requests and responses as an adopter writes them; see `AdopterTests`.
struct ClusterTests {
    private let jobs = ResourceAPI<TrainingJob>(namespace: "ml")

    /// A server that has one job.
    private func send<Answer>(_ request: APIRequest<Answer>) throws(APIError) -> Answer {
        let head = #""apiVersion":"sagemaker.services.k8s.aws/v1alpha1","kind":"TrainingJob""#
        switch (request.method, request.path.hasSuffix("/trainingjobs/a")) {
        case (.get, true), (.patch, true):
            let body = #"{\#(head),"metadata":{"name":"a","resourceVersion":"7"}}"#
            return try request.answer(status: 200, body: body.utf8)
        default:
            return try request.answer(status: 404, body: [], retryAfter: "1")
        }
    }

    @Test func `a request gives a typed answer`() throws {
        var job = try send(jobs.get("a"))
        #expect(job.metadata.resource_version == "7")
        job = try send(jobs.patch("a", .merge(["metadata": ["labels": ["a": "b"]]])))
        #expect(job.metadata.name == "a")
    }

    @Test func `an error has a kind and a reason`() throws {
        do {
            _ = try send(jobs.get("b"))
            Issue.record("there is no such job")
        } catch let error as APIError where error.isNotFound {
            #expect(error.retryAfterSeconds == 1 && error.causes.isEmpty)
        }
    }

    @Test func `a watcher and a store are values`() throws {
        var watcher = Watcher(jobs)
        var store = ResourceStore<TrainingJob>()
        guard case .list(let request) = try watcher.nextRequest() else {
            Issue.record("a watcher lists first")
            return
        }
        let head = #""apiVersion":"sagemaker.services.k8s.aws/v1alpha1","kind":"TrainingJobList""#
        let list = #"{\#(head),"metadata":{"resourceVersion":"8"},"items":[]}"#
        let change = watcher.receive(try request.answer(status: 200, body: list.utf8))
        #expect(store.apply(try #require(change)).isEmpty)
        guard case .watch(let watch) = try watcher.nextRequest() else {
            Issue.record("a watcher watches after a list")
            return
        }
        var decoder = try watch.answer(status: 200, body: [])
        var chunk = Array(#"{"type":"BOOKMARK","object":{}}"#.utf8 + [0x0A])[...]
        let event = try #require(try decoder.next(from: &chunk))
        #expect(watcher.receive(event) == nil)
    }
}
