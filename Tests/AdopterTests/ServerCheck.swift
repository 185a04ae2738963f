import CRDValidation
import SageMaker

/// The API server's response to a value, named without a module below the product.
enum ServerCheck {
    static func rejection(of value: JSONValue) -> ServerResponse.Rejection? {
        let response: ServerResponse = TrainingJob.validator.create(value)
        if case .failure(let rejection) = response.result { return rejection }
        return nil
    }

    /// The fields of violations, each with its reason.
    static func fields(of violations: [Violation]) -> [(field: String, reason: Violation.Reason)] {
        violations.map { ($0.field, $0.reason) }
    }

    static func invalid(_ job: TrainingJob) -> InvalidResource? {
        do throws(InvalidResource) {
            try job.validate()
            return nil
        } catch {
            return error
        }
    }

    static var unchecked: [UncheckedConstraint.Kind] { TrainingJob.validator.unchecked.map(\.kind) }
}
