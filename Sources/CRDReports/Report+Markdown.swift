import CRDRuntime
import CRDYAML

extension Report {
    /// The summary and a table of the findings in Markdown, for a comment on a pull request.
    package var markdown: String {
        let warnings = count(of: .warning, "warning")
        let counts = [count(of: .error, "error") ?? "no errors"] + (warnings.map { [$0] } ?? [])
        var text = "### \(command): \(counts.joined(separator: ", "))\n"
        if !summary.isEmpty { text += "\n\(MarkdownCell.text(summary))\n" }
        if findings.isEmpty { return text }
        text += "\n| | Location | Object | Message |\n|---|---|---|---|\n"
        for finding in findings {
            let diagnostic = finding.diagnostic
            let cells = [
                diagnostic.severity.rawValue,
                MarkdownCell.code(diagnostic.location?.description ?? diagnostic.file ?? ""),
                MarkdownCell.text(finding.object?.title ?? ""),
                MarkdownCell.text(MessageExcerpt.text(diagnostic.message)),
            ]
            text += "| \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }

    /// Returns the number of findings of a severity with its name; `nil` if there are none.
    private func count(of severity: Diagnostic.Severity, _ noun: String) -> String? {
        let count = findings.count { $0.diagnostic.severity == severity }
        return count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
