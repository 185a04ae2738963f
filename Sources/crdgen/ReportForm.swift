import ArgumentParser
import CRDGeneratorCore
import CRDReports
import CRDYAML

/// The forms of a report for programs.
enum ReportForm: String, CaseIterable {
    case json
    case junit
    case sarif
    case github
    case tap
    case markdown

    /// Prints a report to standard output.
    ///
    /// - Parameters:
    ///   - command: The command, such as `crdgen validate`.
    ///   - report: Returns the report. If it throws a diagnostic, that is the only finding.
    /// - Returns: Whether there are no errors.
    /// - Throws: `Diagnostic` if not everything is printed, and other errors of `report`.
    func print(_ command: String, _ report: () async throws -> Report) async throws -> Bool {
        let finished: Report
        do {
            finished = try await report()
        } catch let diagnostic as Diagnostic {
            finished = Report(command, GeneratorVersion.current, failure: diagnostic)
        }
        try print(finished)
        return !finished.hasErrors
    }

    private func print(_ report: Report) throws(Diagnostic) {
        let text =
            switch self {
            case .json: report.json
            case .junit: report.junit
            case .sarif: report.sarif
            case .github: report.gitHubCommands
            case .tap: report.tap
            case .markdown: report.markdown
            }
        try StandardOutput.write(text)
    }
}

/// A form in which a command prints its findings.
enum OutputForm: ExpressibleByArgument, Equatable {
    /// Lines for people.
    case text
    /// A report for programs.
    case report(ReportForm)

    init?(argument: String) {
        if argument == "text" {
            self = .text
        } else if let form = ReportForm(rawValue: argument) {
            self = .report(form)
        } else {
            return nil
        }
    }

    static let allValueStrings = ["text"] + ReportForm.allCases.map(\.rawValue)

    /// The names of the forms in the help of options.
    static let list = allValueStrings.map { "'\($0)'" }.joined(separator: ", ")
}
