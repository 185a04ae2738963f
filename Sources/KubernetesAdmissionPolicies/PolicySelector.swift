import CRDDefinitionValidity
import CRDYAML

/// A label selector of a policy, which selects objects by labels that can be unknown.
struct PolicySelector: Sendable {
    /// Labels of which some can be unknown.
    struct Labels: Sendable {
        /// The known labels.
        let known: [String: String]
        /// Whether the object can have more labels.
        var isComplete = true
    }

    /// The operators of requirements (`metav1.LabelSelectorOperator`).
    enum Operator: String, Sendable, CaseIterable {
        case `in` = "In"
        case notIn = "NotIn"
        case exists = "Exists"
        case doesNotExist = "DoesNotExist"
    }

    private struct Requirement: Sendable {
        let key: String
        let `operator`: Operator
        var values: [String] = []

        func isMet(by value: String?) -> Bool {
            switch `operator` {
            case .in: value.map(values.contains) ?? false
            case .notIn: value.map { !values.contains($0) } ?? true
            case .exists: value != nil
            case .doesNotExist: value == nil
            }
        }
    }

    private let requirements: [Requirement]

    /// Reads a selector that the server accepts; a missing one selects everything.
    init(_ node: Node?) {
        let labels = node?.value("matchLabels")?.pairs.map { pair in
            let value = pair.value.isNull ? "" : pair.value.string
            return Requirement(key: pair.key, operator: .in, values: [value])
        }
        let expressions = node?.value("matchExpressions")?.items.compactMap { item in
            Operator(rawValue: item.text("operator")).map { word in
                let values = item.value("values")?.strings ?? []
                return Requirement(key: item.text("key"), operator: word, values: values)
            }
        }
        requirements = (labels ?? []) + (expressions ?? [])
    }

    /// Returns whether labels are selected; `nil` if that depends on unknown labels.
    func selects(_ labels: Labels) -> Bool? {
        var isUnknown = false
        for requirement in requirements {
            let value = labels.known[requirement.key]
            if value == nil, !labels.isComplete {
                isUnknown = true
            } else if !requirement.isMet(by: value) {
                return false
            }
        }
        return isUnknown ? nil : true
    }
}
