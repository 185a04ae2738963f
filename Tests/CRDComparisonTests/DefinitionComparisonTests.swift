import TestSupport
import Testing

@testable import CRDComparison

/// Changes that concern all versions of a CRD.
@Suite struct DefinitionComparisonTests {
    /// Returns a CRD with the versions `v1` and `v2`.
    ///
    /// - Parameters:
    ///   - stored: The name of the stored version.
    ///   - v1: The properties of `spec` in `v1`, and its other keywords.
    ///   - v2: The same in `v2`.
    ///   - conversion: The value of `spec.conversion`.
    ///   - names: More of `spec.names`.
    ///   - scope: The value of `spec.scope`.
    /// - Returns: The text.
    private static func crd(
        stored: String,
        _ v1: String = "properties: {a: {type: string}}",
        _ v2: String = "properties: {a: {type: string}}",
        conversion: String = "{strategy: None}",
        names: String = "",
        scope: String = "Namespaced"
    ) -> String {
        func version(_ name: String, _ spec: String) -> String {
            """
              - name: \(name)
                served: true
                storage: \(name == stored)
                schema:
                  openAPIV3Schema:
                    {type: object, properties: {spec: {type: object, \(spec)}}}
            """
        }
        return InspectedText.widget(
            versions: [version("v1", v1), version("v2", v2)],
            scope: scope,
            names: names,
            conversion: conversion
        )
    }

    private static func lines(_ old: String, _ new: String) -> [String] {
        CatalogComparison(["old.yaml": old], ["new.yaml": new]).lines
            .filter { !$0.contains("Swift short name 'Widget'") }
    }

    private static func webhook(_ versions: String) -> String {
        "{strategy: Webhook, webhook: {conversionReviewVersions: [\(versions)], clientConfig: "
            + "{url: 'https://example.com'}}}"
    }

