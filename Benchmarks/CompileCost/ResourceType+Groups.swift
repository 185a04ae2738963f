import CRDGeneratorCore

extension [ResourceType] {
    /// The declarations of the types of groups and versions.
    var groupLines: [String] {
        let groups = Dictionary(grouping: self, by: \.groupName)
        return groups.sorted { $0.key < $1.key }.map { name, members in
            let versions = Set(members.map(\.versionName)).sorted().map { "public enum \($0) {}" }
            return "public enum \(name) { \(versions.joined(separator: "; ")) }"
        }
    }
}
