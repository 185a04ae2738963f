import CRDRuntime
import CRDValidation
import Testing

/// What a request gets for all but its spec: metadata, embedded resources, subresources.
struct ObjectRequestTests {
    // MARK: - Metadata

    @Test(
        arguments: [
            (
                #""labels":{"a":1}"#,
                #"400 Thing in version "v1" cannot be handled as a Thing: json: cannot unmarshal "#
                    + "number into Go struct field ObjectMeta.labels of type string"
            ),
            (#""labels":{"a":null}"#, #"{"name":"t","labels":{"a":""},"namespace":"default"}"#),
            (
                #""creationTimestamp":"x""#,
                #"400 Thing in version "v1" cannot be handled as a Thing: parsing time "x" as "#
                    + #""2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006""#
            ),
            (
                #""uid":"u","generation":5,"resourceVersion":"9","selfLink":"x""#,
                #"{"name":"t","namespace":"default"}"#
            ),
            (
                #""finalizers":["orphan","foregroundDeletion"]"#,
                #"422 metadata.finalizers: Invalid value: ["orphan","foregroundDeletion"]: "#
                    + "finalizer orphan and foregroundDeletion cannot be both set"
            ),
            (
                #""annotations":{"a/b/c":""}"#,
                #"422 metadata.annotations: Invalid value: "a/b/c": a valid label key must consist of "#
                    + "alphanumeric characters, '-', '_' or '.', and must start and end with an "
                    + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used "
                    + "for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional "
                    + "DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            ),
            (
                #""ownerReferences":[{"apiVersion":"a/","kind":"","name":"n","uid":"u"}]"#,
                #"422 metadata.ownerReferences.apiVersion: Invalid value: "a/": version must not be "#
                    + #"empty; metadata.ownerReferences.kind: Invalid value: "": must not be empty"#
            ),
            // An owner that is named again is dropped before anything is checked.
            (
                #""ownerReferences":[{"apiVersion":"v1","kind":"A","name":"n","uid":"u","#
                    + #""controller":true},{"apiVersion":"v1","kind":"A","name":"n","uid":"u","#
                    + #""controller":true}]"#,
                #"{"name":"t","ownerReferences":[{"apiVersion":"v1","kind":"A","#
                    + #""name":"n","uid":"u","controller":true}],"namespace":"default"}"#
            ),
            (
                #""managedFields":[{"operation":"Update"}],"deletionTimestamp":"2020-01-01T00:00:00Z""#,
                #"{"name":"t","namespace":"default"}"#
            ),
        ]
    )
    func `metadata gets the server's answer`(metadata: String, answer: String) {
        let body = Request.thing(metadata: metadata)
        #expect(
            Request.response(Request.validator("{}"), body, .ignore, shows: "metadata") == answer
        )
    }

    @Test func `annotations have 256 KiB together`() {
        let text = String(repeating: "a", count: 262_144 - 1)
        let fits = Request.thing(metadata: #""annotations":{"k":"\#(text)"}"#)
        #expect(Request.response(Request.validator("{}"), fits) == "nothing")
        let more = Request.thing(metadata: #""annotations":{"k":"\#(text)","l":""}"#)
        #expect(
            Request.response(Request.validator("{}"), more)
                == "422 metadata.annotations: Too long: may not be more than 262144 bytes"
        )
    }

    @Test func `a namespace must be that of the request, and is dropped where there are none`() {
        let body = Request.thing(metadata: #""namespace":"A b""#)
        #expect(
            Request.response(Request.validator("{}"), body, namespace: "default")
                == "400 the namespace of the provided object does not match the namespace sent on "
                + "the request"
        )
        let cluster = Request.validator("{}", scope: .cluster)
        #expect(Request.response(cluster, body, shows: "metadata") == #"{"name":"t"}"#)
    }

    @Test(
        arguments: [
            (
                #""generateName":"ab-""#,
                #"{"generateName":"ab-","namespace":"default","name":"ab-<random>"}"#
            ),
            (
                #""generateName":"Ab-""#,
                #"422 metadata.generateName: Invalid value: "Ab-": "# + Self.subdomain
                    + #"; metadata.name: Invalid value: "Ab-<random>": "# + Self.subdomain
            ),
        ]
    )
    func `a name can be left to the server`(metadata: String, answer: String) {
        let body = #"{"apiVersion":"x.test/v1","kind":"Thing","metadata":{\#(metadata)}}"#
        #expect(Request.response(Request.validator("{}"), body, shows: "metadata") == answer)
    }

    private static let subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
        + "'.', and must start and end with an alphanumeric character (e.g. 'example.com', regex "
        + "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"

    // MARK: - Embedded resources

    private static let embedded = #"""
        {"type":"object","x-kubernetes-embedded-resource":true,
        "x-kubernetes-preserve-unknown-fields":true}
        """#

    @Test(
        arguments: [
            (#"{"apiVersion":"v1","kind":"A"}"#, #"{"apiVersion":"v1","kind":"A"}"#),
            ("{}", "422 AT.apiVersion: Required value; AT.kind: Required value"),
            (
                #"{"apiVersion":"v1","kind":5}"#,
                #"400 Thing in version "v1" cannot be handled as a Thing: AT.kind: Invalid value: 5: "#
                    + "must be a string"
            ),
            (
                #"{"apiVersion":"v1","kind":"A","metadata":{"name":"a/b"}}"#,
                #"422 AT.metadata.name: Invalid value: "a/b": may not contain '/'"#
            ),
            (
                #"{"apiVersion":"v1","kind":"A","metadata":{"name":"..","namespace":"n"}}"#,
                #"422 AT.metadata.name: Invalid value: "..": may not be '..'"#
            ),
        ]
    )
    func `embedded resources are checked in lists and maps too`(value: String, answer: String) {
        let list = Request.validator(#"{"type":"array","items":\#(Self.embedded)}"#)
        let inList = answer.replacing("AT", with: "spec.f[0]")
        let isRefused = answer.hasPrefix("4")
        #expect(
            Request.response(list, Request.thing("[\(value)]"))
                == (isRefused ? inList : #"{"f":[\#(value)]}"#)
        )
        let map = Request.validator(#"{"type":"object","additionalProperties":\#(Self.embedded)}"#)
        let inMap = answer.replacing("AT", with: "spec.f[k]")
        #expect(
            Request.response(map, Request.thing(#"{"k":\#(value)}"#))
                == (isRefused ? inMap : #"{"f":{"k":\#(value)}}"#)
        )
    }

    // MARK: - Subresources

    @Test func `status is dropped at creation, and written apart from the rest`() {
        let status = #"{"type":"object","properties":{"n":{"type":"integer"}}}"#
        let validator = Request.validator(#"{"type":"integer"}"#, status: status)
        let head = #"{"apiVersion":"x.test/v1","kind":"Thing","metadata":{"name":"t"}"#
        #expect(
            Request.response(validator, head + #","status":"x"}"#, shows: "status") == "nothing"
        )
        #expect(
            Request.response(validator, head + #","status":{"m":1}}"#)
                == #"400 Thing in version "v1" cannot be handled as a Thing: strict decoding error: "#
                + #"unknown field "status.m""#
        )
        let stored: JSONValue = [
            "apiVersion": "x.test/v1", "kind": "Thing", "metadata": ["name": "t"], "spec": ["f": 1],
        ]
        var changed: JSONValue = [
            "apiVersion": "x.test/v1", "kind": "Thing", "metadata": ["name": "t"],
            "spec": ["f": "no integer"], "status": ["n": 5],
        ]
        guard case .success(let object) = validator.updateStatus(changed, of: stored).result else {
            return #expect(Bool(false))
        }
        #expect(object["spec"] == ["f": 1])
        #expect(object["status"] == ["n": 5])
        changed = [
            "apiVersion": "x.test/v1", "kind": "Thing", "metadata": ["name": "t"],
            "status": ["n": "x"],
        ]
        guard case .failure(let rejection) = validator.updateStatus(changed, of: stored).result
        else {
            return #expect(Bool(false))
        }
        #expect(
            rejection.violations.map(\.description) == [
                #"status.n: Invalid value: "string": n in body must be of type integer: "#
                    + #""string""#
            ]
        )
    }

    @Test(
        arguments: [
            ("1", #"{"f":1}"#),
            ("-1", "422 .spec.f: Invalid value: -1: should be a non-negative integer"),
            (
                "2147483648",
                "422 .spec.f: Invalid value: 2147483648: should be less than or equal to 2147483647"
            ),
            (
                #""x""#,
                "422 .spec.f: Invalid value: 0: .spec.f accessor error: x is of the type string, "
                    + "expected int64"
            ),
        ]
    )
    func `counts of replicas are checked where the scale subresource has them`(
        value: String,
        answer: String
    ) {
        let validator = Request.validator(
            #"{"x-kubernetes-preserve-unknown-fields":true}"#,
            scale: .init(specReplicasPath: ".spec.f", statusReplicasPath: ".status.f")
        )
        #expect(Request.response(validator, Request.thing(value)) == answer)
    }
}
