import CRDGeneratorCore
import CRDSchema
import CRDValues

/// A change of an example.
struct ExampleEdit {
    /// A change of one value.
    struct Step {
        /// The path from the resource.
        let path: [ValueStep]
        /// The new value; `nil` if it is removed.
        let value: JSONValue?
    }

    let steps: [Step]
}

/// Changes of an example with which a rule could be satisfied, the most promising first.
///
/// A value is changed to one that the schema or the rule suggests, an optional field is added or
/// removed, and of several fields, one remains.
struct RuleEdits {
    private let schema: Schema
    private let root: StructType
    private let builders: (minimal: ExampleBuilder, full: ExampleBuilder)
    private let isFull: Bool
    private let object: JSONObject
    private let place: [ValueStep]
    private let terms: RuleTerms

    /// Creates the edits.
    ///
    /// - Parameters:
    ///   - terms: The terms of the rule.
    ///   - place: The path of the value that the rule applies to.
    ///   - object: The example with its defaults.
    ///   - search: The search.
    init(_ terms: RuleTerms, at place: [ValueStep], in object: JSONObject, _ search: RuleSearch) {
        self.terms = terms
        self.place = place
        self.object = object
        schema = search.schema
        root = search.type.root
        builders = search.builders
        isFull = search.isFull
    }

    /// The maximum number of single changes that are combined to pairs.
    private static let mostPaired = 16

    /// The edits.
    var all: [ExampleEdit] {
        let fields = terms.paths.filter { !$0.isEmpty }
        let added = (fields + [[]]).flatMap(additions)
        let removed = fields.reversed().compactMap(removal)
        let changed = terms.paths.flatMap(changes)
        let singles = isFull ? changed + removed + added : added + changed + removed
        var edits = singles.map { ExampleEdit(steps: [$0]) }
        edits += groups
        let paired = singles.prefix(Self.mostPaired)
        for (position, first) in paired.enumerated() {
            for second in paired.dropFirst(position + 1) where first.path != second.path {
                edits.append(ExampleEdit(steps: [first, second]))
            }
        }
        // Without the value, the rule doesn't apply.
        return edits + (removal([]).map { [ExampleEdit(steps: [$0])] } ?? [])
    }

    private func slot(_ path: [ValueStep]) -> ExampleSlot? {
        let path = place + path
        return path.isEmpty ? nil : builders.minimal.slot(at: path, schema, root)
    }

    private func current(_ path: [ValueStep]) -> JSONValue? {
        JSONValue.object(object).first(at: (place + path)[...])
    }

    /// Returns the value at a path, or the value that would be added.
    private func expected(_ path: [ValueStep]) -> JSONValue? {
        current(path) ?? slot(path).map { builders.minimal.value(for: $0) }
    }

    // MARK: - Single changes

    /// Returns the additions of a missing field, or of elements to an empty list or map.
    private func additions(_ path: [ValueStep]) -> [ExampleEdit.Step] {
        guard let slot = slot(path) else { return [] }
        let current = current(path)
        let values = [builders.minimal, builders.full].map { $0.value(for: slot) }
        var steps: [ExampleEdit.Step] = []
        for (position, value) in values.enumerated() {
            if let current, current.hasScalar || value == current { continue }
            if position == 1, value == values[0] { continue }
            steps.append(ExampleEdit.Step(path: place + path, value: value))
        }
        return steps
    }

    private func removal(_ path: [ValueStep]) -> ExampleEdit.Step? {
        guard case .key? = (place + path).last, let slot = slot(path), !slot.isRequired,
            current(path) != nil
        else { return nil }
        return ExampleEdit.Step(path: place + path, value: Optional.none)
    }

    private func changes(_ path: [ValueStep]) -> [ExampleEdit.Step] {
        guard let slot = slot(path) else { return [] }
        let values: [JSONValue]
        if case .list = slot.type {
            values = lists(slot)
        } else {
            let suggested = SuggestedValues(slot, at: path, terms, current: expected(path)) {
                expected($0)
            }
            values = suggested.values
        }
        return values.map { ExampleEdit.Step(path: place + path, value: $0) }
    }

    /// Returns lists with as many elements as the rule names.
    private func lists(_ slot: ExampleSlot) -> [JSONValue] {
        guard case .list(let type) = slot.type, let items = slot.schema.keywords.items else {
            return []
        }
        let element = ExampleSlot(schema: items, type: type, key: slot.key)
        var counts: [Int] = []
        for literal in terms.literals {
            guard case .number(let number) = literal, let count = number.integer else { continue }
            counts += [count, count + 1, count - 1].filter { (0...Self.mostElements) ~= $0 }
        }
        return counts.map { count in
            .array((0..<count).map { builders.minimal.value(for: element, number: $0) })
        }
    }

    /// The maximum number of elements.
    private static let mostElements = 16

    // MARK: - Groups

    /// The edits that leave one, none, or all of the fields whose presence the rule tests.
    private var groups: [ExampleEdit] {
        var fields: [[ValueStep]: [ExampleEdit.Step]] = [:]
        var parents: [[ValueStep]] = []
        for path in terms.tested {
            guard let slot = slot(path) else { continue }
            let parent = Array(path.dropLast())
            if fields[parent] == nil { parents.append(parent) }
            let builder = isFull ? builders.full : builders.minimal
            let value = current(path) ?? builder.value(for: slot)
            fields[parent, default: []].append(.init(path: place + path, value: value))
        }
        return parents.flatMap { parent -> [ExampleEdit] in
            let present = fields[parent] ?? []
            guard present.count > 1 else { return [] }
            let absent = present.map { ExampleEdit.Step(path: $0.path, value: Optional.none) }
            let ones = present.indices.map { index in
                var steps = absent
                steps[index] = present[index]
                return ExampleEdit(steps: steps)
            }
            let others = [ExampleEdit(steps: present), ExampleEdit(steps: absent)]
            return ones + others
        }
    }
}
