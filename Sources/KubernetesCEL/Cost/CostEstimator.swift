/// Estimates the cost of an expression from the sizes that its schema allows.
///
/// The rules are those of cel-go's checker and of Kubernetes' estimator, oddities included: a rule
/// is accepted or rejected by the result.
struct CostEstimator {
    /// The declaration that a node leads to.
    enum Path {
        /// The node isn't reached by fields from a variable.
        case none
        /// The declared type, or `nil` if the schema has none there.
        case to(DeclaredType?)
    }

    /// The sizes of the keys and values of a map, or of the elements of a list.
    struct EntrySize {
        let isList: Bool
        let key: CostRange
        let value: CostRange
    }

    /// A variable of a comprehension.
    private struct Local {
        let path: Path
        let size: CostRange?
        let entry: EntrySize?
    }

    let checked: CheckedTree
    let functions: FunctionTable
    private let root: DeclaredType?
    private var costs: [CostRange?]
    private var sizes: [CostRange?]
    private var entries: [EntrySize?]
    private var paths: [Path]
    private var locals: [Local?]

    init(_ checked: CheckedTree, _ environment: Environment) {
        self.checked = checked
        functions = environment.functions
        root = environment.sizes
        let count = checked.tree.nodes.count
        costs = Array(repeating: nil, count: count)
        sizes = Array(repeating: nil, count: count)
        entries = Array(repeating: nil, count: count)
        paths = Array(repeating: .none, count: count)
        locals = Array(repeating: nil, count: checked.localCount)
    }

    var tree: SyntaxTree { checked.tree }

    /// Returns the cost of the whole expression.
    mutating func estimate() -> CostRange { cost(tree.root) }

    /// Returns the cost of a node.
    ///
    /// One that macros use twice is visited once.
    mutating func cost(_ node: NodeID) -> CostRange {
        if let known = costs[node.index] { return known }
        let cost = findCost(node)
        costs[node.index] = cost
        return cost
    }

    private mutating func findCost(_ node: NodeID) -> CostRange {
        switch tree[node] {
        case .constant, .message: return .zero
        case .identifier:
            paths[node.index] = path(ofIdentifier: node)
            return CostRange(1)
        case .select(let operand, let field): return select(operand, field, node)
        case .presence(let operand, _): return cost(operand)
        case .call(let function, let target, let arguments):
            return call(function, target, arguments, node)
        case .list(let span): return list(span, node)
        case .map(let span): return map(span, node)
        case .comprehension(let number):
            let loop = tree.comprehensions[Int(number)]
            let place = Int(checked.places[Int(number)])
            return loop.kind == .bind ? bind(loop, place, node) : self.loop(loop, place, node)
        }
    }

    // MARK: Paths and sizes

    private func path(ofIdentifier node: NodeID) -> Path {
        if case .local(let place) = checked.reference(node) {
            return locals[Int(place)]?.path ?? .none
        }
        return .to(root)
    }

    /// Returns a path with one more step.
    ///
    /// The first step is always dropped, whatever it is.
    private func path(_ path: Path, step: (DeclaredType) -> DeclaredType?) -> Path {
        switch path {
        case .none: .to(root)
        case .to(let type): .to(type.flatMap(step))
        }
    }

    private func items(of path: Path) -> Path {
        self.path(path) { type in
            switch type.kind {
            case .list(let element): element
            case .map(_, let value): value
            default: nil
            }
        }
    }

    private func keys(of path: Path) -> Path {
        self.path(path) { type in
            if case .map(let key, _) = type.kind { return key }
            return nil
        }
    }

    /// Returns the size that the schema gives.
    func declaredSize(_ path: Path) -> CostRange? {
        guard case .to(let type?) = path else { return nil }
        return CostRange(0, type.maximumElements)
    }

    /// Returns the size of the elements of a list that a node leads to.
    func itemSize(of node: NodeID) -> CostRange {
        let path = paths[node.index]
        if case .none = path { return .unknown }
        return declaredSize(items(of: path)) ?? .unknown
    }

    mutating func size(_ node: NodeID) -> CostRange { knownSize(node) ?? .unknown }

    private mutating func knownSize(_ node: NodeID) -> CostRange? {
        if let size = sizes[node.index] { return size }
        if let size = literalSize(node) { return size }
        if let size = declaredSize(paths[node.index]) {
            sizes[node.index] = size
            return size
        }
        if isScalar(checked.type(node)) { return CostRange(1) }
        if case .local(let place) = checked.reference(node) { return locals[Int(place)]?.size }
        return nil
    }

    private func literalSize(_ node: NodeID) -> CostRange? {
        switch tree[node] {
        case .constant(let number):
            switch tree.constants[Int(number)] {
            case .string(let text): CostRange(UInt64(Text.count(text)))
            case .bytes(let bytes): CostRange(UInt64(bytes.count))
            default: CostRange(1)
            }
        case .list(let span): CostRange(UInt64(span.count))
        case .map(let span): CostRange(UInt64(span.count / 3))
        default: nil
        }
    }

