import CRDRuntime

/// What a request comes to, with all there is to say about it and not only what the server gets to.
struct RequestResult {
    /// What the server would answer.
    let response: ServerResponse
    /// Keys that stand twice and unknown fields, whatever is to become of them.
    let rejectedFields: [RejectedField]
    /// Why the object could not be read; `nil` if it could.
    let fault: ServerResponse.Rejection?
    /// What is wrong with an object that could be read; an equal violation may stand there for
    /// several places.
    let violations: [Violation]
    /// The object as far as it was read.
    let object: JSONObject
    /// The `uid` of owners that were named again.
    let repeatedOwners: [String]

    init(
        _ response: ServerResponse,
        _ reading: Reading,
        _ violations: [Violation] = [],
        fault: ServerResponse.Rejection? = nil
    ) {
        self.response = response
        rejectedFields = reading.rejectedFields
        self.violations = violations
        object = reading.object
        repeatedOwners = reading.repeatedOwners
        self.fault = fault
    }
}
