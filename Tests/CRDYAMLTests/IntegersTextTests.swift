import CRDYAML
import Testing

struct IntegersTextTests {
    @Test(arguments: [
        "0", "7", "-7", "+7", "-0", "007", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "18446744073709551616", "", "-", "+", "--1",
        "1.0", "1e3", " 1", "1 ", "0x1", "1_0", "a", "١",
    ])
    func `decimal numbers are read like those of the standard library`(text: String) {
        #expect(Int64(decimal: text) == Int64(text))
    }

    @Test(arguments: [
        "0", "007", "18446744073709551615", "18446744073709551616", "-1", "", "1.0", "a",
    ])
    func `decimal numbers without a sign have 64 bits`(text: String) {
        #expect(UInt64(decimal: text) == UInt64(text))
    }

    @Test(
        arguments: [
            ("ff", 16, 255), ("FF", 16, 255), ("17", 8, 15), ("101", 2, 5), ("8", 8, nil),
            ("g", 16, nil), ("", 16, nil), ("10000000000000000", 16, nil),
        ] as [(String, UInt64, UInt64?)]
    )
    func `digits have a radix`(digits: String, radix: UInt64, value: UInt64?) {
        #expect(UInt64(digits: Array(digits.utf8)[...], radix: radix) == value)
    }

    @Test(arguments: [
        ("a.b", ["a", "b"]), ("a..b", ["a", "", "b"]), (".", ["", ""]), ("", [""]),
        ("ä.é", ["ä", "é"]), ("a.\u{301}b", ["a", "\u{301}b"]),
    ])
    func `a text has a part before and after each separator`(text: String, parts: [String]) {
        #expect(text.parts(separatedBy: ".") == parts)
    }
}
