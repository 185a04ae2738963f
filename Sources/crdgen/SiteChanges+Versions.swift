import CRDComparison
import CRDGeneratorCore
import CRDPages
import CRDValues

extension SiteChanges {
    /// Finds the changes of a version since the next older one of its kind; `nil` for the oldest.
    ///
    /// - Parameters:
    ///   - version: The version.
    ///   - others: All versions in the file of the CRD.
    init?(of version: APIChange.TypedVersion, among others: [APIChange.TypedVersion]) {
        let definition = version.version.definition
        let older = others.filter { other in
            let other = other.version.definition
            return other.group == definition.group && other.names.kind == definition.names.kind
                && VersionOrder.isBefore(definition.version, other.version)
        }
        let newest = older.min { left, right in
            VersionOrder.isBefore(left.version.definition.version, right.version.definition.version)
        }
        guard let newest else { return nil }
        let changes = APIChange.changes(from: newest, to: version).map { Change($0) }
        self.init(since: newest.version.definition, changes)
    }
}

extension SiteChanges.Change {
    fileprivate init(_ change: APIChange) {
        let path = change.path
        if change.rule == .fieldRemoved {
            // Steps into lists and maps aren't part of ids.
            let id = path.names.replacing("[]", with: "").replacing(".*", with: "")
            self.init(.removed, keys: path.steps, path: path.keys, olderID: id, message: "")
        } else if change.rule == .fieldAdded {
            self.init(.added, keys: path.steps, path: path.keys, message: "")
        } else if change.rule == .requiredFieldAdded {
            self.init(.added, keys: path.steps, path: path.keys, message: "required")
        } else {
            self.init(.changed, keys: path.steps, path: path.keys, message: change.summary)
        }
    }
}
