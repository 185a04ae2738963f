import CRDCatalog
import CRDInspection
import CRDPages
import CRDRuntime
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// `crdgen sample` of kinds in OpenAPI documents.
@Suite struct BuiltInSampleTests {
    /// A kind of a Go type with all forms of values, each of which is required.
    private static let document = """
        {"openapi": "3.0.0", "components": {"schemas": {
        "io.k8s.api.a.v1.A": {"type": "object", "required": ["spec"], "properties": {
          "metadata": {"type": "object"},
          "spec": {"default": {}, "allOf": [{"$ref": "#/components/schemas/io.k8s.api.a.v1.ASpec"}]}
        }, "x-kubernetes-group-version-kind": [
          {"group": "", "version": "v1", "kind": "A"}, {"group": "b.com", "version": "v1", "kind": "A"}
        ]},
        "io.k8s.api.a.v1.ASpec": {"type": "object", "required": [
          "duration", "micro", "time", "quantity", "either", "inline", "bytes", "raw", "maps", "lists", "mode"
        ], "properties": {
          "duration": {"allOf": [{"$ref": "#/components/schemas/\(meta).Duration"}], "default": 0},
          "micro": {"$ref": "#/components/schemas/\(meta).MicroTime"},
          "time": {"$ref": "#/components/schemas/\(meta).Time"},
          "quantity": {"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity"},
          "either": {"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.util.intstr.IntOrString"},
          "inline": {"anyOf": [{"type": "integer"}, {"type": "string"}], "x-kubernetes-int-or-string": true},
          "bytes": {"type": "string", "format": "byte"},
          "raw": {"x-kubernetes-preserve-unknown-fields": true},
          "maps": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": "string"}}},
          "lists": {"type": "array", "items": {"type": "array", "items": {"type": "integer", "format": "int32"}}},
          "mode": {"type": "string", "enum": ["X", "Y"], "default": "Y"}
        }},
        "\(meta).Duration": {"type": "string"},
        "\(meta).MicroTime": {"type": "string", "format": "date-time"},
        "\(meta).Time": {"type": "string", "format": "date-time"},
        "io.k8s.apimachinery.pkg.api.resource.Quantity": {"oneOf": [{"type": "string"}, {"type": "number"}]},
        "io.k8s.apimachinery.pkg.util.intstr.IntOrString": {
          "format": "int-or-string", "oneOf": [{"type": "integer"}, {"type": "string"}]
        },
        \(special("apiextensions-apiserver.pkg.apis.apiextensions", "CustomResourceDefinition", "apiextensions.k8s.io")),
        \(special("api.admissionregistration", "ValidatingAdmissionPolicy", "admissionregistration.k8s.io")),
        \(special("api.admissionregistration", "ValidatingAdmissionPolicyBinding", "admissionregistration.k8s.io"))
        }}}
        """

    private static let meta = "io.k8s.apimachinery.pkg.apis.meta.v1"

    /// A kind whose `spec` the server validates with more than its schema.
    private static func special(_ package: String, _ kind: String, _ group: String) -> String {
        """
        "io.k8s.\(package).v1.\(kind)": {"type": "object", "properties": {"spec": {
          "type": "object", "x-kubernetes-preserve-unknown-fields": true
        }}, "x-kubernetes-group-version-kind": [{"group": "\(group)", "version": "v1", "kind": "\(kind)"}]}
        """
    }

    @Test(arguments: [
        "A", "CustomResourceDefinition", "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding",
    ])
    func `samples are valid in each form`(kind: String) throws {
        for text in [Self.document, "# YAML\n" + Self.document] {
            let documents = try OpenAPIDocuments(ManifestText.input("d.json", text))
            var errors: [Diagnostic] = []
            let catalog = try ResourceCatalog(of: kind, in: documents, &errors)
            #expect(errors == [])
            let group = kind == "A" ? "v1" : nil
            for extent in [Example.Extent.minimal, .full] {
                let sample = Sample(
                    of: try catalog.entry(named: kind, apiVersion: group),
                    extent: extent
                )
                #expect(sample.warnings == [])
                for manifest in [sample.manifest, sample.commentedManifest] {
                    var kinds = KnownKinds()
                    kinds.openAPI = documents
                    var check = ManifestCheck(kinds)
                    check.check([ManifestText.input("a.yaml", manifest)])
                    // Notes are about policies without a binding, and bindings without a policy.
                    let found = check.diagnostics(requiresKinds: true)
                        .filter { $0.severity != .note }
                    #expect(found.map(\.description) == [], "\(manifest)")
                    #expect(check.summary(requiresKinds: true) == "1 object: 1 valid")
                }
            }
        }
    }

