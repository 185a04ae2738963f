import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDYAML
import ManifestTexts
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
                "a.json:1:5: error: not an OpenAPI document: mapping values are not allowed in "
                    + "this context; quote the value if ':' is part of it"
            ),
            (
                #"{"a" 1}"#,
                "a.json:1:6: error: not an OpenAPI document: found '1', expected ':'"
            ),
            (
                #"{"a": {"#,
                "a.json:1:8: error: not an OpenAPI document: found the end of the text, expected "
                    + "a key in quotes"
            ),
            (
                "<!DOCTYPE html>\n<html>",
                "a.json: error: is a web page, expected YAML or JSON; download the raw file"
            ),
            (
                "# nothing\n---\n",
                "a.json: error: found no content, expected an OpenAPI document, as 'kubectl get "
                    + "--raw /openapi/v3/apis/apps/v1' prints it"
            ),
            (
                "[1]",
                "a.json: error: found a sequence, expected an OpenAPI document, as 'kubectl get "
                    + "--raw /openapi/v3/apis/apps/v1' prints it"
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
            _ = try OpenAPIDocuments(ManifestText.input("a.json", text))
            Issue.record("the document was read")
        } catch {
            #expect("\(error)" == expected)
        }
    }

    /// A document with a kind of the group `e.com`, whose `size` is an integer.
    private static func small(_ kind: String, type: String = "integer") -> String {
        #"{"definitions":{"é.\#(kind)":{"type":"object","properties":{"size":{"type":"\#(type)"}},"#
            + #""x-kubernetes-group-version-kind":[{"group":"e.com","version":"v1","kind":"\#(kind)"}]}}}"#
    }

    @Test(arguments: ["", "\n", "\n---\n", "\n\n---\n---\n"], ["", "# YAML\n---\n"])
    func `all documents of a text are read`(separator: String, start: String) throws {
        // YAML has no documents without a line between them.
        if !start.isEmpty, !separator.contains("---") { return }
        let documents =
            start
            + [Self.small("A"), Self.small("B"), Self.small("C")]
            .joined(separator: separator) + "\n"
        for kind in ["A", "B", "C"] {
            let text = MarkedText(
                "apiVersion: e.com/v1\nkind: \(kind)\nmetadata: {name: a}\n1️⃣length: 1\n"
            )
            let check = try OpenAPIText.check(text, by: documents)
            #expect(
                text.show(check.diagnostics(requiresKinds: false)) == [
                    #"1️⃣ error: unknown field "length""#
                ]
            )
        }
    }

    @Test(arguments: ["", "\n", "\n---\n"], ["", "# YAML\n---\n"])
    func `errors have the locations in the whole text`(separator: String, start: String) throws {
        if !start.isEmpty, !separator.contains("---") { return }
        let wrong = Self.small("B").replacing(#""integer""#, with: #"1️⃣"x""#)
        let text = MarkedText(start + Self.small("A") + separator + wrong)
        let manifest = MarkedText("apiVersion: e.com/v1\nkind: B\nmetadata: {name: a}\n")
        let check = try OpenAPIText.check(manifest, by: text.text)
        #expect(
            text.show(check.definitionDiagnostics(checksAll: false)) == [
                #"1️⃣ error: 'type' is the string "x", expected a type such as 'string'; "#
                    + "these values are not validated"
            ]
        )
    }

    @Test(arguments: [
        ("1️⃣foo", "not an OpenAPI document: found 'f', expected a value"),
        (#"{"a"1️⃣"#, "not an OpenAPI document: found the end of the text, expected ':'"),
        (
            "\n1️⃣[1]",
            "found a sequence, expected an OpenAPI document, as 'kubectl get --raw "
                + "/openapi/v3/apis/apps/v1' prints it"
        ),
        (
            #" 1️⃣{"kind": "Status"}"#,
            "has neither 'components.schemas' nor 'definitions', expected an OpenAPI document"
        ),
        (
            "\n---\n1️⃣{\"kind\": \"Status\"}",
            "has neither 'components.schemas' nor 'definitions', expected an OpenAPI document"
        ),
    ])
    func `a part of a text that is no document is an error`(part: String, message: String) {
        let text = MarkedText(Self.small("A") + part)
        do throws(Diagnostic) {
            _ = try OpenAPIDocuments(ManifestText.input("a.json", text.text))
            Issue.record("the documents were read")
        } catch {
            #expect(text.show([error]) == ["1️⃣ error: \(message)"])
        }
    }

    @Test func `excerpts are of all documents of a text`() throws {
        let input = ManifestText.input(
            "a.json",
            Self.small("A") + Self.small("B").replacing("e.com", with: "f.com")
        )
        let documents = try OpenAPIDocuments(input)
        var errors: [Diagnostic] = []
        let excerpts = try documents.excerpts(of: [], &errors)
        #expect(excerpts.map(\.fileName) == ["e.com_v1.openapi", "f.com_v1.openapi"])
        #expect(excerpts.map(\.kinds) == [["A"], ["B"]])
        #expect(try documents.excerpts(of: ["b"], &errors).map(\.kinds) == [["B"]])
        #expect(errors == [])
    }

    @Test func `kinds of one version in several documents are no excerpt`() throws {
        let input = ManifestText.input("a.json", Self.small("A") + Self.small("B"))
        let documents = try OpenAPIDocuments(input)
        var errors: [Diagnostic] = []
        #expect {
            try documents.excerpts(of: [], &errors)
        } throws: {
            "\($0)" == "a.json: error: several documents have kinds of e.com/v1, expected one"
        }
        #expect(try documents.excerpts(of: ["B"], &errors).map(\.kinds) == [["B"]])
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

    private static func withoutPaths(_ group: String, _ kind: String) -> String {
        ##"""
        {"definitions": {"a.\##(kind)": {
          "type": "object", "properties": {"metadata": {"type": "object"}},
          "x-kubernetes-group-version-kind": [{"group": "\##(group)", "version": "v1", "kind": "\##(kind)"}]
        }}}
        """##
    }

    @Test(arguments: [
        ("", "Endpoints", "Namespaced  endpoints, ep"),
        ("", "Namespace", "Cluster     namespaces, ns"),
        ("networking.k8s.io", "NetworkPolicy", "Namespaced  networkpolicies, netpol"),
        ("networking.k8s.io", "Ingress", "Namespaced  ingresses, ing"),
        ("rbac.authorization.k8s.io", "ClusterRole", "Cluster     clusterroles"),
        ("authorization.k8s.io", "SubjectAccessReview", "Cluster     subjectaccessreviews"),
        ("gateway.networking.k8s.io", "GatewayClass", "<unknown>   <unknown>"),
        ("example.com", "Proxy", "<unknown>   <unknown>"),
    ])
    func `without paths, names and scope are those of Kubernetes' own kinds, or unknown`(
        group: String,
        kind: String,
        expected: String
    ) throws {
        let text = Self.withoutPaths(group, kind)
        let documents = try OpenAPIDocuments(ManifestText.input("a.json", text))
        let lines = OpenAPIListing(documents).text.split(separator: "\n")
        let columns = lines[1].split(separator: " ").dropFirst(3)
        #expect(Array(columns) == expected.split(separator: " "))
        let json = OpenAPIListing(documents).json.jsonText
        #expect(json.contains(#""scope":null"#) == expected.hasPrefix("<unknown>"))
        #expect(json.contains(#""plural":null"#) == expected.hasPrefix("<unknown>"))
    }

    @Test(arguments: [
        ("NetworkPolicy", "networkpolicies"), ("Ingress", "ingresses"), ("Gateway", "gateways"),
        ("Proxy", "proxies"), ("Mesh", "meshes"), ("Box", "boxes"), ("Endpoints", "endpoints"),
    ])
    func `without paths, a kind is found by its regular plural`(
        kind: String,
        plural: String
    ) throws {
        let text = Self.withoutPaths("example.com", kind)
        let documents = try OpenAPIDocuments(ManifestText.input("a.json", text))
        var diagnostics: [Diagnostic] = []
        let catalog = try ResourceCatalog(of: plural, in: documents, &diagnostics)
        // A sample without a namespace is valid for both scopes.
        #expect(catalog.entries.map(\.version.definition.scope) == [.cluster])
    }
}
