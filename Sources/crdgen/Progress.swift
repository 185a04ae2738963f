import Foundation

/// How far work is, in one line on the terminal that is written over and in the end removed.
///
/// It shows only after a second, and only if standard error is a terminal.
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
    ///   - what: What is done, such as `generating`.
    ///   - total: The number of steps; 0 if nobody knows.
    ///   - isShown: Whether it may show at all.
    init(_ what: String, of total: Int = 0, isShown: Bool = true) {
        self.what = what
        self.total = total
        self.isShown = isShown && Terminal.canErase
    }

    /// Counts a step.
    mutating func step() {
        done += 1
        show("\(done * 100 / max(total, done)) %")
    }

    /// Says how far the work is, in other words than those of steps.
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
