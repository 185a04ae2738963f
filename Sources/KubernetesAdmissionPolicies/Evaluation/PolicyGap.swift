package import CRDReports
import CRDYAML

/// A part of a policy or of a binding that is not evaluated for an object.
package struct PolicyGap: Hashable, Sendable {
    /// Why the part is not evaluated.
    enum Reason: Hashable, Sendable {
        /// Only a cluster knows a value.
        case unknown(String)
        /// The parameters are not among the files, and they are not required.
        case missing(String)
    }

    /// The policy or the binding.
    let object: ReportedObject
    /// The field, such as `spec.validations[0].expression`.
    let field: String
    let location: SourceLocation
    let reason: Reason

    /// Creates the gap of a policy or a binding.
    ///
    /// - Parameters:
    ///   - object: The policy or the binding.
    ///   - field: The field.
    ///   - node: The value of the field.
    ///   - reason: The reason.
    init(of object: ReportedObject, _ field: String, at node: Node, _ reason: Reason) {
        self.object = object
        self.field = field
        location = node.location
        self.reason = reason
    }

    /// Returns the note about the gap for some objects.
    ///
    /// - Parameters:
    ///   - first: The first object, such as `Pod 'a'`.
    ///   - count: The number of objects.
    /// - Returns: The note, at the field.
    package func finding(first: String, count: Int) -> Finding {
        let objects = count == 1 ? first : "\(first) and \(count - 1) more"
        let cause =
            switch reason {
            case .unknown(let name): "because it needs \(name), which only a cluster knows"
            case .missing(let subject): "because no \(subject) was found among the files"
            }
        let message =
            "\(object.kind) '\(object.name.excerpt)': \(field) is not evaluated for \(objects), "
            + cause
        let note = Diagnostic(.note, message, file: location.file, at: location.position)
        return Finding(.policyNote, note, about: object)
    }
}