    private func isScalar(_ type: TypeID) -> Bool {
        switch type {
        case .bool, .int, .uint, .double, .timestamp, .duration: return true
        default:
            if case .optional(let wrapped) = checked.types[type] { return isScalar(wrapped) }
            return false
        }
    }

    mutating func record(_ size: CostRange?, for node: NodeID) {
        if let size { sizes[node.index] = size }
    }

    func entrySize(_ node: NodeID) -> EntrySize? {
        if let entry = entries[node.index] { return entry }
        if case .local(let place) = checked.reference(node) { return locals[Int(place)]?.entry }
        return nil
    }

    mutating func record(_ entry: EntrySize?, for node: NodeID) {
        if let entry { entries[node.index] = entry }
    }

    /// Notes that an index leads from a list to its elements, or from a map to its values.
    mutating func recordIndex(of container: NodeID, _ node: NodeID) {
        paths[node.index] = items(of: paths[container.index])
    }

    // MARK: Nodes

    private mutating func select(
        _ operand: NodeID,
        _ field: Symbol,
        _ node: NodeID
    ) -> CostRange {
        guard checked.reference(node) == .unknown else {
            paths[node.index] = .to(root)
            return CostRange(1)
        }
        let cost = cost(operand)
        let name = checked.symbols.text(field)
        paths[node.index] = path(paths[operand.index]) { type in
            guard case .object(let object) = type.kind else { return nil }
            // The server doesn't know reserved words here.
            return object.field(name).flatMap { $0.name == name ? $0.type : nil }
        }
        switch checked.form(operand) {
        case .map, .object: return cost + CostRange(1)
        default: return cost
        }
    }

    private mutating func list(_ span: NodeSpan, _ node: NodeID) -> CostRange {
        var total = CostRange(Cost.list)
        var element: CostRange?
        for index in 0..<Int(span.count) {
            let child = tree.child(span, index)
            total = total + cost(child)
            let size = size(child)
            element = element?.union(size) ?? size
        }
        record(EntrySize(isList: true, key: CostRange(1), value: element ?? .zero), for: node)
        return total
    }

    private mutating func map(_ span: NodeSpan, _ node: NodeID) -> CostRange {
        var total = CostRange(Cost.map)
        var keySize: CostRange?
        var valueSize: CostRange?
        for index in stride(from: 0, to: Int(span.count), by: 3) {
            let key = tree.child(span, index + 1)
            let value = tree.child(span, index + 2)
            total = total + cost(key) + cost(value)
            let sizes = (size(key), size(value))
            keySize = keySize?.union(sizes.0) ?? sizes.0
            valueSize = valueSize?.union(sizes.1) ?? sizes.1
        }
        let entry = EntrySize(isList: false, key: keySize ?? .zero, value: valueSize ?? .zero)
        record(entry, for: node)
        return total
    }

    // MARK: Comprehensions

    private mutating func bind(_ loop: Comprehension, _ place: Int, _ node: NodeID) -> CostRange {
        let start = cost(loop.range) + cost(loop.start)
        locals[place] = local(of: loop.start)
        let total = start + cost(loop.result)
        record(knownSize(loop.result), for: node)
        record(entrySize(loop.result), for: node)
        return total
    }

    private mutating func local(of node: NodeID) -> Local {
        Local(path: paths[node.index], size: knownSize(node), entry: entrySize(node))
    }

    private mutating func loop(_ loop: Comprehension, _ place: Int, _ node: NodeID) -> CostRange {
        var total = cost(loop.range) + cost(loop.start)
        locals[place] = local(of: loop.start)
        setVariables(loop, place)
        let step = cost(loop.condition) + cost(loop.step)
        total = total + cost(loop.result)
        let count = size(loop.range)
        recordResult(loop, count, node)
        return total + count * step
    }

    private mutating func setVariables(_ loop: Comprehension, _ place: Int) {
        let entry = entrySize(loop.range)
        let path = paths[loop.range.index]
        let isList: Bool
        if let entry {
            isList = entry.isList
        } else if case .list = checked.form(loop.range) {
            isList = true
        } else {
            isList = false
        }
        let items = Local(path: items(of: path), size: entry?.value, entry: nil)
        guard loop.secondVariable != .none else {
            let keys = Local(path: keys(of: path), size: entry?.key, entry: nil)
            locals[place + 1] = isList ? items : keys
            return
        }
        let keys = isList ? self.path(path) { _ in nil } : keys(of: path)
        locals[place + 1] = Local(path: keys, size: entry?.key, entry: nil)
        locals[place + 2] = items
    }

    private mutating func recordResult(
        _ loop: Comprehension,
        _ count: CostRange,
        _ node: NodeID
    ) {
        switch tree[loop.start] {
        case .constant: record(knownSize(loop.start), for: node)
        case .list, .map:
            record(count, for: node)
            record(entrySize(loop.step), for: node)
        default: break
        }
    }
}
