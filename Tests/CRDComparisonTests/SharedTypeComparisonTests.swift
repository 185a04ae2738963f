import CRDGeneratorCore
import Testing

@testable import CRDComparison

/// `crdgen diff`, what it says of types that several resources share.
@Suite struct SharedTypeComparisonTests {
    private static func crd(_ kind: String, _ type: String, version: String = "v1") -> String {
        let plural = kind.lowercased() + "s"
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: \(plural).example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: \(kind), plural: \(plural)}
              versions:
              - name: \(version)
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, properties: {
                  spec: {type: object, properties: {a: {type: \(type)}, b: {type: string}}}}}}

            """
    }

    private static func files(_ gadget: String, _ widget: String) -> [String: String] {
        ["gadget.yaml": crd("Gadget", gadget), "widget.yaml": crd("Widget", widget)]
    }

    @Test func `types that become one are told`() {
        let lines = CatalogComparison(
            Self.files("string", "integer"),
            Self.files("integer", "integer")
        ).lines
        #expect(
            lines.last
                == "widget.yaml:9:5: breaking (source): example.com/v1/Widget: 'Spec' and the "
                + "equal types of 'Gadget' became one type; extensions of both that add the same "
                + "members don't compile"
        )
        #expect(lines.count == 2)
    }

    @Test func `a type that becomes two is told`() {
        let lines = CatalogComparison(
            Self.files("integer", "integer"),
            Self.files("string", "integer")
        ).lines
        #expect(
            lines.last
                == "widget.yaml:9:5: breaking (source): example.com/v1/Widget: 'Spec' and the "
                + "types of 'Gadget' that were the same are no longer one type; values of one "
                + "can't be used as the other"
        )
        #expect(lines.count == 2)
    }

    @Test func `nothing is said if both types change alike, or are not shared`() {
        let before = Self.files("string", "string")
        let after = Self.files("integer", "integer")
        #expect(CatalogComparison(before, after).lines.allSatisfy { $0.contains(".spec.a: ") })
        var configuration = Configuration()
        configuration.sharesTypes = false
        let comparison = CatalogComparison(
            Self.files("string", "integer"),
            after,
            configurations: (configuration, configuration)
        )
        #expect(comparison.lines.count == 1)
    }

    @Test func `nothing is said if a resource that comes or goes has the declaration`() {
        let one = ["widget.yaml": Self.crd("Widget", "string")]
        let both = Self.files("string", "string")
        #expect(!CatalogComparison(one, both).isBreaking)
        #expect(CatalogComparison(both, one).changes.count { $0.grade != .compatible } == 1)
    }
}
