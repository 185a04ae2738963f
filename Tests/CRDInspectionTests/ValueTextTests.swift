import CRDInspection
import CRDRuntime
import KubernetesCEL
import Testing

/// The values of expressions as text and as JSON.
struct ValueTextTests {
    private static func value(_ expression: String) throws -> Value {
        try Environment().compile(expression).program().evaluate().value
    }

    @Test(
        arguments: [
            ("null", "null", "null"), ("true", "true", "true"), ("-1", "-1", "-1"),
            ("1u", "1u", "1"), ("1.0", "1.0", "1.0"), ("1.5e100", "1.5e+100", "1.5e+100"),
            ("double('NaN')", #"double("NaN")"#, #""double(\"NaN\")""#),
            (#"'a"b'"#, #""a\"b""#, #""a\"b""#), (#"b'a\x00"'"#, #"b"a\x00\"""#, #""YQAi""#),
            (
                "timestamp('2020-01-02T03:04:05.5+01:00')",
                #"timestamp("2020-01-02T03:04:05.5+01:00")"#, #""2020-01-02T03:04:05.5+01:00""#
            ),
            ("duration('1h')", #"duration("3600s")"#, #""3600s""#),
            ("type(1)", "int", #""int""#), ("optional.none()", "optional.none()", "null"),
            ("optional.of([1])", "optional.of([1])", "[1]"),
            ("quantity('1Gi')", #"quantity("1Gi")"#, #""1Gi""#),
            ("ip('::1')", #"ip("::1")"#, #""::1""#),
            ("cidr('10.0.0.0/8')", #"cidr("10.0.0.0/8")"#, #""10.0.0.0/8""#),
            ("url('http://a/')", #"url("http://a/")"#, #""http://a/""#),
            ("semver('1.2.3')", #"semver("1.2.3")"#, #""1.2.3""#),
            ("format.dns1123Label()", "format.dns1123Label()", #""dns1123Label""#),
            ("[]", "[]", "[]"), ("{}", "{}", "{}"),
            (
                "{'a': dyn([1, 2]), 'b': dyn({})}", #"{"a": [1, 2], "b": {}}"#,
                #"{"a":[1,2],"b":{}}"#
            ),
            ("{dyn(1): 'a', dyn(true): 'b'}", #"{1: "a", true: "b"}"#, #"{"1":"a","true":"b"}"#),
        ]
    )
    func `a value is written as an expression and as JSON`(
        expression: String,
        text: String,
        json: String
    ) throws {
        let value = try Self.value(expression)
        #expect(ValueText.text(of: value) == text)
        #expect(ValueText.json(of: value).jsonText == json)
    }

    @Test func `a long list has a line for each element`() throws {
        let word = String(repeating: "a", count: 40)
        let value = try Self.value("{'k': ['\(word)', '\(word)'], 'l': []}")
        #expect(
            ValueText.text(of: value) == """
                {
                  "k": [
                    "\(word)",
                    "\(word)"
                  ],
                  "l": []
                }
                """
        )
    }
}
