import CRDRuntime
import CRDYAML

extension Report {
    /// The findings as a table in Markdown, for a comment on a pull request.
    package var markdown: String {
        let errors = findings.count(where: \.isError)
        let noun = errors == 1 ? "error" : "errors"
        var text = "### \(command): \(errors == 0 ? "no errors" : "\(errors) \(noun)")\n"
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
}
