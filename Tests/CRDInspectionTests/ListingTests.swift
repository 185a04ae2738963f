import CRDGeneratorCore
import CRDRuntime
import TestSupport
import Testing

@testable import CRDInspection

/// `crdgen list`.
@Suite struct ListingTests {
    private let widget = InspectedText.widget(
        """
        spec:
          type: object
          required: [size]
          properties:
            size: {type: integer}
            one: {type: object, properties: {a: {type: string}, b: {type: string}}}
            two: {type: array, items: {type: object, properties: {a: {type: string}, b: {type: string}}}}
        """
    )

    private let gadget = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: gadgets.a.example.com}
        spec:
          group: a.example.com
          scope: Cluster
          names: {kind: Gadget, plural: gadgets}
          versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
          - {name: v1beta1, served: true, storage: false, deprecated: true, schema: {openAPIV3Schema: {type: object}}}
          - {name: v1alpha1, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}

        """

    private static func listing(_ texts: String..., isCounting: Bool = true) -> ResourceListing {
        var listing = ResourceListing()
        let files = texts.enumerated().map { number, text in
            let input = Generator.Input(path: "\(number + 1).yaml", bytes: Array(text.utf8))
            return isCounting
                ? ListedFile(counting: input, Configuration())
                : ListedFile(input, Configuration())
        }
        #expect(listing.add(files, Configuration()) == [])
        return listing
    }

    @Test func `versions stand in a table`() {
        #expect(
            Self.listing(widget, gadget, isCounting: false).text == """
                KIND    GROUP          VERSION   SCOPE       STATE               SWIFT
                Gadget  a.example.com  v1        Cluster     stored              Gadget
                Gadget  a.example.com  v1beta1   Cluster     served, deprecated  AExampleCom.V1Beta1.Gadget
                Gadget  a.example.com  v1alpha1  Cluster     not served          AExampleCom.V1Alpha1.Gadget
                Widget  example.com    v1        Namespaced  stored              Widget

                """
        )
    }

    @Test func `fields are counted on request`() {
        #expect(
            Self.listing(widget, gadget).text == """
                KIND    GROUP          VERSION   SCOPE       STATE               ATTRIBUTES  REQUIRED  SWIFT
                Gadget  a.example.com  v1        Cluster     stored                       0         0  Gadget
                Gadget  a.example.com  v1beta1   Cluster     served, deprecated           0         0  AExampleCom.V1Beta1.Gadget
                Gadget  a.example.com  v1alpha1  Cluster     not served                   0         0  AExampleCom.V1Alpha1.Gadget
                Widget  example.com    v1        Namespaced  stored                       8         1  Widget

                """
        )
    }

    @Test func `nothing is listed as nothing`() {
        #expect(ResourceListing().text == "")
        #expect(ResourceListing().json.jsonText == "[]")
    }

    @Test func `a program reads everything by key`() {
        #expect(
            Self.listing(widget).json.jsonText == """
                [{"group":"example.com","version":"v1","kind":"Widget","plural":"widgets",\
                "shortNames":["wd"],"scope":"Namespaced","served":true,"storage":true,\
                "deprecated":false,"attributes":8,"required":1,"swift":"Widget","file":"1.yaml"}]
                """
        )
        #expect(
            Self.listing(widget, isCounting: false).json.jsonText == """
                [{"group":"example.com","version":"v1","kind":"Widget","plural":"widgets",\
                "shortNames":["wd"],"scope":"Namespaced","served":true,"storage":true,\
                "deprecated":false,"swift":"Widget","file":"1.yaml"}]
                """
        )
    }
}
