import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// What stands at the top of full pages, and the page that lists them.
@Suite struct DocsOverviewTests {
    private static func crd(_ kind: String, _ group: String, description: String) -> String {
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: \(kind.lowercased())s.\(group)}
        spec:
          group: \(group)
          names:
            kind: \(kind)
            plural: \(kind.lowercased())s
            shortNames: [s, t]
            categories: [all]
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, description: "\(description)"}}
            subresources:
              status: {}
              scale:
                specReplicasPath: .spec.n
                statusReplicasPath: .status.n
                labelSelectorPath: .status.s
            additionalPrinterColumns:
            - {name: A_B, type: integer, format: int32, jsonPath: '.status.x[?(@.a=="|")]'}
            - {name: C, type: date, jsonPath: .c, priority: 1, description: "<c>"}
            selectableFields: [{jsonPath: .spec.color}]
          - name: v1beta1
            served: false
            storage: false
            deprecated: true
            deprecationWarning: "use *v1*"
            schema: {openAPIV3Schema: {type: object}}

        """
    }

    @Test func `the facts of the CRD stand above the example`() throws {
        let text = Self.crd("Widget", "example.com", description: "First. Second.")
        let pages = try ReferencePage.pages(of: text, detail: .full)
        #expect(
            pages[0].section("# Widget (example.com/v1)", before: "## Example Usage") == """
                # Widget (example.com/v1)

                First. Second.

                - API version: `example.com/v1`
                - Kind: `Widget`
                - Plural: `widgets`
                - Short names: `s`, `t`
                - Categories: `all`
                - Scope: Namespaced
                - Version: served, stored
                - Subresources: `status`, `scale` (replicas in `.spec.n` and `.status.n`, \
                selector in `.status.s`)
                - Selectable fields: `.spec.color`
                - Swift: `Widget`, in full `ExampleCom.V1.Widget`
                - Printer columns:
                  - A_B (integer, int32) from `.status.x[?(@.a=="|")]`
                  - C (date) from `.c`, only with `-o wide`: \\<c>

                """
        )
        #expect(
            pages[1].section("# Widget (example.com/v1beta1)", before: "## Example Usage") == """
                # Widget (example.com/v1beta1)

                > **Deprecated:** use \\*v1\\*

                - API version: `example.com/v1beta1`
                - Kind: `Widget`
                - Plural: `widgets`
                - Short names: `s`, `t`
                - Categories: `all`
                - Scope: Namespaced
                - Version: not served, not stored, deprecated
                - Swift: `ExampleCom.V1Beta1.Widget`

                """
        )
    }

    @Test func `the index lists kinds by group and version`() throws {
        let texts = [
            Self.crd("Widget", "example.com", description: "Turns, e.g. a *screw*. More."),
            Self.crd("Gadget", "example.com", description: ""),
            Self.crd("Cog", "b.org", description: "A `cog`"),
        ]
        let pages = try texts.flatMap { try ReferencePage.pages(of: $0) }
        #expect(
            PageIndex(pages).text == """
                <!-- \(GeneratorVersion.header) from the CRDs; do not edit. -->

                # Reference

                ## b.org

                ### b.org/v1

                - [Cog](b_org_cog_v1.md): A `cog`

                ### b.org/v1beta1

                - [Cog](b_org_cog_v1beta1.md) (deprecated)

                ## example.com

                ### example.com/v1

                - [Gadget](example_com_gadget_v1.md)
                - [Widget](example_com_widget_v1.md): Turns, e.g. a \\*screw\\*.

                ### example.com/v1beta1

                - [Gadget](example_com_gadget_v1beta1.md) (deprecated)
                - [Widget](example_com_widget_v1beta1.md) (deprecated)

                """
        )
    }
}
