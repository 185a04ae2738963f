import CRDParsing
import CRDYAML
import Testing

struct ScalarResolverTests {
    @Test(arguments: [
        ("", Scalar.null),
        ("~", .null),
        ("NULL", .null),
        ("y", .boolean(true)),
        ("Off", .boolean(false)),
        ("oFF", .string),
        ("0", .integer(0)),
        ("-0", .integer(0)),
        ("+12", .integer(12)),
        ("1_000", .integer(1000)),
        ("017", .integer(15)),
        ("0o17", .integer(15)),
        ("-0O17", .integer(-15)),
        ("0x_1F", .integer(31)),
        ("0b101", .integer(5)),
        ("0b-1", .integer(-1)),
        ("0b+1", .integer(1)),
        ("0B-1", .string),
        ("-0b-1", .string),
        ("0b", .string),
        ("0x", .string),
        ("0o8", .string),
        ("-9223372036854775808", .integer(.min)),
        ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .unsigned(9_223_372_036_854_775_808)),
        ("+9223372036854775808", .float(9_223_372_036_854_775_808)),
        ("18446744073709551615", .unsigned(.max)),
        ("18446744073709551616", .float(18_446_744_073_709_551_616)),
        ("0xffffffffffffffff", .unsigned(.max)),
        ("-0x8000000000000000", .integer(.min)),
        ("0x10000000000000000", .string),
        ("08", .float(8)),
        ("0e1", .float(0)),
        ("0.5", .float(0.5)),
        ("1.", .float(1)),
        (".5", .float(0.5)),
        (".5e1", .float(5)),
        (".5_0", .string),
        ("-.5_0", .float(-0.5)),
        ("1e3", .float(1000)),
        ("1e", .string),
        ("1e400", .string),
        ("1e-400", .float(0)),
        (".", .string),
        ("+", .string),
        ("-", .string),
        ("+.INF", .notFinite(".inf")),
        ("-.Inf", .notFinite("-.inf")),
        (".NaN", .notFinite(".nan")),
        ("-.nan", .string),
        ("inf", .string),
        ("2024-01-01", .string),
        ("12:30:45", .string),
        ("<<", .string),
        ("=", .string),
        ("object", .string),
        ("١", .string),
    ])
    func `a plain scalar means what the API server reads`(text: String, meaning: Scalar) {
        #expect(Scalar.resolve(plain: text) == meaning)
    }

    @Test(arguments: [
        ("yes", "true"),
        ("010", "8"),
        ("1.0", "1"),
        ("-0.0", "-0"),
        ("1e3", "1000"),
        ("1.5", "1.5"),
        ("100000.0", "100000"),
        ("1e6", "1e+06"),
        ("1234567.0", "1.234567e+06"),
        ("123456789.5", "1.2345679e+08"),
        ("0.0001", "0.0001"),
        ("0.00001", "1e-05"),
        ("0.1", "0.1"),
        ("12.25", "12.25"),
        ("1e30", "1e+30"),
        ("1e300", ".inf"),
        ("-1e300", "-.inf"),
        ("1e-60", "0"),
        (".Inf", ".inf"),
        (".nan", ".nan"),
        ("<<", "<<"),
        ("name", "name"),
    ])
    func `a plain key becomes the key of the JSON object`(text: String, key: String) {
        #expect(Scalar.resolve(plain: text).jsonKey(text: text) == key)
    }

    @Test(arguments: ["", "~", "null", "9223372036854775808"])
    func `a key that JSON cannot have is none`(text: String) {
        #expect(Scalar.resolve(plain: text).jsonKey(text: text) == nil)
    }

    @Test func `a first byte that rules out all but strings does so`() {
        let words = "~ null yes on off true false no Y 1 +1 -1 .5 << 0x1F .nan"
        for word in words.split(separator: " ") {
            #expect(Scalar.mayBeOther(firstByte: word.utf8.first ?? 0), "\(word)")
        }
        #expect(Scalar.mayBeOther(firstByte: 0), "stands for the empty scalar")
        let others = "abcdeghijklmpqrsuvwxzABCGZ_/\"'[{"
        #expect(others.utf8.allSatisfy { !Scalar.mayBeOther(firstByte: $0) })
        #expect((128...255).allSatisfy { !Scalar.mayBeOther(firstByte: $0) })
    }
}
