import CRDManifests
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// Reading with the checks of the API server, for types with their own errors.
struct OwnTypeReadingTests {
    private static let head = "apiVersion: example.com/v1\nkind: Cache\nmetadata: {name: c}\n"
    private static let unchecked =
        "1:1 error: <nil>: Invalid value: null: some validation rules were not checked because the "
        + "object was invalid; correct the existing errors to complete validation"

    @Test(
        arguments: [
            (
                "rate: 1️⃣'50'\ntier: 2️⃣gold",
                [
                    unchecked,
                    "1️⃣ error: rate: expected a percentage, found '50'",
                    #"2️⃣ error: tier: Unsupported value: "gold": supported values: "small""#,
                ]
            ),
            (
                "rate: 1️⃣[50]\ntier: small",
                [
                    unchecked,
                    #"1️⃣ error: rate: Invalid value: "array": rate in body must be of type string: "#
                        + #""array""#,
                ]
            ),
            ("rate: 1️⃣null\ntier: small", [unchecked, "1️⃣ error: rate: Required value"]),
            (
                "rate: 1️⃣'50'\n2️⃣teir: small",
                [
                    "1️⃣ error: rate: expected a percentage, found '50'",
                    #"2️⃣ error: unknown field "teir", did you mean 'tier'?"#,
                ]
            ),
        ] as [(String, [String])]
    )
    func `errors of an own type are reported with those of the server`(
        lines: String,
        expected: [String]
    ) throws {
        let text = MarkedText(Self.head + lines)
        func errors(_ body: () throws(ManifestError) -> Void) -> [String] {
            do throws(ManifestError) { try body() } catch { return text.show(error.diagnostics) }
            return []
        }
        let found = errors { () throws(ManifestError) in
            _ = try Cache(yaml: text.text, checks: .apiServer)
        }
        #expect(found == expected)
        let inStream = errors { () throws(ManifestError) in
            _ = try ManifestStream(yaml: text.text, kinds: [Cache.self], checks: .apiServer)
        }
        #expect(inStream == expected)
    }
}

private struct Percentage: LeafValue {
    var text: String

    static var placeholder: Percentage { Percentage(text: "0%") }

    static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Percentage? {
        guard let text = reader.value(of: node, as: String.self) else { return nil }
        guard text.hasSuffix("%") else {
            reader.report(node, "expected a percentage, found '\(text)'")
            return nil
        }
        return Percentage(text: text)
    }

    func write(to writer: ManifestWriter) { writer.write(text) }
}

private struct Cache: Resource {
    private(set) var id = Self._timeOfChange()
    var metadata = ObjectMeta(name: "c")
    var rate = Percentage.placeholder
    var tier: String?

    init() {}

    init(_unread unread: _Unread) { metadata = .init(_unread: unread) }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
        fields.required("rate", &rate)
        fields.string("tier", &tier)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Cache", plural: "caches", singular: "cache", listKind: "CacheList"),
        scope: .namespaced
    )
    static let _embeddedSchema = _EmbeddedSchema(
        json: #"""
            {"type":"object","required":["rate"],"properties":{
            "rate":{"type":"string"},"tier":{"type":"string","enum":["small"]}},
            "x-kubernetes-validations":[{"rule":"self.rate != 'x'"}]}
            """#
    )
}
