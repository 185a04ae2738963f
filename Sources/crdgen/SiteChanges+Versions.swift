import CRDGeneratorCore
import CRDInspection
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
        let changes = APIChange.changes(from: newest, to: version).map { change in
            Change(keys: change.path.steps, path: change.path.keys, message: change.message)
        }
        self.init(since: newest.version.definition.version, changes)
    }
}
