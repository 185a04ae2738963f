import Testing

@testable import CRDInspection

/// Changes that look strict, but with which every old manifest is accepted and stored unchanged.
@Suite struct HarmlessChangeTests {
    @Test(
        arguments: [
            (false, false, .same), (true, false, .rejected), (false, true, .rejected),
        ] as [(Bool, Bool, ChangeGrade.Manifests)]
    )
    func `a version that is neither served nor stored has no manifests`(
        _ isServed: Bool,
        _ isStored: Bool,
        _ effect: ChangeGrade.Manifests
    ) {
        func crd(_ type: String) -> [String: String] {
            let text = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: widgets.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: Widget, plural: widgets}
                  versions:
                  - name: v1
                    served: \(isServed)
                    storage: \(isStored)
                    schema: {openAPIV3Schema: {type: object, properties: {a: {type: \(type)}}}}
                  - name: v2
                    served: true
                    storage: \(!isStored)
                    schema: {openAPIV3Schema: {type: object}}

                """
            return ["crd.yaml": text]
        }
        let comparison = CatalogComparison(crd("string"), crd("boolean"))
        #expect(comparison.changes.map(\.rule) == [.typeChanged])
        #expect(comparison.changes.map(\.grade.source) == [.breaking])
        #expect(comparison.changes.map(\.grade.manifests) == [effect])
    }
}