    @Test func `scope and names are reported once, at their own source locations`() {
        let lines = Self.lines(
            Self.crd(stored: "v1"),
            Self.crd(stored: "v1", names: ", singular: w, categories: [all]", scope: "Cluster")
        )
        #expect(
            lines == [
                "new.yaml:6:3: breaking (manifests): example.com/Widget: "
                    + "scope changed from 'Namespaced' to 'Cluster'",
                "new.yaml:7:42: compatible: example.com/Widget: "
                    + "singular changed from 'widget' to 'w'",
                "new.yaml:7:55: compatible: example.com/Widget: "
                    + "categories changed from none to 'all'",
            ]
        )
    }

    @Test(
        arguments: [
            // The same fields.
            ("properties: {a: {type: string}}", "properties: {a: {type: string}}", .same, ""),
            ("properties: {}", "properties: {a: {type: string}}", .same, ""),
            // Fields that the new stored version doesn't have.
            (
                "properties: {a: {type: string}, b: {type: string}}",
                "properties: {a: {type: string}}", .changed,
                "; objects of 'v1' lose 'spec.b', which 'v2' doesn't have"
            ),
            (
                "properties: {a: {type: object, additionalProperties: {type: string}}}",
                "properties: {a: {type: object, properties: {b: {type: string}}}}", .changed,
                "; objects of 'v1' lose 'spec.a.*', which 'v2' doesn't have"
            ),
            (
                "properties: {a: {type: array, items: {type: object, properties: {b: {}}}}}",
                "properties: {a: {type: array, items: {type: object, properties: {}}}}", .changed,
                "; objects of 'v1' lose 'spec.a[].b', which 'v2' doesn't have"
            ),
            (
                "properties: {a: {}, b: {}, c: {}, d: {}, e: {}}", "properties: {}", .changed,
                "; objects of 'v1' lose 'spec.a', 'spec.b', 'spec.c', and 2 more, which 'v2' "
                    + "doesn't have"
            ),
            (
                "x-kubernetes-preserve-unknown-fields: true", "properties: {a: {}}", .changed,
                "; objects of 'v1' lose 'spec.*', which 'v2' doesn't have"
            ),
            (
                "properties: {a: {}}", "x-kubernetes-preserve-unknown-fields: true", .same, ""
            ),
            (
                "properties: {a: {type: object, x-kubernetes-embedded-resource: true, "
                    + "x-kubernetes-preserve-unknown-fields: true}}",
                "properties: {a: {type: object, x-kubernetes-embedded-resource: true, "
                    + "properties: {kind: {type: string}}}}", .changed,
                "; objects of 'v1' lose 'spec.a.*', which 'v2' doesn't have"
            ),
            // The lost field is needed.
            (
                "required: [b], properties: {b: {type: string}}", "properties: {}", .rejected,
                "; objects of 'v1' lose 'spec.b', which 'v2' doesn't have"
            ),
            (
                "required: [b], properties: {b: {type: string, default: x}}", "properties: {}",
                .changed, "; objects of 'v1' lose 'spec.b', which 'v2' doesn't have"
            ),
            (
                "x-kubernetes-validations: [{rule: has(self.b)}], properties: {b: {type: string}}",
                "properties: {}", .rejected,
                "; objects of 'v1' lose 'spec.b', which 'v2' doesn't have"
            ),
            // Defaults are those of the stored version.
            (
                "properties: {a: {type: string}}", "properties: {a: {type: string, default: x}}",
                .changed, "; objects of 'v1' get the defaults of 'v2' for 'spec.a'"
            ),
            (
                "properties: {a: {type: string, default: x}}", "properties: {a: {type: string}}",
                .changed, "; objects of 'v2' no longer get the defaults of 'v1' for 'spec.a'"
            ),
            (
                "properties: {a: {type: string, default: x}}",
                "required: [a], properties: {a: {type: string}}", .same, ""
            ),
            (
                "required: [a], properties: {a: {type: string}}",
                "properties: {a: {type: string, default: x}}", .same, ""
            ),
            (
                "properties: {a: {type: string, default: w}}",
                "properties: {a: {type: string, default: x}}", .same, ""
            ),
        ] as [(String, String, ChangeGrade.Manifests, String)]
    )
    func `a new stored version changes objects of the others if it has other fields`(
        _ v1: String,
        _ v2: String,
        _ effect: ChangeGrade.Manifests,
        _ details: String
    ) {
        let grade = ChangeGrade(manifests: effect).title
        let message = "stored version changed from 'v1' to 'v2'"
        #expect(
            Self.lines(Self.crd(stored: "v1", v1, v2), Self.crd(stored: "v2", v1, v2))
                == ["new.yaml:18:5: \(grade): example.com/Widget: \(message)\(details)"]
        )
        let webhook = Self.webhook("v1")
        #expect(
            Self.lines(
                Self.crd(stored: "v1", v1, v2, conversion: webhook),
                Self.crd(stored: "v2", v1, v2, conversion: webhook)
            ) == [
                "new.yaml:18:5: compatible: example.com/Widget: \(message), "
                    + "a webhook converts objects"
            ]
        )
    }

    @Test func `a stored version that is no longer served has objects`() {
        let versions = ("properties: {a: {}, b: {}}", "properties: {a: {}}")
        let new = Self.crd(stored: "v2", versions.0, versions.1)
            .replacing("name: v1\n    served: true", with: "name: v1\n    served: false")
        let line = Self.lines(Self.crd(stored: "v1", versions.0, versions.1), new).first
        #expect(
            line
                == "new.yaml:18:5: changed (manifests): example.com/Widget: stored version changed "
                + "from 'v1' to 'v2'; objects of 'v1' lose 'spec.b', which 'v2' doesn't have"
        )
    }

    @Test func `a field that is removed at once is reported as removed only`() {
        let fields = "properties: {a: {}, b: {type: string}}"
        let other = "properties: {a: {}, z: {}}"
        let lines = Self.lines(
            Self.crd(stored: "v1", fields, other),
            Self.crd(stored: "v2", "properties: {a: {}}", other)
        )
        #expect(
            lines == [
                "new.yaml:18:5: compatible: example.com/Widget: "
                    + "stored version changed from 'v1' to 'v2'",
                "old.yaml:15:78: breaking (source, manifests): example.com/v1/Widget.spec.b: "
                    + "field removed",
            ]
        )
    }

    @Test(
        arguments: [
            (
                "{strategy: None}", webhook("v1"), "properties: {}", .changed,
                "8:16",
                "conversion strategy changed from 'None' to 'Webhook'; "
                    + "a webhook converts objects of 'v2' now"
            ),
            (
                webhook("v1"), "{strategy: None}", "properties: {a: {type: string}}", .changed,
                "8:16",
                "conversion strategy changed from 'Webhook' to 'None'; objects of 'v2' "
                    + "are no longer converted, the server only replaces 'apiVersion'"
            ),
            (
                webhook("v1"), "{strategy: None}", "properties: {}", .rejected,
                "8:16",
                "conversion strategy changed from 'Webhook' to 'None'; objects of 'v2' "
                    + "are no longer converted, the server only replaces 'apiVersion'"
            ),
            (
                webhook("v1"), webhook("v1, v1beta1"), "properties: {}", .same, "8:45",
                "conversion review versions changed from 'v1' to 'v1', 'v1beta1'"
            ),
            (
                webhook("v1beta1"), webhook("v2, v1"), "properties: {}", .changed, "8:45",
                "conversion review versions changed from 'v1beta1' to 'v2', 'v1', "
                    + "the webhook gets 'v1' now"
            ),
        ] as [(String, String, String, ChangeGrade.Manifests, String, String)]
    )
    func `conversions are compared`(
        _ old: String,
        _ new: String,
        _ v2: String,
        _ effect: ChangeGrade.Manifests,
        _ place: String,
        _ message: String
    ) {
        let v1 = "properties: {a: {type: string}}"
        let lines = Self.lines(
            Self.crd(stored: "v1", v1, v2, conversion: old),
            Self.crd(stored: "v1", v1, v2, conversion: new)
        )
        let grade = ChangeGrade(manifests: effect).title
        #expect(lines == ["new.yaml:\(place): \(grade): example.com/Widget: \(message)"])
    }

    @Test func `a strategy that is the default is no change`() {
        let crd = Self.crd(stored: "v1")
        let other = crd.replacing("  conversion: {strategy: None}\n", with: "")
        #expect(Self.lines(crd, other) == [])
        #expect(
            Self.lines(Self.crd(stored: "v1", conversion: Self.webhook("v1")), other) == [
                "old.yaml:8:16: changed (manifests): example.com/Widget: conversion strategy "
                    + "changed from 'Webhook' to 'None'; objects of 'v2' are no longer converted, "
                    + "the server only replaces 'apiVersion'"
            ]
        )
    }
}
