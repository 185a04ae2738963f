import CRDRuntime
package import CRDYAML

extension Violation {
    /// Returns the violation with another location.
    package func located(at location: SourceLocation?) -> Violation {
        Violation(field: field, reason: reason, message: message, at: place, location: location)
    }

    /// Returns the violation with the steps to its value from an enclosing value.
    func below(_ outer: [NodeStep]) -> Violation {
        Violation(
            field: field,
            reason: reason,
            message: message,
            at: place.below(outer),
            location: location
        )
    }
}
