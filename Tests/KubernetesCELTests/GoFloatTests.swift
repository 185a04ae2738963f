import Testing

@testable import KubernetesCEL

struct GoFloatTests {
    @Test(
        arguments: [
            (100_000.0, "100000"), (999_999, "999999"), (123_456.5, "123456.5"), (1e6, "1e+06"),
            (1_234_567.5, "1.2345675e+06"), (123_456_789, "1.23456789e+08"), (0.0001, "0.0001"),
            (0.00001, "1e-05"), (1, "1"), (-0.0, "-0"), (1e21, "1e+21"),
            (1.0 / 3, "0.3333333333333333"),
            (.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (1e100, "1e+100"),
            (.leastNonzeroMagnitude, "5e-324"), (0.000012345, "1.2345e-05"), (1e22, "1e+22"),
            (2.5, "2.5"),
        ]
    )
    func `a number is written with the shortest digits`(value: Double, text: String) {
        #expect(GoFloat.text(value) == text)
    }

    @Test(
        arguments: [
            ("1.5", 1.5), ("1_000", 1000), ("0x1p-2", 0.25), ("0X1P2", 4), ("inf", .infinity),
            ("-Infinity", -.infinity), ("+INF", .infinity), ("1e3", 1000), (".5", 0.5), ("5.", 5),
            ("-.5e1", -5), ("0x.8p1", 1), ("0x_1p0", 1), ("1e-400", 0), ("1E+2", 100),
            ("0x1.p1", 2),
            ("1_0.5", 10.5), ("007", 7),
        ] as [(String, Double)]
    )
    func `a number is read as in Go`(text: String, value: Double) {
        #expect(GoFloat.read(text) == value)
    }

    @Test(
        arguments: [
            "", "abc", "1e400", " 1", "1 ", "0x1", "0x", "_1", "1_", "1__0", "+nan", "-nan", "1e",
            ".", "1e+", "infinit", "1,5", "0x1p", "1_.5", "nan0", "--1", "1.5.5", "é",
        ]
    )
    func `other texts are not numbers`(text: String) {
        #expect(GoFloat.read(text) == nil)
    }

    @Test func `NaN is read in any case`() {
        #expect(GoFloat.read("NaN")?.isNaN == true)
    }
}
