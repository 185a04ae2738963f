import Testing

@testable import KubernetesCEL

struct QuantityTests {
    @Test(
        arguments: [
            ("1Gi", "1Gi"), ("1.5", "1500m"), ("1e3", "1e3"), ("1E3", "1E3"), ("1k", "1k"),
            (".5", "500m"), ("1n", "1n"), ("1m", "1m"), ("1e-9", "1e-9"), ("0.1n", "1n"),
            ("9223372036854775807", "9223372036854775807"),
            ("9223372036854775808", "9223372036854775808"), ("1Ei", "1Ei"),
            ("100Ei", "9223372036854775807"), ("1e100", "10e99"), ("1e-100", "1e-9"),
            ("12Mi", "12Mi"), ("1000", "1k"), ("0", "0"), ("-0", "0"), ("+", "0"), (".", "0"),
            ("1.Gi", "1.Gi"), ("1.5Gi", "1536Mi"), ("-1.5", "-1500m"), ("1.5Ki", "1536"),
            ("-100Ei", "-9223372036854775807"), ("0.5Ki", "512"), ("1024Mi", "1Gi"),
            ("1.0000000001", "1000000001n"), ("-0.1n", "-1n"), ("e3", "0"), ("00012k", "00012k"),
            ("1234567890123456789012", "1234567890123456789012"), ("1u", "1u"),
            ("0.0001Ki", "102400u"),
            ("1e4294967297", "10"), ("1000M", "1G"), ("1.23456e2", "1.23456e2"),
            ("1.234567e2", "123456700e-6"),
        ]
    )
    func `a quantity is read and written in the canonical form`(
        text: String,
        written: String
    ) throws {
        #expect(try Quantity(parsing: text).description == written)
    }

    @Test(arguments: [
        "1K", "10Mm", "1+", "1e", "1E+", "1mi", "1ki", "1EE", "--1", "1e9223372036854775808",
    ])
    func `a suffix must be known`(text: String) {
        #expect(throws: Quantity.Failure.suffix) { try Quantity(parsing: text) }
    }

    @Test(arguments: ["", "1 Gi", "1Zi", "x", "10Mo", "1.2.3", "1Gi ", "1e1.5", "１"])
    func `other texts are not quantities`(text: String) {
        #expect(throws: Quantity.Failure.form) { try Quantity(parsing: text) }
    }

    @Test(
        arguments: [
            ("200M", "0.2G", 0), ("50M", "50Mi", -1), ("50Mi", "50M", 1), ("1e2000000000", "1", 1),
            ("-1e2000000000", "1", -1), ("1e100000000", "1e100000001", -1), ("0", "-0", 0),
            ("9223372036854775808", "9223372036854775807", 1), ("-1", "-2", 1), ("0", "-1n", 1),
            ("1", "1.0", 0), ("12345678901234567890", "12345678901234567891", -1), ("-1", "1", -1),
        ] as [(String, String, Int64)]
    )
    func `quantities are compared by value`(left: String, right: String, order: Int64) throws {
        #expect(try Quantity(parsing: left).compared(to: Quantity(parsing: right)) == order)
        #expect(try Quantity(parsing: right).compared(to: Quantity(parsing: left)) == -order)
    }

    @Test(
        arguments: [
            ("50k", 50000), ("50", 50), ("1Gi", 1 << 30), ("1.5", nil), ("1.0", nil),
            ("9999999999999999999999999999999999999G", nil), ("9223372036854775807", nil),
            ("100E", nil), ("9E", 9_000_000_000_000_000_000), ("-1k", -1000), ("0", 0),
        ] as [(String, Int64?)]
    )
    func `a small number without a fraction is an integer`(text: String, value: Int64?) throws {
        #expect(try Quantity(parsing: text).integer == value)
    }

    @Test(
        arguments: [
            ("1.5", 1.5), ("1Ki", 1024), ("50.703k", 50703), ("0.1n", 1e-9), ("1e400", .infinity),
            ("-1e308", -1e308), ("0", 0), ("9223372036854775808", 9_223_372_036_854_775_808),
        ] as [(String, Double)]
    )
    func `a quantity is converted to a floating-point number`(text: String, value: Double) throws {
        #expect(try Quantity(parsing: text).approximateNumber == value)
    }

    @Test(
        arguments: [
            ("50k", "20", "50020", "49980"), ("1", "1k", "1001", "-999"),
            ("1Gi", "1", "1073741825", "1073741823"),
            ("9223372036854775807", "1", "9223372036854775808", "9223372036854775806"),
            ("9E", "9E", "18E", "0"), ("0", "1Ki", "1Ki", "-1Ki"),
            ("1", "0.1n", "1000000001n", "999999999n"),
            ("1e30", "-1", "999999999999999999999999999999", "1000000000000000000000000000001"),
            ("-5", "3", "-2", "-8"), ("1Ki", "1m", "1024001m", "1023999m"),
        ]
    )
    func `quantities are added and subtracted`(
        left: String,
        right: String,
        sum: String,
        difference: String
    ) throws {
        let (left, right) = (try Quantity(parsing: left), try Quantity(parsing: right))
        #expect(left.adding(right)?.description == sum)
        #expect(left.subtracting(right)?.description == difference)
        #expect(left.adding(right)?.isSum == true)
        #expect(!left.isSum)
    }

    @Test func `a sum with a huge number of digits is not computed`() throws {
        #expect(try Quantity(parsing: "1e2000000000").adding(Quantity(parsing: "1")) == nil)
    }

    @Test func `an integer is added`() throws {
        #expect(
            try Quantity(parsing: "1").subtracting(Quantity(exponentForm: 1))?.description == "0"
        )
        #expect(
            try Quantity(parsing: "0").adding(Quantity(exponentForm: 1000))?.description == "1e3"
        )
    }

    @Test func `the sign is -1, 0 or 1`() throws {
        #expect(try ["-1k", "0", "1e30"].map { try Quantity(parsing: $0).sign } == [-1, 0, 1])
    }
}
