extension Violation {
    /// The kinds of faults (`CauseType` of k8s.io/apimachinery, pkg/apis/meta/v1).
    public enum Reason: String, Hashable, Sendable {
        /// What must be there is missing.
        case required = "FieldValueRequired"
        /// The value breaks a rule.
        case invalid = "FieldValueInvalid"
        /// The value has the wrong type or format.
        case typeInvalid = "FieldValueTypeInvalid"
        /// The value is none of an `enum`.
        case notSupported = "FieldValueNotSupported"
        /// The string is too long.
        case tooLong = "FieldValueTooLong"
        /// The list or map holds too many.
        case tooMany = "FieldValueTooMany"
        /// An element is there already.
        case duplicate = "FieldValueDuplicate"
        /// The field may not be set.
        case forbidden = "FieldValueForbidden"
    }
}

extension Violation.Reason {
    /// Whether the server leaves rules of the Common Expression Language out after such a fault
    /// (`hasBlockingErr` of apiextensions-apiserver, pkg/registry/customresource).
    package var blocksRules: Bool {
        switch self {
        case .required, .typeInvalid, .notSupported, .tooLong, .tooMany: true
        case .invalid, .duplicate, .forbidden: false
        }
    }
}
