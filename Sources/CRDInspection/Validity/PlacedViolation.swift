package import CRDRuntime
import CRDSchema
package import CRDYAML

/// Something that the API server would refuse, with the place in the file that it comes from.
package struct PlacedViolation: Hashable, Sendable {
    /// The field, the kind of fault and the message, as the server has them.
    package let violation: Violation
    /// The path of the file.
    package let file: String
    /// Where the value stands, or what it is missing from.
    package let position: SourcePosition

    /// Places a violation at a node.
    package init(_ violation: Violation, at node: Node) {
        self.violation = violation
        file = node.file
        position = node.position
    }

    /// The violation as a line: `crds/a.yaml:31:15: error: spec.scope: Required value`.
    package var diagnostic: Diagnostic {
        Diagnostic(.error, violation.description, file: file, at: position)
    }
}
