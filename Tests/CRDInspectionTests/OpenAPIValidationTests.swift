import CRDCatalog
import CRDInspection
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// `crdgen validate` of kinds in OpenAPI documents, without files and processes.
struct OpenAPIValidationTests {
    @Test func `metadata is checked`() throws {
        let text = MarkedText(
            OpenAPIText.order().replacing(
                "metadata: {name: a}",
                with: """
                    metadata:
                      name: a
                      creationTimestamp: null
                      labels: {1️⃣a/b/c: x}
                      managedFields: [{operation: Update, fieldsV1: {"f:spec": {}}}]
                    """
            )
        )
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3)
        let found = text.show(check.diagnostics(requiresKinds: false))
        #expect(found.count == 1)
        #expect(found[0].hasPrefix(#"1️⃣ error: metadata.labels: Invalid value: "a/b/c""#))
        let wrong = MarkedText(OpenAPIText.order().replacing("{name: a}", with: "{name: 1️⃣1}"))
        #expect(
            wrong.show(
                try OpenAPIText.check(wrong, by: OpenAPIText.version3)
                    .diagnostics(requiresKinds: false)
            ) == [
                OpenAPIText.mismatch("1️⃣", "number", "ObjectMeta.metadata.name", "string")
            ]
        )
    }

    @Test(
        arguments: [
            (
                "", "Namespace", "a.b",
                "metadata.name: Invalid value: \"a.b\": a lowercase RFC 1123 label"
            ),
            ("", "Service", "1a", "metadata.name: Invalid value: \"1a\": a DNS-1035 label"),
            (
                "apps", "Deployment", "a_",
                "metadata.name: Invalid value: \"a_\": a lowercase RFC 1123 sub"
            ),
            ("apps", "Deployment", "", "metadata.name: Required value"),
            ("rbac.authorization.k8s.io", "ClusterRole", "system:a", nil),
            (
                "rbac.authorization.k8s.io", "ClusterRole", "a/b",
                "metadata.name: Invalid value: \"a/b\""
            ),
            ("shop.example.com", "Order", "A_b", nil),
            ("authorization.k8s.io", "SubjectAccessReview", "", nil),
        ] as [(String, String, String, String?)]
    )
    func `names have the rule of their kind`(
        group: String,
        kind: String,
        name: String,
        expected: String?
    ) throws {
        let check = try Self.check("{name: '\(name)'}", of: kind, in: group)
        let found = check.diagnostics(requiresKinds: false).map(\.message)
        #expect(found.count == (expected == nil ? 0 : 1))
        #expect(found.first?.hasPrefix(expected ?? "") ?? true)
    }

    @Test func `finalizers of Kubernetes' own kinds have a domain`() throws {
        let metadata = "{name: a, finalizers: [a, orphan, example.com/b]}"
        let check = try Self.check(metadata, of: "Deployment", in: "apps")
        #expect(
            check.diagnostics(requiresKinds: false).map(\.message) == [
                #"metadata.finalizers[0]: Invalid value: "a": name is neither a standard finalizer "#
                    + "name nor is it fully qualified"
            ]
        )
        let other = try Self.check(metadata, of: "Order", in: "shop.example.com")
        #expect(other.diagnostics(requiresKinds: false) == [])
    }

    /// Validates the metadata of an object, by a document with this kind only.
    private static func check(
        _ metadata: String,
        of kind: String,
        in group: String
    ) throws -> ManifestCheck {
        let version = #"{"group": "\#(group)", "kind": "\#(kind)", "version": "v1"}"#
        let document = """
            {"definitions": {"io.k8s.api.x.v1.\(kind)": {
              "properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {}},
              "x-kubernetes-group-version-kind": [\(version)]
            }}}
            """
        let apiVersion = group.isEmpty ? "v1" : "\(group)/v1"
        let text = "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: \(metadata)\n"
        return try OpenAPIText.check(MarkedText(text), by: document)
    }

    @Test func `kinds of lists and versions are found`() throws {
        let text = MarkedText(
            """
            apiVersion: shop.example.com/v1
            kind: OrderList
            items:
            - {metadata: {name: a}, spec: {customer: c, items: []}}
            - {metadata: {name: b}, spec: 1️⃣{customer: c}}
            ---
            apiVersion: shop.example.com/v1
            kind: Region
            metadata: {name: r}
            country: 2️⃣1
            ---
            3️⃣apiVersion: shop.example.com/v2
            kind: Order
            ---
            4️⃣apiVersion: shop.example.com/v1
            kind: DeleteOptions
            ---
            5️⃣apiVersion: shop.example.com/v1
            kind: Ordre
            """
        )
        let check = try OpenAPIText.check(text, by: OpenAPIText.version2)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: spec.items: Required value",
                #"2️⃣ error: Region in version "v1" cannot be handled as a Region: json: cannot "#
                    + "unmarshal number into Go struct field Region.country of type string",
                "3️⃣ note: no CRD or OpenAPI document found for 'shop.example.com/v2, Kind=Order', "
                    + "so it is not validated; the OpenAPI documents have version v1",
                "4️⃣ note: no CRD or OpenAPI document found for 'shop.example.com/v1, "
                    + "Kind=DeleteOptions', so it is not validated",
                "5️⃣ note: no CRD or OpenAPI document found for 'shop.example.com/v1, Kind=Ordre', "
                    + "so it is not validated, did you mean 'Order'?",
            ]
        )
    }

    @Test func `kinds of CRDs in a document are validated as custom resources`() throws {
        let text = MarkedText(
            """
            apiVersion: shop.example.com/v1
            kind: Coupon
            metadata: {name: a}
            spec: {percent: 1️⃣60, limit: half}
            ---
            apiVersion: shop.example.com/v1
            kind: Coupon
            metadata: {name: b}
            spec: 2️⃣{percent: 13}
            """
        )
        // Without paths, all kinds can be created.
        let document = OpenAPIText.version3.replacing(#""paths": {"#, with: #""x": {"#)
        let check = try OpenAPIText.check(text, by: document)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: spec.percent: Invalid value: 60: spec.percent in body should be less "
                    + "than or equal to 50",
                "2️⃣ error: spec: Invalid value: unlucky",
            ]
        )
    }

    @Test func `a CRD takes precedence over a document`() throws {
        let crd = InspectedText.widget("size: {type: integer, maximum: 5}")
            .replacing("example.com", with: "shop.example.com")
            .replacing("Widget", with: "Order").replacing("widgets", with: "orders")
        let text = MarkedText(
            "apiVersion: shop.example.com/v1\nkind: Order\nmetadata: {name: a}\nsize: 1️⃣6\n"
        )
        let kinds = ManifestText.kinds(("crd.yaml", crd))
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3, crds: kinds)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ error: size: Invalid value: 6: size in body should be less than or equal to 5"
            ]
        )
    }

    @Test func `an update keeps the name, and the status is a subresource`() throws {
        let text = MarkedText(OpenAPIText.order("count: 2", more: "status: {sent: 1️⃣a}\n"))
        let old = OpenAPIText.order("count: 1")
        let check = try OpenAPIText.check(text, by: OpenAPIText.version3, old: old)
        let mismatch = OpenAPIText.mismatch("1️⃣", "string", "OrderStatus.status.sent", "int32")
        #expect(text.show(check.diagnostics(requiresKinds: false)) == [mismatch])
        // The server's code accepts a status without required fields.
        let status = OpenAPIText.order("box: {}", more: "status: {}\n")
        let update = try OpenAPIText.check(
            MarkedText(status),
            by: OpenAPIText.version3,
            old: old,
            subresource: .status
        )
        #expect(update.diagnostics(requiresKinds: false) == [])
    }

    /// A document with CRDs in `v1beta1`.
    private static let ofOldCluster = """
        {"definitions": {"io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.\
        CustomResourceDefinition": {
          "type": "object", "x-kubernetes-group-version-kind": [{"group": "apiextensions.k8s.io",
            "version": "v1beta1", "kind": "CustomResourceDefinition"}], "properties": {
            "apiVersion": {"type": "string"}, "kind": {"type": "string"},
            "metadata": {"type": "object"},
            "spec": {"type": "object", "properties": {
              "group": {"type": "string"}, "version": {"type": "string"},
              "scope": {"type": "string"}, "names": {"type": "object", "properties": {
                "kind": {"type": "string"}, "plural": {"type": "string"}
              }}
            }}
          }
        }}}
        """

    private static let oldCRD = """
        apiVersion: apiextensions.k8s.io/v1beta1
        kind: CustomResourceDefinition
        metadata: {name: things.x.test}
        spec:
          group: x.test
          version: v1
          scope: Namespaced
          names: {kind: Thing, plural: things}
        ---

        """

    private static func kinds(_ document: String?, _ crd: String? = nil) throws -> KnownKinds {
        var kinds = KnownKinds()
        if let document {
            kinds.openAPI = try OpenAPIDocuments(ManifestText.input("old.json", document))
        }
        if let crd { _ = kinds.add(DefinitionFile(ManifestText.input("crd.yaml", crd))) }
        return kinds
    }

    @Test(arguments: [nil, ofOldCluster])
    func `CRDs in v1beta1 are valid for objects if a document has them`(document: String?) throws {
        let object = "apiVersion: x.test/v1\nkind: Thing\nmetadata: {name: a, namespace: b}\n"
        let messages = [
            "the CRD in 'm.yaml' is invalid",
            "does not match the expected API version (apiextensions.k8s.io/v1)",
        ]
        for (crd, text) in [(nil, Self.oldCRD + object), (Self.oldCRD, object)] {
            var check = ManifestCheck(try Self.kinds(document, crd))
            check.check([ManifestText.input("m.yaml", text)])
            let found =
                check.diagnostics(requiresKinds: false)
                + check.definitionDiagnostics(checksAll: true)
            let isReported = found.contains { diagnostic in
                messages.contains(where: diagnostic.message.contains)
            }
            #expect(isReported == (document == nil), "\(found)")
            #expect(check.objects.last?.verdict() == .valid)
        }
    }

    @Test func `a CRD in v1beta1 that cannot be read is an error`() throws {
        let crd = Self.oldCRD.replacing("kind: Thing, ", with: "")
        let check = ManifestCheck(try Self.kinds(Self.ofOldCluster, crd))
        #expect(
            check.definitionDiagnostics(checksAll: true).map(\.message) == [
                "no 'kind', expected a kind such as 'Widget' (letters, digits and '-')"
            ]
        )
    }

    @Test func `old CRDs in v1beta1 are those of an old cluster`() throws {
        let new = Self.oldCRD.replacing("version: v1", with: "version: v2")
        func check(_ new: String, by document: String?) throws -> ManifestCheck {
            var check = ManifestCheck(try Self.kinds(document))
            check.check(
                [ManifestText.input("new.yaml", new)],
                replacing: [ManifestText.input("old.yaml", Self.oldCRD)]
            )
            return check
        }
        let old = try check(new, by: Self.ofOldCluster)
        #expect(old.storedDiagnostics == [])
        #expect(old.objects.map(\.operation) == [.update])
        #expect(old.objects.map { $0.verdict() } == [.valid])
        #expect(try check(new, by: nil).storedDiagnostics.map(\.severity) == [.error])
        let current = new.replacing("v1beta1", with: "v1")
        let updated = try check(current, by: Self.ofOldCluster)
        #expect(updated.storedDiagnostics == [])
        let message = "the old CRD is in version 'v1beta1', so the CRD is validated as a new one"
        #expect(updated.diagnostics(requiresKinds: false).contains { $0.message == message })
    }

    @Test func `CRDs in v1beta1 are validated by the document of an old cluster`() throws {
        let document = Self.ofOldCluster
        let crd = """
            apiVersion: apiextensions.k8s.io/v1beta1
            kind: CustomResourceDefinition
            metadata: {name: things.x.test}
            spec: {group: x.test, 1️⃣verison: v1}
            """
        let text = MarkedText(crd)
        let check = try OpenAPIText.check(text, by: document)
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                #"1️⃣ error: unknown field "spec.verison", did you mean 'version'?"#
            ]
        )
        let valid = crd.replacing("1️⃣verison", with: "version")
        #expect(
            try OpenAPIText.check(MarkedText(valid), by: document).objects.map { $0.verdict() } == [
                .valid
            ]
        )
        let current = valid.replacing("v1beta1", with: "v1")
        #expect(
            try OpenAPIText.check(MarkedText(current), by: document).objects.map { $0.verdict() }
                == [.invalid]
        )
    }
}
