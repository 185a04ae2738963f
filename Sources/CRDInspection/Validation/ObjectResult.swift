/// The result of the validation of an object, before policies are evaluated.
package struct ObjectResult: Sendable {
    enum Content: Sendable {
        /// The kind of the object is skipped.
        case skipped(file: String)
        /// The file or the object cannot be read.
        case unreadable(CheckedObject)
        case checked(
            ManifestObject,
            ManifestObject.Identity,
            CheckedObject.Outcome,
            CheckedObject.Operation,
            notes: [KindNote.Subject]
        )
    }

    let content: Content
}
