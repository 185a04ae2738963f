package import CRDYAML

/// A difference between two versions of CRDs that affects generated types or manifests.
package struct APIChange: Equatable, Sendable {
    /// The effect of a change on users of the types.
    package enum Grade: String, CaseIterable, Sendable {
        /// Existing code may not compile.
        case source
        /// Code compiles, but existing values or manifests are rejected or change.
        case values
        /// Neither code nor values break.
        case compatible

        /// The grade in the output, such as `breaking (source)`.
        package var title: String {
            switch self {
            case .source: "breaking (source)"
            case .values: "breaking (values)"
            case .compatible: "compatible"
            }
        }
    }

    /// The subject of a change.
    package enum Subject: String, Sendable {
        /// A kind is added or removed.
        case kind
        /// A version is added or removed.
        case version
        /// The parts of a CRD besides schemas: scope, names, subresources.
        case definition
        /// The name of a type.
        case typeName = "type-name"
        /// A field is added or removed.
        case attribute
        /// The name of a property or of a case in Swift.
        case name
        /// The type of a field.
        case type
        /// Whether a field is required.
        case required
        /// Whether a value can be `null`.
        case nullable
        /// The allowed values.
        case values
        /// The default of a missing value.
        case defaultValue = "default"
        /// The constraints that the API server checks.
        case validation
    }

    /// The effect of the change.
    package let grade: Grade
    /// The subject of the change.
    package let subject: Subject
    /// The API group.
    package let group: String
    /// The kind.
    package let kind: String
    /// The version; `nil` for a change of all versions.
    package let version: String?
    /// The path of the field; empty for the kind itself.
    package let path: ChangedPath
    /// The description of the change.
    package let message: String
    /// The file, the new one unless only the old one has it.
    package let file: String
    /// The source location; `nil` for a change of a whole file.
    package let position: SourcePosition?

    /// Whether it breaks code or values.
    package var isBreaking: Bool {
        switch grade {
        case .source, .values: true
        case .compatible: false
        }
    }
}

/// The path of a changed field, in both spellings.
package struct ChangedPath: Equatable, Sendable {
    /// The path with names of Swift properties: `spec.rules[].max_size`.
    package private(set) var names = ""
    /// The path with keys of manifests: `spec.rules[].maxSize`.
    package private(set) var keys = ""
    /// The keys, without steps into lists and maps.
    private(set) var steps: [String] = []

    /// Returns the path of a field one level below.
    func appending(_ attribute: ExplainedAttribute) -> ChangedPath {
        var path = self
        StepText.append(attribute.name, to: &path.names)
        StepText.append(attribute.key, to: &path.keys)
        path.steps.append(attribute.key)
        return path
    }

    /// Returns the path of the elements of a list or map, with `[]` or `.*`.
    func appending(elements: String) -> ChangedPath {
        var path = self
        path.names += elements
        path.keys += elements
        return path
    }
}
