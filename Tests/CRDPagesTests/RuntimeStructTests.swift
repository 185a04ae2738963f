import CRDGeneratorCore
import CRDPages
import CRDRuntime
import Testing

/// The properties that pages show of the runtime's structs are those that the structs have.
@Suite struct RuntimeStructTests {
    @Test(arguments: RuntimeStruct.allCases)
    func `a struct of the runtime is documented as it is`(_ type: RuntimeStruct) {
        let documented = type.properties.values.map { "\($0.name): \($0.typeText)" }
        let actual = Mirror(reflecting: Self.placeholder(of: type)).children
            .filter { $0.label != "unknown_fields" }
            .map { "\($0.label ?? ""): \(Self.text(of: Swift.type(of: $0.value)))" }
        #expect(documented.sorted() == actual.sorted())
    }

    @Test(arguments: RuntimeStruct.allCases)
    func `keys are those of manifests`(_ type: RuntimeStruct) {
        #expect(Set(type.properties.keys) == Set(Self.level(of: type).keys))
    }

    private static func placeholder(of type: RuntimeStruct) -> any FieldStruct {
        switch type {
        case .condition: Condition(_unread: _Unread())
        case .embeddedResource: EmbeddedResource(_unread: _Unread())
        case .labelSelector: LabelSelector(_unread: _Unread())
        case .labelSelectorRequirement: LabelSelector.Requirement(_unread: _Unread())
        case .objectMeta: ObjectMeta(_unread: _Unread())
        case .ownerReference: OwnerReference(_unread: _Unread())
        }
    }

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
