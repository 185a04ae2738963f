import CRDRuntime
import KubernetesAPI
import SageMaker
import TestResources
import Testing

/// The requests of which no exchange was recorded.
struct RequestTests {
    private let jobs = ResourceAPI<TrainingJob>(namespace: "ml")
    private let widgets = ResourceAPI<Widget>()
    private let path = "/apis/sagemaker.services.k8s.aws/v1alpha1/namespaces/ml/trainingjobs"

    private func body<Answer>(of request: APIRequest<Answer>) throws -> JSONValue {
        try JSONValue(parsing: String(decoding: #require(request.body), as: UTF8.self))
    }

    @Test(arguments: [
        ("", "Required value"),
        (".", #"Invalid value: ".": may not be '.'"#),
        ("..", #"Invalid value: "..": may not be '..'"#),
        ("a/b", #"Invalid value: "a/b": may not contain '/'"#),
        ("a/\u{301}b", "Invalid value: \"a/\u{301}b\": may not contain '/'"),
        ("%2e", #"Invalid value: "%2e": may not contain '%'"#),
    ])
    func `no path is made from a name with another meaning`(name: String, message: String) {
        let messages = { (field: String) in "TrainingJob is invalid: \(field): \(message)" }
        let job = TrainingJob(metadata: .init(name: name))
        let inNamespace = ResourceAPI<TrainingJob>(namespace: name)
        for request in [
            { _ = try jobs.get(name) }, { _ = try jobs.delete(name) },
            { _ = try jobs.replace(job) }, { _ = try jobs.apply(job, as: "me") },
            { _ = try jobs.patch(name, .merge([:])) }, { _ = try jobs.patch(from: job, to: job) },
            { _ = try jobs.status.get(name) },
            { _ = try jobs.status.replace(job) }, { _ = try jobs.scale.patch(name, .merge([:])) },
        ] {
            let error = #expect(throws: InvalidResource.self) { try request() }
            #expect(error?.description == messages("metadata.name"))
        }
        for request in [
            { _ = try inNamespace.get("a") }, { _ = try inNamespace.list() },
            { _ = try inNamespace.watch() }, { _ = try inNamespace.deleteCollection() },
            { _ = try inNamespace.create(.init(metadata: .init(name: "a"))) },
        ] {
            let error = #expect(throws: InvalidResource.self) { try request() }
            #expect(error?.description == messages("metadata.namespace"))
        }
    }

    @Test func `only lists and watches are of all namespaces`() throws {
        let all = ResourceAPI<TrainingJob>()
        #expect(try all.list().path == "/apis/sagemaker.services.k8s.aws/v1alpha1/trainingjobs")
        for request in [
            { _ = try all.get("a") }, { _ = try all.delete("a") },
            { _ = try all.deleteCollection() },
            { _ = try all.create(.init(metadata: .init(name: "a"))) },
        ] {
            let error = #expect(throws: InvalidResource.self) { try request() }
            #expect(
                error?.description == "TrainingJob is invalid: metadata.namespace: Required value"
            )
        }
    }

    @Test func `a cluster-scoped kind has no namespace`() {
        let error = #expect(throws: InvalidResource.self) {
            try ResourceAPI<Widget>(namespace: "ml").list()
        }
        let message = "metadata.namespace: Forbidden: not allowed on this type"
        #expect(error?.description == "Widget is invalid: \(message)")
    }

    @Test func `parameters are percent-encoded`() throws {
        let list = try jobs.list(
            labelSelector: "a/b in (c,d), é!=x&y",
            resourceVersion: "7",
            resourceVersionMatch: .exact,
            timeoutSeconds: 9
        )
        let selector = "a%2Fb%20in%20%28c%2Cd%29%2C%20%C3%A9%21%3Dx%26y"
        let version = "resourceVersion=7&resourceVersionMatch=Exact&timeoutSeconds=9"
        #expect(list.path == "\(path)?labelSelector=\(selector)&\(version)")
    }

    @Test func `a watch can list first`() throws {
        let watch = try jobs.watch(fieldSelector: "a=b", initialEvents: true, timeoutSeconds: 60)
        let list =
            "allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
        #expect(watch.path == "\(path)?watch=true&fieldSelector=a%3Db&\(list)&timeoutSeconds=60")
        #expect(watch.body == nil && watch.headers.map(\.name) == ["Accept"])
    }

    @Test func `the options of a deletion are in its body`() throws {
        let delete = try jobs.delete(
            "a",
            propagation: .orphan,
            gracePeriodSeconds: 0,
            preconditions: .init(resourceVersion: "5"),
            dryRun: true
        )
        #expect(delete.path == "\(path)/a")
        #expect(
            try body(of: delete) == [
                "apiVersion": "v1", "kind": "DeleteOptions", "propagationPolicy": "Orphan",
                "gracePeriodSeconds": 0, "preconditions": ["resourceVersion": "5"],
                "dryRun": ["All"],
            ]
        )
        let all = try jobs.deleteCollection(fieldSelector: "a=b", dryRun: true)
        #expect(all.path == "\(path)?fieldSelector=a%3Db")
        #expect(all.headers.map(\.value) == ["application/json", "application/json"])
    }

    @Test func `a resource that the server would reject is not sent`() {
        let error = #expect(throws: InvalidResource.self) {
            try jobs.create(TrainingJob(metadata: .init(name: "A")))
        }
        #expect(error?.violations.map(\.field) == ["metadata.name"])
    }

    @Test func `applying sends the metadata that a client decides on`() throws {
        var metadata = ObjectMeta(
            name: "a",
            namespace: "ml",
            labels: ["l": "1"],
            annotations: ["n": "2"],
            uid: "u",
            resource_version: "3",
            generation: 4,
            creation_timestamp: "2026-01-01T00:00:00Z",
            finalizers: ["example.com/f"],
            owner_references: [.init(api_version: "v1", kind: "Pod", name: "p", uid: "q")],
            managed_fields: [["manager": "m"]],
            self_link: "/x"
        )
        metadata.unknown_fields["later"] = 1
        let request = try jobs.apply(TrainingJob(metadata: metadata), as: "me", dryRun: true)
        #expect(request.path == "\(path)/a?dryRun=All&fieldManager=me")
        #expect(
            try body(of: request)["metadata"] == [
                "name": "a", "namespace": "ml", "labels": ["l": "1"], "annotations": ["n": "2"],
                "finalizers": ["example.com/f"],
                "ownerReferences": [["apiVersion": "v1", "kind": "Pod", "name": "p", "uid": "q"]],
            ]
        )
    }

    @Test func `a patch between two values has the changes only`() throws {
        var old = TrainingJob(metadata: .init(name: "a", labels: ["keep": "1", "drop": "2"]))
        old.metadata.resource_version = "3"
        old.metadata.managed_fields = [["manager": "m"]]
        old.status = .init(failure_reason: "f", training_job_status: "Failed")
        var new = old
        new.metadata.labels = ["keep": "1", "add": "3"]
        new.metadata.finalizers = ["example.com/f"]
        new.metadata.resource_version = "4"
        new.metadata.generation = 5
        new.metadata.uid = "u"
        new.metadata.creation_timestamp = "2026-01-01T00:00:00Z"
        new.metadata.managed_fields = nil
        new.metadata.unknown_fields["later"] = 1
        new.status?.failure_reason = nil
        let request = try jobs.patch(from: old, to: new, dryRun: true, fieldManager: "me")
        #expect(request.path == "\(path)/a?dryRun=All&fieldManager=me")
        #expect(request.contentType == "application/merge-patch+json")
        #expect(
            try body(of: request) == [
                "metadata": [
                    "labels": ["drop": .null, "add": "3"], "finalizers": ["example.com/f"],
                ],
                "status": ["failureReason": .null],
            ]
        )
        #expect(try body(of: jobs.patch(from: new, to: new)) == [:])
    }

