import CRDDefinitionValidity
import CRDLibYAML
import CRDYAML
import TestSupport
import Testing

/// Required properties that a schema doesn't have.
@Suite struct UnlistedPropertyTests {
    private func check(_ schema: String) throws -> [String] {
        let marked = MarkedText(ValidityText.definition.replacing("{type: string}", with: schema))
        let documents = try Node.parse(Array(marked.text.utf8), file: "")
        return marked.show(documents.flatMap(CRDValidity.all).flatMap(\.diagnostics))
    }

    @Test(arguments: [
        (
            "{type: object, required: [a, 1️⃣sizeInCM], properties: {a: {type: string}, sizeInCm: {type: string}}}",
            "sizeInCM", ", did you mean 'sizeInCm'?"
        ),
        ("{type: array, items: {type: object, required: [1️⃣a]}}", "a", ""),
        (
            """
            {type: object, additionalProperties: {type: object, required: [1️⃣metadata],
            properties: {b: {type: string}}}}
            """,
            "metadata", ""
        ),
        (
            """
            {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: object,
            required: [1️⃣b]}}}
            """,
            "b", ""
        ),
    ])
    func `a required property that the schema does not have is a warning`(
        schema: String,
        name: String,
        question: String
    ) throws {
        #expect(
            try check(schema) == [
                "1️⃣ warning: the required property '\(name)' is not in 'properties', so that no "
                    + "object is valid here\(question)"
            ]
        )
    }

    @Test(arguments: [
        "{type: object, required: [a], x-kubernetes-preserve-unknown-fields: true}",
        "{type: object, required: [a], additionalProperties: {type: string}}",
        "{type: object, required: [a], additionalProperties: true}",
        "{type: array, x-kubernetes-preserve-unknown-fields: true, items: {type: object, required: [a]}}",
        """
        {type: object, required: [kind, metadata], x-kubernetes-embedded-resource: true,
        x-kubernetes-preserve-unknown-fields: true}
        """,
        """
        {type: object, properties: {a: {type: string}}, anyOf: [{required: [b]}, {required: [a]}],
        not: {required: [c]}}
        """,
    ])
    func `a field that is kept or not required has no warning`(schema: String) throws {
        #expect(try check(schema) == [])
    }
}
