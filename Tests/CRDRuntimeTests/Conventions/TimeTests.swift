import CRDRuntime
import Testing

@testable import CRDConventions

struct CurrentTimeTests {
    @Test func `the current time is a timestamp in seconds`() throws {
        let now = DateTime.now
        let time = try #require(now.timeSince1970)
        #expect(now.text.utf8.count == 20)
        // 2020 to 2100.
        #expect((.seconds(1_577_836_800)...(.seconds(4_102_444_800))).contains(time))
    }

    @Test(arguments: [
        0, 1, -1, 951_782_399, 951_782_400, 951_868_799, 951_868_800, 1_795_422_600, 4_107_542_399,
        4_107_542_400, 253_402_300_799, -62_167_219_200, -62_162_208_001, -62_162_208_000,
    ])
    func `seconds are a timestamp`(seconds: Int64) {
        #expect(DateTime(secondsSince1970: seconds).timeSince1970 == .seconds(seconds))
    }

    @Test func `every day of 400 years is a timestamp`() {
        for day in stride(from: Int64(-73_000), through: 73_100, by: 1) {
            let seconds = day * 86_400 + 3_723
            let time = DateTime(secondsSince1970: seconds)
            guard time.timeSince1970 == .seconds(seconds) else {
                Issue.record("\(time) is not \(seconds)")
                return
            }
        }
    }
}

struct ElapsedTimeTests {
    // The cases of 'duration.HumanDuration' in apimachinery v0.35.
    @Test(arguments: [
        (-2, "<invalid>"), (-1, "0s"), (0, "0s"), (1, "1s"), (119, "119s"), (120, "2m"),
        (121, "2m1s"), (599, "9m59s"), (600, "10m"), (601, "10m"), (10_799, "179m"),
        (10_800, "3h"), (10_860, "3h1m"), (28_799, "7h59m"), (28_800, "8h"), (172_799, "47h"),
        (172_800, "2d"), (176_400, "2d1h"), (691_199, "7d23h"), (691_200, "8d"),
        (63_071_999, "729d"), (63_072_000, "2y"), (63_158_400, "2y1d"), (252_287_999, "7y364d"),
        (252_288_000, "8y"), (900_000_000, "28y"),
    ])
    func `a time span has one or two units`(seconds: Int64, text: String) {
        #expect(ElapsedTime.text(.seconds(seconds)) == text)
    }
}
