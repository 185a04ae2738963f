import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDValues
import CRDYAML

/// The changes of a CRD that concern all its versions: scope, names, conversion, and storage.
struct DefinitionComparison {
    private(set) var changes: [APIChange] = []
    /// The versions that both CRDs have, sorted by name.
    let common: [(old: ResourceCatalog.Entry, new: ResourceCatalog.Entry)]
    let old: [ResourceCatalog.Entry]
    let new: [ResourceCatalog.Entry]

    /// Compares the versions of a kind; nothing is compared if one side has none.
    init(_ old: [ResourceCatalog.Entry], _ new: [ResourceCatalog.Entry]) {
        self.old = old
        self.new = new
        common = new.compactMap { entry in
            old.first { $0.version.name == entry.version.name }.map { (old: $0, new: entry) }
        }
        .sorted { $0.new.version.name < $1.new.version.name }
        guard let before = old.first, let after = new.first else { return }
        compareNames(before.version.definition, after.version.definition)
        compareAccess(before, after)
        compareConversion(before, after)
        compareStorage(after)
    }

    mutating func add(_ change: APIChange) {
        changes.append(change)
    }

    /// Adds a change.
    ///
    /// - Parameters:
    ///   - grade: The effect.
    ///   - rule: The kind of the change.
    ///   - message: The description.
    ///   - path: The keys of the changed field in `spec`.
    ///   - isGone: Whether only the old CRD has the field.
    mutating func add(
        _ grade: ChangeGrade,
        _ rule: ChangeRule,
        _ message: String,
        at path: [String],
        isGone: Bool = false
    ) {
        guard let before = old.first, let after = new.first else { return }
        let entry = isGone ? before : after
        let position = entry.position(inSpec: path)
        var change = APIChange(rule, grade, message, ofKind: entry, at: position)
        if isGone { change.surroundings = after.location(inSpec: path) }
        add(change)
    }

    private mutating func compareNames(
        _ before: ResourceDefinition,
        _ after: ResourceDefinition
    ) {
        compare("scope", before.scope.rawValue, after.scope.rawValue, .rejected, .scopeChanged)
        let (old, new) = (before.names, after.names)
        compare("plural", old.plural, new.plural, .rejected, .pluralChanged)
        compare("listKind", old.listKind, new.listKind, .changed, .listKindChanged)
        compare("singular", old.singular, new.singular, .compatible, .singularChanged)
        compare("shortNames", "short names", old.shortNames, new.shortNames, .shortNamesChanged)
        compare("categories", "categories", old.categories, new.categories, .categoriesChanged)
    }

    private mutating func compare(
        _ key: String,
        _ before: String,
        _ after: String,
        _ grade: ChangeGrade,
        _ rule: ChangeRule
    ) {
        if before == after { return }
        let path = key == "scope" ? [key] : ["names", key]
        add(grade, rule, "\(key) changed from '\(before)' to '\(after)'", at: path)
    }

    private mutating func compare(
        _ key: String,
        _ name: String,
        _ before: [String],
        _ after: [String],
        _ rule: ChangeRule
    ) {
        guard Set(before) != Set(after) else { return }
        let message = "\(name) changed from \(before.listed) to \(after.listed)"
        add(.compatible, rule, message, at: ["names", key])
    }

    /// Compares the access levels from `crdgen.yaml`.
    private mutating func compareAccess(
        _ before: ResourceCatalog.Entry,
        _ after: ResourceCatalog.Entry
    ) {
        if before.access == after.access { return }
        let message =
            "access changed from '\(before.access.rawValue)' to '\(after.access.rawValue)'"
        let levels = AccessLevel.allCases
        let isNarrower =
            levels.firstIndex(of: before.access) ?? 0 < levels.firstIndex(of: after.access) ?? 0
        let grade = isNarrower ? ChangeGrade.source : .compatible
        add(grade, .accessChanged, message, at: ["names", "kind"])
    }
}

extension APIChange {
    /// Creates a change of all versions of a kind.
    init(
        _ rule: ChangeRule,
        _ grade: ChangeGrade,
        _ message: String,
        ofKind entry: ResourceCatalog.Entry,
        at position: SourcePosition
    ) {
        self.init(
            rule: rule,
            grade: grade,
            group: entry.group,
            kind: entry.kind,
            definition: entry.definitionName,
            version: nil,
            path: ChangedPath(),
            summary: message,
            note: "",
            file: entry.file,
            position: position
        )
    }
}

extension [String] {
    /// The words in quotes, separated by commas; `none` if there are none.
    var listed: String {
        isEmpty ? "none" : map { "'\($0)'" }.joined(separator: ", ")
    }
}
