package import CRDRuntime

extension FindingRule {
    /// Creates the rule for a reason of the API server.
    package init(_ reason: Violation.Reason) {
        switch reason {
        case .required: self = .requiredValue
        case .invalid: self = .invalidValue
        case .typeInvalid: self = .invalidType
        case .notSupported: self = .unsupportedValue
        case .tooLong: self = .tooLong
        case .tooMany: self = .tooMany
        case .duplicate: self = .duplicateValue
        case .forbidden: self = .forbiddenValue
        case .internalError: self = .internalError
        }
    }
}
