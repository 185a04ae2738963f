import CRDInspection
import CRDLibYAML
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

/// The text of a CRD that is taken out of another text.
@Suite struct DefinitionTextTests {
    private func texts(_ source: String) throws -> [DefinitionText] {
        try DefinitionText.all(in: Array(source.utf8), file: "source.yaml")
    }

    private static let plain = """
        # A licence.
        ---
        apiVersion: "apiextensions.k8s.io/v1"   # quoted
        kind: CustomResourceDefinition
        metadata:
            name: 'widgets.example.com'
        spec: {group: example.com}

        # The end.

        """

    @Test(arguments: [
        plain, plain.replacing("\n", with: "\r\n"), "\u{FEFF}" + plain,
        plain.trimmingSuffix("\n"), plain + "---\n# nothing\n",
    ])
    func `a text that is one CRD stays as it is`(source: String) throws {
        let definitions = try texts(source)
        try #require(definitions.count == 1)
        let expected = source.replacing("\u{FEFF}", with: "")
        #expect(
            definitions[0].text.unicodeScalars.elementsEqual(
                (expected.hasSuffix("\n") || expected.hasSuffix("\r\n")
                    ? expected : expected + "\n")
                    .unicodeScalars
            )
        )
        #expect(definitions[0].leftOut == [])
    }

    private static let untyped = """
        apiVersion: apiextensions.k8s.io/v1
        items:
        - metadata:
            name: widgets.example.com   # kept
            uid: a
          spec:
            group: example.com
        - metadata: {name: gadgets.example.com}
        kind: CustomResourceDefinitionList

        """

    @Test func `items of a list without kinds get a kind`() throws {
        let definitions = try texts(Self.untyped)
        #expect(
            definitions.map(\.text) == [
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: widgets.example.com   # kept
                spec:
                  group: example.com

                """,
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: gadgets.example.com}

                """,
            ]
        )
        let documents = try Node.parse(Self.untyped, file: "")
        let json = try #require(documents.first.map { try JSONValue($0).jsonText })
        let ofJSON = try texts(json)
        #expect(
            ofJSON.map(\.text) == [
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: widgets.example.com
                spec:
                  group: example.com

                """,
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: gadgets.example.com

                """,
            ]
        )
        #expect(try texts(json.replacing("DefinitionList", with: "Definitions")).isEmpty)
    }

    @Test func `errors in what is left out do not count`() throws {
        let definitions = try texts(
            InspectedText.widget("spec: {type: object}")
                .replacing("  name: widgets", with: "  creationTimestamp: x\n  name: widgets")
                .replacing("scope: Namespaced", with: "scope: Here") + "status: 5\n"
        )
        #expect(definitions.flatMap(\.leftOut) == ["metadata.creationTimestamp", "status"])
        #expect(
            definitions.flatMap(\.diagnostics).map(\.description) == [
                #"source.yaml:1:1: error: spec.scope: Unsupported value: "Here": supported values: "#
                    + #""Cluster", "Namespaced""#
            ]
        )
    }

    @Test func `other errors are reported where they are`() throws {
        let definitions = try texts(
            InspectedText.widget("spec: {type: object}")
                .replacing("  name: widgets", with: "  uid: a\n  name: widgets")
                .replacing("scope: Namespaced", with: "scope: Here")
        )
        #expect(definitions.flatMap(\.leftOut) == ["metadata.uid"])
        #expect(
            definitions.flatMap(\.diagnostics).map(\.description).allSatisfy {
                $0.hasPrefix("source.yaml:12:10: error: spec.scope: Unsupported value")
            }
        )
        #expect(definitions.flatMap(\.diagnostics).count == 1)
    }

    @Test func `what a server sets is left out, line by line`() throws {
        let definitions = try texts(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: |
                  {"apiVersion":"apiextensions.k8s.io/v1"}
                  # part of the block
                # By hand.
                controller-gen.kubebuilder.io/version: v0.16.1
              creationTimestamp: "2024-01-01T00:00:00Z"
              generation: 1
              managedFields:
              - apiVersion: apiextensions.k8s.io/v1
                fieldsV1: {f:spec: {}}

              # The name.
              name: "widgets.example.com"
              resourceVersion: '12'
              selfLink: /a
              uid: 0d7e4f4c
            spec:
              group: example.com   # ours
            status:
              conditions: []
            # The end.
            """
        )
        try #require(definitions.count == 1)
        #expect(
            definitions[0].text == """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  annotations:
                    # By hand.
                    controller-gen.kubebuilder.io/version: v0.16.1

                  # The name.
                  name: "widgets.example.com"
                spec:
                  group: example.com   # ours
                # The end.

                """
        )
        #expect(
            definitions[0].leftOut == [
                "metadata.creationTimestamp", "metadata.generation", "metadata.managedFields",
                "metadata.resourceVersion", "metadata.selfLink", "metadata.uid",
                "metadata.annotations['kubectl.kubernetes.io/last-applied-configuration']",
                "status",
            ]
        )
    }

    @Test func `annotations that would be left empty go as a whole`() throws {
        let definitions = try texts(
            """
            kind: CustomResourceDefinition
            metadata:
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: "{}"
              name: a
            """
        )
        #expect(
            definitions.map(\.text) == [
                "kind: CustomResourceDefinition\nmetadata:\n  name: a\n"
            ]
        )
        #expect(definitions.map(\.leftOut) == [["metadata.annotations"]])
    }

    @Test func `each document is a text with its comments`() throws {
        let definitions = try texts(
            """
            # Of the file.
            ---
            # First.
            kind: CustomResourceDefinition
            spec:
              text: |
                one
                 --- two
            ---
            kind: Deployment
            --- # Second.
            kind: CustomResourceDefinition
            metadata: {name: b}
            ...
            """
        )
        #expect(
            definitions.map(\.text) == [
                """
                # First.
                kind: CustomResourceDefinition
                spec:
                  text: |
                    one
                     --- two

                """,
                "--- # Second.\nkind: CustomResourceDefinition\nmetadata: {name: b}\n",
            ]
        )
        #expect(definitions.map(\.document.position.line) == [4, 12])
    }

    @Test func `items of a list move to the left`() throws {
        let definitions = try texts(
            """
            apiVersion: v1
            items:
            - apiVersion: apiextensions.k8s.io/v1
              kind: CustomResourceDefinition
              # Of the first.
              spec:
                description: |-
                  one

                  two
              status: {}
            - kind: Secret
            -   kind: CustomResourceDefinition
                metadata:
                    uid: x
                    name: b
            kind: List
            """
        )
        #expect(
            definitions.map(\.text) == [
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                # Of the first.
                spec:
                  description: |-
                    one

                    two

                """,
                "kind: CustomResourceDefinition\nmetadata:\n    name: b\n",
            ]
        )
    }

    @Test(arguments: [
        // JSON, and a list of it.
        #"{"kind": "CustomResourceDefinition", "metadata": {"name": "a", "uid": "x"}, "n": 1.50}"#,
        #"{"kind": "List", "items": [{"kind": "CustomResourceDefinition", "a": "yes"}]}"#,
        // Lines that hold more than what is left out.
        "kind: CustomResourceDefinition\nmetadata: {name: a, uid: x}\n",
        "{kind: CustomResourceDefinition, status: {a: 1},\n metadata: {name: a}}\n",
        // An anchor in what is left out.
        "status: &a {b: c}\nkind: CustomResourceDefinition\nspec: *a\n",
        // A list item that is not in lines of its own.
        "kind: List\nitems: [{kind: CustomResourceDefinition, a: '1'},\n {kind: A}]\n",
        "kind: List\nitems:\n-\n  kind: CustomResourceDefinition\n-\n  kind: A\n",
        "items:\n- kind: List\n  items:\n  - kind: CustomResourceDefinition\nkind: List\n",
    ])
    func `what has no lines of its own is written anew, with the same content`(
        source: String
    ) throws {
        let definitions = try texts(source)
        try #require(definitions.count == 1)
        let document = try JSONValue(definitions[0].document)
        guard case .object(var expected) = document else {
            Issue.record("no object")
            return
        }
        expected["status"] = nil
        expected["metadata"] = expected["metadata"].map { _ in ["name": "a"] }
        let read = try Node.parse(definitions[0].text, file: "again.yaml")
        #expect(try read.map { try JSONValue($0) } == [.object(expected)])
    }

    @Test func `UTF-16 is written anew`() throws {
        let source = "kind: CustomResourceDefinition\nname: é\n"
        let units = source.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bytes: [UInt8] = [0xFF, 0xFE] + units.joined()
        let definitions = try DefinitionText.all(in: bytes, file: "source.yaml")
        #expect(definitions.map(\.text) == [source])
    }

    @Test func `a text that cannot be read is an error at its place`() {
        #expect(
            throws: Diagnostic(
                .error,
                "duplicate key 'a', first defined on line 1",
                file: "source.yaml",
                at: SourcePosition(line: 2, column: 1)
            )
        ) {
            try texts("a: 1\na: 2\n")
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
