import CRDDefinitionValidity
import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// What the server cannot read, groups that need approval, and what a person is told.
@Suite struct DefinitionReadingTests {
    private static let start =
        "CustomResourceDefinition in version \"v1\" cannot be handled as a "
        + "CustomResourceDefinition: "
    private static let schemaPath = "spec.versions.schema.openAPIV3Schema.properties.properties"

    @Test(
        arguments: [
            (
                "{type: string}", "{type: [string]}",
                [
                    start + "json: cannot unmarshal array into Go struct field "
                        + "JSONSchemaProps.\(schemaPath).type of type string"
                ]
            ),
            (
                "{type: string}", "{type: integer, exclusiveMinimum: 1}",
                [
                    start + "json: cannot unmarshal number into Go struct field "
                        + "JSONSchemaProps.\(schemaPath).exclusiveMinimum of type bool"
                ]
            ),
            (
                // The server decodes keys in the order of the alphabet.
                "{type: string}", "{type: integer, exclusiveMinimum: 1, description: [a]}",
                [
                    start + "json: cannot unmarshal array into Go struct field "
                        + "JSONSchemaProps.\(schemaPath).description of type string"
                ]
            ),
            (
                "{type: string}", "{type: string, maxLength: 1.5}",
                [
                    start + "json: cannot unmarshal number 1.5 into Go struct field "
                        + "JSONSchemaProps.\(schemaPath).maxLength of type int64"
                ]
            ),
            (
                "{type: string}", "{type: array, items: {type: string, required: true}}",
                [
                    start + "json: cannot unmarshal bool into Go struct field "
                        + "JSONSchemaProps.\(schemaPath).items of type []string"
                ]
            ),
            (
                "{type: string}", "{type: object, additionalProperties: 1}",
                [
                    start + "boolean or JSON schema expected"
                ]
            ),
            (
                "{type: string}", "{type: string, properties: []}",
                [
                    start + "json: cannot unmarshal array into Go struct field "
                        + "JSONSchemaProps.\(schemaPath).properties of type "
                        + "map[string]v1.JSONSchemaProps"
                ]
            ),
            (
                "{type: string}", "{type: string, x-kubernetes-validations: {}}",
                [
                    start + "json: cannot unmarshal object into Go struct field "
                        + "JSONSchemaProps.\(schemaPath).x-kubernetes-validations of type "
                        + "v1.ValidationRules"
                ]
            ),
            (
                "name: things.x.test", "name: things.x.test\n  labels: {a: 1}",
                [
                    start + "json: cannot unmarshal number into Go struct field "
                        + "ObjectMeta.metadata.labels of type string"
                ]
            ),
            (
                "name: things.x.test", "name: things.x.test\n  creationTimestamp: today",
                [
                    start + #"parsing time "today" as "2006-01-02T15:04:05Z07:00": cannot parse "#
                        + #""today" as "2006""#
                ]
            ),
            (
                "group: x.test", "group: {}",
                [
                    start + "json: cannot unmarshal object into Go struct field "
                        + "CustomResourceDefinitionSpec.spec.group of type string"
                ]
            ),
            (
                "apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1",
                [
                    "the API version in the data (apiextensions.k8s.io/v1beta1) does not match the "
                        + "expected API version (apiextensions.k8s.io/v1)"
                ]
            ),
        ] as [(String, String, [String])]
    )
    func `a value of a wrong type cannot be read`(
        old: String,
        new: String,
        faults: [String]
    ) throws {
        #expect(try ValidityText.faults(old, new) == faults)
    }

    private static let approval = "metadata.annotations[api-approved.kubernetes.io]"
    private static let approvalNeeded =
        "protected groups must have approval annotation \"api-approved.kubernetes.io\""
    private static let approvalPage =
        ", see https://github.com/kubernetes/enhancements/pull/1111"

    @Test(
        arguments: [
            ("a: b", ["\(approval): Required value: \(approvalNeeded)\(approvalPage)"]),
            ("api-approved.kubernetes.io: unapproved for a trial", []),
            ("api-approved.kubernetes.io: https://example.com/1", []),
            (
                "api-approved.kubernetes.io: 'yes'",
                [
                    #"\#(approval): Invalid value: "yes": \#(approvalNeeded) with either a URL or a "#
                        + #"reason starting with "unapproved"\#(approvalPage)"#
                ]
            ),
        ] as [(String, [String])]
    )
    func `a group of Kubernetes needs approval`(annotation: String, faults: [String]) throws {
        let text = ValidityText.definition
            .replacing("x.test", with: "x.k8s.io")
            .replacing("metadata:\n", with: "metadata:\n  annotations: {\(annotation)}\n")
        #expect(try ValidityText.faults(text) == faults)
    }

