import CRDRuntime
import KubernetesAPI
import SageMaker
import TestResources
import Testing

/// Responses of which no exchange was recorded.
struct ResponseTests {
    private let widgets = ResourceAPI<Widget>()
    private let head = #""apiVersion":"recorded.example.com/v1","kind":"Widget""#

    private func error(_ status: Int, _ body: String, retryAfter: String? = nil) throws -> APIError
    {
        let request = try widgets.get("w")
        return try #require(throws: APIError.self) {
            try request.answer(status: status, body: body.utf8, retryAfter: retryAfter)
        }
    }

    @Test func `the page of a proxy is an error with its beginning`() throws {
        let page = "<html>" + String(repeating: "é", count: 300)
        let error = try error(502, page)
        #expect(error.code == 502 && error.reason.isEmpty && error.causes.isEmpty)
        let beginning = "<html>" + String(repeating: "é", count: 97)
        #expect(error.description == "502: the response is no Status: \(beginning)")
    }

    @Test(arguments: [
        (400, \APIError.isBadRequest), (401, \.isUnauthorized), (403, \.isForbidden),
        (404, \.isNotFound), (409, \.isConflict), (410, \.isExpired), (422, \.isInvalid),
        (429, \.isTooManyRequests), (500, \.isInternalError), (503, \.isServiceUnavailable),
        (504, \.isTimeout),
    ])
    func `the status is the reason of a response without one`(
        status: Int,
        property: any KeyPath<APIError, Bool> & Sendable
    ) throws {
        let error = try error(status, "")
        #expect(error[keyPath: property])
        #expect(error.message == "the response has no body")
        let other = #"{"kind":"Status","apiVersion":"v1","reason":"Other","message":"m"}"#
        #expect(try !self.error(status, other)[keyPath: property])
    }

    @Test func `a header or the Status gives the time to wait`() throws {
        let text = "Too many requests, please try again later.\n"
        #expect(try error(429, text, retryAfter: "7").retryAfterSeconds == 7)
        #expect(try error(429, text, retryAfter: "Fri, 27 Nov 2026").retryAfterSeconds == nil)
        let status = """
            {"kind":"Status","apiVersion":"v1","status":"Failure","message":"m",
            "reason":"TooManyRequests","details":{"retryAfterSeconds":3},"code":429}
            """
        let error = try error(429, status, retryAfter: "7")
        #expect(error.isTooManyRequests && error.retryAfterSeconds == 3)
    }

    @Test(arguments: [
        "null", "[]", "{}", #"{"kind":"Status"}"#,
        #"{"kind":"Status","apiVersion":"v1","details":[],"code":"x","message":{}}"#,
        #"{"kind":"Status","details":{"causes":{}}}"#,
        #"{"kind":"Status","details":{"causes":[null,1,{"field":[]}]}}"#,
    ])
    func `a strange body is an error like any other`(body: String) throws {
        #expect(try error(500, body).code == 500)
    }

    @Test func `a failure with a successful status is an error`() throws {
        let status = #"{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Timeout"}"#
        let error = try error(200, status)
        #expect(error.isTimeout && error.code == 200)
    }

    @Test(arguments: [
        ("", "response:1:1: error: found the end of the text, expected a value, no body"),
        ("<html>", "response:1:1: error: found '<', expected a value: <html>"),
        (
            #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"image":1}}"#,
            """
            response:1:15: error: 'apiVersion' is the string "v1", expected 'recorded.example.com/v1'
            response:1:27: error: 'kind' is the string "Pod", expected 'Widget'
            response:1:73: error: spec.image: expected a string, found the number 1
            """
        ),
    ])
    func `a successful response that is no answer is unreadable`(
        body: String,
        problems: String
    ) throws {
        let error = try error(200, body)
        #expect(error.isUnreadable && !error.isNotFound)
        #expect(error.description == "200: the response cannot be read: \(problems)")
    }

    @Test func `unknown fields are ignored, and kept where the type can`() throws {
        let body = #"""
            {\#(head),"metadata":{"name":"w","later":1},"spec":{"image":"i","later":2},"later":3}
            """#
        let widget = try widgets.get("w").answer(status: 200, body: body.utf8)
        #expect(widget.spec?.image == "i")
        #expect(widget.metadata.unknown_fields["later"] == 1)
    }

    @Test func `a deletion with finalizers gives the resource`() throws {
        let body = #"""
            {\#(head),"metadata":{"name":"w","deletionTimestamp":"2026-01-01T00:00:00Z"}}
            """#
        let result = try widgets.delete("w").answer(status: 200, body: body.utf8)
        guard case .deleting(let widget) = result else {
            Issue.record("not a resource")
            return
        }
        #expect(widget.metadata.deletion_timestamp == "2026-01-01T00:00:00Z")
    }

    @Test func `items of a list need no kind, and null is an empty list`() throws {
        let list = try widgets.list().answer(
            status: 200,
            body: #"""
                {"apiVersion":"v1","metadata":{"resourceVersion":"7","continue":""},
                "items":[{"metadata":{"name":"a"}},{\#(head),"metadata":{"name":"b"}}]}
                """#.utf8
        )
        #expect(list.items.map(\.metadata.name) == ["a", "b"])
        #expect(list.resourceVersion == "7" && list.continueToken == nil)
        let empty = try widgets.list().answer(status: 200, body: #"{"items":null}"#.utf8)
        #expect(empty.items.isEmpty && empty.resourceVersion.isEmpty)
    }

    @Test(arguments: [
        ("{}", "response:1:1: error: required field 'items' is missing"),
        (#"{"items":{}}"#, "response:1:10: error: expected a list of items, found a mapping"),
        (
            #"{"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"},"spec":{"image":[]}}]}"#,
            "response:1:78: error: items[1].spec.image: expected a string, found a sequence"
        ),
    ])
    func `a list that cannot be read names the item`(body: String, problem: String) throws {
        let request = try widgets.list()
        let error = #expect(throws: APIError.self) {
            try request.answer(status: 200, body: body.utf8)
        }
        #expect(error?.description == "200: the response cannot be read: \(problem)")
    }
}
