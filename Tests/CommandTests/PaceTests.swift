import Testing

@testable import crdgen

/// When progress shows.
@Suite struct PaceTests {
    @Test func `a line is due after a second, then every tenth of a second`() {
        let start = ContinuousClock.now
        var pace = Pace(start: start)
        let times = [0, 999, 1000, 1050, 1100, 1199, 5000, 5099, 5100]
        let due = times.filter { pace.isDue(at: start + .milliseconds($0)) }
        #expect(due == [1000, 1100, 5000, 5100])
    }
}
