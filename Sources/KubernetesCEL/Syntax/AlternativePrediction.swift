/// Chooses between the alternatives of a state by reading ahead, as ANTLR does.
struct AlternativePrediction {
    /// A way to go on with an alternative.
    private struct Configuration: Hashable {
        let state: Int
        let alternative: Int
        /// The states after the rules that are applied.
        let stack: [Int]
        /// Whether the rule of the decision has ended.
        let isOutside: Bool
    }

    /// The result of a prediction.
    enum Outcome {
        case alternative(Int)
        /// No alternative goes on at the token that is this far ahead.
        case none(Int)
    }

    let grammar: Grammar
    /// The state of the decision.
    let state: Int
    /// The precedence with which the rule is applied.
    let precedence: Int

    /// The number of ways after which the first alternative is taken.
    private static let maximumConfigurations = 20_000

    /// Chooses an alternative.
    ///
    /// The closure returns the kind of the token that is some tokens ahead.
    func predict(_ token: (Int) -> TokenKind) -> Outcome {
        var current = closure(initial)
        var offset = 0
        while true {
            let kind = token(offset)
            let next = closure(moved(current, kind))
            guard !next.isEmpty else {
                let finished = current.filter(\.isOutside).map(\.alternative).min()
                return finished.map { .alternative($0) } ?? .none(offset)
            }
            let alternatives = Set(next.map(\.alternative))
            if alternatives.count == 1 { return .alternative(next[0].alternative) }
            if kind == .end || isConflict(next) {
                return .alternative(alternatives.min() ?? 0)
            }
            current = next
            offset += 1
        }
    }

    private var initial: [Configuration] {
        grammar.states[state].transitions.enumerated().compactMap { number, transition in
            guard case .epsilon(let target) = transition else { return nil }
            return Configuration(
                state: target,
                alternative: number,
                stack: [],
                isOutside: false
            )
        }
    }

    /// Returns whether all alternatives have come to the same states.
    private func isConflict(_ configurations: [Configuration]) -> Bool {
        struct Place: Hashable {
            let state: Int
            let stack: [Int]
        }
        var places: [Place: Set<Int>] = [:]
        for one in configurations {
            places[Place(state: one.state, stack: one.stack), default: []].insert(one.alternative)
        }
        return configurations.count > Self.maximumConfigurations
            || places.values.allSatisfy { $0.count > 1 }
    }

    private func moved(_ configurations: [Configuration], _ kind: TokenKind) -> [Configuration] {
        configurations.flatMap { one in
            grammar.states[one.state].transitions.compactMap { transition in
                guard case .token(let set, let target) = transition, set.contains(kind) else {
                    return nil
                }
                return Configuration(
                    state: target,
                    alternative: one.alternative,
                    stack: one.stack,
                    isOutside: one.isOutside
                )
            }
        }
    }

    /// Returns the states before tokens that are reached without reading one.
    private func closure(_ configurations: [Configuration]) -> [Configuration] {
        var seen = Set<Configuration>()
        var result: [Configuration] = []
        var waiting = Array(configurations.reversed())
        while let one = waiting.popLast() {
            guard seen.insert(one).inserted else { continue }
            if grammar.states[one.state].kind == .ruleStop {
                waiting += returns(from: one)
                result.append(one)
                continue
            }
            for transition in grammar.states[one.state].transitions.reversed() {
                waiting += followed(transition, from: one)
            }
            result.append(one)
        }
        return result
    }

    /// Returns the states after the end of a rule.
    ///
    /// Outside of the decision's rule, each place where the rule is applied is one.
    private func returns(from one: Configuration) -> [Configuration] {
        if let target = one.stack.last {
            return [
                Configuration(
                    state: target,
                    alternative: one.alternative,
                    stack: one.stack.dropLast(),
                    isOutside: one.isOutside
                )
            ]
        }
        let rule = grammar.states[one.state].rule
        return grammar.followers[rule.rawValue].map { target in
            Configuration(
                state: target,
                alternative: one.alternative,
                stack: [],
                isOutside: true
            )
        }
    }

    private func followed(
        _ transition: Grammar.Transition,
        from one: Configuration
    ) -> [Configuration] {
        func moved(_ target: Int, _ stack: [Int]) -> [Configuration] {
            [
                Configuration(
                    state: target,
                    alternative: one.alternative,
                    stack: stack,
                    isOutside: one.isOutside
                )
            ]
        }
        switch transition {
        case .epsilon(let target): return moved(target, one.stack)
        case .token: return []
        case .rule(let rule, _, let target):
            return moved(grammar.starts[rule.rawValue], one.stack + [target])
        case .precedence(let level, let target):
            let isOwn = one.stack.isEmpty && !one.isOutside
            return isOwn && level < precedence ? [] : moved(target, one.stack)
        }
    }
}
