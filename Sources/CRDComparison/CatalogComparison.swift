package import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDValues
import CRDYAML

/// The changes between two catalogs, for users of the generated types and of manifests.
///
/// Kinds, versions, and fields are compared by group, name, and key, in any order and in any file.
package struct CatalogComparison: Sendable {
    /// The changes, sorted by group, kind, version, and path; then changes of shared types, sorted in
    /// the same way.
    package private(set) var changes: [APIChange] = []
    /// The number of changes that are not listed because of their rule.
    package private(set) var ignoredCount = 0
    /// The number of changed descriptions, which are not listed as changes.
    package private(set) var descriptionCount = 0

    private struct Kind: Hashable {
        let group: String
        let name: String
    }

    /// Compares two catalogs.
    ///
    /// - Parameters:
    ///   - old: The old kinds.
    ///   - new: The new kinds.
    package init(_ old: ResourceCatalog, _ new: ResourceCatalog) {
        let before = Self.kinds(of: old)
        let after = Self.kinds(of: new)
        let kinds = Set(before.keys).union(after.keys)
            .sorted { ($0.group, $0.name) < ($1.group, $1.name) }
        let added = kinds.filter { before[$0] == nil }
        var pairs: [(old: ResourceCatalog.Entry, new: ResourceCatalog.Entry)] = []
        for kind in kinds {
            switch (before[kind], after[kind]) {
            case (nil, nil): break
            case (let old?, nil):
                let isServed = old.contains(where: \.version.definition.isServed)
                addKind(
                    old,
                    isServed ? .both : .source,
                    .kindRemoved,
                    "kind removed" + Self.question(kind, added),
                    in: old.first.flatMap { new.location(ofFileLike: $0.file) }
                )
            case (nil, let new?):
                addKind(new, .compatible, .kindAdded, "kind added")
            case (let old?, let new?):
                compareShortNames(old, new)
                let definitions = DefinitionComparison(old, new)
                changes += definitions.changes
                pairs += definitions.common
                compareVersions(old, new)
            }
        }
        compareSharedTypes(SharedTypeComparison(pairs))
    }

    /// Returns the comparison without the changes that some levels ignore.
    package func without(ignoredBy levels: ChangeLevels) -> CatalogComparison {
        var comparison = self
        comparison.changes.removeAll { levels.ignores($0.rule) }
        comparison.ignoredCount = changes.count - comparison.changes.count
        return comparison
    }

    private static func kinds(of catalog: ResourceCatalog) -> [Kind: [ResourceCatalog.Entry]] {
        Dictionary(grouping: catalog.entries.map(\.withKeptFields)) { entry in
            Kind(group: entry.group, name: entry.kind)
        }
    }

    /// Returns a suggestion of the new name or group of a kind; empty if no new kind has a similar
    /// name.
    private static func question(_ kind: Kind, _ added: [Kind]) -> String {
        let groups = added.filter { $0.name == kind.name }.map(\.group)
        if groups.count == 1 { return ", perhaps moved to group '\(groups[0])'" }
        let names = added.filter { $0.group == kind.group }.map(\.name)
        return NearestName.to(kind.name, among: names).map { ", perhaps renamed to '\($0)'" } ?? ""
    }
}

// MARK: - Versions

extension CatalogComparison {
    private mutating func addKind(
        _ entries: [ResourceCatalog.Entry],
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ message: String,
        in surroundings: SourceLocation? = nil
    ) {
        guard let first = entries.first else { return }
        let position = first.position(inSpec: ["names", "kind"])
        var change = APIChange(rule, grade, message, ofKind: first, at: position)
        change.surroundings = surroundings
        changes.append(change)
    }

    private mutating func add(
        _ entry: ResourceCatalog.Entry,
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ message: String,
        in surroundings: SourceLocation? = nil
    ) {
        changes.append(
            APIChange(
                rule: rule,
                grade: grade,
                group: entry.group,
                kind: entry.kind,
                definition: entry.definitionName,
                version: entry.version.name,
                path: ChangedPath(),
                summary: message,
                note: "",
                file: entry.file,
                position: entry.version.position,
                surroundings: surroundings
            )
        )
    }

