/// Searches texts for one pattern, and caches the states of the machine.
///
/// A state is the set of instructions that wait for the next scalar. It includes assertions,
/// because they depend on the next scalar. Transitions for ASCII are cached. If there are too many
/// states, the cache is cleared, so memory is bounded.
package final class PatternSearch {
    /// The kind of the scalar before a position.
    enum Before: Int {
        case nothing
        case newline
        case word
        case other

        init(_ code: UInt32) {
            switch Unicode.Scalar(code) {
            case "\n"?: self = .newline
            case let scalar? where scalar.isWord: self = .word
            default: self = .other
            }
        }
    }

    private struct State {
        let waiting: [Int32]
        let before: Before
        /// Whether the pattern matches at the end of the text; `nil` if it is not known yet.
        var matchesAtEnd: Bool?
    }

    private static let unknown: Int32 = -1
    /// The pattern matches, whatever follows.
    static let found: Int32 = -2
    /// The pattern doesn't match, whatever follows.
    private static let impossible: Int32 = -3
    private static let maximumStates = 500
    /// The maximum total number of waiting instructions in all states.
    private static let maximumWaiting = 500_000

    let pattern: Pattern
    private let table: PatternTable?
    private var states: [State] = []
    /// The state after each ASCII scalar, for one state after the other.
    private var steps: [Int32] = []
    private var start = PatternSearch.unknown
    private var waitingCount = 0
    /// The number of times that the cache was cleared.
    private var clearances = 0
    private var numbers: [[Int32]: Int32] = [:]
    /// The number of the last closure that visited each instruction.
    private var marks: [UInt32] = []
    private var closure: UInt32 = 0
    private var stack: [Int32] = []
    private var reached: [Int32] = []

    /// Creates a search.
    package convenience init(_ pattern: Pattern) {
        self.init(pattern, pattern.table.forSearch(pattern))
    }

    /// Creates a search with a table that decides about most texts; `nil` for none.
    init(_ pattern: Pattern, _ table: PatternTable?) {
        self.pattern = pattern
        self.table = table
    }

    /// Returns whether the pattern matches anywhere in a text; linear in the length of the text.
    package func isFound(in text: String) -> Bool {
        if let isFound = table?.isFound(in: text) { return isFound }
        begin()
        var state = start
        var scalars = text.unicodeScalars.makeIterator()
        while let code = Self.run(&scalars, &state, steps) {
            state = step(from: state, over: code)
            if state < 0 { break }
        }
        return state < 0 ? state == Self.found : isFound(atEndOf: state)
    }

    private func begin() {
        if marks.isEmpty { marks = Array(repeating: 0, count: pattern.program.count) }
        if start == Self.unknown { start = number(of: [0], .nothing) }
    }

    /// Follows the steps that are known, up to a state that decides.
    ///
    /// - Returns: The scalar for which the step is not known; `nil` at the end.
    private static func run(
        _ scalars: inout String.UnicodeScalarView.Iterator,
        _ state: inout Int32,
        _ steps: [Int32]
    ) -> UInt32? {
        while let code = scalars.next()?.value {
            guard code < 128 else { return code }
            let next = steps[Int(state) * 128 + Int(code)]
            if next == unknown { return code }
            state = next
            if next < 0 { return nil }
        }
        return nil
    }

    private func number(of waiting: [Int32], _ before: Before) -> Int32 {
        if waiting.isEmpty { return Self.impossible }
        let key = waiting + [Int32(-1 - before.rawValue)]
        if let number = numbers[key] { return number }
        waitingCount += waiting.count
        if states.count == Self.maximumStates || waitingCount > Self.maximumWaiting {
            states.removeAll(keepingCapacity: true)
            steps.removeAll(keepingCapacity: true)
            numbers.removeAll(keepingCapacity: true)
            start = Self.unknown
            clearances += 1
            waitingCount = waiting.count
        }
        let number = Int32(states.count)
        states.append(State(waiting: waiting, before: before, matchesAtEnd: nil))
        steps.append(contentsOf: repeatElement(Self.unknown, count: 128))
        numbers[key] = number
        return number
    }

    private func step(from number: Int32, over code: UInt32) -> Int32 {
        let state = states[Int(number)]
        guard !close(state, before: code) else {
            remember(Self.found, from: number, over: code)
            return Self.found
        }
        var next: [Int32] = []
        for index in reached {
            if case .take(let set) = pattern.program[Int(index)], set.contains(code) {
                next.append(index + 1)
            }
        }
        if !pattern.isAnchored { next.append(0) }
        next.sort()
        let clearances = clearances
        let before = pattern.asksForNeighbors ? Before(code) : .other
        let nextNumber = self.number(of: next, before)
        if clearances == self.clearances { remember(nextNumber, from: number, over: code) }
        return nextNumber
    }

    private func remember(_ next: Int32, from number: Int32, over code: UInt32) {
        if code < 128 { steps[Int(number) * 128 + Int(code)] = next }
    }

    /// Visits all states that some ASCII scalars lead to.
    ///
    /// - Parameters:
    ///   - codes: The scalars.
    ///   - maximumStates: The maximum number of states.
    ///   - work: The maximum number of waiting instructions in all states.
    /// - Returns: The steps from each state, and whether the pattern matches at the end of a text
    ///   there; `nil` if there are more states or instructions.
    func states(
        over codes: [UInt32],
        maximumStates: Int,
        work: Int
    ) -> (steps: [Int32], matchesAtEnd: [Bool])? {
        begin()
        var steps: [Int32] = []
        var matchesAtEnd: [Bool] = []
        while matchesAtEnd.count < states.count {
            guard states.count <= maximumStates, waitingCount <= work else { return nil }
            let number = Int32(matchesAtEnd.count)
            steps += codes.map { step(from: number, over: $0) }
            matchesAtEnd.append(isFound(atEndOf: number))
        }
        return (steps, matchesAtEnd)
    }

    private func isFound(atEndOf number: Int32) -> Bool {
        if let result = states[Int(number)].matchesAtEnd { return result }
        let result = close(states[Int(number)], before: nil)
        states[Int(number)].matchesAtEnd = result
        return result
    }

    /// Follows all instructions that match no scalar.
    ///
    /// - Parameters:
    ///   - state: The current state of the machine.
    ///   - next: The scalar after the position; `nil` at the end of the text.
    /// - Returns: Whether the pattern matches.
    private func close(_ state: State, before next: UInt32?) -> Bool {
        closure &+= 1
        reached.removeAll(keepingCapacity: true)
        stack.removeAll(keepingCapacity: true)
        stack.append(contentsOf: state.waiting)
        while let index = stack.popLast() {
            guard marks[Int(index)] != closure else { continue }
            marks[Int(index)] = closure
            switch pattern.program[Int(index)] {
            case .match: return true
            case .jump(let target): stack.append(Int32(target))
            case .fork(let first, let second):
                stack.append(Int32(first))
                stack.append(Int32(second))
            case .take: reached.append(index)
            case .assert(let assertion):
                if Self.holds(assertion, state.before, next) { stack.append(index + 1) }
            }
        }
        return false
    }

    static func holds(
        _ assertion: PatternSyntax.Assertion,
        _ before: Before,
        _ next: UInt32?
    ) -> Bool {
        switch assertion {
        case .textStart: before == .nothing
        case .textEnd: next == nil
        case .lineStart: before == .nothing || before == .newline
        case .lineEnd: next == nil || next == 0x0A
        case .wordBoundary: isBoundary(before, next)
        case .noWordBoundary: !isBoundary(before, next)
        }
    }

    private static func isBoundary(_ before: Before, _ next: UInt32?) -> Bool {
        let nextIsWord = next.flatMap(Unicode.Scalar.init)?.isWord ?? false
        return (before == .word) != nextIsWord
    }
}
