import CRDGeneratorCore
import CRDRuntime
import CRDValues

extension VersionComparison {
    /// Compares the parts of the CRDs besides schemas.
    mutating func compareDefinitions() {
        let (before, after) = (old.entry.version.definition, new.entry.version.definition)
        compareFlag(
            before.isServed,
            after.isServed,
            (.compatible, "version is served now"),
            (.values, "version is no longer served")
        )
        compareFlag(
            before.isDeprecated,
            after.isDeprecated,
            (.compatible, "version is deprecated now, the compiler warns about its types"),
            (.compatible, "version is no longer deprecated")
        )
        compare("scope", before.scope.rawValue, after.scope.rawValue, .values)
        compare("plural", before.names.plural, after.names.plural, .values)
        compare("listKind", before.names.listKind, after.names.listKind, .values)
        compare("singular", before.names.singular, after.names.singular, .compatible)
        compare("short names", before.names.shortNames, after.names.shortNames, .compatible)
        compare("categories", before.names.categories, after.names.categories, .compatible)
        compareSubresources(before, after)
        compareConfiguration()
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
            addDefinition(isNarrower ? .source : .compatible, message)
        }
        let gone = before.conformances.filter { !after.conformances.contains($0) }
        let added = after.conformances.filter { !before.conformances.contains($0) }
        if !gone.isEmpty { addDefinition(.source, "conformances removed: \(Self.list(gone))") }
        if !added.isEmpty { addDefinition(.compatible, "conformances added: \(Self.list(added))") }
    }

    private mutating func compareSubresources(
        _ before: ResourceDefinition,
        _ after: ResourceDefinition
    ) {
        // 'status' is written with another request, and the old request has no effect.
        compareFlag(
            before.hasStatusSubresource,
            after.hasStatusSubresource,
            (.values, "'status' is a subresource now, which is written separately"),
            (.values, "'status' is no longer a subresource, it is written with the other fields")
        )
        compareFlag(
            before.scale != nil,
            after.scale != nil,
            (.compatible, "subresource 'scale' added"),
            (.values, "subresource 'scale' removed")
        )
        let gone = before.selectableFields.filter { !after.selectableFields.contains($0) }
        let added = after.selectableFields.filter { !before.selectableFields.contains($0) }
        if !gone.isEmpty { addDefinition(.values, "selectable fields removed: \(Self.list(gone))") }
        if !added.isEmpty {
            addDefinition(.compatible, "selectable fields added: \(Self.list(added))")
        }
    }

    private mutating func compareFlag(
        _ before: Bool,
        _ after: Bool,
        _ added: (grade: APIChange.Grade, message: String),
        _ removed: (grade: APIChange.Grade, message: String)
    ) {
        if before == after { return }
        let change = after ? added : removed
        addDefinition(change.grade, change.message)
    }

    private mutating func compare(
        _ name: String,
        _ before: String,
        _ after: String,
        _ grade: APIChange.Grade
    ) {
        if before != after {
            addDefinition(grade, "\(name) changed from '\(before)' to '\(after)'")
        }
    }

    private mutating func compare(
        _ name: String,
        _ before: [String],
        _ after: [String],
        _ grade: APIChange.Grade
    ) {
        guard Set(before) != Set(after) else { return }
        let lists = [before, after].map { $0.isEmpty ? "none" : Self.list($0) }
        addDefinition(grade, "\(name) changed from \(lists[0]) to \(lists[1])")
    }

    private mutating func addDefinition(_ grade: APIChange.Grade, _ message: String) {
        let positions = (old.entry.version.position, new.entry.version.position)
        let location = Location(path: ChangedPath(), positions: positions, isGenerated: true)
        add(grade, .definition, message, at: location)
    }

    private static func list(_ words: [String]) -> String {
        words.map { "'\($0)'" }.joined(separator: ", ")
    }
}
