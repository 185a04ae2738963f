extension CostEstimator {
    /// The operands of a call: the receiver, if any, and the arguments.
    struct Operands {
        let target: NodeID?
        let arguments: [NodeID]

        /// The receiver, or the first argument.
        var first: NodeID? { target ?? arguments.first }
    }

    /// The estimated cost of a function without its arguments, and the size of its result.
    typealias Estimate = (cost: CostRange, size: CostRange?)

    mutating func call(
        _ function: Symbol,
        _ target: NodeID,
        _ span: NodeSpan,
        _ node: NodeID
    ) -> CostRange {
        guard case .function(let number, let mask, let hasTarget) = checked.reference(node) else {
            return .zero
        }
        let group = functions.groups[Int(number)]
        let arguments = (0..<Int(span.count)).map { tree.child(span, $0) }
        let costs = arguments.map { cost($0) }
        if group.name == "dyn" {
            record(size(arguments[0]), for: node)
            record(entrySize(arguments[0]), for: node)
            return costs[0] + CostRange(1)
        }
        let total = hasTarget ? cost(target) : .zero
        let operands = Operands(target: hasTarget ? target : nil, arguments: arguments)
        var own: CostRange?
        var result: CostRange?
        for index in group.entries.indices where mask & 1 << UInt32(index) != 0 {
            let overload = group.entries[index].overload
            let estimate = estimate(group.cost ?? overload.cost, operands, costs, node)
            own = own?.union(estimate.cost) ?? estimate.cost
            if let size = estimate.size { result = result?.union(size) ?? size }
            if overload.id == "index_list" || overload.id == "index_map" {
                recordIndex(of: arguments[0], node)
                result = result ?? self.entrySize(arguments[0])?.value
            }
        }
        record(result, for: node)
        return total + (own ?? .zero)
    }

    /// Returns the cost of one overload with its arguments.
    private mutating func estimate(
        _ cost: CallCost,
        _ operands: Operands,
        _ costs: [CostRange],
        _ node: NodeID
    ) -> Estimate {
        switch cost {
        case .logical:
            return (CostRange(costs[0].minimum, (costs[0] + costs[1]).maximum), nil)
        case .conditional:
            let (first, second) = (operands.arguments[1], operands.arguments[2])
            record(union(entrySize(first), entrySize(second)), for: node)
            return (costs[0] + costs[1].union(costs[2]), size(first).union(size(second)))
        default:
            let own = function(cost, operands, node)
            return (costs.reduce(own.cost, +), own.size)
        }
    }

    private func union(_ first: EntrySize?, _ second: EntrySize?) -> EntrySize? {
        guard let first, let second else { return nil }
        return EntrySize(
            isList: first.isList,
            key: first.key.union(second.key),
            value: first.value.union(second.value)
        )
    }

    /// Returns the cost of a function by the sizes of its operands.
    private mutating func function(
        _ cost: CallCost,
        _ operands: Operands,
        _ node: NodeID
    ) -> Estimate {
        guard let first = operands.first else {
            return (CostRange(cost == .check ? 350_000 : 1), nil)
        }
        let perScalar = Cost.perScalar
        switch cost {
        case .one, .dyn, .logical, .conditional, .free: return (CostRange(1), nil)
        case .check: return (CostRange(350_000), nil)
        case .traverse: return (traversal(first), nil)
        case .parse, .format: return (size(first).scaled(by: perScalar), nil)
        case .parseTwice: return (size(first).scaled(by: 2 * perScalar), nil)
        case .scan: return (size(first).scaled(by: perScalar), size(first))
        case .url:
            let scaled = size(first).scaled(by: perScalar)
            return (scaled, scaled)
        case .argument:
            return (size(operands.arguments[0]).scaled(by: perScalar), nil)
        case .quote, .stringToBytes, .bytesToString: return text(cost, size(first))
        case .replace, .split, .join, .find: return string(cost, first, operands.arguments)
        case .matches, .contains: return product(cost, first, operands.arguments)
        case .inList: return (size(operands.arguments[1]), nil)
        case .equality: return (equality(operands.arguments), nil)
        case .ordering: return (smaller(operands.arguments), nil)
        case .add, .addLists: return sum(cost, operands.arguments, node)
        case .containsIP, .containsCIDR, .validate:
            return (network(cost, operands.arguments), nil)
        case .sets, .slice, .range, .reverse, .flatten, .distinct, .sort:
            return collection(cost, first, operands.arguments)
        }
    }

    private mutating func traversal(_ receiver: NodeID) -> CostRange {
        let type: TypeID? =
            switch checked.form(receiver) {
            case .list(let element): element
            case .map(let key, _): key
            case .optional(let wrapped): wrapped
            default: nil
            }
        guard let type else { return size(receiver).scaled(by: Cost.perScalar) }
        var element = CostRange(1)
        if type == .string || type == .bytes {
            element = element + itemSize(of: receiver).scaled(by: Cost.perScalar)
        }
        return size(receiver) * element
    }

    private func text(_ cost: CallCost, _ size: CostRange) -> Estimate {
        let own = size.scaled(by: Cost.perScalar)
        switch cost {
        case .quote: return (own, size * CostRange(1, 2) + CostRange(2))
        case .stringToBytes: return (own, size * CostRange(1, 4))
        default: return (own, CostRange(size.minimum / 4, size.maximum))
        }
    }

    private mutating func string(
        _ cost: CallCost,
        _ receiver: NodeID,
        _ arguments: [NodeID]
    ) -> Estimate {
        let own = size(receiver)
        switch cost {
        case .replace:
            let pattern = size(arguments[0])
            let replacement = size(arguments[1])
            return (
                own.scaled(by: 2 * Cost.perScalar),
                replaced(own, pattern: pattern, by: replacement)
            )
        case .split:
            var maximum = own.maximum
            if arguments.count > 1, case .int(let limit)? = checked.constant(arguments[1]) {
                maximum = UInt64(bitPattern: limit)
            }
            return (own.scaled(by: 2 * Cost.perScalar), CostRange(0, maximum))
        case .join:
            var result = own * itemSize(of: receiver)
            if let separator = arguments.first {
                let gaps = CostRange(
                    own.minimum == 0 ? 0 : own.minimum - 1,
                    own.maximum == 0 ? 0 : own.maximum - 1
                )
                result = result + size(separator) * gaps
            }
            return (result.scaled(by: Cost.perScalar), result)
        default:
            let (cost, _) = product(.matches, receiver, arguments)
            return (cost, CostRange(0, own.maximum))
        }
    }

    private func replaced(
        _ text: CostRange,
        pattern: CostRange,
        by replacement: CostRange
    ) -> CostRange {
        CostRange(
            replacedMinimum(text.minimum, pattern.maximum, replacement.minimum),
            replacedMaximum(text.maximum, pattern.minimum, replacement.maximum)
        )
    }

    private func replacedMaximum(_ text: UInt64, _ pattern: UInt64, _ new: UInt64) -> UInt64 {
        if pattern == 0 { return Cost.sum(Cost.product(Cost.sum(text, 1), new), text) }
        if new <= pattern { return text }
        return Cost.product(Cost.scaled(text, by: 1 / Double(pattern)), new)
    }

    private func replacedMinimum(_ text: UInt64, _ pattern: UInt64, _ new: UInt64) -> UInt64 {
        if pattern == 0 { return Cost.sum(Cost.product(Cost.sum(text, 1), new), text) }
        if pattern <= new { return text }
        return Cost.product(Cost.scaled(text, by: 1 / Double(pattern)), new)
    }

    private mutating func product(
        _ cost: CallCost,
        _ receiver: NodeID,
        _ arguments: [NodeID]
    ) -> Estimate {
        guard let first = arguments.first else { return (CostRange(1), nil) }
        let isPattern = cost == .matches
        let text = isPattern ? size(receiver) + CostRange(1) : size(receiver)
        let factor = isPattern ? Cost.perPatternScalar : Cost.perScalar
        return (text.scaled(by: Cost.perScalar) * size(first).scaled(by: factor), nil)
    }

    private mutating func sum(
        _ cost: CallCost,
        _ arguments: [NodeID],
        _ node: NodeID
    ) -> Estimate {
        let result = size(arguments[0]) + size(arguments[1])
        record(union(entrySize(arguments[0]), entrySize(arguments[1])), for: node)
        return (cost == .addLists ? CostRange(1) : result.scaled(by: Cost.perScalar), result)
    }

    private mutating func smaller(_ arguments: [NodeID]) -> CostRange {
        let maximum = min(size(arguments[0]).maximum, size(arguments[1]).maximum)
        return CostRange(maximum == 0 ? 0 : 1, maximum).scaled(by: Cost.perScalar)
    }

    private mutating func equality(_ arguments: [NodeID]) -> CostRange {
        guard checked.type(arguments[0]) == checked.type(arguments[1]),
            case .opaque(let number) = checked.form(arguments[0])
        else { return smaller(arguments) }
        switch checked.types.opaqueNames[Int(number)] {
        case "net.IP", "net.CIDR", "kubernetes.Quantity", "kubernetes.Semver": return CostRange(1)
        case "kubernetes.NamedFormat": return CostRange(1, 7)
        case "kubernetes.URL":
            let size = size(arguments[0])
            return CostRange(1, size.scaled(by: Cost.perScalar).maximum)
        default: return smaller(arguments)
        }
    }

    private mutating func network(_ cost: CallCost, _ arguments: [NodeID]) -> CostRange {
        guard let argument = arguments.first else { return CostRange(1) }
        let parsed = size(argument).scaled(by: Cost.perScalar)
        if cost == .validate { return parsed * CostRange(32) }
        var total = CostRange(1, 4)
        if cost == .containsCIDR { total = total + CostRange(1, 2) + CostRange(1) }
        return checked.type(argument) == .string ? total + parsed : total
    }

    private mutating func collection(
        _ cost: CallCost,
        _ receiver: NodeID,
        _ arguments: [NodeID]
    ) -> Estimate {
        let own = size(receiver)
        switch cost {
        case .sets(let factor):
            return ((own * size(arguments[1])).scaled(by: factor) + CostRange(1), nil)
        case .slice:
            let start = literal(arguments[0]) ?? 0
            let end = literal(arguments[1]) ?? own.maximum
            return allocating(CostRange(end &- start), 1)
        case .range: return allocating(CostRange(literal(receiver) ?? .max), 1)
        case .flatten:
            let depth = arguments.isEmpty ? 1 : literal(arguments[0]) ?? .max
            return allocating(own, Double(depth))
        case .distinct: return allocating(own * own, 2)
        case .sort(let factor):
            let keys = arguments.first.map { size($0) } ?? own
            return allocating(keys * keys, factor)
        default: return allocating(own, 1)
        }
    }

    private func allocating(_ size: CostRange, _ factor: Double) -> Estimate {
        (size.scaled(by: factor) + CostRange(11), size)
    }

    /// Returns an integer literal.
    private func literal(_ node: NodeID) -> UInt64? {
        switch checked.constant(node) {
        case .int(let number)?: UInt64(max(0, number))
        case .uint(let number)?: number
        default: nil
        }
    }
}
