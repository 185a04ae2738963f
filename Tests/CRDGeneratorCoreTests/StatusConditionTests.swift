import Testing

@testable import CRDGeneratorCore

/// The structs that conform to the runtime's protocol for conditions.
struct StatusConditionTests {
    @Test(arguments: [
        ("type: {type: string}, status: {type: string}", true),
        (
            "type: {type: string}, status: {type: string, enum: ['True', 'False']}, a: {type: string}",
            true
        ),
        ("type: {type: string}", false),
        ("type: {type: string}, status: {type: boolean}", false),
        ("type: {type: array, items: {type: string}}, status: {type: string}", false),
        ("type: {type: string}, Status: {type: string}", false),
    ])
    func `a struct with a type and a status is a condition`(
        properties: String,
        isCondition: Bool
    ) throws {
        let version = try GeneratedVersion(
            properties: "{spec: {type: object, properties: {\(properties)}}}"
        )
        let heading = isCondition ? "Spec: FieldStruct, StatusCondition {" : "Spec: FieldStruct {"
        #expect(version.swift.contains(heading), "\(version.swift)")
    }

    @Test func `a renamed property is not that of a condition`() throws {
        let version = try GeneratedVersion(
            properties: """
                {spec: {type: object, properties: {type: {type: string}, status: {type: string}}}}
                """,
            configuration: "renames: {attributes: {spec.status: state}}"
        )
        #expect(!version.swift.contains("StatusCondition"))
    }
}
