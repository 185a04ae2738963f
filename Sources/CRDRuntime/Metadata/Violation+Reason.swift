extension Violation {
    /// The kind of a violation (`CauseType` of k8s.io/apimachinery, pkg/apis/meta/v1).
    public enum Reason: String, Hashable, Sendable {
        /// A required value is missing.
        case required = "FieldValueRequired"
        /// The value breaks a rule.
        case invalid = "FieldValueInvalid"
        /// The value has the wrong type or format.
        case typeInvalid = "FieldValueTypeInvalid"
        /// The value is not one of the values of an `enum`.
        case notSupported = "FieldValueNotSupported"
        /// The string is too long.
        case tooLong = "FieldValueTooLong"
        /// The list or map has too many elements.
        case tooMany = "FieldValueTooMany"
        /// The value is a duplicate of another element.
        case duplicate = "FieldValueDuplicate"
        /// The field must not be set.
        case forbidden = "FieldValueForbidden"
        /// The value cannot be checked.
        case internalError = "InternalError"
    }
}
