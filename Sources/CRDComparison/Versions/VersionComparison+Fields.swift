import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues

extension VersionComparison {
    /// Compares the fields of one level.
    mutating func compare(
        _ before: [ExplainedAttribute],
        _ after: [ExplainedAttribute],
        at location: Location
    ) {
        let known = Dictionary(after.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(before.map(\.key))
        let removed = before.filter { known[$0.key] == nil }
        let added = after.filter { !keys.contains($0.key) }
        for attribute in before {
            guard let other = known[attribute.key] else { continue }
            compare(attribute, other, at: location.inner(attribute, other))
        }
        for attribute in removed {
            let note =
                Self.newName(of: attribute, among: added, besides: removed)
                .map { ", perhaps renamed to '\($0)'" } ?? ""
            let inner = location.inner(attribute, nil)
            let isKept = location.keepsUnknownFields.new
            let hasDefaults = attribute.value.schema.hasDefaults
            let grade = location.grade(isKept ? (hasDefaults ? .changed : .same) : .rejected)
            add(
                graded(grade, at: inner),
                .fieldRemoved,
                "field removed",
                note: note,
                at: inner,
                isGone: true
            )
        }
        for attribute in added {
            let kind = attribute.isRequired ? "required" : "optional"
            let needsValue = attribute.isRequired && !attribute.hasDefault
            let inner = location.inner(nil, attribute)
            let summary = "\(kind) field added"
            let note = ", type '\(attribute.typeText)'"
            if needsValue {
                add(location.grade(.rejected), .requiredFieldAdded, summary, note: note, at: inner)
            } else if location.keepsUnknownFields == (true, true),
                !attribute.value.schema.keepsEverything
            {
                let note = "\(note); before, every value was kept"
                add(.rejected, .fieldAdded, summary, note: note, at: inner)
            } else {
                let reason = rejection(ofDefaultOf: attribute, at: inner)
                add(
                    ChangeGrade.compatible.orRejected(if: reason != nil),
                    .fieldAdded,
                    summary + (reason.map { ", \($0)" } ?? ""),
                    note: note,
                    at: inner
                )
            }
        }
    }

    /// Returns the reason for which the server can reject existing values with the default of a new
    /// field; `nil` if it accepts them.
    func rejection(ofDefaultOf field: ExplainedAttribute, at location: Location) -> String? {
        guard let value = field.value.schema.usableDefault else { return nil }
        if field.value.schema.rejects(value) {
            return "whose default \(value.excerpt) is invalid"
        }
        let path = location.path.levels[...]
        return new.entry.version.schema.constraint(onField: path).map { constraint in
            "whose default \(value.excerpt) can violate \(constraint)"
        }
    }

    /// Returns the probable new name of a removed field: the most similar name, or that of the only
    /// new field, if it has the same type and no other field was removed.
    private static func newName(
        of attribute: ExplainedAttribute,
        among added: [ExplainedAttribute],
        besides removed: [ExplainedAttribute]
    ) -> String? {
        if let key = NearestName.to(attribute.key, among: added.map(\.key)) {
            return added.first { $0.key == key }?.name
        }
        guard removed.count == 1, added.count == 1 else { return nil }
        return added[0].typeText == attribute.typeText ? added[0].name : nil
    }

    /// Compares a field with its old state.
    private mutating func compare(
        _ before: ExplainedAttribute,
        _ after: ExplainedAttribute,
        at location: Location
    ) {
        if before.name != after.name, location.isGenerated {
            let path = location.path
            let message = "property renamed from '\(before.name)' to '\(after.name)'"
            add(
                .source,
                .propertyRenamed,
                "\(message), its key is still '\(path.steps.last ?? "")'",
                at: location
            )
        }
        guard TypeReference.haveSameForm(before.value.type, after.value.type) else {
            compareTypes(before, after, at: location)
            comparePresence(before, after, "", at: location)
            return
        }
        let types = (before.typeText.hasSuffix("?"), after.typeText.hasSuffix("?"))
        let change =
            types.0 == types.1 || !location.isGenerated
            ? "" : ", type changed from '\(before.typeText)' to '\(after.typeText)'"
        comparePresence(before, after, change, at: location)
        compare(
            before.value.unwrapped,
            after.value.unwrapped,
            in: .field(isPresent: isPresent(before, at: location)),
            at: location
        )
    }
}
