import CRDCatalog
package import CRDYAML

/// A difference between two versions of CRDs that affects generated types or manifests.
package struct APIChange: Equatable, Sendable {
    /// The kind of the change.
    package let rule: ChangeRule
    /// The effect of the change.
    package let grade: ChangeGrade
    /// The API group.
    package let group: String
    /// The kind.
    package let kind: String
    /// The name of the CRD, such as `widgets.example.com`.
    let definition: String
    /// The version; `nil` for a change of all versions.
    package let version: String?
    /// The path of the field; empty for the kind itself.
    package let path: ChangedPath
    /// The description of the change, without details of Swift code.
    package let summary: String
    /// The details of Swift code, which begin with a separator; empty if there are none.
    let note: String
    /// The file, the new one unless only the old one has it.
    package let file: String
    /// The source location; `nil` for a change of a whole file.
    package let position: SourcePosition?
    /// The location in the new file of what was around a removed part; `nil` if the new file has the
    /// change itself, or nothing around it.
    var surroundings: SourceLocation?

    /// The description of the change.
    package var message: String { summary + note }
}

/// The path of a changed field, in both spellings.
package struct ChangedPath: Equatable, Sendable {
    /// The path with names of Swift properties: `spec.rules[].max_size`.
    package private(set) var names = ""
    /// The path with keys of manifests: `spec.rules[].maxSize`.
    package private(set) var keys = ""
    /// The keys, without steps into lists and maps.
    package private(set) var steps: [String] = []
    /// The keys, with `nil` for each step into a list or map.
    private(set) var levels: [String?] = []

    /// Returns the path of a field one level below.
    func appending(_ attribute: ExplainedAttribute) -> ChangedPath {
        appending(name: attribute.name, key: attribute.key)
    }

    /// Returns the path of a field one level below, with its name in Swift and its key in manifests.
    func appending(name: String, key: String) -> ChangedPath {
        var path = self
        StepText.append(name, to: &path.names)
        StepText.append(key, to: &path.keys)
        path.steps.append(key)
        path.levels.append(key)
        return path
    }

    /// Returns the path of the elements of a list or map, with `[]` or `.*`.
    func appending(elements: String) -> ChangedPath {
        var path = self
        path.names += elements
        path.keys += elements
        path.levels.append(nil)
        return path
    }
}
