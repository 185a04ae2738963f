import CRDInspection
import CRDRuntime
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// The decoding of objects of Go types by their schemas in OpenAPI documents.
struct GoDecodingTests {
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
        ("count: 1️⃣\"1\"", [OpenAPIText.mismatch("1️⃣", "string", "OrderSpec.spec.count", "int32")]),
        ("count: 1️⃣1.5", [OpenAPIText.mismatch("1️⃣", "number 1.5", "OrderSpec.spec.count", "int32")]),
        ("count: 1.0", []),
        (
            "count: 1️⃣2147483648",
            [OpenAPIText.mismatch("1️⃣", "number 2147483648", "OrderSpec.spec.count", "int32")]
        ),
        (
            "paused: 1️⃣\"true\"",
            [OpenAPIText.mismatch("1️⃣", "string", "OrderSpec.spec.paused", "bool")]
        ),
        (
            "labels: {a: 1️⃣1}",
            [OpenAPIText.mismatch("1️⃣", "number", "OrderSpec.spec.labels", "string")]
        ),
        (
            "labels: 1️⃣[a]",
            [OpenAPIText.mismatch("1️⃣", "array", "OrderSpec.spec.labels", "map[string]string")]
        ),
        ("tags: 1️⃣a", [OpenAPIText.mismatch("1️⃣", "string", "OrderSpec.spec.tags", "[]string")]),
        ("box: 1️⃣a", [OpenAPIText.mismatch("1️⃣", "string", "OrderSpec.spec.box", "v1.Box")]),
        (
            "box: {width: 1, inner: {width: 1, inner: {width: 1, inner: {width: 1️⃣a}}}}",
            [OpenAPIText.mismatch("1️⃣", "string", "Box.spec.box.inner.inner.inner.width", "int32")]
        ),
        (
            "box: {width: 1, boxes: {a.b: {width: 1, boxes: {c: 1️⃣{}}}}}",
            ["1️⃣ error: spec.box.boxes[a.b].boxes[c].width: Required value"]
        ),
        (
            "box: {width: 1, boxes: {a: {width: 1, 1️⃣depth: 1}}}",
            [#"1️⃣ error: unknown field "spec.box.boxes.a.depth""#]
        ),
        ("port: 1️⃣1.5", [OpenAPIText.mismatch("1️⃣", "number 1.5", "OrderSpec.spec.port", "int32")]),
        ("port: 1️⃣true", [OpenAPIText.mismatch("1️⃣", "bool", "OrderSpec.spec.port", "int32")]),
        (
            "weight: 1️⃣5 Gi",
            [
                OpenAPIText.handled(
                    "1️⃣",
                    "quantities must match the regular expression "
                        + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
                )
            ]
        ),
        ("slots: {a: 1️⃣1Kim}", [OpenAPIText.handled("1️⃣", "unable to parse quantity's suffix")]),
        ("data: {a: 1️⃣'a?b='}", [OpenAPIText.handled("1️⃣", "illegal base64 data at input byte 1")]),
        ("data: {a: 1️⃣aGk}", [OpenAPIText.handled("1️⃣", "illegal base64 data at input byte 0")]),
        (
            "due: 1️⃣tomorrow",
            [
                OpenAPIText.handled(
                    "1️⃣",
                    #"parsing time "tomorrow" as "2006-01-02T15:04:05Z07:00": cannot parse "#
                        + #""tomorrow" as "2006""#
                )
            ]
        ),
        (
            "renewed: 1️⃣\"2024-02-29T12:00:00Z\"",
            [
                OpenAPIText.handled(
                    "1️⃣",
                    #"parsing time "2024-02-29T12:00:00Z" as "2006-01-02T15:04:05.000000Z07:00": "#
                        + #"cannot parse "Z" as ".000000""#
                )
            ]
        ),
        ("every: 1️⃣soon", [OpenAPIText.handled("1️⃣", #"time: invalid duration "soon""#)]),
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
                        OpenAPIText.mismatch("", "array", "OrderSpec.spec.port", "int32")
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
}
