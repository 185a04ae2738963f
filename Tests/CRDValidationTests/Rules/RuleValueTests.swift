import CRDRuntime
import CRDSchema
import CRDValidation
import KubernetesCEL
import TestSupport
import Testing

/// Lists and objects of a resource as rules see them.
@Suite(.enabled(if: SharedFolder.has("cel"), "needs ../shared/cel"))
struct RuleValueTests {
    private static func lines(_ file: String) throws -> [RuleLine] {
        try RuleLine.lines(of: "cel/k8s/\(file)")
    }

    /// The result of a rule about `self`, or `self.a` and `self.b`.
    private static func holds(_ rule: String, _ object: JSONValue, _ schema: String) -> Bool {
        let json = schema.dropLast() + #","x-kubernetes-validations":[{"rule":"\#(rule)"}]}"#
        var check = RuleCheck()
        check.check(object, old: nil, PreparedSchema(Schema(json: String(json))))
        return check.violations.isEmpty
    }

    /// The schema of a value by its type on the server.
    private static func schema(_ type: JSONValue?, _ value: JSONValue?) -> String {
        let element: String
        switch value?[0] {
        case .object(let object)?:
            let keys = object.keys.filter { $0.hasPrefix("key") }
            let properties = object.keys.map { key in
                #""\#(key)":{"type":"\#(key == "val" ? "integer" : "string")"}"#
            }
            element = #"{"type":"object","properties":{\#(properties.joined(separator: ","))}}"#
            let names = keys.map { #""\#($0)""# }.joined(separator: ",")
            return #"{"type":"array","x-kubernetes-list-type":"map","#
                + #""x-kubernetes-list-map-keys":[\#(names)],"items":\#(element)}"#
        case nil:
            return value?["field1"] != nil
                ? #"{"type":"object","properties":{"field1":{"type":"string"},"field2":{"type":"string"}}}"#
                : #"{"type":"object","additionalProperties":{"type":"string"}}"#
        default:
            element = #"{"type":"string"}"#
        }
        let kind = type == "*common.unstructuredSetList" ? "set" : "atomic"
        return #"{"type":"array","x-kubernetes-list-type":"\#(kind)","items":\#(element)}"#
    }

    @Test func `values are equal as on the server`() throws {
        var count = 0
        for line in try Self.lines("values.jsonl") where line.value["equal"] != nil {
            let left = line.value["lhs"]?["value"] ?? .null
            let right = line.value["rhs"]?["value"] ?? .null
            let schema = Self.schema(line.value["lhs"]?["goType"], left)
            let outer = #"{"type":"array","items":\#(schema)}"#
            let isEqual = Self.holds("self[0] == self[1]", [left, right], outer)
            #expect(JSONValue.boolean(isEqual) == line.value["equal"], "\(line.place)")
            count += 1
        }
        #expect(count == 22)
    }

    @Test func `lists are added, and maps searched, as on the server`() throws {
        var count = 0
        for line in try Self.lines("values.jsonl") where line.value["equal"] == nil {
            count += 1
            let schema = JSONText.write(line.value["schema"] ?? .null)
            if let object = line.value["object"] {
                #expect(Self.holds("dyn(self).size() == 2", object, schema), "\(line.place)")
                #expect(Self.holds("!('field3' in dyn(self))", object, schema), "\(line.place)")
                continue
            }
            let items = line.value["items"] ?? .null
            let lists: JSONValue = [
                items, line.value["addition"] ?? .null, line.value["expectAdded"] ?? .null,
            ]
            let outer = #"{"type":"array","items":\#(schema)}"#
            #expect(Self.holds("self[0] + self[1] == self[2]", lists, outer), "\(line.place)")
            #expect(Self.holds("(self[0] + self[1])[0] == self[2][0]", lists, outer))
            #expect(Self.holds("self[0].size() == 2", lists, outer), "\(line.place)")
        }
        #expect(count == 5)
    }

    @Test func `an element of a list with keys finds the old one as on the server`() throws {
        let lines = try Self.lines("maplist.jsonl")
        for line in lines {
            guard case .array(let items)? = line.value["items"] else { continue }
            let schema = Schema(json: JSONText.write(line.value["schema"] ?? .null))
            let elements = ListMapElements(items, PreparedSchema(schema))
            let found = elements?[line.value["query"] ?? .null] ?? .null
            #expect(found == line.value["got"], "\(line.place)")
        }
        #expect(lines.count == 11)
    }

    @Test func `the path of a field is read as on the server`() throws {
        let lines = try Self.lines("fieldpath.jsonl")
        for line in lines {
            let schema = PreparedSchema(line.schema)
            do throws(FieldPathKeys.Problem) {
                let path = try RuleFieldPath(line.text("fieldPath") ?? "", in: schema)
                #expect(path.text == line.text("gotPath"), "\(line.place)")
            } catch {
                #expect(error.message == line.text("gotError"), "\(line.place)")
            }
        }
        #expect(lines.count == 28)
    }
}
