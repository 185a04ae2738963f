import CRDRuntime
import Testing

struct PrintingTests {
    private var widget: Widget {
        var widget = Widget(
            metadata: .init(name: "w", labels: ["a": "1"]),
            spec: .init(name: "n", part: .init(size: 3))
        )
        widget.spec?.port = "http"
        widget.spec?.tags = ["x", "yes"]
        widget.spec?.extra = ["k": [1, .null]]
        return widget
    }

    @Test func `a resource prints as its manifest`() throws {
        #expect("\(widget)\n" == (try widget.yaml))
        #expect(String(describing: widget.spec?.part) == "Optional(Part(size: 3))")
        #expect("\(Part(size: 3, color: "red"))" == "size: 3\ncolor: red")
        #expect("\(Part())" == "{}")
    }

    @Test func `a resource without a name prints too`() {
        #expect(
            "\(Widget(metadata: .init(name: "")))"
                == "apiVersion: example.com/v1\nkind: Widget\nmetadata: {}"
        )
    }

    @Test func `a value prints for debugging as its type and its properties`() {
        #expect(
            String(reflecting: widget)
                == #"Widget(metadata: ObjectMeta(name: "w", labels: ["a": "1"]), spec: Spec(name: "n", "#
                + #"port: "http", tags: ["x", "yes"], part: Part(size: 3), "#
                + #"extra: {"k":[1,null]}))"#
        )
        #expect("\([Part(), Part(color: "red")])" == #"[Part(), Part(color: "red")]"#)
    }

    @Test func `a dump has the properties that are set, and nothing else`() {
        var text = ""
        dump(widget, to: &text)
        #expect(!text.contains("storage") && !text.contains("ox") && !text.contains("id:"))
        #expect(Mirror(reflecting: widget).children.map(\.label) == ["metadata", "spec"])
        let children = Mirror(reflecting: widget.spec as Any).children
        #expect(children.count == 1)
        let fields = Mirror(reflecting: Spec(name: "n", part: .init(size: 3))).children
        #expect(fields.map(\.label) == ["name", "part"])
        #expect(fields.first?.value as? String == "n")
        #expect(fields.dropFirst().first?.value as? Part == Part(size: 3))
    }

    @Test func `properties have their names in Swift`() {
        let metadata = ObjectMeta(name: "w", resource_version: "7")
        #expect(Mirror(reflecting: metadata).children.map(\.label) == ["name", "resource_version"])
        var object = UntypedResource(api_version: "v1", kind: "ConfigMap", metadata: metadata)
        object["data"]["a"] = "b"
        #expect(
            Mirror(reflecting: object).children.map(\.label)
                == ["api_version", "kind", "metadata", "data"]
        )
    }
}
