import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues

extension VersionComparison {
    /// Compares the parts of the CRDs besides schemas.
    mutating func compareDefinitions() {
        let (before, after) = (old.entry.version.definition, new.entry.version.definition)
        compareServing(before, after)
        compareNames(before, after)
        compareSubresources(before, after)
        compareConfiguration()
    }

    /// Compares how the server uses the version.
    private mutating func compareServing(
        _ before: ResourceDefinition,
        _ after: ResourceDefinition
    ) {
        compareFlag(
            before.isServed,
            after.isServed,
            (.compatible, .versionServed, "version is served now"),
            (.rejected, .versionNotServed, "version is no longer served")
        )
        compareFlag(
            before.isDeprecated,
            after.isDeprecated,
            (
                .compatible, .versionDeprecated,
                "version is deprecated now, the compiler warns about its types"
            ),
            (.compatible, .versionNotDeprecated, "version is no longer deprecated")
        )
        if after.isStorage, !before.isStorage {
            let message = "version is the stored one now"
            addDefinition(.compatible, .storageVersionChanged, message)
        }
    }

    /// Compares the scope and the names of the kind.
    private mutating func compareNames(_ before: ResourceDefinition, _ after: ResourceDefinition) {
        compare("scope", before.scope.rawValue, after.scope.rawValue, .rejected, .scopeChanged)
        compare("plural", before.names.plural, after.names.plural, .rejected, .pluralChanged)
        compare("listKind", before.names.listKind, after.names.listKind, .changed, .listKindChanged)
        compare(
            "singular",
            before.names.singular,
            after.names.singular,
            .compatible,
            .singularChanged
        )
        compare(
            "short names",
            before.names.shortNames,
            after.names.shortNames,
            .compatible,
            .shortNamesChanged
        )
        compare(
            "categories",
            before.names.categories,
            after.names.categories,
            .compatible,
            .categoriesChanged
        )
    }

    /// Compares the access level and the conformances from `crdgen.yaml`.
    private mutating func compareConfiguration() {
        let (before, after) = (old.entry, new.entry)
        if before.access != after.access {
            let message =
                "access changed from '\(before.access.rawValue)' to '\(after.access.rawValue)'"
            let levels = AccessLevel.allCases
            let isNarrower =
                levels.firstIndex(of: before.access) ?? 0 < levels.firstIndex(of: after.access) ?? 0
            addDefinition(isNarrower ? .source : .compatible, .accessChanged, message)
        }
        let gone = before.conformances.filter { !after.conformances.contains($0) }
        let added = after.conformances.filter { !before.conformances.contains($0) }
        if !gone.isEmpty {
            addDefinition(.source, .conformancesRemoved, "conformances removed: \(Self.list(gone))")
        }
        if !added.isEmpty {
            addDefinition(
                .compatible,
                .conformancesAdded,
                "conformances added: \(Self.list(added))"
            )
        }
    }

    private mutating func compareSubresources(
        _ before: ResourceDefinition,
        _ after: ResourceDefinition
    ) {
        compareStatus(before, after)
        compareFlag(
            before.scale != nil,
            after.scale != nil,
            (.compatible, .scaleAdded, "subresource 'scale' added"),
            (.changed, .scaleRemoved, "subresource 'scale' removed")
        )
        if let old = before.scale, let new = after.scale, old != new {
            addDefinition(.changed, .scaleChanged, "paths of subresource 'scale' changed")
        }
        let gone = before.selectableFields.filter { !after.selectableFields.contains($0) }
        let added = after.selectableFields.filter { !before.selectableFields.contains($0) }
        if !gone.isEmpty {
            addDefinition(
                .changed,
                .selectableFieldsRemoved,
                "selectable fields removed: \(Self.list(gone))"
            )
        }
        if !added.isEmpty {
            addDefinition(
                .compatible,
                .selectableFieldsAdded,
                "selectable fields added: \(Self.list(added))"
            )
        }
    }

    /// Compares whether `status` is a subresource: then it is written with another request, and the
    /// old request drops it without validation.
    private mutating func compareStatus(_ before: ResourceDefinition, _ after: ResourceDefinition) {
        let schema = new.entry.version.schema
        let status = schema.keywords.properties.first { $0.name == "status" }?.schema
        let isNeeded =
            schema.keywords.required.contains("status") || schema.constrainsField(["status"])
        compareFlag(
            before.hasStatusSubresource,
            after.hasStatusSubresource,
            (
                ChangeGrade.changed.orRejected(if: isNeeded), .statusAdded,
                "'status' is a subresource now, which is written separately"
            ),
            (
                ChangeGrade.changed.orRejected(if: isNeeded || status?.keywords.type != nil),
                .statusRemoved,
                "'status' is no longer a subresource, it is written with the other fields"
            )
        )
    }

    private mutating func compareFlag(
        _ before: Bool,
        _ after: Bool,
        _ added: (grade: ChangeGrade, rule: ChangeRule, message: String),
        _ removed: (grade: ChangeGrade, rule: ChangeRule, message: String)
    ) {
        if before == after { return }
        let change = after ? added : removed
        addDefinition(change.grade, change.rule, change.message)
    }

    private mutating func compare(
        _ name: String,
        _ before: String,
        _ after: String,
        _ grade: ChangeGrade,
        _ rule: ChangeRule
    ) {
        if before != after {
            addDefinition(grade, rule, "\(name) changed from '\(before)' to '\(after)'")
        }
    }

    private mutating func compare(
        _ name: String,
        _ before: [String],
        _ after: [String],
        _ grade: ChangeGrade,
        _ rule: ChangeRule
    ) {
        guard Set(before) != Set(after) else { return }
        let lists = [before, after].map { $0.isEmpty ? "none" : Self.list($0) }
        addDefinition(grade, rule, "\(name) changed from \(lists[0]) to \(lists[1])")
    }

    private mutating func addDefinition(
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ message: String
    ) {
        let positions = (old.entry.version.position, new.entry.version.position)
        let location = Location(
            path: ChangedPath(),
            positions: positions,
            isGenerated: true,
            keepsUnknownFields: (false, false)
        )
        add(grade, rule, message, at: location)
    }

    private static func list(_ words: [String]) -> String {
        words.map { "'\($0)'" }.joined(separator: ", ")
    }
}
