import CRDConventions
import CRDFoundation
import CRDManifests
import CRDRuntime
import CRDValidation
import ConfiguredResources
import Foundation
import Testing

@testable import InternalResources

/// What the options of `crdgen.yaml` make of types, compiled.
struct ConfiguredTypesTests {
    private let manifest = """
        apiVersion: shop.example.com/v1
        kind: Parcel
        metadata:
          name: a
        spec:
          URLPath: /
          delivery:
            street: Elm
          freight:
            capacity: 1536Mi
            carrier: ups:7
            crates: 3
            limits:
              cpu: 500m
            remark: Fragile
            retries:
            - 1m30s
            timeout: 2h0m0s
          ip-address: 192.0.2.1
          marks:
            first:
              name: x
          mode: read-only
          note: null
          open:
            known: a
            other: 1
          payload:
            contents:
            - tea
            weight: 1.5
          pickup:
            street: Oak
          securityGroupIDs:
          - sg-1
          selector:
            matchLabels:
              app: a
          sentAt: '2026-01-02T03:04:05Z'
          steps:
          - name: pack
          template:
            size: 3

        """

    @Test func `everything survives a round trip through YAML and JSON`() throws {
        let parcel = try Parcel(yaml: manifest)
        #expect(try parcel.yaml == manifest)
        let json = try JSONEncoder().encode(parcel)
        #expect(try JSONDecoder().decode(Parcel.self, from: json) == parcel)
    }

    @Test func `attributes and cases are in camelCase`() throws {
        let spec = try #require(try Parcel(yaml: manifest).spec)
        #expect(spec.urlPath == "/")
        #expect(spec.ipAddress == "192.0.2.1")
        #expect(spec.nullFields == ["note"])
        #expect(spec.open?.unknownFields["other"] == 1)
        #expect(spec.mode == .readOnly)
        let cases: [Parcel.Mode] = [
            .fastFile, .readOnly, .notEqual, .empty, .rawValueValue, ._1_2, ._12,
        ]
        #expect(Parcel.Mode.allCases == cases)
    }

    @Test func `types that are not generated stand where a path leads`() throws {
        var parcel = try Parcel(yaml: manifest)
        #expect(parcel.spec?.template == Template(size: 3))
        #expect(parcel.spec?.steps == [Step(name: "pack")])
        #expect(parcel.spec?.marks == ["first": Step(name: "x")])
        #expect(parcel.spec?.payload == Payload(weight: 1.5, contents: ["tea"]))
        parcel.spec?.payload?.weight = 2
        #expect(try parcel.yaml.contains("weight: 2\n"))
    }

