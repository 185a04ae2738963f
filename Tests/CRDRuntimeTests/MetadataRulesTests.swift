import CRDRuntime
import Testing

/// What the API server says of metadata; the texts are answers of a real one.
struct MetadataRulesTests {
    private static let subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' "
        + "or '.', and must start and end with an alphanumeric character (e.g. 'example.com', "
        + "regex used for validation is "
        + #"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#
    private static let label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
        + "and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', "
        + "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
    private static let key =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
        + "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
    private static let labelValue =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' "
        + "or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or "
        + "'my_value',  or '12345', regex used for validation is "
        + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"

    private func violations(_ change: (inout ObjectMeta) -> Void) -> [String] {
        var metadata = ObjectMeta(name: "w")
        change(&metadata)
        return Widget(metadata: metadata).metadataViolations.map(\.description)
    }

    @Test(arguments: ["Bad_Name", "a/b", "..", "a..b", "a.", "-a", "a%b", "é", "a b"])
    func `a name that is no subdomain is refused`(name: String) {
        #expect(
            violations { $0.name = name }
                == ["metadata.name: Invalid value: \"\(name)\": \(Self.subdomain)"]
        )
    }

    @Test(arguments: ["a", "0", "a-b.c-d", "a--b", String(repeating: "a", count: 253)])
    func `a subdomain is a name`(name: String) {
        #expect(violations { $0.name = name } == [])
    }

    @Test func `a name has at most 253 bytes`() {
        let name = String(repeating: "a", count: 254)
        #expect(
            violations { $0.name = name } == [
                "metadata.name: Invalid value: \"\(name)\": must be no more than 253 characters"
            ]
        )
    }

    @Test func `a generated name may end with a dash and makes a name needless`() {
        #expect(violations { ($0.name, $0.generate_name) = ("", "a-") } == [])
        #expect(
            violations { ($0.name, $0.generate_name) = ("", "Bad_") }
                == ["metadata.generateName: Invalid value: \"Bad_\": \(Self.subdomain)"]
        )
        #expect(
            violations { $0.name = "" }
                == ["metadata.name: Required value: name or generateName is required"]
        )
    }

    @Test func `a namespace is a label`() {
        #expect(violations { $0.namespace = "a-1" } == [])
        #expect(
            violations { $0.namespace = "Bad_NS" }
                == ["metadata.namespace: Invalid value: \"Bad_NS\": \(Self.label)"]
        )
        #expect(violations { $0.namespace = "a.b" }.count == 1)
    }

    @Test(arguments: [
        ("a b", "name part \(key)"),
        ("", "name part must be non-empty"),
        ("", "name part \(key)"),
        ("/a", "prefix part must be non-empty"),
        ("Example.com/app", "prefix part \(subdomain)"),
        (
            "a/b/c",
            "a valid label key \(key) with an optional DNS subdomain prefix and '/' "
                + "(e.g. 'example.com/MyName')"
        ),
        (String(repeating: "x", count: 64), "name part must be no more than 63 bytes"),
    ])
    func `the key of a label is a name with or without a subdomain`(key: String, fault: String) {
        #expect(
            violations { $0.labels = [key: "v"] }
                .contains("metadata.labels: Invalid value: \"\(key)\": \(fault)")
        )
    }

    @Test(arguments: ["a", "example.com/App_1.x-y", "app.kubernetes.io/name"])
    func `such a key is taken for labels, annotations and finalizers`(key: String) {
        #expect(violations { $0.labels = [key: "v"] } == [])
        #expect(violations { $0.annotations = [key: "any\n value"] } == [])
        #expect(violations { $0.finalizers = [key] } == [])
    }

    @Test func `the value of a label is a name or empty`() {
        #expect(violations { $0.labels = ["a": "", "b": "A_1.x-y"] } == [])
        for value in ["not valid!", "-a", "b c"] {
            #expect(
                violations { $0.labels = ["a": value] }
                    == ["metadata.labels: Invalid value: \"\(value)\": \(Self.labelValue)"]
            )
        }
        let long = String(repeating: "x", count: 64)
        #expect(
            violations { $0.labels = ["a": long] }
                == ["metadata.labels: Invalid value: \"\(long)\": must be no more than 63 bytes"]
        )
    }

    @Test func `annotations have keys, whose case does not matter, and a size`() {
        #expect(violations { $0.annotations = ["Example.com/A": ""] } == [])
        #expect(
            violations { $0.annotations = ["a b": ""] }
                == ["metadata.annotations: Invalid value: \"a b\": name part \(Self.key)"]
        )
        let large = String(repeating: "x", count: 262_143)
        #expect(violations { $0.annotations = ["a": large] } == [])
        #expect(
            violations { $0.annotations = ["a": large + "x"] }
                == ["metadata.annotations: Too long: may not be more than 262144 bytes"]
        )
    }

    @Test func `finalizers have names, and two exclude each other`() {
        #expect(
            violations { $0.finalizers = ["a b"] }
                == ["metadata.finalizers: Invalid value: \"a b\": name part \(Self.key)"]
        )
        #expect(
            violations { $0.finalizers = ["orphan", "foregroundDeletion"] } == [
                #"metadata.finalizers: Invalid value: ["orphan","foregroundDeletion"]: "#
                    + "finalizer orphan and foregroundDeletion cannot be both set"
            ]
        )
    }

    @Test func `all violations are in one error, before anything is written`() {
        let metadata = ObjectMeta(name: "A", namespace: "B", labels: ["a b": "-"])
        let error = #expect(throws: InvalidResource.self) { try Widget(metadata: metadata).yaml }
        #expect(
            error?.violations.map(\.field) == [
                "metadata.name", "metadata.namespace", "metadata.labels", "metadata.labels",
            ]
        )
        #expect(throws: InvalidResource.self) { try Widget(metadata: metadata).json }
        var pieces = 0
        #expect(throws: InvalidResource.self) {
            try Widget(metadata: metadata).writeYAML { _ in pieces += 1 }
        }
        #expect(pieces == 0)
    }

    @Test func `violations in a list say which item has them`() {
        let list = ManifestList([Widget(), Widget(metadata: .init(name: ""))])
        let error = #expect(throws: InvalidResource.self) { try list.yaml }
        #expect(error?.violations.map(\.field) == ["items[1].metadata.name"])
    }

    @Test func `a kind of the whole cluster has no namespace`() {
        let metadata = ObjectMeta(name: "a", namespace: "ns")
        #expect(
            ClusterWidget(metadata: metadata).metadataViolations.map(\.description)
                == ["metadata.namespace: Forbidden: not allowed on this type"]
        )
        let untyped = UntypedResource(api_version: "v1", kind: "X", metadata: metadata)
        #expect(untyped.metadataViolations == [])
    }
}

/// A resource that lives in no namespace.
private struct ClusterWidget: Resource {
    let id = 0
    var metadata: ObjectMeta

    init(metadata: ObjectMeta) { self.metadata = metadata }

    init(_unread unread: _Unread) { self.init(metadata: .init(_unread: unread)) }

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.constants(Self.definition)
        fields.metadata(&metadata)
    }

    static let definition = ResourceDefinition(
        group: "example.com",
        version: "v1",
        names: .init(kind: "Wide", plural: "wides", singular: "wide", listKind: "WideList"),
        scope: .cluster
    )
    static let _embeddedSchema = _EmbeddedSchema(json: #"{"type":"object"}"#)
}
