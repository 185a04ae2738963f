import CRDInspection
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

/// The reading of OpenAPI documents.
struct OpenAPIDocumentTests {
    @Test(
        arguments: [
            (
                "openapi: 3.0.0",
                "a.json: error: has neither 'components.schemas' nor 'definitions', expected an "
                    + "OpenAPI document"
            ),
            (
                "a: b: c",
                "a.json:1:5: error: expected an OpenAPI document, as 'kubectl get --raw "
                    + "/openapi/v3/apis/apps/v1' prints it: mapping values are not allowed in this "
                    + "context; quote the value if ':' is part of it"
            ),
            (
                #"{"a" 1}"#,
                "a.json:1:6: error: expected an OpenAPI document, as 'kubectl get --raw "
                    + "/openapi/v3/apis/apps/v1' prints it: found '1', expected ':'"
            ),
            (
                "[1]",
                "a.json: error: expected an OpenAPI document, as 'kubectl get --raw "
                    + "/openapi/v3/apis/apps/v1' prints it"
            ),
            (
                #"{"paths": {"api/v1": {"serverRelativeURL": "/openapi/v3/api/v1?hash=1"}}}"#,
                "a.json: error: has no schemas, only paths; for the schemas of a group, use "
                    + "'kubectl get --raw /openapi/v3/apis/GROUP/VERSION', or "
                    + "'/openapi/v3/api/v1' for the core group"
            ),
            (
                #"{"kind": "Status"}"#,
                "a.json: error: has neither 'components.schemas' nor 'definitions', expected an "
                    + "OpenAPI document"
            ),
        ]
    )
    func `a text that is no document is an error`(text: String, expected: String) {
        do throws(Diagnostic) {
            _ = try OpenAPIDocument(ManifestText.input("a.json", text))
            Issue.record("the document was read")
        } catch {
            #expect("\(error)" == expected)
        }
    }

    @Test func `a document in YAML is read like one in JSON`() throws {
        let document = "# YAML\n\(OpenAPIText.version3)"
        let text = MarkedText(OpenAPIText.order("1️⃣x: 1"))
        let check = try OpenAPIText.check(text, by: document)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                #"1️⃣ error: unknown field "spec.x""#
            ]
        )
    }

    @Test(arguments: [
        ##"{"a": {"$ref": "#/definitions/a"}}"##,
        ##"{"a": {"type": "object", "properties": {"apiVersion": {}, "kind": {}, "metadata": {}, "b": {"$ref": "#/definitions/c"}}}}"##,
        ##"{"a": {"type": "object", "properties": {"apiVersion": {}, "kind": {}, "metadata": {}, "b": {"allOf": [{"$ref": "https://x"}]}}}}"##,
        #"{"a": {"type": ["x"], "properties": 5, "items": null, "enum": {}, "required": "b"}}"#,
        #"{"a": 5}"#,
    ])
    func `a definition that cannot be read allows everything`(definitions: String) throws {
        let kind =
            #""x-kubernetes-group-version-kind": [{"group": "", "kind": "A", "version": "v1"}]"#
        let document =
            #"{"definitions": \#(definitions.replacing(#"{"a": {"#, with: #"{"a": {\#(kind), "#))}"#
        let text = MarkedText("apiVersion: v1\nkind: A\nmetadata: {name: a}\nb: {c: [1]}\n")
        let check = try OpenAPIText.check(text, by: document)
        let errors = check.diagnostics(requiresKinds: false).filter { $0.severity == .error }
        #expect(errors == [])
    }

    @Test func `keys with escapes are read`() throws {
        let document = OpenAPIText.version3
            .replacing(
                #""com.example.api.shop.v1.Order":"#,
                with: #""com.example.api\u002eshop.v1.Order":"#
            )
        let text = MarkedText(OpenAPIText.order("1️⃣x: 1"))
        let check = try OpenAPIText.check(text, by: document)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                #"1️⃣ error: unknown field "spec.x""#
            ]
        )
    }

    @Test func `definitions in each other are read to any depth`() throws {
        let count = 10_000
        let definitions = (0..<count).map { number in
            ##""d\##(number)": {"type": "object", "properties": {"x": {"$ref": "#/definitions/d\##(number + 1)"}}}"##
        }
        let kind =
            ##""k": {"properties": {"x": {"$ref": "#/definitions/d0"}}, "x-kubernetes-group-version-kind": [{"group": "", "kind": "A", "version": "v1"}]}"##
        let document = #"{"definitions": {\#((definitions + [kind]).joined(separator: ","))}}"#
        let text = MarkedText("apiVersion: v1\nkind: A\nmetadata: {name: a}\nx: {x: {}}\n")
        let check = try OpenAPIText.check(text, by: document)
        #expect(check.objects.count == 1)
    }
}