    @Test func `a key that a type of a library encodes as null is left out`() throws {
        var parcel = try Parcel(yaml: manifest)
        parcel.spec?.payload?.contents = nil
        #expect(try parcel.yaml.contains("  payload:\n    weight: 1.5\n  pickup:"))
        let json = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(parcel))
        #expect(json["spec"]?["payload"] == ["weight": 1.5])
    }

    @Test func `types that are not generated stand for schemas`() throws {
        let conditions = """
            apiVersion: shop.example.com/v1
            kind: Parcel
            metadata: {name: a}
            spec:
              template: {}
              conditions:
              - {type: Ready, status: 'True', lastTransitionTime: x, message: '', reason: R}
            """
        #expect(try Parcel(yaml: manifest).spec?.sentAt == Moment(text: "2026-01-02T03:04:05Z"))
        #expect(try Parcel(yaml: conditions).spec?.conditions?.first?.type == "Ready")
    }

    @Test func `types that are not generated stand for scalars with a pattern or format`() throws {
        var parcel = try Parcel(yaml: manifest)
        let freight = try #require(parcel.spec?.freight)
        #expect(freight.capacity == "1.5Gi" && freight.limits == ["cpu": "0.5"])
        #expect(freight.carrier?.name == "ups" && freight.carrier?.number == 7)
        #expect(freight.crates == CrateCount(rawValue: 3))
        #expect(freight.remark == String?("Fragile"))
        #expect(freight.retries?[0].duration == .seconds(90))
        #expect(freight.timeout?.duration == .seconds(7200))
        parcel.spec?.freight?.capacity? += "512Mi"
        parcel.spec?.freight?.carrier?.number = 8
        #expect(try parcel.yaml.contains("capacity: 2Gi\n    carrier: ups:8\n"))
        #expect(parcel.violations() == [])
    }

    @Test(arguments: [
        ("capacity: 1536Mi", "capacity: much", "10:15", "expected a quantity"),
        ("carrier: ups:7", "carrier: ups", "11:14", "expected a valid Carrier"),
        ("- 1m30s", "- 1d", "17:7", "expected a valid GoDuration"),
    ])
    func `an invalid scalar is reported with its location`(
        text: String,
        wrong: String,
        place: String,
        message: String
    ) throws {
        let wrongManifest = manifest.replacing(text, with: wrong)
        let error = #expect(throws: ManifestError.self) { try Parcel(yaml: wrongManifest) }
        let diagnostic = try #require(error?.diagnostics.first?.description)
        #expect(diagnostic.contains(":\(place): error: "), "\(diagnostic)")
        #expect(diagnostic.contains(message), "\(diagnostic)")
    }

    @Test func `without merging each place has a type of its own`() throws {
        let spec = try #require(try Parcel(yaml: manifest).spec)
        #expect(spec.delivery == Parcel.Delivery(street: "Elm"))
        #expect(spec.pickup == Parcel.Origin(street: "Oak"))
        #expect(Parcel.Delivery.self != Parcel.Origin.self as Any.Type)
    }

    @Test func `without well-known types a selector has one of its own`() throws {
        let spec = try #require(try Parcel(yaml: manifest).spec)
        #expect(spec.selector == Parcel.Selector(matchLabels: ["app": "a"]))
    }

    @Test func `attributes and types have the names that the file gives`() throws {
        #expect(try Parcel(yaml: manifest).spec?.groups == ["sg-1"])
        #expect(try warehouse.yaml.contains("kind: Depot\n"))
        #expect(warehouse.spec == Warehouse.Spec(area: 4))
    }

    private let warehouse = Warehouse(
        metadata: .init(name: "a"),
        label: Moment(text: "x"),
        site: Template(size: 1),
        spec: .init(area: 4)
    )

    @Test func `attributes of a resource may have types that are not generated`() throws {
        var other = warehouse
        other.plan = Template(size: 2)
        other.doors = [Step(name: "front")]
        other.site.size = 3
        #expect(other != warehouse && other.id > warehouse.id)
        #expect(try Warehouse(yaml: other.yaml) == other)
        other.plan = nil
        other.nullFields = ["plan"]
        #expect(try other.yaml.contains("plan: null\n"))
        #expect(try Warehouse(yaml: other.yaml).nullFields == ["plan"])
    }

    @Test func `a value that its Codable refuses is told`() {
        let wrong = manifest.replacingOccurrences(of: "weight: 1.5", with: "lightness: 1")
        let error = #expect(throws: ManifestError.self) { try Parcel(yaml: wrong) }
        let message = "spec.payload: required field 'weight' is missing"
        #expect(error.map { "\($0)" }?.hasSuffix(" error: \(message)") == true)
    }

    @Test func `an error of a type's Codable reaches the caller`() throws {
        var parcel = try Parcel(yaml: manifest)
        // JSON has no such number.
        parcel.spec?.payload?.weight = .nan
        #expect(throws: EncodingError.self) { try parcel.yaml }
        #expect(throws: EncodingError.self) { try parcel.json }
        #expect(throws: EncodingError.self) { try ManifestList([parcel]).yaml }
        #expect(throws: EncodingError.self) { try parcel.writeJSON { _ in } }
        let violations = parcel.violations()
        #expect(violations.count == 1)
        #expect(violations.first?.message.hasPrefix("a value cannot be written: ") == true)
        #expect(throws: InvalidResource.self) { try parcel.withDefaults() }
    }

    @Test func `types that are not generated compare and hash themselves`() throws {
        let parcel = try Parcel(yaml: manifest)
        let again = try Parcel(yaml: manifest)
        #expect(parcel == again && parcel.hashValue == again.hashValue)
        let changes: [(inout Parcel) -> Void] = [
            { $0.spec?.payload?.weight = 2 }, { $0.spec?.sentAt = Moment(text: "x") },
            { $0.spec?.template.size = 4 }, { $0.spec?.steps = [Step()] },
            { $0.spec?.marks = ["first": Step(name: "y")] }, { $0.spec?.mode = .fastFile },
        ]
        var seen: Set = [parcel]
        for (position, change) in changes.enumerated() {
            var changed = parcel
            change(&changed)
            #expect(seen.insert(changed).inserted, "change \(position)")
        }
    }

    @Test func `a resource without status reads one, and leaves it out`() throws {
        let status = "status:\n  phase: Sent\n"
        #expect(try Parcel(yaml: manifest + status).yaml == manifest)
        let json = try Parcel(yaml: manifest).json.dropLast() + #","status":{}}"#
        let parcel = try JSONDecoder().decode(Parcel.self, from: Data(json.utf8))
        #expect(try parcel.yaml == manifest)
    }

    @Test func `types conform to what the file says`() throws {
        let parcel = try Parcel(yaml: manifest)
        #expect(parcel.typeName == "Parcel")
        #expect(parcel.spec?.typeName == "Spec")
        #expect(Parcel.Mode.fastFile.typeName == "Mode")
        #expect(parcel.catalogueNumber == 1)
        let resources: [any Resource] = [parcel, warehouse]
        #expect(resources.map { $0 is any Addressed } == [true, false])
        #expect(resources.map { $0 is any Global } == [false, true])
        #expect(resources.map { $0 is any Tracked } == [true, false])
        #expect(resources.map { $0 is any Scalable } == [false, true])
    }

    @Test func `only what is selected is there`() {
        let names = ConfiguredResources.customResourceKinds.map { "\($0.api_version) \($0.kind)" }
        #expect(names == ["shop.example.com/v1 Parcel", "shop.example.com/v1 Depot"])
        let others = InternalResources.customResourceKinds.map { $0.api_version }
        #expect(others == ["shop.example.com/v1"])
    }

    @Test(arguments: [
        ("ip-address: 192.0.2.1", "ip-address: [1]", "spec.ipAddress"),
        ("  - sg-1", "  - {}", "spec.groups[0]"),
        ("known: a", "known: [a]", "spec.open.known"),
        ("    size: 3", "    size: x", "spec.template.size"),
        ("    weight: 1.5", "    weight: x", "spec.payload"),
    ])
    func `messages name attributes as the types do`(text: String, wrong: String, path: String) {
        let wrongManifest = manifest.replacingOccurrences(of: text, with: wrong)
        let error = #expect(throws: ManifestError.self) { try Parcel(yaml: wrongManifest) }
        #expect(error?.diagnostics.map { $0.fieldPath?.swift } == [path])
    }

    @Test func `an internal type with names of its own says so in messages`() throws {
        let text = """
            apiVersion: shop.example.com/v1
            kind: Stamp
            metadata: {name: a}
            spec: {front: {colour: 1}, cents: x, valueInCents: y}
            """
        let error = #expect(throws: ManifestError.self) { try Stamp(yaml: text) }
        #expect(
            error?.diagnostics.map { $0.fieldPath?.swift } == [
                "spec.front.color", "spec.cents_2", "spec.cents",
            ]
        )
    }

    @Test func `a version has the name of the configuration`() {
        #expect(Stamp.self == InternalResources.ShopExampleCom.Current.Stamp.self)
        #expect(Stamp.definition.version == "v1")
    }

    @Test func `equal schemas share the type that is renamed`() {
        var stamp = Stamp(metadata: .init(name: "a"), spec: .init(cents: 80, cents_2: 1))
        stamp.spec?.front = Stamp.Side(color: "red")
        stamp.spec?.back = Stamp.Side(color: "red")
        stamp.status = .init(is_used: true)
        #expect(stamp.spec?.back == stamp.spec?.front)
    }
}
