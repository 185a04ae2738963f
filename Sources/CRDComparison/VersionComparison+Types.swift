import CRDCatalog
import CRDSchema

extension VersionComparison {
    /// Compares a field whose Swift types have different forms.
    ///
    /// The change of the type is one line, which breaks code. Reasons for which the server rejects
    /// manifests, or stores other values, are lines with rules of their own, except for another type
    /// in manifests.
    mutating func compareTypes(
        _ before: ExplainedAttribute,
        _ after: ExplainedAttribute,
        at location: Location
    ) {
        let contents = ContentComparison(
            before.value.schema,
            after.value.schema,
            isPresent: isPresent(before, at: location),
            at: location,
            in: self
        )
        add(
            contents.hasOtherTypes ? .both : .source,
            .typeChanged,
            "type changed from '\(before.typeText)' to '\(after.typeText)'",
            at: location
        )
        for change in contents.changes where change.rule != .typeChanged {
            add(
                ChangeGrade(manifests: change.grade),
                change.rule,
                change.message,
                at: change.location,
                isGone: change.isGone
            )
        }
    }
}
