import CRDRuntime
import KubernetesAPI
import SageMaker
import TestResources
import Testing

/// Each recorded exchange: the same request, and the right value or error of its response.
struct ExchangeTests {
    typealias Check = @Sendable (Exchange) throws -> Void

    private static let jobs = ResourceAPI<TrainingJob>(namespace: "ml")
    private static let widgets = ResourceAPI<Widget>()

    static let checks: [String: Check] = writing.merging(reading) { $1 }.merging(patching) { $1 }
        .merging(deleting) { $1 }.merging(widgetChecks) { $1 }

    @Test(arguments: try Exchange.all().map(\.name))
    func `the exchange is reproduced`(name: String) throws {
        let check = try #require(Self.checks[name], "an exchange without a check")
        try check(Exchange.named(name))
    }

    private static let writing: [String: Check] = [
        "create": { try $0.expect($0.answer(to: jobs.create($0.sent()))) },
        "create, dry run, field manager": {
            let request = try jobs.create(
                $0.sent(),
                dryRun: true,
                fieldManager: "recorder",
                fieldValidation: .strict
            )
            try $0.expect($0.answer(to: request))
        },
        "create with generateName": {
            let job = try $0.answer(to: jobs.create($0.sent()))
            #expect(job.metadata.name.hasPrefix("gen-"))
            try $0.expect(job)
        },
        "create what exists": {
            let error = try $0.error(to: jobs.create($0.sent()))
            #expect(error.isAlreadyExists && !error.isConflict)
            #expect(error.code == 409)
            #expect(
                error.message == #"trainingjobs.sagemaker.services.k8s.aws "a" already exists"#
            )
        },
        // Their requests have bodies that the type cannot have.
        "create what is invalid": {
            let error = try $0.failure(jobs.create(job))
            #expect(error.isInvalid)
            let detail = "spec.resourceConfig.instanceCount in body must be of type integer"
            #expect(
                error.causes == [
                    .init(
                        field: "spec.resourceConfig.instanceCount",
                        reason: "FieldValueTypeInvalid",
                        message: #"Invalid value: "string": \#(detail): "string""#
                    )
                ]
            )
        },
        "create with an unknown field, strict": {
            let error = try $0.failure(jobs.create(job, fieldValidation: .strict))
            #expect(error.isBadRequest)
            #expect(error.message.hasSuffix(#"unknown field "spec.nope""#))
        },
        "create with an unknown field, warn": {
            let request = try jobs.create(job, dryRun: true, fieldValidation: .warn)
            try $0.expect($0.response(to: request))
        },
        "create with broken JSON": {
            let error = try $0.failure(jobs.create(job))
            #expect(error.isBadRequest)
            #expect(error.description.hasPrefix("400 BadRequest: the object provided is"))
        },
        "replace": { try $0.expect($0.answer(to: jobs.replace($0.sent()))) },
        "replace an old version": {
            let error = try $0.error(to: jobs.replace($0.sent()))
            #expect(error.isConflict && !error.isAlreadyExists)
        },
        "replace status": { try $0.expect($0.answer(to: jobs.status.replace($0.sent()))) },
        "method not allowed": {
            let error = try $0.failure(widgets.list())
            #expect(error.message == "name must be provided")
        },
        "wrong content type": {
            let error = try $0.failure(widgets.list())
            #expect(error.code == 415 && error.reason == "UnsupportedMediaType")
        },
    ]

    private static let reading: [String: Check] = [
        "get": { try $0.expect($0.answer(to: jobs.get("a"))) },
        "get status": { try $0.expect($0.answer(to: jobs.status.get("a"))) },
        "get what is missing": {
            let error = try $0.error(to: jobs.get("missing"))
            #expect(error.isNotFound)
        },
        "list, first page": {
            let list = try $0.answer(to: jobs.list(limit: 2))
            #expect(list.items.count == 2 && list.remainingItemCount == 4)
            try $0.expect(list)
        },
        "list, next page": {
            let token = try Exchange.named("list, first page").response(to: jobs.list())
                .continueToken
            try $0.expect($0.answer(to: jobs.list(limit: 2, continue: token)))
        },
        "list by labels": {
            try $0.expect($0.answer(to: jobs.list(labelSelector: "team=vision")))
        },
        "list by field": {
            try $0.expect($0.answer(to: jobs.list(fieldSelector: "metadata.name=a")))
        },
        "list in all namespaces": {
            try $0.expect($0.answer(to: ResourceAPI<TrainingJob>().list(limit: 1)))
        },
        "list with a broken continue": {
            let error = try $0.error(to: jobs.list(limit: 2, continue: "nonsense"))
            #expect(error.isBadRequest)
        },
        "not found: the kind": {
            let error = try $0.failure(widgets.list())
            #expect(error.isNotFound && error.reason.isEmpty)
            #expect(error.message == "the response is no Status: 404 page not found\n")
        },
    ]

    private static let patching: [String: Check] = [
        "merge patch": {
            let parameters: JSONValue = ["eta": "0.1", "max_depth": .null]
            let patch = Patch.merge(["spec": ["hyperParameters": parameters]])
            let job = try $0.answer(to: jobs.patch("a", patch))
            #expect(job.spec?.hyper_parameters == ["eta": "0.1"])
            try $0.expect(job)
            let old = try Exchange.named("replace").response(to: jobs.get("a"))
            try $0.expect($0.answer(to: jobs.patch(from: old, to: job)))
        },
        "JSON patch": {
            let path: JSONValue = "/spec/resourceConfig/instanceCount"
            let patch = Patch.json([["op": "replace", "path": path, "value": 4]])
            let job = try $0.answer(to: jobs.patch("a", patch))
            #expect(job.spec?.resource_config.instance_count == 4)
            try $0.expect(job)
        },
        "strategic merge patch": {
            let error = try $0.failure(jobs.patch("a", .merge([:])))
            #expect(error.code == 415)
        },
        "merge patch of status": {
            let patch = Patch.merge(["status": ["trainingJobStatus": "Completed"]])
            let job = try $0.answer(to: jobs.status.patch("a", patch))
            #expect(job.status?.training_job_status == "Completed")
            try $0.expect(job)
            let old = try Exchange.named("replace status").response(to: jobs.get("a"))
            try $0.expect($0.answer(to: jobs.status.patch(from: old, to: job)))
        },
        "apply, new": { try $0.expect($0.answer(to: jobs.apply($0.sent(), as: "recorder"))) },
        "apply, again": { try $0.expect($0.answer(to: jobs.apply($0.sent(), as: "recorder"))) },
        "apply, conflict": {
            let error = try $0.error(to: jobs.apply($0.sent(), as: "other"))
            #expect(error.isConflict)
            #expect(
                error.causes == [
                    .init(
                        field: ".spec.roleARN",
                        reason: "FieldManagerConflict",
                        message: #"conflict with "recorder""#
                    )
                ]
            )
        },
        "apply, forced": {
            try $0.expect($0.answer(to: jobs.apply($0.sent(), as: "other", force: true)))
        },
        "apply without a manager": {
            let error = try $0.failure(jobs.apply($0.sent(), as: ""))
            #expect(error.isInvalid && error.causes.map(\.field) == ["fieldManager"])
        },
        "apply with managedFields": {
            let request = try jobs.apply($0.sent(), as: "recorder")
            let body = try JSONValue(
                parsing: String(decoding: #require(request.body), as: UTF8.self)
            )
            #expect(body["metadata"] == ["name": "applied", "namespace": "ml"])
            #expect(try $0.failure(request).message == "metadata.managedFields must be nil")
        },
    ]

    private static let deleting: [String: Check] = [
        "delete": {
            guard case .deleted(let uid) = try $0.answer(to: jobs.delete("a")) else {
                Issue.record("not deleted")
                return
            }
            #expect(uid == "cbaa91e3-08c2-4abd-9a38-ab17c0677ade")
        },
        "delete what is missing": {
            let error = try $0.error(to: jobs.delete("a"))
            #expect(error.isNotFound)
        },
        "delete with options": {
            let request = try jobs.delete(
                "b",
                propagation: .foreground,
                preconditions: .init(uid: "wrong")
            )
            #expect(try $0.error(to: request).isConflict)
        },
        "delete a collection": {
            try $0.expect($0.answer(to: jobs.deleteCollection(labelSelector: "team=web")))
        },
    ]

    private static let widgetChecks: [String: Check] = [
        "cluster scope: create": { try $0.expect($0.answer(to: widgets.create($0.sent()))) },
        "get scale": {
            let scale = try $0.answer(to: widgets.scale.get("w"))
            #expect(scale.spec.replicas == 1 && scale.status?.replicas == 0)
            try $0.expect(scale)
        },
        "scale by merge patch": {
            let patch = Patch.merge(["spec": ["replicas": 3]])
            let scale = try $0.answer(to: widgets.scale.patch("w", patch))
            try $0.expect(scale)
            let old = try Exchange.named("get scale").response(to: widgets.scale.get("w"))
            try $0.expect($0.answer(to: widgets.scale.patch(from: old, to: scale)))
        },
        "scale out of range": {
            let patch = Patch.merge(["spec": ["replicas": 9]])
            let error = try $0.error(to: widgets.scale.patch("w", patch))
            #expect(error.isInvalid)
        },
        "watch": {
            let request = try widgets.watch(resourceVersion: "33806")
            var decoder = try $0.answer(to: request)
            var bytes = Array(try #require($0.response.events).joined().utf8)[...]
            var names: [String] = []
            while let event = try decoder.next(from: &bytes) { names.append(event.summary) }
            #expect(
                names == [
                    "added v 33807", "modified v 33808", "modified v 33809", "deleted v 33810",
                ]
            )
        },
        "watch from an expired version": { exchange in
            let request = try widgets.watch(resourceVersion: "1", bookmarks: false)
            var decoder = try exchange.answer(to: request)
            var bytes = Array(try #require(exchange.response.events).joined().utf8)[...]
            let error = try #require(throws: APIError.self) { try decoder.next(from: &bytes) }
            #expect(error.isExpired && error.code == 410)
        },
    ]

    private static let job = TrainingJob(metadata: .init(name: "a"))
}

extension Exchange {
    /// Returns the error in the recorded response, whose request the API does not make.
    fileprivate func failure<Answer>(_ made: APIRequest<Answer>) throws -> APIError {
        try #require(throws: APIError.self) { try response(to: made) }
    }
}

extension WatchEvent where R == Widget {
    /// `added v 33807`.
    var summary: String {
        switch self {
        case .added(let widget): "added \(widget.metadata.name) \(resourceVersion ?? "?")"
        case .modified(let widget): "modified \(widget.metadata.name) \(resourceVersion ?? "?")"
        case .deleted(let widget): "deleted \(widget.metadata.name) \(resourceVersion ?? "?")"
        case .bookmark(let bookmark): "bookmark \(bookmark.resourceVersion)"
        }
    }
}
