/// A regular expression as Go's package regexp interprets it (RE2).
///
/// It is a program for a machine that is in many states at once, so a search takes time linear in
/// the text for every pattern. Capture groups are not recorded.
package final class Pattern: Sendable {
    /// One instruction; the numbers are those of the instructions that follow.
    enum Instruction: Sendable {
        case match
        case jump(Int)
        /// Continues with the first instruction if a match is possible there, and otherwise with
        /// the second one.
        case fork(Int, Int)
        /// Matches one scalar of the set and continues with the next instruction.
        case take(ScalarSet)
        /// Continues with the next instruction if the assertion holds at the current position.
        case assert(PatternSyntax.Assertion)
    }

    package let text: String
    /// The pattern as a tree.
    package let syntax: PatternSyntax
    let program: [Instruction]
    /// Whether a match can only begin at the start of the text.
    let isAnchored: Bool
    /// Whether an assertion depends on the scalars before or after a position.
    let asksForNeighbors: Bool
    /// The table for ASCII.
    let table = SharedPatternTable()

    /// Reads a pattern.
    ///
    /// - Throws: `PatternError` if Go rejects the pattern.
    package init(_ text: String) throws(PatternError) {
        let syntax = try PatternParser.parse(text)
        var compiler = PatternCompiler()
        compiler.compile(syntax)
        guard !compiler.isTooLarge else {
            throw PatternError(code: "expression too large", expression: text)
        }
        self.text = text
        self.syntax = syntax
        program = compiler.program + [.match]
        isAnchored = syntax.isAnchored
        asksForNeighbors = program.contains { $0.asksForNeighbors }
    }

    /// Returns whether the pattern matches anywhere in a text.
    package func matches(_ text: String) -> Bool {
        PatternSearch(self).isFound(in: text)
    }
}

extension Pattern.Instruction {
    fileprivate var asksForNeighbors: Bool {
        switch self {
        case .assert(.lineStart), .assert(.lineEnd): true
        case .assert(.wordBoundary), .assert(.noWordBoundary): true
        case .assert(.textStart), .assert(.textEnd): false
        case .match, .jump, .fork, .take: false
        }
    }
}

private struct PatternCompiler {
    /// Go rejects programs of about the same size.
    static let maximumSize = 100_000

    var program: [Pattern.Instruction] = []

    var isTooLarge: Bool { program.count > Self.maximumSize }

    mutating func compile(_ syntax: PatternSyntax) {
        guard !isTooLarge else { return }
        switch syntax {
        case .empty: break
        case .set(let set): program.append(.take(set))
        case .assertion(let assertion): program.append(.assert(assertion))
        case .sequence(let parts):
            for part in parts { compile(part) }
        case .choice(let branches): compile(choice: branches)
        case .repetition(let part, let minimum, let maximum?, let isLazy):
            for _ in 0..<minimum { compile(part) }
            compile(part, atMost: maximum - minimum, isLazy: isLazy)
        case .repetition(let part, let minimum, nil, let isLazy):
            compile(part, atLeast: minimum, isLazy: isLazy)
        }
    }

    private mutating func compile(choice branches: [PatternSyntax]) {
        var jumps: [Int] = []
        for (position, branch) in branches.enumerated() {
            guard position < branches.count - 1 else {
                compile(branch)
                break
            }
            let fork = program.count
            program.append(.match)
            compile(branch)
            jumps.append(program.count)
            program.append(.match)
            program[fork] = .fork(fork + 1, program.count)
        }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func compile(_ part: PatternSyntax, atMost maximum: Int, isLazy: Bool) {
        var forks: [Int] = []
        for _ in 0..<max(0, maximum) {
            forks.append(program.count)
            program.append(.match)
            compile(part)
        }
        for fork in forks { program[fork] = self.fork(fork + 1, else: program.count, isLazy) }
    }

    private mutating func compile(_ part: PatternSyntax, atLeast minimum: Int, isLazy: Bool) {
        for _ in 0..<max(0, minimum - 1) { compile(part) }
        let start = program.count
        // An optional loop that runs at least once: Go prefers the same matches if the part can be
        // empty.
        if minimum == 0 { program.append(.match) }
        let loop = program.count
        compile(part)
        program.append(fork(loop, else: program.count + 1, isLazy))
        if minimum == 0 { program[start] = fork(loop, else: program.count, isLazy) }
    }

    private func fork(_ part: Int, else other: Int, _ isLazy: Bool) -> Pattern.Instruction {
        isLazy ? .fork(other, part) : .fork(part, other)
    }
}

extension PatternSyntax {
    fileprivate var isAnchored: Bool {
        switch self {
        case .assertion(.textStart): true
        case .sequence(let parts): parts.first?.isAnchored ?? false
        case .choice(let branches): branches.allSatisfy(\.isAnchored)
        case .repetition(let part, let minimum, _, _): minimum > 0 && part.isAnchored
        case .empty, .set, .assertion: false
        }
    }
}
