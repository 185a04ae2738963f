import CRDYAML
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// The documentation extensions for DocC.
@Suite struct DocCTests {
    private static func crd(
        _ kind: String,
        group: String = "example.com",
        versions: [String] = ["v1"],
        columns: String = "[]",
        properties: String
    ) -> String {
        let list = versions.map { version in
            """
              - name: \(version)
                served: true
                storage: \(version == versions[0])
                additionalPrinterColumns: \(columns)
                schema: {openAPIV3Schema: {type: object, properties: {\(properties)}}}
            """
        }
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: \(kind.lowercased())s.\(group)}
            spec:
              group: \(group)
              names: {kind: \(kind), plural: \(kind.lowercased())s, shortNames: [x]}
              scope: Cluster
              versions:
            \(list.joined(separator: "\n"))

            """
    }

    private static func catalog(_ crds: String...) throws -> (DocCCatalog, [ReferencePage]) {
        let pages = try ReferencePage.pages(of: crds.joined(separator: "---\n"), detail: .full)
        return (DocCCatalog(module: "Platform", pages), pages)
    }

    private static func text(_ crd: String) throws -> String {
        let (catalog, pages) = try catalog(crd)
        return try #require(pages.first.flatMap(catalog.file)).text
    }

    /// The part of a text from a heading to before the next one of its level.
    private static func part(_ heading: String, of text: String) -> String {
        let rest = text.split(separator: "\n\(heading)\n\n", maxSplits: 1).dropFirst().first ?? ""
        return String(rest.split(separator: "\n## ", maxSplits: 1).first ?? "")
    }

    @Test func `a page extends its symbol with facts, the example, and topics`() throws {
        let properties = """
            spec: {type: object, required: [size], properties: {size: {type: integer}}}
            """
        let (catalog, pages) = try Self.catalog(Self.crd("Widget", properties: properties))
        let file = try #require(catalog.file(of: pages[0]))
        #expect(file.path == "example_com_widget_v1.md")
        #expect(
            file.text == """
                # ``Platform/ExampleCom/V1/Widget``

                <!-- \(GeneratorVersion.header) from the CRDs; do not edit. -->

                @Metadata {
                    @DisplayName("Widget", style: symbol)
                }

                - **API version**: `example.com/v1`
                - **Kind**: `Widget`
                - **Plural**: `widgets`
                - **Short names**: `x`
                - **Scope**: Cluster
                - **Version**: served, stored
                - **Swift**: `Widget`, in full `ExampleCom.V1.Widget`

                ## Example

                ```yaml
                apiVersion: example.com/v1
                kind: Widget
                metadata:
                  name: example
                spec:
                  size: 1
                ```

                ```swift
                let widget = Widget(
                    metadata: .init(name: "example"),
                    spec: .init(size: 1)
                )
                ```

                ## Topics

                ### Properties

                - ``metadata``
                - ``spec``

                ### Types of spec

                - ``Spec``

                """
        )
    }

    @Test func `types are listed with the property that they belong to, in the order of paths`()
        throws
    {
        let topics = Self.part(
            "## Topics",
            of: try Self.text(
                Self.crd(
                    "Widget",
                    properties: """
                        data: {type: string}, \
                        status: {type: object, properties: {phase: {type: string, enum: [a]}}}, \
                        spec: {type: object, properties: {\
                        b: {type: object, properties: {c: {type: object, properties: {d: {type: string}}}}}, \
                        a: {type: array, items: {type: object, properties: {e: {type: string}}}}, \
                        f: {type: object, properties: {e: {type: string}}}}}
                        """
                )
            )
        )
        #expect(
            topics == """
                ### Properties

                - ``metadata``
                - ``data``
                - ``status``
                - ``spec``

                ### Types of status

                - ``Status``
                - ``Phase``

                ### Types of spec

                - ``Spec``
                - ``A``
                - ``B``
                - ``C``
                - ``F``

                """
        )
    }

    @Test func `names that begin with an underscore are left out, as DocC does`() throws {
        let (catalog, pages) = try Self.catalog(
            Self.crd(
                "Widget",
                properties: """
                    spec: {type: object, properties: {7zip: {type: object, properties: {a: {}}}}}
                    """
            ),
            Self.crd("Thing", group: "3d.example.com", properties: "spec: {type: object}")
        )
        let widget = try #require(catalog.file(of: pages[0])).text
        #expect(widget.hasSuffix("### Types of spec\n\n- ``Spec``\n"))
        #expect(catalog.file(of: pages[1]) == nil)
        #expect(try !#require(catalog.moduleFile).text.contains("3d"))
    }

    @Test func `columns are a table, in which bars and markup are text`() throws {
        let table = Self.part(
            "## Columns of kubectl get",
            of: try Self.text(
                Self.crd(
                    "Widget",
                    columns: """
                        [{name: "A|B", type: integer, format: int32, jsonPath: ".spec['a|b']"}, \
                        {name: C, type: string, jsonPath: .spec.c, priority: 1, \
                        description: "*One*\\ntwo"}]
                        """,
                    properties: "spec: {type: object}"
                )
            )
        )
        #expect(
            table == """
                | Column | Type | Path | Description |
                | --- | --- | --- | --- |
                | A\\|B | integer, int32 | `.spec['a\\|b']` |  |
                | C | string | `.spec.c` | \\*One\\* two; only with -o wide |

                """
        )
    }

    @Test func `versions link to each other, and have different names`() throws {
        let (catalog, pages) = try Self.catalog(
            Self.crd("Widget", versions: ["v1beta1", "v2"], properties: "spec: {type: object}")
        )
        let texts = try pages.map { try #require(catalog.file(of: $0)).text }
        #expect(texts[0].contains("@DisplayName(\"Widget (v1beta1)\", style: symbol)"))
        #expect(texts[1].contains("@DisplayName(\"Widget\", style: symbol)"))
        #expect(
            texts[1].contains(
                "- **Other versions**: [`v1beta1`](<doc:Platform/ExampleCom/V1Beta1/Widget>)\n"
            )
        )
    }

    @Test func `code with a back-tick is no link to a symbol`() {
        #expect(Markdown.code("a`b") == "```a`b```")
    }

    @Test func `the page of the module lists the newest version of each kind by group`() throws {
        let spec = "spec: {type: object}"
        let (catalog, _) = try Self.catalog(
            Self.crd("Widget", versions: ["v1beta1", "v1"], properties: spec),
            Self.crd("Gadget", properties: spec),
            Self.crd("Gadget", group: "alpha.example.com", properties: spec)
        )
        let file = try #require(catalog.moduleFile)
        #expect(file.path == "Platform.md")
        #expect(
            file.text == """
                # ``Platform``

                <!-- \(GeneratorVersion.header) from the CRDs; do not edit. -->

                The custom resources of 2 API groups, as Swift types.

                ## Topics

                ### alpha.example.com

                - ``Platform/AlphaExampleCom/V1/Gadget``

                ### example.com

                - ``Platform/ExampleCom/V1/Gadget``
                - ``Platform/ExampleCom/V1/Widget``

                """
        )
    }
}
