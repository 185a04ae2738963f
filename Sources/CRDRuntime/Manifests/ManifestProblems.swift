import CRDYAML

/// What is wrong with a text, up to a number that a person can read; the rest is counted.
///
/// A text of a megabyte can have a hundred thousand mistakes, each with a path of hundreds of steps.
package struct ManifestProblems {
    /// How many are told one by one.
    package static let most = 1000

    /// The first ones, in the order in which they were found.
    package private(set) var told: [ManifestProblem] = []
    private var omittedErrors = 0
    private var omittedWarnings = 0

    package init() {}

    /// How many more can be told.
    package var room: Int { Self.most - told.count }

    /// Tells a problem, or counts it where there is no room.
    package mutating func append(_ problem: ManifestProblem) {
        if room > 0 {
            told.append(problem)
        } else if problem.severity == .error {
            omittedErrors += 1
        } else {
            omittedWarnings += 1
        }
    }

    /// Counts problems that nobody will be told of one by one.
    package mutating func omit(errors: Int, warnings: Int) {
        omittedErrors += errors
        omittedWarnings += warnings
    }

    /// Adds the errors that others found in the same text.
    package mutating func appendErrors(of other: ManifestProblems) {
        for problem in other.told where problem.severity == .error { append(problem) }
        omittedErrors += other.omittedErrors
    }

    /// All in the order of their places, each once, and at the end how many are left out.
    package var inFileOrder: [ManifestProblem] {
        let omitted = omittedErrors + omittedWarnings
        guard omitted > 0 else { return told.inFileOrder() }
        let rest = Diagnostic(
            omittedErrors > 0 ? .error : .warning,
            "\(omitted) more problems, of which only the first \(Self.most) are told",
            file: told.first?.file ?? ""
        )
        return told.inFileOrder() + [ManifestProblem(rest)]
    }
}