    @Test func `a sample of a CRD in v1beta1 is valid`() throws {
        let package = "apiextensions-apiserver.pkg.apis.apiextensions"
        let definition = Self.special(package, "CustomResourceDefinition", "apiextensions.k8s.io")
            .replacing("v1", with: "v1beta1")
        let text = "{\"definitions\": {\(definition)}}"
        let documents = try OpenAPIDocuments(ManifestText.input("d.json", text))
        var errors: [Diagnostic] = []
        let catalog = try ResourceCatalog(of: "crd", in: documents, &errors)
        let sample = Sample(of: try catalog.entry(named: "CustomResourceDefinition"))
        #expect(sample.manifest.contains("  name: widgets.example.com\n"))
        #expect(sample.warnings == [])
        let manifest = MarkedText(sample.manifest)
        let check = try OpenAPIText.check(manifest, by: text)
        #expect(check.diagnostics(requiresKinds: true) == [])
    }

    /// A kind whose values contain values of the same type, with required fields.
    private static let nested = """
        {"definitions": {
        "com.a.api.v1.Tree": {"type": "object", "properties": {
          "spec": {"$ref": "#/definitions/com.a.api.v1.Node"}
        }, "x-kubernetes-group-version-kind": [{"group": "a.com", "version": "v1", "kind": "Tree"}]},
        "com.a.api.v1.Node": {"type": "object", "required": ["name"], "properties": {
          "name": {"type": "string"},
          "next": {"$ref": "#/definitions/com.a.api.v1.Node"},
          "nodes": {"type": "array", "items": {"$ref": "#/definitions/com.a.api.v1.Node"}},
          "table": {"type": "object", "additionalProperties": {"$ref": "#/definitions/com.a.api.v1.Node"}},
          "leaf": {"$ref": "#/definitions/com.a.api.v1.Leaf"}
        }},
        "com.a.api.v1.Leaf": {"type": "object", "properties": {
          "size": {"type": "integer"}, "parent": {"$ref": "#/definitions/com.a.api.v1.Node"}
        }}
        }}
        """

    @Test func `optional values of a type in itself are left out`() throws {
        let documents = try OpenAPIDocuments(ManifestText.input("d.json", Self.nested))
        var errors: [Diagnostic] = []
        let catalog = try ResourceCatalog(of: "tree", in: documents, &errors)
        let sample = Sample(of: try catalog.entry(named: "Tree"), extent: .full)
        #expect(
            sample.manifest == """
                apiVersion: a.com/v1
                kind: Tree
                metadata:
                  name: example
                spec:
                  name: name
                  leaf:
                    size: 1

                """
        )
        #expect(sample.warnings == [])
    }

    @Test func `comments have the types of explanations`() throws {
        let documents = try OpenAPIDocuments(ManifestText.input("d.json", Self.nested))
        var errors: [Diagnostic] = []
        let catalog = try ResourceCatalog(of: "tree", in: documents, &errors)
        let sample = Sample(of: try catalog.entry(named: "Tree"))
        let types = sample.commentedManifest.split(separator: "\n")
            .filter { $0.contains("## ") && $0.contains("<") && !$0.contains("<<") }
            .map { $0.drop { $0 != "<" } }
        #expect(
            types == [
                "<Node>", "<string> required", "<Node>", "<[]Node>", "<map[string]Node>", "<Leaf>",
                "<integer>", "<Node>",
            ]
        )
    }

    @Test func `a version without a group is the core group first`() throws {
        let documents = try OpenAPIDocuments(ManifestText.input("d.json", Self.document))
        var errors: [Diagnostic] = []
        let catalog = try ResourceCatalog(of: "a", in: documents, &errors)
        #expect(try catalog.entry(named: "A", apiVersion: "v1").group == "")
        #expect(try catalog.entry(named: "A", apiVersion: "b.com").group == "b.com")
        #expect(throws: Diagnostic.self) { try catalog.entry(named: "A") }
    }
}
