import CRDYAML
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// The links by which readers move on full pages, and between them.
@Suite struct DocsNavigationTests {
    private static let schema = """
        properties:
          spec:
            type: object
            properties:
              ports: {type: array, items: {type: object, properties: {name: {type: string}}}}
        """

    @Test func `an attribute has an anchor, and its type leads to its section`() throws {
        let text = try ReferencePage.page(ofSchema: Self.schema, detail: .full).text
        #expect(
            text.contains(
                """
                - <a id="att--spec--ports"></a>`ports` (Attributes List) \
                (see [below for nested schema](#nestedatt--spec--ports))
                  * Swift [`[Port]?`](#nestedatt--spec--ports)

                """
            )
        )
        #expect(text.contains("- <a id=\"att--spec--ports--name\"></a>`name` (String)\n"))
    }

    @Test func `a section has a short heading, and a link to its attribute`() throws {
        let text = try ReferencePage.page(ofSchema: Self.schema, detail: .full).text
        #expect(
            text.contains(
                """
                <a id="nestedatt--spec--ports"></a>
                ### `ports`

                `spec.ports`, in [`spec`](#att--spec--ports)

                Swift `FooBar.Port`, in manifests `spec.ports[]`

                """
            )
        )
        #expect(text.contains("### `spec`\n\n`spec`, in [`FooBar`](#att--spec)\n"))
    }

    @Test(arguments: [PageDetail.plain, .full])
    func `plain pages have only the links of the provider's`(_ detail: PageDetail) throws {
        let text = try ReferencePage.page(ofSchema: Self.schema, detail: detail).text
        #expect(text.contains("\"att--") == (detail == .full))
        #expect(text.contains("### Nested Schema for `spec.ports`") == (detail == .plain))
    }

    /// A schema with some attributes of `spec`, each with one of its own.
    private static func schema(ofObjects count: Int) -> String {
        let properties = (0..<count).map { "a\($0): {properties: {b: {}}}" }
        return "properties: {spec: {properties: {\(properties.joined(separator: ", "))}}}"
    }

    @Test func `a page with more than 50 attributes has contents`() throws {
        // With those that every resource has: 5 at the root, and 3 of metadata.
        let short = try ReferencePage.page(ofSchema: Self.schema(ofObjects: 20), detail: .full)
        #expect(!short.text.contains("## Contents"))
        let long = try ReferencePage.page(ofSchema: Self.schema(ofObjects: 21), detail: .full)
        let contents = long.section("## Contents", before: "## Example Usage")
        #expect(
            contents.hasPrefix(
                """
                ## Contents

                - [`metadata`](#nestedatt--metadata)
                - [`spec`](#nestedatt--spec)
                  - [`a0`](#nestedatt--spec--a0)
                  - [`a1`](#nestedatt--spec--a1)

                """
            )
        )
        #expect(contents.matches(of: /- \[/).count == 23)
    }

    @Test func `contents leave out levels that make them long`() throws {
        let page = try ReferencePage.page(ofSchema: Self.schema(ofObjects: 59), detail: .full)
        let contents = page.section("## Contents", before: "## Example Usage")
        #expect(contents.matches(of: /- \[/).count == 2)
    }

    @Test func `pages of a kind link to each other and to the index`() throws {
        func version(_ name: String) -> String {
            "{name: \(name), storage: \(name == "v1"), schema: {openAPIV3Schema: {type: object}}}"
        }
        let text = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: foobars.example.com}
            spec:
              group: example.com
              names: {kind: FooBar, plural: foobars}
              scope: Cluster
              versions: [\(["v1", "v2", "v3"].map(version).joined(separator: ", "))]
            """
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "a.yaml", bytes: Array(text.utf8))
        let pages = Generator().generate(input, &diagnostics).pages()
        let lines = try #require(pages.last).text.split(separator: "\n")
        #expect(
            lines.contains(
                """
                - Other versions: [`v1`](example_com_foo_bar_v1.md), \
                [`v2`](example_com_foo_bar_v2.md)
                """
            )
        )
        #expect(lines.contains("- Other kinds: [list of all kinds](README.md)"))
    }
}
