import CRDCatalog
import CRDDefinitionValidity
import CRDValues
import CRDYAML

/// A note about the objects of a kind, which is reported once, with their number.
struct KindNote: Sendable {
    /// The subject of a note.
    enum Subject: Hashable, Sendable {
        /// The server would reject the CRD in a file.
        case invalidDefinition(file: String)
        /// There is no object before the update.
        case isNew
        /// The CRD before the update is in another version than `v1`.
        case otherDefinitionVersion(String)
        /// The object before the update has another version.
        case otherVersion(old: String, new: String)
    }

    /// The key of all notes that are reported together.
    struct Key: Hashable, Sendable {
        let kind: KindName
        let subject: Subject
    }

    /// The kind and the subject.
    let key: Key
    /// The file of the first object.
    let file: String
    /// The source location of the first object.
    let position: SourcePosition
    /// The name of the first object.
    let name: String
    /// The namespaces of old objects with this name.
    let namespaces: [String]
    /// The number of objects.
    var count = 1

    /// The note, with the source location of the first object.
    var diagnostic: Diagnostic {
        Diagnostic(.note, message, file: file, at: position)
    }

    private var message: String {
        let kind = key.kind.kind
        switch key.subject {
        case .invalidDefinition(let file):
            let objects = count == 1 ? "" : " for \(count) objects"
            return "\(kind): the CRD in '\(file)' is invalid, so the server's response can differ"
                + objects
        case .isNew:
            let object = "\(kind) '\(name.excerpt)'"
            if count > 1 {
                return "\(object) and \(count - 1) more are not among the old objects, so they are "
                    + "validated as new ones"
            }
            let others =
                namespaces.isEmpty
                ? ""
                : " (only in namespace \(namespaces.map { "'\($0)'" }.joined(separator: ", ")))"
            return
                "\(object) is not among the old objects\(others), so it is validated as a new one"
        case .otherDefinitionVersion(let old):
            return count == 1
                ? "the old CRD is in version '\(old)', so the CRD is validated as a new one"
                : "\(count) old CRDs are in version '\(old)', so the CRDs are validated as new ones"
        case .otherVersion(let old, let new):
            return count == 1
                ? "the old object has version '\(old)'; it is used as '\(new)' without conversion"
                : "\(count) old objects of kind \(kind) have version '\(old)'; they are used as "
                    + "'\(new)' without conversion"
        }
    }
}
