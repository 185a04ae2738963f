package import CRDReports
import CRDValidation
package import CRDYAML
import KubernetesCEL

/// The errors of an expression: those of its text, or the one of its evaluation.
package struct ExpressionErrors: Error, Sendable {
    /// An error, with a line of the expression and a line with a caret; they are empty if the error
    /// is not about a part of the text.
    private typealias Part = (diagnostic: Diagnostic, snippet: String)

    /// The name of the expression in diagnostics.
    private static let file = "<expression>"

    private let parts: [Part]

    /// Creates the error of an evaluation.
    ///
    /// - Parameters:
    ///   - diagnostic: The error.
    ///   - snippet: The line of the expression with a line with a caret; empty if the error is not
    ///     about a part of the text.
    init(_ diagnostic: Diagnostic, snippet: String = "") {
        parts = [(diagnostic, snippet)]
    }

    init(_ problem: RuleProblem) {
        guard !problem.issues.isEmpty else {
            self.init(Diagnostic(.error, problem.message, file: Self.file))
            return
        }
        self.init(issues: problem.issues)
    }

    private init(issues: [CompileIssue]) {
        parts = issues.map { issue in
            let position =
                issue.line > 0 ? SourcePosition(line: issue.line, column: issue.column) : nil
            let diagnostic = Diagnostic(.error, issue.message, file: Self.file, at: position)
            return (diagnostic, issue.snippet)
        }
    }

    /// The errors, in the order of the text.
    package var diagnostics: [Diagnostic] { parts.map(\.diagnostic) }

    /// Returns the errors as text, each with its lines of the expression.
    package func text(_ style: TextStyle) -> String {
        parts.map { diagnostic, snippet in
            "\(diagnostic.text(style))\n" + (snippet.isEmpty ? "" : "\(snippet)\n")
        }.joined()
    }
}
