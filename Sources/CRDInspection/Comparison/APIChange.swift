package import CRDYAML

/// A difference between two states of CRDs, as it shows in the generated types or in manifests.
package struct APIChange: Equatable, Sendable {
    /// What the difference means for those who use the types.
    package enum Grade: String, CaseIterable, Sendable {
        /// Code that compiled may not compile any more.
        case source
        /// Code compiles, but values or manifests that were taken are refused, or become others.
        case values
        /// Neither.
        case compatible

        /// The grade as a line has it: `breaking (source)`.
        package var title: String {
            switch self {
            case .source: "breaking (source)"
            case .values: "breaking (values)"
            case .compatible: "compatible"
            }
        }
    }

    /// What is different.
    package enum Subject: String, Sendable {
        /// A kind is there or not.
        case kind
        /// A version is there or not.
        case version
        /// What the CRD says besides schemas: scope, names, subresources.
        case definition
        /// The name of a type.
        case typeName = "type-name"
        /// An attribute is there or not.
        case attribute
        /// The name of an attribute or of a case.
        case name
        /// The type of an attribute.
        case type
        /// Whether an attribute must be there.
        case required
        /// Whether a value can be `null`.
        case nullable
        /// The values that there are.
        case values
        /// What a value is where it is absent.
        case defaultValue = "default"
        /// What the API server wants of a value.
        case validation
    }

    /// What it means.
    package let grade: Grade
    /// What is different.
    package let subject: Subject
    /// The API group.
    package let group: String
    /// The kind.
    package let kind: String
    /// The version; `nil` for what concerns all of them.
    package let version: String?
    /// Where in the kind it is; empty for the kind itself.
    package let path: ChangedPath
    /// What was and what is, in words.
    package let message: String
    /// The file, the new one unless only the old one has it.
    package let file: String
    /// The place in the file; `nil` where the whole file is meant.
    package let position: SourcePosition?

    /// Whether it breaks code or values.
    package var isBreaking: Bool {
        switch grade {
        case .source, .values: true
        case .compatible: false
        }
    }
}

/// Where in a kind a change is, in both spellings.
package struct ChangedPath: Equatable, Sendable {
    /// `spec.rules[].max_size`, with the names of attributes.
    package private(set) var names = ""
    /// `spec.rules[].maxSize`, with the keys of manifests.
    package private(set) var keys = ""
    /// The keys alone, without what leads through lists and maps.
    private(set) var steps: [String] = []

    /// The path of an attribute below this one.
    func appending(_ attribute: ExplainedAttribute) -> ChangedPath {
        var path = self
        StepText.append(attribute.name, to: &path.names)
        StepText.append(attribute.key, to: &path.keys)
        path.steps.append(attribute.key)
        return path
    }

    /// The path of what a list or map holds, which `[]` or `.*` leads to.
    func appending(elements: String) -> ChangedPath {
        var path = self
        path.names += elements
        path.keys += elements
        return path
    }
}
