import BenchmarkSupport

/// What a form cost in each round.
struct Series {
    let name: String
    private var measurements: [Measurement] = []
    /// Whether a run took longer than the time limit.
    private var isGivenUp = false

    init(name: String) {
        self.name = name
    }

    /// Adds another run, unless one was given up already.
    ///
    /// - Parameter measure: Gives `nil` if it takes longer than the time limit.
    /// - Throws: What `measure` throws.
    mutating func add(_ measure: @autoclosure () throws -> Measurement?) rethrows {
        guard !isGivenUp else { return }
        if let measurement = try measure() {
            measurements.append(measurement)
        } else {
            isGivenUp = true
        }
    }

    /// `3.71 s CPU, 182 MB, 4912 KB of objects`.
    var text: String {
        guard !isGivenUp else { return "given up" }
        let seconds = Spread(of: measurements.map(\.cpuSeconds))
        let memory = Spread(of: measurements.map { Double($0.peakMemory) / 1e6 })
        let size = Spread(of: measurements.map { Double($0.objectSize) / 1e3 })
        return "\(seconds.median.rounded(2)) s CPU, \(memory.median.rounded(0)) MB, "
            + "\(size.median.rounded(0)) KB of objects"
    }

    /// `1.461 CPU (1.402 to 1.533), 1.081 memory, 1.372 size`, from the ratios of each round; `nil`
    /// if one of them was given up.
    func ratios(to other: Series) -> String? {
        guard !isGivenUp, !other.isGivenUp else { return nil }
        func ratios(_ figure: (Measurement) -> Double) -> Spread {
            Spread(of: zip(measurements, other.measurements).map { figure($0) / figure($1) })
        }
        let time = ratios(\.cpuSeconds)
        let memory = ratios { Double($0.peakMemory) }
        let size = ratios { Double($0.objectSize) }
        return "\(time.median.rounded(3)) CPU (\(time.least.rounded(3)) to "
            + "\(time.most.rounded(3))), \(memory.median.rounded(3)) memory, "
            + "\(size.median.rounded(3)) size"
    }
}

/// The least, the middle and the most of some figures, of which there is at least one.
private struct Spread {
    let least: Double
    let median: Double
    let most: Double

    init(of figures: [Double]) {
        let sorted = figures.sorted()
        least = sorted[0]
        median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        most = sorted[sorted.count - 1]
    }
}
