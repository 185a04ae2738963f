import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValidation
import CRDValues
import KubernetesCEL

/// Changes an example so that it satisfies the CEL rules of its schema, as far as possible.
///
/// The search is the same each time. It ends after a certain amount of work.
struct RuleSearch {
    let schema: Schema
    let type: ResourceType
    let builders: (minimal: ExampleBuilder, full: ExampleBuilder)
    let isFull: Bool
    private let validator: ResourceValidator
    /// The work that is left: values that are checked, and the cost of rules.
    private var work = 2_000_000

    /// A state of the example.
    private struct State {
        let object: JSONObject
        let verdict: ResourceValidator.RuleVerdict
    }

    /// Creates a search.
    ///
    /// - Parameters:
    ///   - type: The resource.
    ///   - schema: Its schema.
    ///   - isFull: Whether the example has optional fields.
    ///   - keepsUnknownFields: Whether the server keeps unknown fields.
    init(_ type: ResourceType, _ schema: Schema, isFull: Bool, keepsUnknownFields: Bool) {
        func builder(_ extent: Example.Extent) -> ExampleBuilder {
            ExampleBuilder(type.structs, extent, keepsUnknownFields: keepsUnknownFields)
        }
        self.type = type
        self.schema = schema
        self.isFull = isFull
        builders = (builder(.minimal), builder(.full))
        validator = ResourceValidator(definition: type.definition, schema: schema)
    }

    /// Satisfies rules.
    ///
    /// - Parameter object: The example.
    /// - Returns: The rules that aren't satisfied; none if the object is invalid for another reason.
    mutating func satisfyRules(of object: inout JSONObject) -> [FailedRule] {
        guard var state = state(of: object), !state.verdict.failures.isEmpty else { return [] }
        var visited: Set<JSONObject> = [object]
        var given: Set<FailedRule> = []
        while let failure = state.verdict.failures.first(where: { !given.contains($0) }), work > 0 {
            if let next = step(from: state, for: failure, &visited) {
                state = next
            } else {
                given.insert(failure)
            }
        }
        if object != state.object {
            object = state.object
            if case .object(let ordered) = builders.minimal.ordered(.object(object), schema) {
                object = ordered
            }
        }
        return state.verdict.failures
    }

    /// Returns a state in which a rule is satisfied and that is better, or else not worse.
    private mutating func step(
        from state: State,
        for failure: FailedRule,
        _ visited: inout Set<JSONObject>
    ) -> State? {
        guard let expression = ParsedExpression(failure.rule.rule) else { return nil }
        let place = failure.place.steps.map(ValueStep.init)
        let edits = RuleEdits(RuleTerms(expression), at: place, in: state.verdict.object, self).all
        let count = state.verdict.failures.count
        var alternative: State?
        for edit in edits where work > 0 {
            guard let object = applied(edit, to: state.object), !visited.contains(object),
                let next = self.state(of: object), !next.verdict.failures.contains(failure)
            else { continue }
            if next.verdict.failures.count < count { return next }
            if next.verdict.failures.count == count, alternative == nil { alternative = next }
        }
        if let alternative { visited.insert(alternative.object) }
        return alternative
    }

    private mutating func state(of object: JSONObject) -> State? {
        work -= JSONValue.object(object).size
        guard let verdict = validator.ruleVerdict(on: object) else { return nil }
        work -= Int(clamping: verdict.cost)
        return State(object: object, verdict: verdict)
    }

    private func applied(_ edit: ExampleEdit, to object: JSONObject) -> JSONObject? {
        var value = JSONValue.object(object)
        for step in edit.steps {
            let changed = value.changing(step.path[...]) { count in
                let path = Array(step.path.prefix(count))
                return builders.minimal.slot(at: path, schema, type.root).map {
                    builders.minimal.value(for: $0)
                }
            } _: { _ in
                step.value
            }
            guard let changed else { return nil }
            value = changed
        }
        guard case .object(let object) = value else { return nil }
        return object
    }
}

extension JSONValue {
    /// The number of values in the value, itself included.
    fileprivate var size: Int {
        switch self {
        case .null, .boolean, .number, .string: 1
        case .array(let elements): elements.reduce(1) { $0 + $1.size }
        case .object(let object): object.values.reduce(1) { $0 + $1.size }
        }
    }
}
