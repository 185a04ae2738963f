import Foundation

/// The progress of work, as one line on the terminal that is overwritten and finally removed.
///
/// It appears only after a second, and only if standard error is a terminal and the command is not
/// quiet.
struct Progress {
    private let what: String
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var pace = Pace(start: .now)
    private var hasLine = false

    /// Begins work.
    ///
    /// - Parameters:
    ///   - what: The name of the work, such as `generating`.
    ///   - total: The number of steps; 0 if it is unknown.
    ///   - isShown: Whether the line may appear.
    init(_ what: String, of total: Int = 0, isShown: Bool = true) {
        self.what = what
        self.total = total
        self.isShown = isShown && !Terminal.isQuiet && Terminal.canErase
    }

    /// Counts steps.
    mutating func step(_ count: Int = 1) {
        done += count
        show("\(done * 100 / max(total, done)) %")
    }

    /// Shows a state instead of a percentage.
    mutating func show(_ state: String) {
        guard isShown, pace.isDue(at: .now) else { return }
        hasLine = true
        StandardError.write("\r\(what): \(state)\u{1B}[K")
    }

    /// Removes the line.
    func end() {
        if hasLine { StandardError.write("\r\u{1B}[K") }
    }
}

/// The times at which a line about progress is written: a second after the start, and then at most
/// ten times a second.
struct Pace {
    private var next: ContinuousClock.Instant

    /// Begins at a time.
    init(start: ContinuousClock.Instant) {
        next = start + .seconds(1)
    }

    /// Returns whether a line is due; if so, the next one is due a tenth of a second later.
    mutating func isDue(at now: ContinuousClock.Instant) -> Bool {
        guard now >= next else { return false }
        next = now + .milliseconds(100)
        return true
    }
}
