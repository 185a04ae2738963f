import CRDCatalog
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

/// The responses as JSON.
struct StatusTests {
    private static func status(
        _ text: String,
        _ fieldValidation: FieldValidation = .strict
    ) -> String? {
        var kinds = KnownKinds()
        let crd = InspectedText.widget("size: {type: integer, maximum: 5}")
        let input = Generator.Input(path: "crd.yaml", bytes: Array(crd.utf8))
        _ = kinds.add(DefinitionFile(input))
        var check = ManifestCheck(kinds, fieldValidation: fieldValidation)
        check.check([Generator.Input(path: "a.yaml", bytes: Array(text.utf8))])
        return check.objects.first?.status()?.jsonText
    }

    private static let head = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n"

    @Test func `a valid object is a success`() {
        #expect(
            Self.status(Self.head + "size: 5")
                == #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","#
                + #""details":{"name":"a","group":"example.com","kind":"Widget"},"code":201,"#
                + #""operation":"create","source":{"file":"a.yaml","line":1,"column":1}}"#
        )
    }

    @Test func `a violation is a cause`() {
        #expect(
            Self.status(Self.head + "size: 6")
                == #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","#
                + #""message":"Widget.example.com \"a\" is invalid: size: Invalid value: 6: size in "#
                + #"body should be less than or equal to 5","reason":"Invalid","code":422,"#
                + #""details":{"name":"a","group":"example.com","kind":"Widget","causes":["#
                + #"{"reason":"FieldValueInvalid","message":"Invalid value: 6: size in body should "#
                + #"be less than or equal to 5","field":"size","line":4,"column":7}]},"#
                + #""operation":"create","source":{"file":"a.yaml","line":1,"column":1}}"#
        )
    }

    @Test func `strict decoding hides what else is wrong, as on the server`() {
        #expect(
            Self.status(Self.head + "size: 6\nsiez: 1\nsize: 7")
                == #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","#
                + #""message":"Widget in version \"v1\" cannot be handled as a Widget: strict "#
                + #"decoding error: duplicate field \"size\", unknown field \"siez\"","#
                + #""reason":"BadRequest","code":400,"#
                + #""operation":"create","source":{"file":"a.yaml","line":1,"column":1}}"#
        )
        #expect(Self.status(Self.head + "size: 5\nsiez: 1", .warn)?.contains("Success") == true)
    }
}
