import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDYAML

extension DefinitionComparison {
    /// Compares who converts objects between versions.
    mutating func compareConversion(
        _ before: ResourceCatalog.Entry,
        _ after: ResourceCatalog.Entry
    ) {
        let (old, new) = (Conversion(before), Conversion(after))
        if old.usesWebhook != new.usesWebhook {
            let names = [old, new].map { $0.usesWebhook ? "'Webhook'" : "'None'" }
            var message = "conversion strategy changed from \(names[0]) to \(names[1])"
            var grade = ChangeGrade.compatible
            // Objects of the stored version aren't converted.
            if new.usesWebhook, !converted.isEmpty {
                grade = .changed
                message += "; a webhook converts objects of \(converted.listed) now"
            } else if !converted.isEmpty {
                grade = unconvertedGrade
                message +=
                    "; objects of \(converted.listed) are no longer converted, the server only "
                message += "replaces 'apiVersion'"
            }
            let isGone = after.version.spec?["conversion"] == nil
            add(grade, .conversionChanged, message, at: ["conversion", "strategy"], isGone: isGone)
        } else if new.usesWebhook, old.reviewVersions != new.reviewVersions {
            let lists = (old.reviewVersions.listed, new.reviewVersions.listed)
            let isSame = old.usedReviewVersion == new.usedReviewVersion
            add(
                isSame ? .compatible : .changed,
                .reviewVersionsChanged,
                "conversion review versions changed from \(lists.0) to \(lists.1)"
                    + (isSame ? "" : ", the webhook gets \(new.usedReviewVersion.listed) now"),
                at: ["conversion", "webhook", "conversionReviewVersions"]
            )
        }
    }

    /// Compares which version is stored.
    ///
    /// If no webhook converts the objects of other versions, the server drops the fields that the
    /// stored version doesn't have. If no version is left, there are no such objects.
    mutating func compareStorage(_ after: ResourceCatalog.Entry) {
        guard !common.isEmpty, let before = old.first(where: \.version.definition.isStorage),
            let entry = new.first(where: \.version.definition.isStorage),
            before.version.name != entry.version.name
        else { return }
        let name = entry.version.name
        var message = "stored version changed from '\(before.version.name)' to '\(name)'"
        var grade = ChangeGrade.compatible
        if Conversion(after).usesWebhook {
            message += ", a webhook converts objects"
        } else {
            let found = written.map { old, new in
                (
                    version: old.version.name,
                    fields: Self.newlyChanged(old, new, stored: (before, entry))
                )
            }
            let changed = found.filter { !$0.fields.isEmpty }
            if !changed.isEmpty { grade = .changed }
            grade = grade.orRejected(if: changed.contains(where: \.fields.areValidated))
            for (version, fields) in changed {
                message += Self.text(fields, of: version, in: name, before: before.version.name)
            }
        }
        let position = entry.position(inVersion: ["storage"])
        add(APIChange(.storageVersionChanged, grade, message, ofKind: entry, at: position))
    }

    /// Returns the fields of a version that the server stores as they are in the old state, but not
    /// in the new one.
    private static func newlyChanged(
        _ old: ResourceCatalog.Entry,
        _ new: ResourceCatalog.Entry,
        stored: (old: ResourceCatalog.Entry, new: ResourceCatalog.Entry)
    ) -> StoredFields {
        let schema = old.version.schema
        // A field that the version itself no longer has is reported there.
        let fields = StoredFields(of: schema, in: stored.new.version.schema)
            .subtracting(StoredFields(of: schema, in: new.version.schema))
        if Conversion(stored.old).usesWebhook { return fields }
        return fields.since(StoredFields(of: schema, in: stored.old.version.schema))
    }

    private static func text(
        _ fields: StoredFields,
        of version: String,
        in stored: String,
        before old: String
    ) -> String {
        var text = ""
        if !fields.dropped.isEmpty {
            text += "; objects of '\(version)' lose \(fields.dropped.shortList), which '\(stored)' "
            text += "doesn't have"
        }
        if !fields.defaulted.isEmpty {
            text += "; objects of '\(version)' get the defaults of '\(stored)' for "
            text += fields.defaulted.shortList
        }
        if !fields.noLongerDefaulted.isEmpty {
            text += "; objects of '\(version)' no longer get the defaults of '\(old)' for "
            text += fields.noLongerDefaulted.shortList
        }
        return text
    }

    /// The versions whose objects exist: those that the server served and still serves, and the one
    /// that was stored.
    private var written: [(old: ResourceCatalog.Entry, new: ResourceCatalog.Entry)] {
        common.filter { old, new in
            old.version.definition.isServed
                && (new.version.definition.isServed || old.version.definition.isStorage)
        }
    }

    /// The versions that the server served and still serves.
    private var served: [(old: ResourceCatalog.Entry, new: ResourceCatalog.Entry)] {
        common.filter { $0.old.version.definition.isServed && $0.new.version.definition.isServed }
    }

    /// The names of the served versions that aren't stored.
    private var converted: [String] {
        served.filter {
            !$0.old.version.definition.isStorage || !$0.new.version.definition.isStorage
        }
        .map(\.new.version.name)
    }

    /// The grade if objects are no longer converted: manifests can be rejected if the versions have
    /// different fields.
    private var unconvertedGrade: ChangeGrade {
        guard let stored = new.first(where: \.version.definition.isStorage) else { return .changed }
        let schemas = served.map(\.new.version.schema)
        let isDifferent = schemas.contains { schema in
            !StoredFields(of: schema, in: stored.version.schema).isEmpty
                || !StoredFields(of: stored.version.schema, in: schema).isEmpty
        }
        return ChangeGrade.changed.orRejected(if: isDifferent)
    }
}

/// The conversion of objects between the versions of a CRD.
struct Conversion {
    /// Whether a webhook converts objects, rather than the server, which only replaces `apiVersion`.
    let usesWebhook: Bool
    /// The versions of `ConversionReview` that the webhook accepts.
    let reviewVersions: [String]

    init(_ entry: ResourceCatalog.Entry) {
        let node = entry.version.spec?["conversion"]
        usesWebhook = node?["strategy"]?.text == "Webhook"
        // 'apiextensions.k8s.io/v1beta1' has the list beside the strategy.
        let list =
            node?["webhook"]?["conversionReviewVersions"] ?? node?["conversionReviewVersions"]
        reviewVersions = list?.items.map(\.text) ?? []
    }

    /// The version that the server uses, the first one it knows; empty if it knows none.
    var usedReviewVersion: [String] {
        Array(reviewVersions.filter { ["v1", "v1beta1"].contains($0) }.prefix(1))
    }
}

extension [String] {
    /// The first paths in quotes, and the number of others.
    fileprivate var shortList: String {
        let names = prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        return count > 3 ? "\(names), and \(count - 3) more" : names
    }
}
