import CRDCatalog
import CRDSchema

extension VersionComparison {
    /// Compares whether a field is required and whether it can be `null`; `change` is the change of
    /// its type that goes with that.
    mutating func comparePresence(
        _ before: ExplainedAttribute,
        _ after: ExplainedAttribute,
        _ change: String,
        at location: Location
    ) {
        let isAlwaysSet = location.isAlwaysRequired && !before.hasDefault
        if before.isRequired != after.isRequired, !isAlwaysSet || !change.isEmpty {
            // Required fields are required parameters of the initializer.
            if after.isRequired {
                let isRejected = !after.hasDefault && !isAlwaysSet
                let grade = location.grade(isRejected ? .rejected : .same)
                add(grade, .fieldRequired, "field is required now", note: change, at: location)
            } else {
                let grade = change.isEmpty ? .compatible : location.grade(.same)
                add(grade, .fieldOptional, "field is optional now", note: change, at: location)
            }
        } else if after.isRequired || location.isAlwaysRequired,
            let value = before.value.schema.usableDefault, !after.hasDefault
        {
            // The default was the default argument of the initializer.
            add(
                after.isRequired ? location.grade(.rejected) : .rejected,
                .fieldRequired,
                "default \(value.excerpt) removed, a value is required",
                at: location
            )
        }
        compareNulls(before, after, change, at: location)
    }

    /// Compares whether a field can be `null`; `change` is the change of its type.
    private mutating func compareNulls(
        _ before: ExplainedAttribute,
        _ after: ExplainedAttribute,
        _ change: String,
        at location: Location
    ) {
        let isNullable = after.value.schema.keywords.isNullable
        if before.value.schema.keywords.isNullable == isNullable { return }
        let text = isNullable ? "can be null now" : "can no longer be null"
        let isReported = before.isRequired != after.isRequired
        // Where null isn't allowed, it is replaced by the default or dropped, which leaves a required
        // field without a value.
        let isRejected =
            isNullable
            ? !after.value.schema.keywords.acceptsNull : after.isRequired && !after.hasDefault
        let effect: ChangeGrade.Manifests =
            isRejected ? .rejected : isNullable && !before.hasDefault ? .same : .changed
        let grade =
            change.isEmpty || isReported ? ChangeGrade(manifests: effect) : location.grade(effect)
        add(
            graded(grade, storesOthers: isNullable, at: location),
            isNullable ? .nullAllowed : .nullNotAllowed,
            text,
            note: isReported ? "" : change,
            at: location
        )
    }
}
