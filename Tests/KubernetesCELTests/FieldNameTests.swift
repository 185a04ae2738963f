import KubernetesCEL
import Testing

struct FieldNameTests {
    @Test(arguments: [
        ("a-b", "a__dash__b"), ("a.b", "a__dot__b"), ("a/b", "a__slash__b"),
        ("a__b", "a__underscores__b"), ("namespace", "__namespace__"), ("a_b", "a_b"),
    ])
    func `a name is escaped and read back`(_ property: String, _ name: String) {
        #expect(FieldName.escape(property) == name)
        #expect(FieldName.unescape(name) == property)
    }

    @Test(arguments: ["", "1a", "é", "a b"])
    func `a name with other characters can't be selected`(_ property: String) {
        #expect(FieldName.escape(property) == nil)
    }

    @Test(.enabled(if: SharedData.isAvailable, "needs ../shared/cel"))
    func `names are escaped as on the server`() throws {
        for line in try SharedData.lines(of: "k8s/escaping.jsonl") {
            guard let property = line.json["unescaped"] as? String,
                let isEscapable = line.json["escapable"] as? Bool,
                let escaped = line.json["got"] as? String
            else { continue }
            #expect(FieldName.escape(property) == (isEscapable ? escaped : nil), "\(property)")
        }
    }
}
