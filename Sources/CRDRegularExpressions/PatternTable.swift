/// The states of a pattern and the steps between them over ASCII, which many searches can use at
/// once.
///
/// Scalars that no part of the pattern distinguishes form a class, so there is one step for each
/// state and class.
final class PatternTable: Sendable {
    /// The maximum number of states.
    private static let maximumStates = 128
    /// The maximum of the number of waiting instructions in all states, multiplied by the number of
    /// classes.
    private static let maximumWork = 20_000

    /// The class of each ASCII scalar.
    private let classes: [UInt8]
    private let classCount: Int
    /// The state after each class, for one state after the other; empty if the pattern is too
    /// large for a table.
    private let steps: [Int32]
    /// Whether the pattern matches if the text ends in a state.
    private let matchesAtEnd: [Bool]

    /// Creates the table of a pattern.
    init(_ pattern: Pattern) {
        let classes = ScalarClasses(of: pattern)
        self.classes = classes.numbers
        classCount = classes.examples.count
        let states = PatternSearch(pattern, nil).states(
            over: classes.examples,
            maximumStates: Self.maximumStates,
            work: Self.maximumWork / classCount
        )
        steps = states?.steps ?? []
        matchesAtEnd = states?.matchesAtEnd ?? []
    }

    /// Returns whether the pattern matches anywhere in a text; `nil` if the table cannot decide.
    func isFound(in text: String) -> Bool? {
        if steps.isEmpty { return nil }
        var state = 0
        for byte in text.utf8 {
            guard byte < 128 else { return nil }
            let next = steps[state * classCount + Int(classes[Int(byte)])]
            if next < 0 { return next == PatternSearch.found }
            state = Int(next)
        }
        return matchesAtEnd[state]
    }
}

/// The classes of ASCII scalars that a pattern does not distinguish.
private struct ScalarClasses {
    /// The class of each scalar.
    private(set) var numbers = [UInt8](repeating: 0, count: 128)
    /// One scalar of each class.
    private(set) var examples: [UInt32] = [0]

    init(of pattern: Pattern) {
        var bits: Set<ASCIIBits> = []
        for case .take(let set) in pattern.program { bits.insert(set.ascii) }
        for set in bits { split(set.contains) }
        if pattern.asksForNeighbors {
            split { $0 == 0x0A }
            split { Unicode.Scalar(UInt8($0)).isWord }
        }
    }

    /// Separates the scalars in a set from the others.
    private mutating func split(_ isContained: (UInt32) -> Bool) {
        var renumbered = [UInt8?](repeating: nil, count: 2 * examples.count)
        examples = []
        for code in 0..<numbers.count {
            let key = 2 * Int(numbers[code]) + (isContained(UInt32(code)) ? 1 : 0)
            if renumbered[key] == nil {
                renumbered[key] = UInt8(examples.count)
                examples.append(UInt32(code))
            }
            if let number = renumbered[key] { numbers[code] = number }
        }
    }
}
