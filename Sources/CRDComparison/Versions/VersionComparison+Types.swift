import CRDCatalog
import CRDSchema

extension VersionComparison {
    /// Compares a field whose Swift types have different forms.
    ///
    /// The change of the type is one line, which breaks code. Reasons for which the server rejects
    /// manifests, or stores other values, are lines with rules of their own, except for another type
    /// in manifests. Then other reasons in the field itself are not listed.
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
        let own = contents.changes.filter { $0.location.path.steps == location.path.steps }
        let hasOtherType = own.contains { $0.rule == .typeChanged }
        // A map that becomes an object with fields drops all others, which is the same change.
        let end = own.first(where: \.endsMap)
        add(
            ChangeGrade.source.orRejected(if: contents.hasOtherTypes || end != nil),
            .typeChanged,
            "type changed from '\(before.typeText)' to '\(after.typeText)'"
                + (end.map { ", \($0.message)" } ?? ""),
            at: location
        )
        for change in contents.changes where change.rule != .typeChanged {
            let isOwn = change.location.path.steps == location.path.steps
            if isOwn, hasOtherType || change.endsMap { continue }
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
