package import CRDDefinitionValidity
import CRDGeneratorCore
import CRDValues
package import CRDYAML

/// Errors or warnings about a CRD, which matter only to objects of its kind.
package struct DefinitionProblem: Sendable {
    /// The kind; `nil` if it is unknown, because the CRD cannot be read.
    package let name: KindName?
    /// The errors and warnings, at least one.
    package let diagnostics: [Diagnostic]
    /// Whether the only error is that no version is stored, which another file can have.
    var isOnlyAboutStorage = false
    /// Whether the CRD is in `v1beta1`, so that a document of an old cluster can make it valid.
    package var isOfOldVersion = false
    /// The kinds in the part of the file before an error that hides the rest.
    package var kindsBefore: Set<KindName> = []

    /// Returns a warning about a version that two CRDs define.
    static func duplicate(
        _ version: CustomResourceDefinition.Version,
        of name: KindName,
        in file: String,
        _ first: KnownKinds.Version
    ) -> DefinitionProblem {
        let message =
            "duplicate definition of \(name.kind) of '\(version.definition.apiVersion)', "
            + "first in \(first.file):\(first.version.position.line); using this one"
        let warning = Diagnostic(.warning, message, file: file, at: version.position)
        return DefinitionProblem(name: name, diagnostics: [warning])
    }
}