    @Test func `a patch of an unchanged object requires the version that was read`() throws {
        var old = TrainingJob(metadata: .init(name: "a", resource_version: "3"))
        var new = old
        new.metadata.resource_version = "4"
        let request = try jobs.patch(from: old, to: new, ifUnchanged: true)
        #expect(try body(of: request) == ["metadata": ["resourceVersion": "3"]])
        old.metadata.resource_version = nil
        let error = #expect(throws: InvalidResource.self) {
            try jobs.patch(from: old, to: new, ifUnchanged: true)
        }
        let message = "metadata.resourceVersion: Invalid value: 0: must be specified for an update"
        #expect(error?.description == "TrainingJob is invalid: \(message)")
    }

    @Test func `a scale can be replaced`() throws {
        let scale = Scale(metadata: .init(name: "w"), spec: .init(replicas: 0))
        let request = try widgets.scale.replace(scale)
        #expect(request.path == "/apis/recorded.example.com/v1/widgets/w/scale")
        #expect(
            try body(of: request) == [
                "apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": ["name": "w"],
                "spec": ["replicas": 0],
            ]
        )
        let answer = try request.answer(
            status: 200,
            body: """
                {"kind":"Scale","apiVersion":"autoscaling/v1","metadata":{"name":"w"},"spec":{},
                "status":{"replicas":2,"selector":"app=w"}}
                """.utf8
        )
        #expect(answer.spec.replicas == 0)
        #expect(answer.status == .init(replicas: 2, selector: "app=w"))
    }
}
