import Testing

@testable import KubernetesCEL

struct DurationTextTests {
    @Test(
        arguments: [
            ("1h", 3_600_000_000_000), ("1.5h", 5_400_000_000_000), ("-1h", -3_600_000_000_000),
            ("+1h", 3_600_000_000_000), ("1µs", 1000), ("1μs", 1000), ("1us", 1000),
            (".5s", 500_000_000),
            ("1.s", 1_000_000_000), ("0", 0), ("-0", 0), ("1h1m1.5s", 3_661_500_000_000),
            ("1ns", 1),
            ("0.3333333333333333333h", 1_200_000_000_000), ("1ms", 1_000_000),
            ("2562047h47m16.854775807s", .max), ("-2562047h47m16.854775808s", .min),
            ("0.100000000000000000000h", 360_000_000_000),
        ] as [(String, Int64)]
    )
    func `a duration is read as in Go`(text: String, nanoseconds: Int64) {
        #expect(GoDuration(text)?.nanoseconds == nanoseconds)
    }

    @Test(
        arguments: [
            "", "1d", "x", "1", "-", "+", ".s", "1h ", " 1h", "2562047h47m16.854775808s", "1e3s",
            "9223372036854775808ns", "320000000000s", "1S", "h", "--1s", "1.2.3s", "1,5s",
        ]
    )
    func `other texts are not durations`(text: String) {
        #expect(GoDuration(text) == nil)
    }

    @Test(
        arguments: [
            (3_661_500_000_000, "3661.5s"), (0, "0s"), (-1_500_000_000, "-1.5s"),
            (1, "0.000000001s"), (1_000_000_000_000_000, "1000000s"), (.max, "9223372036.854776s"),
        ] as [(Int64, String)]
    )
    func `a duration is written in seconds`(nanoseconds: Int64, text: String) {
        #expect(DurationText.print(nanoseconds) == text)
    }

    @Test func `the units are counted`() {
        let duration: Int64 = 3_730_500_000_000
        #expect(DurationText.whole(duration, .hours) == 1)
        #expect(DurationText.whole(duration, .minutes) == 62)
        #expect(DurationText.whole(duration, .seconds) == 3730)
        #expect(DurationText.whole(duration, .milliseconds) == 3_730_500)
        #expect(DurationText.whole(-1_900_000_000, .seconds) == -1)
    }
}

struct TimestampTests {
    private func timestamp(_ text: String) throws -> Timestamp { try Timestamp(parsing: text) }

    @Test(
        arguments: [
            ("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"),
            ("2020-01-01T00:00:00,5Z", "2020-01-01T00:00:00.5Z"),
            ("2020-01-01T00:00:00.120Z", "2020-01-01T00:00:00.12Z"),
            ("2020-01-01T01:00:00+01:00", "2020-01-01T01:00:00+01:00"),
            ("2020-01-01T01:00:00-00:00", "2020-01-01T01:00:00Z"),
            ("2020-01-01T01:00:00-05:30", "2020-01-01T01:00:00-05:30"),
            ("2020-01-01T1:00:00Z", "2020-01-01T01:00:00Z"),
            ("2020-01-01T00:00:00+24:00", "2020-01-01T00:00:00+24:00"),
            ("2020-02-29T00:00:00.1234567899Z", "2020-02-29T00:00:00.123456789Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
        ]
    )
    func `a timestamp is read and written as in Go`(text: String, written: String) throws {
        #expect(try timestamp(text).description == written)
    }

    @Test(
        arguments: [
            "", "2020-01-01", "2020-01-01T00:00:00", "2020-01-01T23:59:60Z", "2020-01-01T24:00:00Z",
            "2020-02-30T00:00:00Z", "2021-02-29T00:00:00Z", "10000-01-01T00:00:00Z",
            "2020-01-01t00:00:00Z", "2020-01-01T00:00:00z", "2020-01-01T00:00:00.Z",
            "2020-01-01T00:00:00+25:00", "2020-01-01T00:00:00+01:61", "2020-01-01T00:00:00+0100",
            "2020-1-01T00:00:00Z", "2020-01-01T00:00:00Z ", "2020-13-01T00:00:00Z",
        ]
    )
    func `other texts are not timestamps`(text: String) {
        #expect(throws: Timestamp.Failure.invalid) { try timestamp(text) }
    }

    @Test(arguments: [
        "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    ])
    func `the years are 1 to 9999`(text: String) {
        #expect(throws: Timestamp.Failure.outOfRange) { try timestamp(text) }
        #expect(throws: Timestamp.Failure.outOfRange) { try Timestamp(seconds: 253_402_300_800) }
        #expect(throws: Timestamp.Failure.outOfRange) { try Timestamp(seconds: -62_135_596_801) }
    }

    @Test func `the offset does not count in comparisons`() throws {
        #expect(try timestamp("2020-01-01T01:00:00+01:00") == timestamp("2020-01-01T00:00:00Z"))
        #expect(try timestamp("2020-01-01T01:00:00+01:00") < timestamp("2020-01-01T00:30:00Z"))
    }

    @Test func `durations are added and subtracted with a check of the range`() throws {
        let first = try timestamp("0001-01-01T00:00:01.000000001Z")
        #expect(
            first.adding(nanoseconds: -999_999_999)?.description
                == "0001-01-01T00:00:00.000000002Z"
        )
        #expect(first.subtracting(nanoseconds: 1_000_000_002) == nil)
        #expect(try timestamp("9999-12-31T23:59:59.999999999Z").adding(nanoseconds: 1) == nil)
        let zoned = try timestamp("2020-01-01T01:00:00+01:00")
        #expect(
            zoned.subtracting(nanoseconds: -500_000_000)?.description
                == "2020-01-01T01:00:00.5+01:00"
        )
        #expect(first.adding(nanoseconds: .min) == nil)
        #expect(first.subtracting(nanoseconds: .min) != nil)
    }

    @Test func `the time between two timestamps must fit into 64 bits`() throws {
        let day = try timestamp("2020-01-02T00:00:00Z")
        #expect(
            day.nanoseconds(since: try timestamp("2020-01-01T00:00:00.5Z"))
                == 86_399_500_000_000
        )
        let last = try timestamp("9999-12-31T23:59:59Z")
        let first = try timestamp("0001-01-01T00:00:00Z")
        #expect(last.nanoseconds(since: first) == nil)
        #expect(first.nanoseconds(since: last) == nil)
    }

