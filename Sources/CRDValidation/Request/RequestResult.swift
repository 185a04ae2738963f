import CRDRuntime

/// The result of a request, with all findings and not only those that the server reports.
struct RequestResult {
    /// The response of the server.
    let response: ServerResponse
    /// The duplicate keys and unknown fields, independent of their treatment.
    let rejectedFields: [RejectedField]
    /// The error for an object that cannot be read; `nil` if it can be read.
    let readingError: ServerResponse.Rejection?
    /// More errors for which it cannot be read, which the server doesn't report.
    let otherReadingErrors: [ServerResponse.Rejection]
    /// The findings about an object that can be read.
    let findings: Findings
    /// The part of the object that was read.
    let object: JSONObject
    /// The `uid` of each duplicate owner.
    let repeatedOwners: [String]

    init(
        _ response: ServerResponse,
        _ reading: Reading,
        _ findings: Findings = Findings(),
        readingError: ServerResponse.Rejection? = nil
    ) {
        self.response = response
        rejectedFields = reading.rejectedFields
        self.findings = findings
        object = reading.object
        repeatedOwners = reading.repeatedOwners
        self.readingError = readingError
        otherReadingErrors = reading.otherErrors
    }
}

/// The findings about an object, in the order of the server.
///
/// Equal violations with different locations may occur.
struct Findings {
    /// The violations.
    var violations: [Violation] = []
    /// The violations of CEL rules that the server only warns about, because the values are
    /// unchanged.
    var warnings: [Violation] = []
    /// The CEL rules that aren't satisfied.
    var failedRules: [FailedRule] = []
    /// The cost of evaluating CEL rules.
    var ruleCost: UInt64 = 0
}
