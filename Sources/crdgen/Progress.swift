import Foundation

/// How far work is, in one line on the terminal that is written over and in the end removed.
///
/// It shows only after a second, and only if standard error is a terminal.
struct Progress {
    private let what: String
    private let total: Int
    private let isShown: Bool
    private var done = 0
    /// When the line is to be written next.
    private var next = ContinuousClock.now + .seconds(1)
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
        guard isShown, ContinuousClock.now >= next else { return }
        next = .now + .milliseconds(100)
        hasLine = true
        StandardError.write("\r\(what): \(state)\u{1B}[K")
    }

    /// Removes the line.
    func end() {
        if hasLine { StandardError.write("\r\u{1B}[K") }
    }
}
