import CRDCatalog
import CRDSchema
import CRDValues

extension SchemaComparison {
    /// Compares defaults; the API server fills in those of elements only for null.
    mutating func compareDefaults(_ place: Place) {
        var (added, removed) = (ChangeGrade.changed, ChangeGrade.changed)
        switch place {
        case .field(let isPresent):
            // Of a present field, only null is replaced, which is reported where it is no longer
            // allowed.
            if isPresent, old.usableDefault == nil { added = .compatible }
        case .map: if old.keywords.isNullable, new.keywords.isNullable { return }
        case .list(let isSet):
            if old.keywords.isNullable, new.keywords.isNullable { return }
            // Without a default, null is not allowed.
            removed = .rejected
            added = old.usableDefault == nil ? .compatible : isSet ? .rejected : .changed
        }
        switch (old.usableDefault, new.usableDefault) {
        case (nil, nil): break
        case (nil, let value?):
            let grade = added.orRejected(if: added == .changed && new.rejects(value))
            add(grade, .defaultAdded, "default \(value.excerpt) added")
        case (let value?, nil):
            add(removed, .defaultRemoved, "default \(value.excerpt) removed")
        case (let before?, let after?)
        where before != after && old.filled(before) != new.filled(after):
            let message = "default changed from \(before.excerpt) to \(after.excerpt)"
            add(added.orRejected(if: new.rejects(after)), .defaultChanged, message)
        case (_?, _?): break
        }
    }

    /// Compares whether elements can be null; fields are compared with their types.
    mutating func compareNulls(_ place: Place) {
        let isNullable = new.keywords.isNullable
        if isNullable == old.keywords.isNullable { return }
        // The server replaces null by the default, drops it from maps, and rejects it in lists.
        let hadDefault = old.usableDefault != nil
        let effect: ChangeGrade.Manifests
        switch (place, isNullable) {
        case (.field, _): return
        case (.list, true) where !hadDefault: effect = .same
        case (_, true) where !new.keywords.acceptsNull: effect = .rejected
        case (_, true): effect = hadDefault ? .changed : .same
        case (.list, false): effect = new.usableDefault == nil ? .rejected : .changed
        case (.map, false): effect = .changed
        }
        let message = isNullable ? "elements can be null now" : "elements can no longer be null"
        let rule: ChangeRule = isNullable ? .nullAllowed : .nullNotAllowed
        add(ChangeGrade(manifests: effect), rule, message)
    }
}
