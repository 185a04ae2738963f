import CRDCatalog
import CRDDefinitionValidity

/// The result of the validation of an object.
package struct ObjectResult: Sendable {
    enum Content: Sendable {
        /// The file or the object cannot be read.
        case unreadable(CheckedObject)
        case checked(
            CheckedObject,
            ManifestObject,
            KindName,
            notes: [KindNote.Subject]
        )
    }

    let content: Content
}
