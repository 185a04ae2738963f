import CRDFoundation
import CRDManifests
import CRDRuntime
import Foundation
import TestResources
import Testing

/// A generated attribute of each shape that a schema can have, read, changed and written.
struct ShapesTests {
    private let manifest = """
        apiVersion: shapes.example.com/v1
        kind: Shapes
        metadata:
          name: a
        mode: read-only
        data:
          key: aGVsbG8=
        spec:
          anything:
            z: 1.50
            a: [null, true]
          big: 9223372036854775807
          bytes: aGVsbG8=
          conditions:
          - lastTransitionTime: '2026-01-02T03:04:05.678+02:00'
            message: ''
            reason: Started
            status: 'True'
            type: Ready
          lists:
          - - 1
            - 2
          - []
          maps:
            outer:
              inner:
              - x
          moment: '2026-01-02T03:04:05.678+02:00'
          nullable: null
          nullableItems:
          - 1
          - null
          number: 0.1
          open:
            known: x
            unknown: 9007199254740993
          opaque:
            kept: true
          port: '8080'
          requiredNullable: null
          selector:
            matchLabels:
              app: a
          template:
            apiVersion: v1
            kind: Pod
            metadata:
              labels:
                a: b
            spec:
              x: 1
          untyped: text

        """.replacingOccurrences(of: "a: [null, true]", with: "a:\n    - null\n    - true")

    @Test func `everything survives a round trip through YAML`() throws {
        #expect(try Shapes(yaml: manifest).yaml == manifest)
    }

    @Test func `everything survives a round trip through JSON`() throws {
        let shapes = try Shapes(yaml: manifest)
        let json = try JSONEncoder().encode(shapes)
        #expect(try JSONDecoder().decode(Shapes.self, from: json) == shapes)
    }

    @Test func `attributes have the types of their schemas`() throws {
        let shapes = try Shapes(yaml: manifest)
        let spec = try #require(shapes.spec)
        #expect(shapes.mode == .read_only)
        #expect(shapes.data?["key"]?.bytes == Array("hello".utf8))
        #expect(spec.big == .max)
        #expect(spec.bytes.flatMap(Data.init) == Data("hello".utf8))
        #expect(spec.conditions?[0].status == .true)
        #expect(spec.lists == [[1, 2], []])
        #expect(spec.maps == ["outer": ["inner": ["x"]]])
        #expect(spec.moment.flatMap(Date.init)?.timeIntervalSince1970 == 1_767_315_845.678)
        #expect(spec.nullable == nil && spec.null_fields == ["nullable"])
        #expect(spec.nullable_items == [1, nil])
        #expect(spec.open?.unknown_fields["unknown"] == 9_007_199_254_740_993)
        #expect(spec.opaque == ["kept": true])
        #expect(spec.port == "8080" && spec.port != 8080)
        #expect(spec.required_nullable == nil)
        #expect(spec.selector?.match_labels == ["app": "a"])
        #expect(spec.template?.kind == "Pod" && spec.template?.metadata?.name == "")
        #expect(spec.untyped == "text")
    }

    @Test func `values differ if any of their fields does`() throws {
        let shapes = try Shapes(yaml: manifest)
        let again = try Shapes(yaml: manifest)
        #expect(shapes == again && shapes.hashValue == again.hashValue)
        let changes: [(inout Shapes.Spec) -> Void] = [
            { $0.anything = nil }, { $0.anything = ["z": 1.5] }, { $0.big = 1 }, { $0.bytes = nil },
            { $0.conditions?[0].reason = "Ended" }, { $0.conditions = [] }, { $0.conditions = nil },
            { $0.lists?[0][1] = 3 }, { $0.lists?[0] = [] }, { $0.lists?[1] = [1] },
            { $0.maps?["outer"]?["inner"] = ["y"] }, { $0.maps?["outer"] = [:] }, { $0.maps = [:] },
            { $0.maps = ["other": ["inner": ["x"]]] }, { $0.moment = "2026-01-02T03:04:05Z" },
            { $0.nullable = "x" }, { $0.null_fields = [] }, { $0.nullable_items = [nil, 1] },
            { $0.nullable_items = [1, 1] }, { $0.number = 0.2 }, { $0.open?.known = "y" },
            { $0.open?.unknown_fields["unknown"] = 1 }, { $0.opaque?["kept"] = false },
            { $0.port = 8080 }, { $0.required_nullable = 0 }, { $0.selector?.match_labels = [:] },
            { $0.selector = nil }, { $0.template?.kind = "Job" }, { $0.untyped = "other" },
        ]
        var seen: Set = [shapes]
        for (position, change) in changes.enumerated() {
            var changed = shapes
            // A spec is required by the manifest, not by the type.
            if var spec = changed.spec {
                change(&spec)
                changed.spec = spec
            }
            #expect(changed != shapes, "change \(position)")
            #expect(seen.insert(changed).inserted, "change \(position)")
        }
    }

    @Test func `the order of a map does not matter`() throws {
        var shapes = try Shapes(yaml: manifest)
        var other = shapes
        let keys = (0..<100).map { "key \($0)" }
        shapes.spec?.maps = Dictionary(uniqueKeysWithValues: keys.map { ($0, ["inner": [$0]]) })
        var maps = [String: [String: [String]]](minimumCapacity: 1000)
        for key in keys.reversed() { maps[key] = ["inner": [key]] }
        other.spec?.maps = maps
        #expect(shapes == other && shapes.hashValue == other.hashValue)
        other.spec?.maps?["key 7"]?["inner"] = []
        #expect(shapes != other)
    }

    @Test func `a value given to a nullable attribute takes the place of null`() throws {
        var shapes = try Shapes(yaml: manifest)
        shapes.spec?.nullable = "x"
        #expect(try shapes.yaml.contains("nullable: x\n"))
        shapes.spec?.nullable = nil
        shapes.spec?.null_fields = []
        #expect(try !shapes.yaml.contains("  nullable:"))
    }

    @Test func `a value that the schema does not list is kept`() throws {
        let newer = manifest.replacingOccurrences(of: "read-only", with: "write-only")
        let shapes = try Shapes(yaml: newer)
        #expect(shapes.mode == .unrecognized("write-only"))
        #expect(try shapes.yaml == newer)
    }

    @Test func `the stored version has the short name, its root keeps all`() throws {
        let text = """
            apiVersion: shapes.example.com/v1
            kind: Versioned
            metadata:
              name: a
            rules:
            - x

            """
        #expect(try Versioned(yaml: text).yaml == text)
        #expect(Versioned.definition.version == "v1")
    }
}
