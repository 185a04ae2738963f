import Foundation
import KubernetesUnits
import Testing

struct QuantityValueTests {
    @Test(arguments: [
        ("0.5", "500m"), ("1.5Gi", "1536Mi"), ("1000", "1k"), ("1e3", "1e3"), ("100m", "100m"),
        ("0", "0"), ("-1", "-1"), ("2048Ki", "2Mi"), (".5", "500m"), ("1n", "1n"),
    ])
    func `a text has a canonical form`(text: String, canonical: String) {
        #expect(Quantity(text)?.description == canonical)
    }

    @Test(arguments: ["", "1Zi", "abc", "1 Gi", "1.1.1"])
    func `a text may be no quantity`(text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test func `quantities are compared by value`() {
        let sorted: [Quantity] = ["-1", "0", "1m", "0.5", "1", "1k", "1Ki", "1e6", "1Gi"]
        #expect(sorted.shuffled().sorted() == sorted)
        let half: Quantity = "0.5"
        #expect(half == "500m")
        #expect(Set([half, "500m", "0.50"]).count == 1)
        #expect(Quantity(1024) == "1Ki")
    }

    @Test func `quantities are added in the form of the left one`() {
        let memory: Quantity = "1Gi"
        #expect((memory + "512Mi").description == "1536Mi")
        #expect((memory - "1Gi").description == "0")
        #expect(([1, "500m", "250m"] as [Quantity]).reduce(.zero, +).description == "1750m")
        #expect((-memory).description == "-1Gi")
        #expect(Quantity(2000).description == "2k")
    }

    @Test func `a quantity is a number`() {
        let cpu: Quantity = "1500m"
        #expect(cpu.value == 2)
        #expect(cpu.milliValue == 1500)
        #expect(cpu.double == 1.5)
        #expect((-cpu).value == -2)
        #expect(Quantity("1e19").value == nil)
        #expect(Quantity("9223372036854775807").value == .max)
        #expect(Quantity.zero.value == 0)
        #expect(Quantity("1n").milliValue == 1)
    }

    @Test func `a quantity is coded as a string and read from numbers too`() throws {
        let json = Data(#"["1.5Gi",2,0.5]"#.utf8)
        let quantities = try JSONDecoder().decode([Quantity].self, from: json)
        #expect(quantities == ["1536Mi", 2, "500m"])
        let encoded = try JSONEncoder().encode(quantities)
        #expect(String(decoding: encoded, as: UTF8.self) == #"["1536Mi","2","500m"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Quantity].self, from: Data(#"["x"]"#.utf8))
        }
    }
}

struct GoDurationTests {
    // The texts of 'time.Duration.String'.
    @Test(arguments: [
        (0, "0s"), (1, "1ns"), (1_100, "1.1µs"), (2_200_000, "2.2ms"), (3_300_000_000, "3.3s"),
        (245_000_000_000, "4m5s"), (245_001_000_000, "4m5.001s"),
        (18_367_001_000_000, "5h6m7.001s"), (480_000_000_001, "8m0.000000001s"),
        (.max, "2562047h47m16.854775807s"), (.min, "-2562047h47m16.854775808s"),
        (-1_500_000_000, "-1.5s"), (3_600_000_000_000, "1h0m0s"), (999, "999ns"),
    ])
    func `a duration has the text of Go`(nanoseconds: Int64, text: String) {
        let duration = GoDuration(nanoseconds: nanoseconds)
        #expect(duration.description == text)
        #expect(GoDuration(text) == duration)
    }

    @Test(arguments: [
        ("90s", "1m30s"), ("1h30m", "1h30m0s"), ("1.5h", "1h30m0s"), ("+5s", "5s"), ("-0", "0s"),
        ("100us", "100µs"), ("1m1m", "2m0s"),
    ])
    func `a text has a canonical form`(text: String, canonical: String) {
        #expect(GoDuration(text)?.description == canonical)
    }

    @Test(arguments: ["", "1", "1d", "h", "1h ", "-", ".s"])
    func `a text may be no duration`(text: String) {
        #expect(GoDuration(text) == nil)
    }

    @Test func `durations are compared, added and converted`() {
        let timeout: GoDuration = "1m30s"
        #expect(timeout < "2m")
        #expect((timeout + "30s").description == "2m0s")
        #expect((timeout - "2m").description == "-30s")
        #expect(timeout.duration == .seconds(90))
        #expect(GoDuration(.milliseconds(1500)) == "1.5s")
        #expect(GoDuration(.seconds(-1)) == "-1s")
        #expect(GoDuration(.seconds(Int64.max)) == nil)
    }
}