    /// Compares the versions of a kind.
    private mutating func compareVersions(
        _ before: [ResourceCatalog.Entry],
        _ after: [ResourceCatalog.Entry]
    ) {
        let names = Set((before + after).map(\.version.name)).sorted()
        let usesWebhook = after.first.map { Conversion($0).usesWebhook } == true
        for name in names {
            let old = before.first { $0.version.name == name }
            let new = after.first { $0.version.name == name }
            switch (old, new) {
            case (nil, nil): break
            case (let old?, nil):
                let isServed = old.version.definition.isServed
                let grade = isServed ? ChangeGrade.both : .source
                let list = after.first?.location(inSpec: ["versions"])
                add(old, grade, .versionRemoved, "version removed", in: list)
            case (nil, let new?): add(new, .compatible, .versionAdded, "version added")
            case (let old?, let new?):
                if old.type.qualifiedName != new.type.qualifiedName {
                    let names = (old.type.qualifiedName, new.type.qualifiedName)
                    let message = "type renamed from '\(names.0)' to '\(names.1)'"
                    add(new, .source, .typeRenamed, message)
                }
                let others = before.filter { entry in
                    entry.version.name != name && entry.version.definition.isServed
                }
                let isStored = new.version.definition.isStorage && !usesWebhook
                let comparison = VersionComparison(
                    old,
                    new,
                    storedBeside: isStored ? others.map(\.version.schema) : []
                )
                changes += comparison.changes
                descriptionCount += comparison.descriptionCount
            }
        }
    }

    /// Adds the types of different resources that became one type, or are no longer one.
    private mutating func compareSharedTypes(_ comparison: SharedTypeComparison) {
        for change in comparison.changes {
            let names = change.names.map { "'\($0)'" }.joined(separator: ", ")
            let message =
                change.isMerged
                ? "\(names) and the equal types of '\(change.other)' became one type; "
                    + "extensions of both that add the same members don't compile"
                : "\(names) and the types of '\(change.other)' that were the same are no longer "
                    + "one type; values of one can't be used as the other"
            add(change.entry, .source, .typesShared, message)
        }
    }

    /// Compares the versions that can be named without group and version.
    private mutating func compareShortNames(
        _ before: [ResourceCatalog.Entry],
        _ after: [ResourceCatalog.Entry]
    ) {
        let old = before.first(where: \.hasShortName)
        let new = after.first(where: \.hasShortName)
        switch (old, new) {
        case (nil, nil): break
        case (nil, let new?):
            let message =
                "Swift short name '\(new.swiftName)' added, for '\(new.type.qualifiedName)'"
            addShortName(new, .compatible, .shortNameAdded, message)
        case (let old?, nil):
            let message = "Swift short name '\(old.swiftName)' removed"
            addShortName(after[0], .source, .shortNameChanged, message)
        case (let old?, let new?) where old.swiftName != new.swiftName:
            let message =
                "Swift short name changed from '\(old.swiftName)' to '\(new.swiftName)'"
            addShortName(new, .source, .shortNameChanged, message)
        case (let old?, let new?) where old.version.name != new.version.name:
            let message =
                "Swift short name '\(new.swiftName)' changed from '\(old.version.name)' to the "
                + "stored version '\(new.version.name)'"
            addShortName(new, .source, .shortNameChanged, message)
        case (_?, _?): break
        }
    }

    private mutating func addShortName(
        _ entry: ResourceCatalog.Entry,
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ message: String
    ) {
        let position = entry.position(inVersion: ["storage"])
        changes.append(APIChange(rule, grade, message, ofKind: entry, at: position))
    }
}

extension ResourceCatalog.Entry {
    /// Whether code can write its type without group and version.
    fileprivate var hasShortName: Bool { swiftName != type.qualifiedName }
}
