import CRDManifests
import CRDRuntime
import Testing

struct AbsentValueTests {
    @Test func `an entry is set in a map that is missing`() {
        var metadata = ObjectMeta(name: "w")
        #expect(metadata.labels["app"] == nil)
        metadata.labels["app"] = nil
        #expect(metadata.labels == nil)
        metadata.labels["app"] = "web"
        metadata.labels["tier"] = "x"
        metadata.labels["tier"] = nil
        #expect(metadata.labels == ["app": "web"])
        #expect(metadata.labels["app"] == "web")
        metadata.labels["app"]?.append("!")
        #expect(metadata.labels == ["app": "web!"])
    }

    @Test func `metadata without a name has the beginning of one`() throws {
        let widget = Widget(metadata: .init(labels: ["a": "b"], generate_name: "w-"))
        #expect(widget.metadata.name.isEmpty)
        #expect(widget.metadata == ObjectMeta(name: "", labels: ["a": "b"], generate_name: "w-"))
        #expect(try Widget(yaml: widget.yaml) == widget)
    }

    @Test func `an integer or a string is made of either`() {
        let port = 8080
        #expect(IntOrString(port) == 8080)
        #expect(IntOrString("http") == "http")
        #expect(IntOrString(port).intValue == 8080)
        #expect(IntOrString("80").intValue == 80)
        #expect(IntOrString("25%").intValue == nil)
        #expect("\(IntOrString(port)) \(IntOrString("http"))" == #"8080 "http""#)
    }

    @Test func `the fields of an untyped resource are raw JSON`() throws {
        var object = UntypedResource(
            api_version: "v1",
            kind: "Service",
            metadata: .init(name: "s")
        )
        object["spec"]["ports"][0]["port"] = 8080
        #expect(object["spec"]["ports"][0]["port"]?.int == 8080)
        #expect(object["data"] == nil)
        #expect(
            try object.json
                == #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"s"},"spec":{"ports":[{"port":8080}]}}"#
        )
        var template = EmbeddedResource(api_version: "v1", kind: "Pod")
        template["spec"]["nodeName"] = "n"
        #expect(template.unknown_fields == ["spec": ["nodeName": "n"]])
    }

    @Test func `objects of any type are compared`() {
        let untyped = UntypedResource(
            api_version: "example.com/v1",
            kind: "Widget",
            metadata: .init(name: "w")
        )
        let objects: [any KubernetesObject] = [Widget(), untyped]
        let others: [any KubernetesObject] = [Widget(), untyped]
        #expect(objects[0] == others[0])
        #expect(objects[1] == others[1])
        #expect(objects[0] != others[1])
        #expect(objects[0] != (Widget(metadata: .init(name: "x")) as any KubernetesObject))
    }
}
