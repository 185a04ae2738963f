import CRDManifests
import CRDRuntime
import CRDValidation
import RoundTrip
import TestResources
import Testing

/// Types that kinds and versions share.
struct SharedTypesTests {
    private static let toleration = CoreV1.Toleration(key: "dark", operator: "Exists")

    private static let lamp = Lamp(
        metadata: .init(name: "a"),
        spec: .init(
            color: "red",
            countdown: .init(minutes: 30),
            mode: .blinking,
            tolerations: [toleration]
        )
    )

    private static let torch = Torch(
        metadata: .init(name: "a"),
        spec: .init(
            alarm: lamp.spec?.countdown,
            signals: ["north": .blinking],
            tolerations: lamp.spec?.tolerations
        )
    )

    @Test func `each kind and version has its name of one type`() {
        #expect(Lamp.Countdown.self == Torch.Alarm.self)
        #expect(Lamp.Mode.self == Torch.Signal.self)
        #expect(Lamp.Toleration.self == Torch.Toleration.self)
        #expect(CoreV1.Toleration.self == Torch.Toleration.self)
        #expect(Lamp.Spec.self != Torch.Spec.self)
    }

    @Test func `values of both kinds are read back equal`() throws {
        #expect(try Lamp(yaml: Self.lamp.yaml) == Self.lamp)
        #expect(try Lamp(json: Self.lamp.json) == Self.lamp)
        #expect(try Torch(yaml: Self.torch.yaml) == Self.torch)
        #expect(try Torch(json: Self.torch.json) == Self.torch)
    }

    @Test func `each kind is validated by its own schema`() {
        #expect(Self.lamp.violations() == [])
        #expect(Self.torch.violations().map { $0.field } == ["spec.alarm.minutes"])
    }

    @Test func `an explicit null and a default are kept by all versions`() throws {
        let spec = #""spec": {"countdown": {"minutes": 1, "label": null}}"#
        for version in ["v1", "v1beta1"] {
            let text =
                #"{"apiVersion": "sharing.example.com/"# + version
                + #"", "kind": "Lamp", "metadata": {"name": "a"}, "# + spec + "}"
            let stream = try ManifestStream(yaml: text, kinds: customResourceKinds)
            let json = try #require(stream.objects.first).json
            #expect(json.contains(#""label":null"#))
            #expect(json.contains(#""color":"white""#))
        }
    }
}
