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
    /// The instructions that match a scalar, and the sets of these scalars.
    private let takes: [(index: Int32, set: ScalarSet)]
    /// The instructions from which a match is possible at the end of each block.
    private var blockEnds: InstructionSets
    /// The instructions from which a match is possible at each position of a block, and behind it.
    private var block: InstructionSets
    private var blockNumber = -1
    private var queue: [Int32] = []
    private var visited: InstructionSets

    init(_ pattern: Pattern, _ text: [UInt32]) {
        program = pattern.program
        self.text = text
        var predecessors = [[Int32]](repeating: [], count: program.count)
        var takes: [(index: Int32, set: ScalarSet)] = []
        for (index, instruction) in program.enumerated() {
            switch instruction {
            case .match: break
            case .jump(let target): predecessors[target].append(Int32(index))
            case .fork(let first, let second):
                predecessors[first].append(Int32(index))
                predecessors[second].append(Int32(index))
            case .take(let set): takes.append((Int32(index), set))
            case .assert: predecessors[index + 1].append(Int32(index))
            }
        }
        self.predecessors = predecessors
        self.takes = takes
        let blockCount = text.count / Self.blockSize
        blockEnds = InstructionSets(count: blockCount, of: program.count)
        block = InstructionSets(
            count: min(Self.blockSize, text.count) + 1,
            of: program.count
        )
        visited = InstructionSets(count: 1, of: program.count)
        if blockCount > 0 { readBackwards() }
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
        visited.removeAll(from: 0)
        queue.removeAll(keepingCapacity: true)
        queue.append(Int32(start))
        while let next = queue.popLast() {
            let index = Int(next)
            guard isPossible(index, at: position), visited.insert(index, into: 0) else { continue }
            switch program[index] {
            case .match: return nil
            case .take: return index
            case .jump(let target): queue.append(Int32(target))
            case .assert: queue.append(Int32(index + 1))
            case .fork(let first, let second):
                queue.append(Int32(second))
                queue.append(Int32(first))
            }
        }
        preconditionFailure("a match is possible, but none was found")
    }

    // MARK: - Possible instructions

    private mutating func isPossible(_ index: Int, at position: Int) -> Bool {
        let number = position / Self.blockSize
        if blockNumber != number { readBlock(number) }
        return block.contains(index, in: position % Self.blockSize)
    }

    private mutating func readBlock(_ number: Int) {
        let pending = queue
        let start = number * Self.blockSize
        let end = min(start + Self.blockSize - 1, text.count)
        if end < text.count { block.copy(number, of: blockEnds, to: end - start + 1) }
        for position in (start...end).reversed() {
            let slot = position - start
            read(position, into: slot, next: position < text.count ? slot + 1 : nil)
        }
        blockNumber = number
        queue = pending
    }

    /// Finds the instructions at the end of each block.
    private mutating func readBackwards() {
        for position in (Self.blockSize...text.count).reversed() {
            let slot = position % 2
            read(position, into: slot, next: position < text.count ? 1 - slot : nil)
            if position % Self.blockSize == 0 {
                blockEnds.copy(slot, of: block, to: position / Self.blockSize - 1)
            }
        }
    }

    /// Finds the instructions from which a match is possible at a position.
    ///
    /// - Parameters:
    ///   - position: The position in the text.
    ///   - slot: The set of the block that receives the instructions.
    ///   - next: The set with the instructions at the next position; `nil` at the end of the text.
    private mutating func read(_ position: Int, into slot: Int, next: Int?) {
        block.removeAll(from: slot)
        queue.removeAll(keepingCapacity: true)
        queue.append(Int32(program.count - 1))
        if let next {
            let code = text[position]
            for number in takes.indices
            where block.contains(Int(takes[number].index) + 1, in: next)
                && takes[number].set.contains(code)
            {
                queue.append(takes[number].index)
            }
        }
        let before = position > 0 ? PatternSearch.Before(text[position - 1]) : .nothing
        let after = position < text.count ? text[position] : nil
        while let index = queue.popLast() {
            guard block.insert(Int(index), into: slot) else { continue }
            for previous in predecessors[Int(index)] {
                if case .assert(let assertion) = program[Int(previous)],
                    !PatternSearch.holds(assertion, before, after)
                {
                    continue
                }
                queue.append(previous)
            }
        }
    }
}

/// Sets of instructions of a program, in one array.
private struct InstructionSets {
    private var words: [UInt64]
    /// The number of words of a set.
    private let size: Int

    init(count: Int, of instructionCount: Int) {
        size = (instructionCount + 63) / 64
        words = Array(repeating: 0, count: count * size)
    }

    func contains(_ index: Int, in set: Int) -> Bool {
        words[set * size + (index >> 6)] & (1 << UInt64(index & 63)) != 0
    }

    /// Adds an instruction to a set, and returns whether it was not there.
    mutating func insert(_ index: Int, into set: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64(index & 63)
        let word = set * size + (index >> 6)
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }

    mutating func removeAll(from set: Int) {
        for word in set * size..<(set + 1) * size { words[word] = 0 }
    }

    /// Replaces a set by one of other sets.
    mutating func copy(_ other: Int, of sets: InstructionSets, to set: Int) {
        for word in 0..<size { words[set * size + word] = sets.words[other * size + word] }
    }
}
