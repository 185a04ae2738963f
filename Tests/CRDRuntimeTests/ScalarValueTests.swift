import CRDJSON
import CRDLibYAML
import CRDRuntime
import CRDYAML
import Testing

struct ScalarValueTests {
    private struct ARN: ScalarValue {
        var rawValue: String
    }

    private enum Color: String, CaseIterable, ScalarValue {
        case red, green
    }

    private struct Percent: ScalarValue {
        let rawValue: Int

        init?(rawValue: Int) {
            guard 0...100 ~= rawValue else { return nil }
            self.rawValue = rawValue
        }
    }

    private struct Values: FieldStruct {
        var arn: ARN
        var color: Color
        var share: Percent?

        init(arn: ARN, color: Color, share: Percent? = nil) {
            self.arn = arn
            self.color = color
            self.share = share
        }

        init(_unread unread: _Unread) {
            self.init(arn: .init(_unread: unread), color: .init(_unread: unread))
        }

        mutating func _visit(_ fields: _FieldVisitor) {
            fields.required("arn", &arn)
            fields.required("color", &color)
            fields.optional("share", &share)
        }
    }

    @Test func `a type with a raw value is read and written as the raw value`() throws {
        let values = Values(arn: .init(rawValue: "a:b"), color: .green, share: .init(rawValue: 7))
        let json = #"{"arn":"a:b","color":"green","share":7}"#
        #expect(try values.jsonValue.jsonText == json)
        #expect(try values.encodedJSON() == json)
        #expect(try Values.decoded(from: json) == values)
        #expect("\(values)" == "arn: a:b\ncolor: green\nshare: 7")
    }

    @Test func `a raw value that the type rejects is an error`() throws {
        let text = "arn: 7\ncolor: blue\nshare: 101"
        let node = try #require(try Node.parse(text, file: "a.yaml").first)
        let reader = ManifestReader(.strict)
        _ = reader.read(Values.self, from: ManifestNode(node))
        #expect(
            reader.diagnostics(in: Values.self).map(\.description) == [
                "a.yaml:1:6: error: arn: expected a string, found the number 7",
                "a.yaml:2:8: error: color: expected a valid Color, found the string \"blue\"",
                "a.yaml:3:8: error: share: expected a valid Percent, found the number 101",
            ]
        )
        #expect(throws: DecodingError.self) {
            try Values.decoded(from: #"{"arn":"a","color":"blue"}"#)
        }
    }
}
