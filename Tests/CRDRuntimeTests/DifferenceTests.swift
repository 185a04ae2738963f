import CRDJSON
import CRDRuntime
import Testing

struct DifferenceTests {
    @Test func `the differences of two values have their paths`() throws {
        let old = Widget(
            metadata: .init(name: "w", labels: ["a": "1"]),
            spec: .init(name: "n", count: 3, part: .init(size: 1, color: "red"))
        )
        var new = old
        new.metadata.resource_version = "7"
        new.metadata.labels["a"] = nil
        new.spec?.count = 5
        new.spec?.isOn = true
        new.spec?.part?.color = nil
        new.spec?.tags = ["x", "y"]
        let differences = try new.difference(from: old)
        #expect(
            differences.description == """
                metadata.labels.a: "1" → nothing
                metadata.resource_version: nothing → "7"
                spec.count: 3 → 5
                spec.is_on: nothing → true
                spec.tags: nothing → ["x","y"]
                spec.part.color: "red" → nothing
                """
        )
        #expect(differences.count == 6)
        #expect(differences.map(\.path.wire).contains("spec.isOn"))
        #expect(differences[2].old == 3 && differences[2].new == 5)
    }

    @Test func `lists are compared by position`() throws {
        var old = Spec(name: "n")
        old.tags = ["a", "b", "c"]
        var new = old
        new.tags = ["a", "x"]
        #expect(
            try new.difference(from: old).description
                == #"tags[1]: "b" → "x""# + "\n" + #"tags[2]: "c" → nothing"#
        )
    }

    @Test func `equal values have no difference`() throws {
        let widget = Widget(spec: .init(name: "n", count: 3))
        #expect(try widget.difference(from: widget).isEmpty)
    }
}
