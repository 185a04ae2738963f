import CRDManifests
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// Reading that says what the API server would refuse, with places.
struct ValidatedReadingTests {
    private static let head = "apiVersion: example.com/v1\nkind: Gauge\nmetadata: {name: g}\n"

    private static func problems(in text: MarkedText) -> [String] {
        do throws(ManifestError) {
            _ = try Gauge(yaml: text.text, checks: .apiServer)
            return []
        } catch {
            return text.show(error.diagnostics)
        }
    }

    @Test(
        arguments: [
            ("spec: {size: 5}", []),
            (
                "mostParts: 1️⃣6",
                [
                    "1️⃣ error: most_parts: Invalid value: 6: mostParts in body should be less than "
                        + "or equal to 5"
                ]
            ),
            (
                "parts: [{size: 1}]\nmostParts: 1️⃣x\n2️⃣mostPart: 1",
                [
                    #"1️⃣ error: most_parts: Invalid value: "string": mostParts in body must be of "#
                        + #"type integer: "string""#,
                    #"2️⃣ error: unknown field "mostPart", did you mean 'mostParts'?"#,
                ]
            ),
            (
                "parts: [1️⃣{color: red}]",
                ["1️⃣ error: parts[0].size: Required value"]
            ),
        ] as [(String, [String])]
    )
    func `what the server would refuse is an error in its words`(
        lines: String,
        expected: [String]
    ) {
        #expect(Self.problems(in: MarkedText(Self.head + lines)) == expected)
    }

    @Test func `an error has the server's violations`() throws {
        let error = #expect(throws: ManifestError.self) {
            try Gauge(yaml: Self.head + "mostParts: 6", file: "g.yaml", checks: .apiServer)
        }
        let location = CRDYAML.SourceLocation(file: "g.yaml", line: 4, column: 12)
        #expect(error?.diagnostics.map(\.fieldPath?.wire) == ["mostParts"])
        #expect(error?.diagnostics.map(\.location) == [location])
        let violation = try #require(error?.violations.first)
        #expect(violation.field == "mostParts")
        #expect(violation.reason == .invalid)
        #expect(violation.location == location)
        #expect(
            error?.description(.wire)
                == "g.yaml:4:12: error: mostParts: Invalid value: 6: mostParts in body should be "
                + "less than or equal to 5"
        )
    }

    @Test func `without being asked for, only types are checked`() throws {
        #expect(try Gauge(yaml: Self.head + "mostParts: 6").most_parts == 6)
    }

    @Test func `JSON is validated too`() {
        let json = #"{"apiVersion":"example.com/v1","kind":"Gauge","metadata":{"name":"g"},"#
        let error = #expect(throws: ManifestError.self) {
            try Gauge(json: json + #""mostParts":6}"#, checks: .apiServer)
        }
        #expect(error?.diagnostics.count == 1)
        #expect(error?.diagnostics.first?.location?.column == 83)
    }

    @Test func `a default that Swift cannot do without is the server's matter`() throws {
        let gauge = try Gauge(yaml: Self.head + "spec: {size: 1}", checks: .apiServer)
        #expect(gauge.spec?.color == nil)
    }

    @Test func `each object of a stream is validated`() {
        let text = MarkedText(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: c}, spec: {mostParts: 9}}
            - {apiVersion: example.com/v1, kind: Gauge, metadata: {name: a}, mostParts: 1️⃣9}
            ---
            apiVersion: example.com/v1
            kind: GaugeList
            items:
            - {metadata: {name: a}, mostParts: 2️⃣7}
            """
        )
        let error = #expect(throws: ManifestError.self) {
            try ManifestStream(yaml: text.text, kinds: [Gauge.self], checks: .apiServer)
        }
        #expect(
            text.show(error?.diagnostics ?? []) == [
                "1️⃣ error: items[1].most_parts: Invalid value: 9: mostParts in body should be less "
                    + "than or equal to 5",
                "2️⃣ error: items[0].most_parts: Invalid value: 7: mostParts in body should be less "
                    + "than or equal to 5",
            ]
        )
    }

    @Test func `the server's warnings reach the caller`() throws {
        var warnings: [String] = []
        let text = "apiVersion: example.com/v1\nkind: Gauge\nmetadata: {name: g, finalizers: [x]}"
        _ = try Gauge(yaml: text, checks: .apiServer) { warnings.append($0.message) }
        #expect(
            warnings == [
                #"metadata.finalizers: "x": prefer a domain-qualified finalizer name to avoid "#
                    + "accidental conflicts with other finalizer writers"
            ]
        )
    }
}
