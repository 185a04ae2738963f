import CRDInspection
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import TestSupport
import Testing

/// `crdgen validate` of kinds in OpenAPI documents, without files and processes.
struct OpenAPIValidationTests {
    /// Lines under `spec` → what is reported about them.
    private static let specs: [(String, [String])] = [
        ("", []),
        (
            """
            count: 2147483647
            total: 9223372036854775807
            rate: 1e3
            paused: true
            data: {a: aGk=}
            labels: {a: b}
            urgency: High
            weight: 1.5Ki
            slots: {a: 1, b: 100m, c: " 5 "}
            port: 80
            due: "2024-02-29T12:00:00Z"
            renewed: "2024-02-29T12:00:00.000001+01:00"
            every: 1h30m
            raw: [1, {any: thing}]
            tags: [a, b]
            box: {width: 1, inner: {width: 2, boxes: {a: {width: 3}}}}
            """,
            []
        ),
        ("count: null\nlabels: {a: null}\ntags: [null]\nbox: null", []),
        ("1️⃣coutn: 1", [#"1️⃣ error: unknown field "spec.coutn", did you mean 'count'?"#]),
        ("1️⃣Count: 1", [#"1️⃣ error: unknown field "spec.Count", did you mean 'count'?"#]),
        ("count: 1️⃣\"1\"", [mismatch("1️⃣", "string", "OrderSpec.spec.count", "int32")]),
        ("count: 1️⃣1.5", [mismatch("1️⃣", "number 1.5", "OrderSpec.spec.count", "int32")]),
        ("count: 1.0", []),
        (
            "count: 1️⃣2147483648",
            [mismatch("1️⃣", "number 2147483648", "OrderSpec.spec.count", "int32")]
        ),
        ("paused: 1️⃣\"true\"", [mismatch("1️⃣", "string", "OrderSpec.spec.paused", "bool")]),
        ("labels: {a: 1️⃣1}", [mismatch("1️⃣", "number", "OrderSpec.spec.labels", "string")]),
        ("labels: 1️⃣[a]", [mismatch("1️⃣", "array", "OrderSpec.spec.labels", "map[string]string")]),
        ("tags: 1️⃣a", [mismatch("1️⃣", "string", "OrderSpec.spec.tags", "[]string")]),
        ("box: 1️⃣a", [mismatch("1️⃣", "string", "OrderSpec.spec.box", "v1.Box")]),
        (
            "box: {width: 1, inner: {width: 1, inner: {width: 1, inner: {width: 1️⃣a}}}}",
            [mismatch("1️⃣", "string", "Box.spec.box.inner.inner.inner.width", "int32")]
        ),
        (
            "box: {width: 1, boxes: {a.b: {width: 1, boxes: {c: 1️⃣{}}}}}",
            ["1️⃣ error: spec.box.boxes[a.b].boxes[c].width: Required value"]
        ),
        (
            "box: {width: 1, boxes: {a: {width: 1, 1️⃣depth: 1}}}",
            [#"1️⃣ error: unknown field "spec.box.boxes.a.depth""#]
        ),
        ("port: 1️⃣1.5", [mismatch("1️⃣", "number 1.5", "OrderSpec.spec.port", "int32")]),
        ("port: 1️⃣true", [mismatch("1️⃣", "bool", "OrderSpec.spec.port", "int32")]),
        (
            "weight: 1️⃣5 Gi",
            [
                handled(
                    "1️⃣",
                    "quantities must match the regular expression "
                        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
                )
            ]
        ),
        ("slots: {a: 1️⃣1Kim}", [handled("1️⃣", "unable to parse quantity's suffix")]),
        ("data: {a: 1️⃣a?b=}", [handled("1️⃣", "illegal base64 data at input byte 1")]),
        ("data: {a: 1️⃣aGk}", [handled("1️⃣", "illegal base64 data at input byte 0")]),
        (
            "due: 1️⃣tomorrow",
            [
                handled(
                    "1️⃣",
                    #"parsing time "tomorrow" as "2006-01-02T15:04:05Z07:00": cannot parse "#
                        + #""tomorrow" as "2006""#
                )
            ]
        ),
        (
            "renewed: 1️⃣\"2024-02-29T12:00:00Z\"",
            [
                handled(
                    "1️⃣",
                    #"parsing time "2024-02-29T12:00:00Z" as "2006-01-02T15:04:05.000000Z07:00": "#
                        + #"cannot parse "Z" as ".000000""#
                )
            ]
        ),
        ("every: 1️⃣soon", [handled("1️⃣", #"time: invalid duration "soon""#)]),
        (
            "urgency: 1️⃣high",
            [
                #"1️⃣ error: spec.urgency: Unsupported value: "high": supported values: "High", "#
                    + #""Low""#
            ]
        ),
        ("urgency: ''", []),
        (
            "codes: [A, 1️⃣'']",
            [
                #"1️⃣ error: spec.codes[1]: Unsupported value: "": supported values: "A", "B""#
            ]
        ),
        (
            "tags: [a, b, 1️⃣a]",
            [
                #"1️⃣ warning: spec.tags[2]: Duplicate value: "a": server-side apply rejects it"#
            ]
        ),
    ]

    private static func mismatch(
        _ mark: String,
        _ found: String,
        _ field: String,
        _ type: String
    ) -> String {
        handled(
            mark,
            "json: cannot unmarshal \(found) into Go struct field \(field) of type \(type)"
        )
    }

    private static func handled(_ mark: String, _ reason: String) -> String {
        #"\#(mark) error: Order in version "v1" cannot be handled as a Order: \#(reason)"#
    }

    @Test(arguments: specs)
    func `values are decoded as in Go`(spec: String, expected: [String]) throws {
        let text = MarkedText(OpenAPIText.order(spec))
        for document in [OpenAPIText.version3, OpenAPIText.version2] {
            let check = try OpenAPIText.check(text, by: document)
            #expect(text.show(check.diagnostics(requiresKinds: false)) == expected)
        }
    }

    @Test func `required fields are those of the schema`() throws {
        let text = MarkedText(
            """
            apiVersion: shop.example.com/v1
            kind: Order
            metadata: {name: a}
            spec: 1️⃣
              customer: null
              items: [2️⃣{}, 3️⃣null]
            status: {}
            """
        )
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)).map { String($0.drop { $0 != "e" }) }
                == [
                    "error: spec.customer: Required value",
                    "error: spec.items[0].name: Required value",
                    "error: spec.items[1].name: Required value",
                ]
        )
    }

    @Test func `the response is that of the server`() throws {
        let text = MarkedText(OpenAPIText.order("nmae: 1\ncount: a\nbox: {}"))
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3)
        #expect(
            check.objects[0].status()?["message"]
                == .string(
                    #"Order in version "v1" cannot be handled as a Order: json: cannot unmarshal "#
                        + "string into Go struct field OrderSpec.spec.count of type int32"
                )
        )
        let unknown = MarkedText(OpenAPIText.order("nmae: 1\nbox: {}"))
        #expect(
            try OpenAPIText.check(unknown, by: OpenAPIText.version3).objects[0]
                .status()?["message"]
                == .string(
                    #"Order in version "v1" cannot be handled as a Order: strict decoding error: "#
                        + #"unknown field "spec.nmae""#
                )
        )
        let invalid = MarkedText(OpenAPIText.order("box: {}"))
        #expect(
            try OpenAPIText.check(invalid, by: OpenAPIText.version3).objects[0]
                .status()?["message"]
                == #"Order.shop.example.com "a" is invalid: spec.box.width: Required value"#
        )
    }

    @Test func `all values of a wrong type are reported, and the server's first one`() throws {
        let text = MarkedText(
            OpenAPIText.order("paused: 1️⃣1\ncount: 2️⃣a\nport: 3️⃣[]\nweight: 4️⃣x")
        )
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)).map {
                String($0.prefix { $0 != " " })
            }
                == ["1️⃣", "2️⃣", "3️⃣", "4️⃣"]
        )
        // Go ends at a type with its own decoder, and otherwise reports the first mismatch.
        let message = check.objects[0].status()?["message"]
        #expect(
            message
                == .string(
                    String(
                        Self.mismatch("", "array", "OrderSpec.spec.port", "int32")
                            .dropFirst(" error: ".count)
                    )
                )
        )
    }

    @Test func `duplicate elements of a list with keys are a warning`() throws {
        let text = MarkedText(
            """
            apiVersion: shop.example.com/v1
            kind: Order
            metadata: {name: a}
            spec:
              customer: c
              items:
              - {name: i, size: M}
              - {name: i, size: S}
              - 1️⃣{name: i}
            """
        )
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                #"1️⃣ warning: spec.items[2]: Duplicate value: [name="i",size="M"]: "#
                    + "server-side apply rejects it"
            ]
        )
        #expect(check.summary(requiresKinds: false) == "1 object: 1 valid")
    }

    @Test func `metadata is checked`() throws {
        let text = MarkedText(
            OpenAPIText.order().replacing(
                "metadata: {name: a}",
                with: """
                    metadata:
                      name: a
                      creationTimestamp: null
                      labels: {1️⃣a/b/c: x}
                      managedFields: [{operation: Update, fieldsV1: {"f:spec": {}}}]
                    """
            )
        )
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3)
        let found = text.show(check.diagnostics(requiresKinds: false))
        #expect(found.count == 1)
        #expect(found[0].hasPrefix(#"1️⃣ error: metadata.labels: Invalid value: "a/b/c""#))
        let wrong = MarkedText(OpenAPIText.order().replacing("{name: a}", with: "{name: 1️⃣1}"))
        #expect(
            wrong.show(
                try OpenAPIText.check(wrong, by: OpenAPIText.version3)
                    .diagnostics(requiresKinds: false)
            ) == [
                Self.mismatch("1️⃣", "number", "ObjectMeta.metadata.name", "string")
            ]
        )
    }

    @Test(
        arguments: [
            (
                "", "Namespace", "a.b",
                "metadata.name: Invalid value: \"a.b\": a lowercase RFC 1123 label"
            ),
            ("", "Service", "1a", "metadata.name: Invalid value: \"1a\": a DNS-1035 label"),
            (
                "apps", "Deployment", "a_",
                "metadata.name: Invalid value: \"a_\": a lowercase RFC 1123 sub"
            ),
            ("apps", "Deployment", "", "metadata.name: Required value"),
            ("rbac.authorization.k8s.io", "ClusterRole", "system:a", nil),
            (
                "rbac.authorization.k8s.io", "ClusterRole", "a/b",
                "metadata.name: Invalid value: \"a/b\""
            ),
            ("shop.example.com", "Order", "A_b", nil),
            ("authorization.k8s.io", "SubjectAccessReview", "", nil),
        ] as [(String, String, String, String?)]
    )
    func `names have the rule of their kind`(
        group: String,
        kind: String,
        name: String,
        expected: String?
    ) throws {
        let check = try Self.check("{name: '\(name)'}", of: kind, in: group)
        let found = check.diagnostics(requiresKinds: false).map(\.message)
        #expect(found.count == (expected == nil ? 0 : 1))
        #expect(found.first?.hasPrefix(expected ?? "") ?? true)
    }

    @Test func `finalizers of Kubernetes' own kinds have a domain`() throws {
        let metadata = "{name: a, finalizers: [a, orphan, example.com/b]}"
        let check = try Self.check(metadata, of: "Deployment", in: "apps")
        #expect(
            check.diagnostics(requiresKinds: false).map(\.message) == [
                #"metadata.finalizers[0]: Invalid value: "a": name is neither a standard finalizer "#
                    + "name nor is it fully qualified"
            ]
        )
        let other = try Self.check(metadata, of: "Order", in: "shop.example.com")
        #expect(other.diagnostics(requiresKinds: false) == [])
    }

    /// Validates the metadata of an object, by a document with this kind only.
    private static func check(
        _ metadata: String,
        of kind: String,
        in group: String
    ) throws -> ManifestCheck {
        let version = #"{"group": "\#(group)", "kind": "\#(kind)", "version": "v1"}"#
        let document = """
            {"definitions": {"io.k8s.api.x.v1.\(kind)": {
              "properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {}},
              "x-kubernetes-group-version-kind": [\(version)]
            }}}
            """
        let apiVersion = group.isEmpty ? "v1" : "\(group)/v1"
        let text = "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: \(metadata)\n"
        return try OpenAPIText.check(MarkedText(text), by: document)
    }

    @Test func `kinds of lists and versions are found`() throws {
        let text = MarkedText(
            """
            apiVersion: shop.example.com/v1
            kind: OrderList
            items:
            - {metadata: {name: a}, spec: {customer: c, items: []}}
            - {metadata: {name: b}, spec: 1️⃣{customer: c}}
            ---
            apiVersion: shop.example.com/v1
            kind: Region
            metadata: {name: r}
            country: 2️⃣1
            ---
            3️⃣apiVersion: shop.example.com/v2
            kind: Order
            ---
            4️⃣apiVersion: shop.example.com/v1
            kind: DeleteOptions
            """
        )
        let check = try OpenAPIText.check(text, by: OpenAPIText.version2)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: spec.items: Required value",
                #"2️⃣ error: Region in version "v1" cannot be handled as a Region: json: cannot "#
                    + "unmarshal number into Go struct field Region.country of type string",
                "3️⃣ note: no CRD found for 'shop.example.com/v2, Kind=Order', so it is not "
                    + "validated; the OpenAPI documents have version v1",
                "4️⃣ note: no CRD found for 'shop.example.com/v1, Kind=DeleteOptions', so it is "
                    + "not validated; the OpenAPI documents have version v1",
            ]
        )
    }

    @Test func `kinds of CRDs in a document are validated as custom resources`() throws {
        let text = MarkedText(
            """
            apiVersion: shop.example.com/v1
            kind: Coupon
            metadata: {name: a}
            spec: {percent: 1️⃣60, limit: half}
            ---
            apiVersion: shop.example.com/v1
            kind: Coupon
            metadata: {name: b}
            spec: 2️⃣{percent: 13}
            """
        )
        // Without paths, all kinds can be created.
        let document = OpenAPIText.version3.replacing(#""paths": {"#, with: #""x": {"#)
        let check = try OpenAPIText.check(text, by: document)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: spec.percent: Invalid value: 60: spec.percent in body should be less "
                    + "than or equal to 50",
                "2️⃣ error: spec: Invalid value: unlucky",
            ]
        )
    }

    @Test func `a CRD takes precedence over a document`() throws {
        let crd = InspectedText.widget("size: {type: integer, maximum: 5}")
            .replacing("example.com", with: "shop.example.com")
            .replacing("Widget", with: "Order").replacing("widgets", with: "orders")
        let text = MarkedText(
            "apiVersion: shop.example.com/v1\nkind: Order\nmetadata: {name: a}\nsize: 1️⃣6\n"
        )
        let kinds = ManifestText.kinds(("crd.yaml", crd))
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3, crds: kinds)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: size: Invalid value: 6: size in body should be less than or equal to 5"
            ]
        )
    }

    @Test func `an update keeps the name, and the status is a subresource`() throws {
        let text = MarkedText(OpenAPIText.order("count: 2", more: "status: {sent: 1️⃣a}\n"))
        let old = OpenAPIText.order("count: 1")
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3, old: old)
        let mismatch = Self.mismatch("1️⃣", "string", "OrderStatus.status.sent", "int32")
        #expect(text.show(check.diagnostics(requiresKinds: false)) == [mismatch])
        let status = MarkedText(OpenAPIText.order("box: {}", more: "status: 1️⃣{}\n"))
        let update = try OpenAPIText.check(
            status,
            by: OpenAPIText.version3,
            old: old,
            subresource: .status
        )
        #expect(
            status.show(update.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: status.sent: Required value"
            ]
        )
    }
}
