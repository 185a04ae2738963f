import Testing

@testable import CRDGeneratorCore

/// Where generated code writes the module of the runtime's types.
struct RuntimeTypeNameTests {
    @Test(arguments: RuntimeTypeName.allCases)
    func `every name is that of a public type`(name: RuntimeTypeName) {
        #expect(SwiftKeywords.runtimeTypeNames.contains(name.rawValue))
    }

    @Test(arguments: RuntimeTypeName.allCases)
    func `no kind, version or group has a name that stands without the module`(
        name: RuntimeTypeName
    ) {
        let written = RuntimeTypeNames.inFile(Configuration())[name]
        #expect(written == (name.isCommon ? "CRDRuntime.\(name.rawValue)" : name.rawValue))
        #expect(name.isCommon == (SwiftName.resource(name.rawValue) == name.rawValue))
        #expect(name.isCommon == (SwiftName.version(name.rawValue) == name.rawValue))
        #expect(name.isCommon == (SwiftName.group(name.rawValue) == name.rawValue))
        #expect(name.isCommon == SwiftName.isTypeName(name.rawValue))
    }

    private static let properties = """
        {spec: {type: object, properties: {text: {type: string, format: byte}, NAME: OBJECT}}}
        """
        .replacing("OBJECT", with: "{type: object, properties: {a: {type: string}}}")

    @Test func `the module stands where a nested type has the name`() throws {
        let plain = try GeneratedVersion(
            properties: Self.properties.replacing("NAME", with: "other")
        )
        #expect(plain.swift.contains("public var text: Optional<Base64Data>\n"))
        let hidden = try GeneratedVersion(
            properties: Self.properties.replacing("NAME", with: "base64Data")
        )
        #expect(hidden.swift.contains("public var text: Optional<CRDRuntime.Base64Data>\n"))
        #expect(hidden.swift.contains("public var base64_data: Optional<Base64Data>\n"))
    }

    @Test(arguments: ["types: {spec.other: Base64Data}", "imports: [Shop]\ntypes: {spec.other: X}"])
    func `the module stands where the configuration may give the name a meaning`(
        configuration: String
    ) throws {
        let version = try GeneratedVersion(
            properties: Self.properties.replacing("NAME", with: "other"),
            configuration: configuration
        )
        #expect(version.swift.contains("public var text: Optional<CRDRuntime.Base64Data>\n"))
    }

    @Test func `a kind of such a name says what its type is called, and why`() throws {
        let version = try GeneratedVersion(properties: "{}", kind: "OpenEnumeration")
        #expect(version.type.root.name == "OpenEnumerationResource")
        #expect(version.type.root.nameNote?.hasSuffix("has another meaning") == true)
    }
}
