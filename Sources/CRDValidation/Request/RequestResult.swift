import CRDRuntime

/// The result of a request, with all findings and not only those that the server reports.
struct RequestResult {
    /// The response of the server.
    let response: ServerResponse
    /// The duplicate keys and unknown fields, independent of their treatment.
    let rejectedFields: [RejectedField]
    /// The error for an object that cannot be read; `nil` if it can be read.
    let readingError: ServerResponse.Rejection?
    /// The violations of an object that can be read.
    ///
    /// Equal violations with different locations may occur.
    let violations: [Violation]
    /// The part of the object that was read.
    let object: JSONObject
    /// The `uid` of each duplicate owner.
    let repeatedOwners: [String]

    init(
        _ response: ServerResponse,
        _ reading: Reading,
        _ violations: [Violation] = [],
        readingError: ServerResponse.Rejection? = nil
    ) {
        self.response = response
        rejectedFields = reading.rejectedFields
        self.violations = violations
        object = reading.object
        repeatedOwners = reading.repeatedOwners
        self.readingError = readingError
    }
}
