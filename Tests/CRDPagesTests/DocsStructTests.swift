import CRDSchema
import CRDYAML
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// Full pages show the attributes that the generated structs have.
@Suite struct DocsStructTests {
    @Test(arguments: [
        "hostPath: {type: string}, host_path: {type: integer}, host-path: {type: boolean}",
        #""caf\u00e9": {type: string}, "cafe\u0301": {type: integer}, "\u00e9": {type: boolean}"#,
        "'<<': {type: string}, '=': {type: boolean}, '#': {type: integer}",
        "nested: {type: object, properties: {aB: \(object), a_b: {type: object, properties: {y: {}}}}}",
        "a: {type: array, items: {type: array, items: \(object)}}",
        "a: {type: object, additionalProperties: {type: object, additionalProperties: \(object)}}",
        "a: {type: object, additionalProperties: {type: array, items: \(object)}}",
        "a: {properties: {x: {type: string}}}, b: {items: {properties: {y: {}}}}",
        "a: {type: array, items: {type: object, \(keep), properties: {x: {type: string}}}}",
        "a: {oneOf: [{type: array}, {required: [x]}], properties: {x: {type: string}}}",
        "a: {type: string, properties: {x: {}}}, b: {type: object, items: \(object)}",
        "a: {x-kubernetes-int-or-string: true, properties: {x: {}}}",
        "a: {type: object, properties: {z: {}}, additionalProperties: \(object)}",
        "a: {\(keep), type: array, items: \(object), properties: {z: {}}}",
        "a: {type: object, items: \(object), additionalProperties: \(object)}",
    ])
    func `every attribute has its Swift name and type`(_ properties: String) throws {
        let page = try ReferencePage.page(
            ofSchema: "properties: {spec: {type: object, properties: {\(properties)}}}",
            detail: .full
        )
        try Self.check(page)
    }

    @Test func `a level has the name that its property has for a shared struct`() throws {
        let page = try ReferencePage.page(
            ofSchema: "properties: {a: \(Self.object), b: {type: array, items: \(Self.object)}}",
            detail: .full
        )
        let text = page.textWithoutLinks
        for line in [
            "  * Swift `A?`\n", "\nSwift `FooBar.A`, in manifests `a`\n",
            "  * Swift `[B]?`\n", "\nSwift `FooBar.B`, in manifests `b[]`\n",
        ] {
            #expect(text.contains(line), "\(line)")
        }
    }

    private static let keep = "x-kubernetes-preserve-unknown-fields: true"
    private static let object = "{type: object, properties: {x: {type: string}}}"

    @Test(
        .enabled(if: !ProviderCorpus.pairs.isEmpty, "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: ProviderCorpus.pairs
    )
    func `pages of published CRDs show every struct`(_ pair: ProviderCorpus.Pair) throws {
        for page in try ReferencePage.pages(of: pair.crdText, detail: .full) {
            try Self.check(page)
        }
    }

    /// Compares the sections of a page with the structs.
    private static func check(_ page: ReferencePage) throws {
        let sections = sections(of: page.textWithoutLinks)
        let root = try #require(sections[""])
        let own = page.type.root.attributes.map(line)
        #expect(Set(root).isSuperset(of: own), "\(page.fileName)")
        #expect(root.count == own.count + 5, "\(page.fileName)")
        for type in page.type.structs {
            let name = "\(page.type.root.name).\(type.name)"
            #expect(
                sections[name] == type.attributes.map(line).sorted(),
                "\(page.fileName): \(name)"
            )
        }
    }

    private static func line(of attribute: Attribute) -> String {
        "\(attribute.name): \(attribute.typeText(.plain))"
    }

    /// Struct → its attributes as `name: type`, sorted; the attributes of the resource are without
    /// a name.
    private static func sections(of page: String) -> [String: [String]] {
        var sections: [String: [String]] = [:]
        let parts = page.split(separator: "## Schema\n").last?.split(separator: "<a id=") ?? []
        for (position, part) in parts.enumerated() {
            let name = part.firstMatch(of: /\nSwift `([^`]+)`, in manifests/).map { String($0.1) }
            let found = part.matches(
                of: /(?m)^- `([^`]+)` \(.*\n(?:(?!- ).*\n)*?  \* Swift `([^`]+)`/
            )
            // Objects in JSON values have no struct.
            if name == nil, position > 0 { continue }
            sections[name ?? ""] = found.map { "\($0.1): \($0.2)" }.sorted()
        }
        return sections
    }
}

// MARK: - Status

extension DocsStructTests {
    private static let status = "status: {type: object, properties: {ready: {type: boolean}}}"

    @Test(arguments: [
        ("", "Optional"), ("\n    subresources: {status: {}}", "Read-Only"),
    ])
    func `the status is on full pages`(_ subresources: String, _ title: String) throws {
        let page = try Self.page(subresources: subresources, detail: .full)
        let lines = page.textWithoutLinks.split(separator: "\n")
        let start = try #require(lines.firstIndex(of: "### \(title)"))
        let names = lines[(start + 1)...].prefix { !$0.hasPrefix("#") && !$0.hasPrefix("<") }
        #expect(names.contains { $0.hasPrefix("- `status` (Attributes)") })
        #expect(lines.contains("Swift `Widget.Status`, in manifests `status`"))
        #expect(lines.contains("- `ready` (Boolean)"))
    }

    @Test func `plain pages have no status, as the provider's`() throws {
        #expect(try !Self.page(subresources: "", detail: .plain).text.contains("`status`"))
    }

    @Test func `a status that the type doesn't have is on no page`() throws {
        let input = Generator.Input(path: "a.yaml", bytes: Array(Self.crd("").utf8))
        var configuration = Configuration()
        configuration.hasStatus = false
        var diagnostics: [Diagnostic] = []
        let output = Generator(configuration).generate(input, &diagnostics)
        let page = try #require(output.pages().first)
        #expect(!page.text.contains("`status`"))
    }

    private static func page(
        subresources: String,
        detail: PageDetail
    ) throws -> ReferencePage {
        try ReferencePage.page(of: crd(subresources), detail: detail)
    }

    private static func crd(_ subresources: String) -> String {
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          names: {kind: Widget, plural: widgets}
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, properties: {\(status)}}}\(subresources)

        """
    }
}
