import CRDGeneratorCore
import CRDPages
import CRDRuntime
import Testing

/// The properties that pages show of the runtime's structs are those that the structs have.
@Suite struct RuntimeStructTests {
    @Test(arguments: RuntimeStruct.allCases)
    func `a struct of the runtime is documented as it is`(_ type: RuntimeStruct) {
        let required = Set(Self.properties(of: Self.placeholder(of: type)))
        let documented = type.properties.values.map { property in
            let text = "\(property.name(.snakeCase)): \(property.type.pageText)"
            return (text: text, isOptional: property.isOptional)
        }
        #expect(documented.map(\.text).sorted() == Self.properties(of: Self.full(type)).sorted())
        #expect(Set(documented.filter { !$0.isOptional }.map(\.text)) == required)
    }

    @Test(arguments: RuntimeStruct.allCases)
    func `keys are those of manifests`(_ type: RuntimeStruct) {
        #expect(Set(type.properties.keys) == Set(Self.level(of: type).keys))
    }

    /// Returns the properties that are set.
    private static func properties(of value: any FieldStruct) -> [String] {
        Mirror(reflecting: value).children.map {
            "\($0.label ?? ""): \(text(of: Swift.type(of: $0.value)))"
        }
    }

    /// Returns a value whose optional properties are not set.
    private static func placeholder(of type: RuntimeStruct) -> any FieldStruct {
        switch type {
        case .condition: Condition(_unread: _Unread())
        case .embeddedResource: EmbeddedResource(_unread: _Unread())
        case .labelSelector: LabelSelector(_unread: _Unread())
        case .labelSelectorRequirement: LabelSelector.Requirement(_unread: _Unread())
        case .objectMeta: ObjectMeta(name: "a")
        case .ownerReference: owner
        }
    }

    private static let owner = OwnerReference(api_version: "v1", kind: "A", name: "a", uid: "1")

    /// Returns a value whose properties are all set.
    private static func full(_ type: RuntimeStruct) -> any FieldStruct {
        switch type {
        case .condition:
            Condition(
                last_transition_time: time,
                message: "",
                observed_generation: 1,
                reason: "A",
                status: .true,
                type: "A"
            )
        case .embeddedResource:
            EmbeddedResource(api_version: "v1", kind: "A", metadata: ObjectMeta(name: "a"))
        case .labelSelector:
            LabelSelector(
                match_expressions: [.init(key: "a", operator: "Exists")],
                match_labels: ["a": "b"]
            )
        case .labelSelectorRequirement:
            LabelSelector.Requirement(key: "a", operator: "In", values: ["b"])
        case .objectMeta: fullMetadata
        case .ownerReference:
            OwnerReference(
                api_version: "v1",
                block_owner_deletion: true,
                controller: true,
                kind: "A",
                name: "a",
                uid: "1"
            )
        }
    }

    private static let time: DateTime = "2026-01-01T00:00:00Z"

    private static let fullMetadata = ObjectMeta(
        name: "a",
        namespace: "b",
        labels: ["a": "b"],
        annotations: ["a": "b"],
        generate_name: "a-",
        uid: "1",
        resource_version: "1",
        generation: 1,
        creation_timestamp: time,
        deletion_timestamp: time,
        deletion_grace_period_seconds: 1,
        finalizers: ["a/b"],
        owner_references: [owner],
        managed_fields: [[:]],
        self_link: "/a"
    )

    private static func level(of type: RuntimeStruct) -> FieldLevel {
        switch type {
        case .condition: FieldLevel(of: Condition.self)
        case .embeddedResource: FieldLevel(of: EmbeddedResource.self)
        case .labelSelector: FieldLevel(of: LabelSelector.self)
        case .labelSelectorRequirement: FieldLevel(of: LabelSelector.Requirement.self)
        case .objectMeta: FieldLevel(of: ObjectMeta.self)
        case .ownerReference: FieldLevel(of: OwnerReference.self)
        }
    }

    /// `Swift.Optional<Swift.Array<Swift.String>>` is `[String]?`.
    private static func text(of type: Any.Type) -> String {
        var text = String(reflecting: type).replacing(/\b(?:Swift|CRD[A-Za-z]+)\./, with: "")
        text = text.replacing(/Array<(\w+(?:\.\w+)*)>/) { "[\($0.1)]" }
        text = text.replacing(/Dictionary<String, (\w+)>/) { "[String: \($0.1)]" }
        return text.replacing(/^Optional<(.*)>$/) { "\($0.1)?" }
    }
}
