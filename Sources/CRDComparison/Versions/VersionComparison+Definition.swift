import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues

extension VersionComparison {
    /// Compares the parts of the CRDs besides schemas.
    mutating func compareDefinitions() {
        let (before, after) = (old.entry.version.definition, new.entry.version.definition)
        compareServing(before, after)
        compareSubresources(before, after)
        compareConformances()
    }

    /// Compares how the server uses the version.
    private mutating func compareServing(
        _ before: ResourceDefinition,
        _ after: ResourceDefinition
    ) {
        compareFlag(
            ["served"],
            before.isServed,
            after.isServed,
            (.compatible, .versionServed, "version is served now"),
            (.rejected, .versionNotServed, "version is no longer served")
        )
        compareFlag(
            ["deprecated"],
            before.isDeprecated,
            after.isDeprecated,
            (
                .compatible, .versionDeprecated,
                "version is deprecated now, the compiler warns about its types"
            ),
            (.compatible, .versionNotDeprecated, "version is no longer deprecated")
        )
    }

    /// Compares the conformances from `crdgen.yaml`.
    private mutating func compareConformances() {
        let (before, after) = (old.entry, new.entry)
        let gone = before.conformances.filter { !after.conformances.contains($0) }
        let added = after.conformances.filter { !before.conformances.contains($0) }
        if !gone.isEmpty {
            addDefinition(.source, .conformancesRemoved, "conformances removed: \(gone.listed)")
        }
        if !added.isEmpty {
            addDefinition(.compatible, .conformancesAdded, "conformances added: \(added.listed)")
        }
    }

    private mutating func compareSubresources(
        _ before: ResourceDefinition,
        _ after: ResourceDefinition
    ) {
        compareStatus(before, after)
        compareFlag(
            ["subresources", "scale"],
            before.scale != nil,
            after.scale != nil,
            (.compatible, .scaleAdded, "subresource 'scale' added"),
            (.changed, .scaleRemoved, "subresource 'scale' removed")
        )
        if let old = before.scale, let new = after.scale, old != new {
            let message = "paths of subresource 'scale' changed"
            addDefinition(.changed, .scaleChanged, message, at: ["subresources", "scale"])
        }
        let gone = before.selectableFields.filter { !after.selectableFields.contains($0) }
        let added = after.selectableFields.filter { !before.selectableFields.contains($0) }
        if !gone.isEmpty {
            addDefinition(
                .changed,
                .selectableFieldsRemoved,
                "selectable fields removed: \(gone.listed)",
                at: ["selectableFields"],
                isGone: true
            )
        }
        if !added.isEmpty {
            addDefinition(
                .compatible,
                .selectableFieldsAdded,
                "selectable fields added: \(added.listed)",
                at: ["selectableFields"]
            )
        }
    }

    /// Compares whether `status` is a subresource: then it is written with another request, and the
    /// old request drops it without validation.
    private mutating func compareStatus(_ before: ResourceDefinition, _ after: ResourceDefinition) {
        let schema = new.entry.version.schema
        let status = schema.property("status")
        let isNeeded =
            schema.keywords.required.contains("status") || schema.constrainsField(["status"])
        let isStored = status != nil || schema.storesUnknownFields
        compareFlag(
            ["subresources", "status"],
            before.hasStatusSubresource,
            after.hasStatusSubresource,
            (
                ChangeGrade.changed.orRejected(if: isNeeded), .statusAdded,
                "'status' is a subresource now, which is written separately"
            ),
            (
                ChangeGrade.changed.orRejected(if: isNeeded || status?.keywords.type != nil),
                .statusRemoved,
                isStored
                    ? "'status' is no longer a subresource, it is written with the other fields"
                    : "'status' is no longer a subresource, and the schema doesn't have the field"
            )
        )
    }

    private mutating func compareFlag(
        _ path: [String],
        _ before: Bool,
        _ after: Bool,
        _ added: (grade: ChangeGrade, rule: ChangeRule, message: String),
        _ removed: (grade: ChangeGrade, rule: ChangeRule, message: String)
    ) {
        if before == after { return }
        let change = after ? added : removed
        addDefinition(change.grade, change.rule, change.message, at: path, isGone: !after)
    }

    /// Adds a change of a field of the version.
    ///
    /// - Parameters:
    ///   - grade: The effect.
    ///   - rule: The kind of the change.
    ///   - message: The description.
    ///   - path: The keys of the field; empty for the version.
    ///   - isGone: Whether the field may be missing in the new file.
    private mutating func addDefinition(
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ message: String,
        at path: [String] = [],
        isGone: Bool = false
    ) {
        let positions = (
            old.entry.position(inVersion: path), new.entry.position(inVersion: path)
        )
        let isMissing = isGone && positions.1 == new.entry.version.position
        let location = Location(
            path: ChangedPath(),
            positions: positions,
            isGenerated: true,
            keepsUnknownFields: (false, false)
        )
        add(grade, rule, message, at: location, isGone: isMissing)
    }
}