    @Test(
        arguments: [
            ("", .fullYear, 2009), ("", .month, 1), ("", .date, 13), ("", .dayOfMonth, 12),
            ("", .dayOfWeek, 5), ("", .dayOfYear, 43), ("UTC", .hours, 23), ("Local", .minutes, 31),
            ("", .seconds, 30), ("", .milliseconds, 123), ("Australia/Sydney", .date, 14),
            ("US/Central", .dayOfMonth, 12), ("+11:00", .dayOfMonth, 13),
            ("-09:30", .fullYear, 2009),
            ("02:00", .hours, 1), ("Asia/Kathmandu", .minutes, 16), ("-00:30", .minutes, 1),
            ("99:99", .hours, 4), ("America/New_York", .hours, 18), ("-02:30", .minutes, 1),
        ] as [(String, Timestamp.Part, Int64)]
    )
    func `a part is computed in a time zone`(
        zone: String,
        part: Timestamp.Part,
        value: Int64
    ) throws {
        let timestamp = try timestamp("2009-02-13T23:31:30.123456789Z")
        #expect(timestamp.part(part, in: try TimeZone(zone)) == value)
    }

    @Test(
        arguments: [
            // After the last change in the file, and in both halves of the year.
            ("America/New_York", "2090-07-01T12:00:00Z", 8),
            ("America/New_York", "2090-01-01T12:00:00Z", 7),
            ("Australia/Sydney", "2090-07-01T12:00:00Z", 22),
            ("Australia/Sydney", "2090-01-01T12:00:00Z", 23),
            ("Europe/Dublin", "2090-07-01T12:00:00Z", 13),
            ("Europe/Dublin", "2090-01-01T12:00:00Z", 12),
            // Before the first one.
            ("Europe/Berlin", "1800-01-01T12:00:00Z", 12),
            ("Asia/Tokyo", "2090-01-01T12:00:00Z", 21),
            ("America/Nuuk", "2090-07-01T12:00:00Z", 11), ("Asia/Gaza", "2020-06-01T12:00:00Z", 15),
        ]
    )
    func `a zone has the rules of its place`(zone: String, text: String, hour: Int64) throws {
        #expect(try timestamp(text).part(.hours, in: try TimeZone(zone)) == hour)
    }

    @Test(
        arguments: [
            ("a:b", #"strconv.Atoi: parsing "a": invalid syntax"#),
            (":", #"strconv.Atoi: parsing "": invalid syntax"#),
            ("1:", #"strconv.Atoi: parsing "": invalid syntax"#),
            ("1:2:3", #"strconv.Atoi: parsing "2:3": invalid syntax"#),
            (
                "9223372036854775808:0",
                #"strconv.Atoi: parsing "9223372036854775808": value out of range"#
            ),
            ("../x", "time: invalid location name"), ("/etc/passwd", "time: invalid location name"),
            ("\\x", "time: invalid location name"), ("X", "unknown time zone X"),
            ("America", "unknown time zone America"), ("zone.tab", "unknown time zone zone.tab"),
            ("europe/berlin", "unknown time zone europe/berlin"),
        ]
    )
    func `other texts are not time zones`(text: String, message: String) {
        let error = #expect(throws: TimeZone.Failure.self) { try TimeZone(text) }
        #expect(error?.message == message)
    }

    @Test func `offsets that are too large wrap around`() throws {
        let zone = try TimeZone("9223372036854775807:9223372036854775807")
        _ = try timestamp("2009-02-13T23:31:30Z").part(.fullYear, in: zone)
    }

    @Test func `a file that is damaged is not a zone`() {
        guard let file = ZoneFile.read(named: "Europe/Berlin") else { return }
        for length in stride(from: 0, to: file.count - 1, by: 7) {
            _ = ZoneRules(file: Array(file[..<length]))?.offset(at: 0)
        }
        for position in file.indices {
            var damaged = file
            damaged[position] = 0xFF
            _ = ZoneRules(file: damaged)?.offset(at: 4_000_000_000)
        }
        #expect(ZoneRules(file: Array(file.dropLast(file.count - 50))) == nil)
    }
}
