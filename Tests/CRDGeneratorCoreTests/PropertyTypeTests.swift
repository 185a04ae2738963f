import Testing

@testable import CRDGeneratorCore

/// The names of types in the declarations of properties.
struct PropertyTypeTests {
    private static let part = "{type: object, properties: {name: {type: string}}}"

    @Test func `a property is declared with the name of its own path`() throws {
        let version = try GeneratedVersion(
            properties: """
                {spec: {type: object, required: [owner], properties: {alert: \(Self.part), \
                keySecrets: {type: array, items: \(Self.part)}, owner: \(Self.part), \
                byName: {type: object, additionalProperties: \(Self.part)}, \
                mode: {type: string, enum: [A, B]}, \
                tls: {type: object, properties: {mode: {type: string, enum: [B, A]}, \
                owner: {type: object, properties: {size: {type: integer}}}, \
                lastMode: {type: string, enum: [A, B]}, keySecret: \(Self.part)}}}}}
                """
        )
        let types = version.type.structs.flatMap(\.attributes).map {
            "\($0.name): \($0.typeText(.qualified))"
        }
        #expect(
            types == [
                "alert: Alert?", "by_name: [String: ByName]?", "key_secrets: [KeySecret]?",
                "mode: Mode?", "owner: Owner", "tls: Tls?", "name: String?",
                "key_secret: KeySecret?", "last_mode: LastMode?", "mode: TlsMode?",
                "owner: TlsOwner?", "size: Int?",
            ]
        )
        for text in ["Optional<KeySecret>", "keySecret: KeySecret? = nil"] {
            #expect(version.swift.replacing("key_secret", with: "keySecret").contains(text))
        }
    }

    @Test func `a name of the configuration is that of all properties with the type`() throws {
        let version = try GeneratedVersion(
            properties: "{spec: \(Self.part), status: \(Self.part)}",
            configuration: "renames: {types: {spec: Part}}"
        )
        #expect(version.type.root.attributes.map { $0.typeText(.qualified) } == ["Part?", "Part?"])
    }
}
