import CRDManifests
import CRDRuntime
import CRDValidation
import Foundation
import RoundTrip
import TestResources
import Testing

/// Values of maps that are `null`, as in `nodeSelector: {disk: }`, which the API server drops.
struct NullsInMapsTests {
    private static let shapes: (with: String, without: String) = (
        """
        {"apiVersion": "shapes.example.com/v1", "kind": "Shapes", "mode": "read-only",
        "metadata": {"name": "a", "labels": {"app": null}},
        "data": {"a": null, "b": "aGk="}, "spec": {"requiredNullable": 1,
        "maps": {"x": {"y": null, "z": ["a"]}, "w": null}}}
        """,
        """
        {"apiVersion": "shapes.example.com/v1", "kind": "Shapes", "mode": "read-only",
        "metadata": {"name": "a", "labels": {"app": ""}},
        "data": {"b": "aGk="}, "spec": {"requiredNullable": 1, "maps": {"x": {"z": ["a"]}}}}
        """
    )
    private static let faults: (with: String, without: String) = (
        """
        {"apiVersion": "faults.example.com/v1", "kind": "Faults", "metadata": {"name": "a"},
        "status": [], "spec": {"requiredEnum": "none", "mapped": {"a": null, "b": 1},
        "mapOfStructs": {"a": null, "b": {"seven": null}}, "portMap": {"a": null},
        "mapOfNullable": {"a": null, "b": "x"}}}
        """,
        """
        {"apiVersion": "faults.example.com/v1", "kind": "Faults", "metadata": {"name": "a"},
        "status": [], "spec": {"requiredEnum": "none", "mapped": {"b": 1},
        "mapOfStructs": {"b": {}}, "portMap": {}, "mapOfNullable": {"a": null, "b": "x"}}}
        """
    )

    private func expectSame<R: Resource>(_ type: R.Type, _ texts: (with: String, without: String))
        throws
    {
        let expected = try R(yaml: texts.without)
        for fieldValidation in FieldValidation.allCases {
            #expect(try R(yaml: texts.with, fieldValidation: fieldValidation) == expected)
            #expect(try R(json: texts.with, fieldValidation: fieldValidation) == expected)
        }
        let data = Data(texts.with.utf8)
        #expect(try JSONDecoder().decode(R.self, from: data) == expected)
    }

    @Test func `they are dropped, unless the schema allows them`() throws {
        try expectSame(Shapes.self, Self.shapes)
        try expectSame(Faults.self, Self.faults)
    }

    @Test func `the API server drops them too`() throws {
        let read = try Shapes(yaml: Self.shapes.with, checks: .apiServer)
        let data = Data(Self.shapes.with.utf8)
        let manifest = try JSONDecoder().decode(JSONValue.self, from: data)
        guard case .success(let stored) = Shapes.validator.create(manifest).result else {
            Issue.record("the manifest is rejected")
            return
        }
        let written = try JSONDecoder().decode(JSONValue.self, from: Data(read.json.utf8))
        #expect(written.conflict(with: stored) == nil)
        #expect(written["spec"]?["maps"] == stored["spec"]?["maps"])
    }
}
