public import CRDRuntime

extension LabelSelector {
    /// Returns whether the selector selects a resource with some labels.
    ///
    /// An empty selector selects everything. A selector with an invalid requirement, which the API
    /// server rejects, selects nothing.
    ///
    /// - Parameter labels: The labels of a resource; `nil` is the same as none.
    /// - Returns: Whether all requirements are met.
    public func matches(_ labels: [String: String]?) -> Bool {
        let labels = labels ?? [:]
        return (match_labels ?? [:]).allSatisfy { labels[$0.key] == $0.value }
            && (match_expressions ?? []).allSatisfy { $0.matches(labels) }
    }
}

extension LabelSelector.Requirement {
    /// Whether labels meet the requirement (`metav1.LabelSelectorAsSelector` of apimachinery
    /// v0.35).
    fileprivate func matches(_ labels: [String: String]) -> Bool {
        let values = values ?? []
        let value = labels[key]
        switch `operator` {
        case "In": return value.map(values.contains) ?? false
        case "NotIn": return !values.isEmpty && !(value.map(values.contains) ?? false)
        case "Exists": return values.isEmpty && value != nil
        case "DoesNotExist": return values.isEmpty && value == nil
        default: return false
        }
    }
}
