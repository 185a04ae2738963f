import CRDCatalog
import CRDValidation
import CRDYAML

/// An object of a manifest that is not validated yet, or a file that cannot be read.
package struct FoundObject: Sendable {
    enum Content: Sendable {
        /// An object with the validator for its version; `nil` if there is none.
        case object(ManifestObject, ResourceValidator?)
        case unreadable(Diagnostic, file: String)
    }

    let content: Content

    /// Creates an object.
    init(_ object: ManifestObject, _ validator: ResourceValidator?) {
        content = .object(object, validator)
    }

    /// Creates the replacement for the objects of a file whose text cannot be read.
    init(unreadable diagnostic: Diagnostic, in file: String) {
        content = .unreadable(diagnostic, file: file)
    }
}
