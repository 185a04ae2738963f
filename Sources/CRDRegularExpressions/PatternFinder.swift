/// Finds where a pattern matches in one text: the match that begins first, and of several the one
/// that the pattern prefers, as in Go.
///
/// The text is read from its end first, to find the instructions from which a match is possible at
/// each position. So no match is tried in vain, and the time is linear in the text for all matches
/// together. The instructions are kept for one block of the text at a time.
struct PatternFinder {
    private static let blockSize = 1024

    private let program: [Pattern.Instruction]
    private let text: [UInt32]
    /// The instructions that continue with each instruction without matching a scalar.
    private let predecessors: [[Int32]]
    /// The instructions that match a scalar.
    private let takes: [Int32]
    /// The instructions from which a match is possible at the end of each block.
    private var blockEnds: [InstructionSet] = []
    private var block: (number: Int, possible: [InstructionSet]) = (-1, [])

    init(_ pattern: Pattern, _ text: [UInt32]) {
        program = pattern.program
        self.text = text
        var predecessors = [[Int32]](repeating: [], count: program.count)
        var takes: [Int32] = []
        for (index, instruction) in program.enumerated() {
            switch instruction {
            case .match: break
            case .jump(let target): predecessors[target].append(Int32(index))
            case .fork(let first, let second):
                predecessors[first].append(Int32(index))
                predecessors[second].append(Int32(index))
            case .take: takes.append(Int32(index))
            case .assert: predecessors[index + 1].append(Int32(index))
            }
        }
        self.predecessors = predecessors
        self.takes = takes
        readBackwards()
    }

    /// Returns the first match that begins at a position or behind it.
    mutating func match(from start: Int) -> Range<Int>? {
        var position = start
        while position <= text.count {
            if isPossible(0, at: position) { return position..<end(from: position) }
            position += 1
        }
        return nil
    }

    /// Returns the end of the match that the pattern prefers of those that begin at a position.
    private mutating func end(from start: Int) -> Int {
        var position = start
        var index = 0
        while let next = nextTake(from: index, at: position) {
            index = next + 1
            position += 1
        }
        return position
    }

    /// Returns the instruction that matches the next scalar of the preferred match; `nil` at its
    /// end.
    private mutating func nextTake(from start: Int, at position: Int) -> Int? {
        var visited = InstructionSet(count: program.count)
        var stack = [start]
        while let index = stack.popLast() {
            guard isPossible(index, at: position), visited.insert(index) else { continue }
            switch program[index] {
            case .match: return nil
            case .take: return index
            case .jump(let target): stack.append(target)
            case .assert: stack.append(index + 1)
            case .fork(let first, let second):
                stack.append(second)
                stack.append(first)
            }
        }
        preconditionFailure("a match is possible, but none was found")
    }

    // MARK: - Possible instructions

    private mutating func isPossible(_ index: Int, at position: Int) -> Bool {
        let number = position / Self.blockSize
        if block.number != number {
            let start = number * Self.blockSize
            let end = min(start + Self.blockSize - 1, text.count)
            var possible: [InstructionSet] = []
            var next: InstructionSet? = end < text.count ? blockEnds[number] : nil
            for position in (start...end).reversed() {
                let set = self.possible(at: position, next)
                possible.append(set)
                next = set
            }
            block = (number, possible.reversed())
        }
        return block.possible[position % Self.blockSize].contains(index)
    }

    /// Finds the instructions at the end of each block.
    private mutating func readBackwards() {
        let count = text.count / Self.blockSize
        guard count > 0 else { return }
        var ends: [InstructionSet] = []
        var next: InstructionSet?
        for position in (Self.blockSize...text.count).reversed() {
            let set = possible(at: position, next)
            if position % Self.blockSize == 0 { ends.append(set) }
            next = set
        }
        blockEnds = ends.reversed()
    }

    /// Returns the instructions from which a match is possible at a position.
    ///
    /// - Parameters:
    ///   - position: The position in the text.
    ///   - next: The instructions at the next position; `nil` at the end of the text.
    /// - Returns: The instructions.
    private func possible(at position: Int, _ next: InstructionSet?) -> InstructionSet {
        var result = InstructionSet(count: program.count)
        var queue = [Int32(program.count - 1)]
        if let next {
            let code = text[position]
            for index in takes where next.contains(Int(index) + 1) {
                if case .take(let set) = program[Int(index)], set.contains(code) {
                    queue.append(index)
                }
            }
        }
        let before = position > 0 ? PatternSearch.Before(text[position - 1]) : .nothing
        let after = position < text.count ? text[position] : nil
        while let index = queue.popLast() {
            guard result.insert(Int(index)) else { continue }
            for previous in predecessors[Int(index)] {
                if case .assert(let assertion) = program[Int(previous)],
                    !PatternSearch.holds(assertion, before, after)
                {
                    continue
                }
                queue.append(previous)
            }
        }
        return result
    }
}

/// A set of instructions of a program.
private struct InstructionSet {
    private var words: [UInt64]

    init(count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
    }

    func contains(_ index: Int) -> Bool { words[index >> 6] & (1 << UInt64(index & 63)) != 0 }

    /// Adds an instruction, and returns whether it was not there.
    mutating func insert(_ index: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(index & 63)
        guard words[index >> 6] & bit == 0 else { return false }
        words[index >> 6] |= bit
        return true
    }
}