    @Test func `what the server sets itself does not matter`() throws {
        let metadata = """
            name: things.x.test
              creationTimestamp: null
              namespace: A_B
              uid: a
              managedFields: [{operation: Nope}]
            status:
              acceptedNames: {kind: '', plural: ''}
              conditions: null
              storedVersions: []
            """
        #expect(try ValidityText.faults("name: things.x.test", metadata).isEmpty)
    }

    @Test func `unknown fields are not kept`() throws {
        let text = "group: x.test\n  preserveUnknownFields: true\n  conversion: {strategy: Webhook}"
        let schema = ValidityText.definition.replacing(
            "{type: string}",
            with: "{type: string, default: a}"
        )
        let faults = try ValidityText.faults(schema.replacing("group: x.test", with: text))
        #expect(
            faults.filter { !$0.contains("webhook") && !$0.contains("Review") } == [
                #"spec.conversion.strategy: Invalid value: "Webhook": must be None if "#
                    + "spec.preserveUnknownFields is true",
                "spec.preserveUnknownFields: Invalid value: true: cannot set to true, set "
                    + "x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema "
                    + "instead",
                "spec.preserveUnknownFields: Invalid value: true: must be false in order to use "
                    + "defaults in the schema",
            ]
        )
    }

    @Test func `faults are shown at their places, and rules are counted`() throws {
        let marked = MarkedText(
            """
            1️⃣apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: 2️⃣other.x.test
            spec:
              group: x.test
              scope: 3️⃣Galaxy
              names: {plural: things, kind: Thing}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    x-kubernetes-validations: [{rule: 'true'}]
                    properties:
                      a: 4️⃣{x-kubernetes-validations: [{rule: 'true'}]}

            """
        )
        let document = try #require(Node.parse(marked.text, file: "crd.yaml").first)
        let path = "spec.validation.openAPIV3Schema.properties[a]"
        #expect(
            marked.show(CRDValidity(document).diagnostics) == [
                #"2️⃣ error: metadata.name: Invalid value: "other.x.test": must be "#
                    + #"spec.names.plural+"."+spec.group"#,
                #"3️⃣ error: spec.scope: Unsupported value: "Galaxy": supported values: "Cluster", "#
                    + #""Namespaced""#,
                "4️⃣ error: \(path).type: Required value: must not be empty for specified object "
                    + "fields",
            ]
        )
    }

    @Test func `the rejection is that of a request`() throws {
        let text = ValidityText.definition.replacing("scope: Namespaced", with: "scope: ''")
            .replacing("{type: string}", with: "{}")
        let document = try #require(Node.parse(text, file: "crd.yaml").first)
        let rejection = try #require(CRDValidity(document).rejection)
        #expect(rejection.code == 422)
        #expect(
            rejection.message == """
                CustomResourceDefinition.apiextensions.k8s.io "things.x.test" is invalid: \
                [spec.scope: Required value, spec.validation.openAPIV3Schema.properties[spec]\
                .properties[f].type: Required value: must not be empty for specified object fields]
                """
        )
        #expect(
            rejection.violations.map(\.reason.rawValue)
                == Array(repeating: "FieldValueRequired", count: 2)
        )
    }

    @Test func `what the server warns of is a warning`() throws {
        let schema = """
            {type: object, 1️⃣const: a, 5️⃣requird: [b], properties: {b: {type: string, format: 2️⃣url},
                  c: {type: integer, format: url}, d: {type: array, items: {type: string, 4️⃣no: 1}}}}
            """
        let text = ValidityText.definition
            .replacing("{type: string}", with: schema)
            .replacing("served: true", with: "3️⃣port: 1\n    6️⃣deprecatd: true\n    served: true")
        let marked = MarkedText(text)
        let document = try #require(Node.parse(marked.text, file: "crd.yaml").first)
        let path = "spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.f"
        #expect(
            marked.show(CRDValidity(document).diagnostics) == [
                #"3️⃣ warning: unknown field "spec.versions[0].port""#,
                #"6️⃣ warning: unknown field "spec.versions[0].deprecatd", did you mean 'deprecated'?"#,
                "1️⃣ warning: unknown field \"\(path).const\"",
                "5️⃣ warning: unknown field \"\(path).requird\", did you mean 'required'?",
                #"2️⃣ warning: unrecognized format "url""#,
                "4️⃣ warning: the key 'no' is not a string in YAML 1.1, so it is read as 'false'; quote it",
            ]
        )
    }

    @Test func `words that are Booleans in YAML 1.1 are warnings`() throws {
        let schema = """
            {type: object, properties: {1️⃣y: {type: string}, "n": {type: string},
                  2️⃣010: {type: string}, false: {type: string}}}
            """
        let marked = MarkedText(ValidityText.definition.replacing("{type: string}", with: schema))
        let document = try #require(Node.parse(marked.text, file: "crd.yaml").first)
        #expect(
            marked.show(CRDValidity(document).diagnostics) == [
                "1️⃣ warning: the key 'y' is not a string in YAML 1.1, so it is read as 'true'; quote it",
                "2️⃣ warning: the key '010' is not a string in YAML 1.1, so it is read as '8'; quote it",
            ]
        )
    }

    @Test func `a word that is a Boolean among required fields is a warning too`() throws {
        let schema = "{type: object, required: [x, 1️⃣y], properties: {x: {type: string}}}"
        let marked = MarkedText(ValidityText.definition.replacing("{type: string}", with: schema))
        let document = try #require(Node.parse(marked.text, file: "crd.yaml").first)
        let found = marked.show(CRDValidity(document).diagnostics)
        #expect(found.count == 2)
        #expect(found.first?.hasPrefix("1️⃣ error: CustomResourceDefinition in version") == true)
        #expect(
            found.last == "1️⃣ warning: 'y' is a Boolean in YAML 1.1, expected a string; quote it"
        )
    }

    @Test func `a patch of kustomize is called one`() throws {
        let patch = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.x.test, annotations: {a: b}}

            """
        for text in [patch, patch + "spec: {conversion: {strategy: None}}\n"] {
            let document = try #require(Node.parse(text, file: "crd.yaml").first)
            let notes = CRDValidity(document).diagnostics.filter { $0.severity == .note }
            #expect(
                notes.map(\.description) == [
                    "crd.yaml:1:1: note: looks like a kustomize patch, expected a whole "
                        + "CustomResourceDefinition; use the output of 'kubectl kustomize'"
                ]
            )
        }
    }

    @Test func `items of a list of CRDs need neither API version nor kind`() throws {
        let text = """
            kind: CustomResourceDefinitionList
            apiVersion: apiextensions.k8s.io/v1
            items:
            - spec: {group: x.test}
            - kind: ConfigMap
            """
        let document = try #require(Node.parse(text, file: "crd.yaml").first)
        let found = CRDValidity.all(in: document)
        #expect(found.count == 1)
        let faults = found.flatMap(\.diagnostics).map(\.message)
        #expect(faults.contains("spec.scope: Required value"))
    }

    @Test func `a list of CRDs is opened, and other kinds are left alone`() throws {
        let text = """
            kind: List
            items:
            - {kind: ConfigMap}
            - {kind: CustomResourceDefinition, apiVersion: apiextensions.k8s.io/v1}
            """
        let document = try #require(Node.parse(text, file: "crd.yaml").first)
        let found = CRDValidity.all(in: document)
        #expect(found.count == 1)
        let faults = found.flatMap(\.diagnostics).map(\.message)
        #expect(faults.contains("spec.group: Required value"))
        #expect(faults.contains("metadata.name: Required value: name or generateName is required"))
    }

    @Test func `a CRD in v1beta1 has a note`() throws {
        let text = ValidityText.definition.replacing("k8s.io/v1", with: "k8s.io/v1beta1")
        let document = try Node.parse(text, file: "crd.yaml")[0]
        let notes = CRDValidity(document).diagnostics.filter { $0.severity == .note }
        #expect(
            notes.map(\.description) == [
                "crd.yaml:1:13: note: Kubernetes 1.22 removed 'v1beta1' of "
                    + "CustomResourceDefinition; convert the CRD to 'apiextensions.k8s.io/v1'"
            ]
        )
    }
}
